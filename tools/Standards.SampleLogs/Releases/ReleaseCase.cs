using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Releases;

/// <summary>One release as it is played: its plan, its people, its goods, and a clock that only moves on. Not thread-safe.</summary>
internal sealed class ReleaseCase
{
    private readonly Script _script;

    public ReleaseCase(SampleLog log, string id, ReleasePlan plan, DateTimeOffset start, bool isObserved)
    {
        _script = new Script(log, id, "item-release", start);
        Plan = plan;
        IsObserved = isObserved;
        Assistant = Staff.CustomerAssistant(Dice);
        Goods = Goods.Of(Dice, plan);
        Carrier = new Person($"client:{id}", plan.Carrier is "owner" or "tenant" ? plan.Carrier : "carrier");
        Owner = plan.Carrier is "owner" ? Carrier : new Person($"owner:{id}", "owner");
        Consenting = plan.Asked is null or "owner" ? Owner : new Person($"party:{id}", plan.Asked);
    }

    public ReleasePlan Plan { get; }

    public bool IsObserved { get; }

    public Person Assistant { get; }

    public Person Carrier { get; }

    public Person Owner { get; }

    /// <summary>Who is asked whether the goods may go.</summary>
    public Person Consenting { get; }

    public Goods Goods { get; }

    public Dice Dice => _script.Dice;

    public DateTimeOffset Now => _script.Now;

    public bool Has(ReleaseFlaw flaw) => Plan.Flaws.Contains(flaw);

    public ReleaseCase Wait(int lowSeconds, int highSeconds)
    {
        _script.Wait(lowSeconds, highSeconds);
        return this;
    }

    public ReleaseCase GoTo(DateTimeOffset instant)
    {
        _script.GoTo(instant);
        return this;
    }

    public ReleaseCase Facts(JsonObject facts)
    {
        _script.Facts(facts);
        return this;
    }

    public ReleaseCase Do(Person person, string act, params ReadOnlySpan<(string Name, JsonNode? Value)> attributes)
    {
        JsonObject? data = null;
        foreach (var (name, value) in attributes)
            (data ??= [])[name] = value;
        _script.Do(person, act, data);
        return this;
    }

    public ReleaseCase Say(Person person, string words)
    {
        _script.Say(person, words);
        return this;
    }

    public ReleaseCase Breach(string norm, string zh, string en) => Plant(norm, Expected.Violated, zh, en);

    public ReleaseCase Keep(string norm, string zh, string en) => Plant(norm, Expected.Satisfied, zh, en);

    public ReleaseCase Leave(string norm, string zh, string en) => Plant(norm, Expected.Unknown, zh, en);

    private ReleaseCase Plant(string norm, Expected expected, string zh, string en)
    {
        _script.Plant("wy.item-release." + norm, expected, zh, en);
        return this;
    }

    /// <summary>The order of the process is a norm of another name.</summary>
    public ReleaseCase BreachProcess(string zh, string en)
    {
        _script.Plant("wy.process.item-release", Expected.Violated, zh, en);
        return this;
    }
}
