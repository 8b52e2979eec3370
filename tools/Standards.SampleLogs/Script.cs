using System.Text.Json.Nodes;

namespace Standards.SampleLogs;

/// <summary>One interaction as it is played: a clock that moves on, and what happens at its instants. Not thread-safe.</summary>
internal sealed class Script
{
    private readonly SampleLog _day;
    private string? _process;

    public Script(SampleLog day, string id, string process, DateTimeOffset start)
    {
        _day = day;
        _process = process;
        Id = id;
        Now = start;
    }

    public string Id { get; }

    public Dice Dice => _day.Dice;

    public DateTimeOffset Now { get; private set; }

    /// <summary>The next line says that the interaction belongs to this process, too.</summary>
    public Script Join(string process)
    {
        _process = process;
        return this;
    }

    public Script Wait(int lowSeconds, int highSeconds)
    {
        Now += Dice.Seconds(lowSeconds, highSeconds);
        return this;
    }

    /// <summary>Moves the clock to an instant, which may lie before the present one.</summary>
    public Script GoTo(DateTimeOffset instant)
    {
        Now = instant;
        return this;
    }

    public Script Facts(JsonObject facts) => Write(new LogLine(Id, Now, "case.facts") { Data = facts });

    public Script Do(Person person, string act, JsonObject? data = null) => Write(new LogLine(Id, Now, act) { Person = person, Data = data });

    public Script Say(Person person, string words) => Write(new LogLine(Id, Now, "words.spoken") { Person = person, Words = words });

    /// <summary>An observer answers these questions. Such sheets are keyed in in the evening: their lines come last in the log.</summary>
    public Script Observe(Checklist checklist)
    {
        foreach (var (item, seen) in checklist.Answers)
            _day.KeyInLater(new LogLine(Id, Now, "checklist.ticked") { Person = Person.Observer, Data = new JsonObject { ["item"] = item, ["seen"] = seen } });
        return Wait(1, 3);
    }

    public Script Plant(string norm, Expected verdict, string zh, string en)
    {
        _day.Plant(new Planted(Id, norm, verdict, zh, en));
        return this;
    }

    private Script Write(LogLine line)
    {
        _day.Write(line with { Process = _process });
        _process = null;
        return this;
    }
}
