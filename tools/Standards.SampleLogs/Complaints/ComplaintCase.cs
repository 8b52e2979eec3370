using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Complaints;

/// <summary>One complaint as it is played: its plan, its people, its limit. What happens is given with its instant, in any order. Not thread-safe.</summary>
internal sealed class ComplaintCase
{
    private readonly Script _script;

    public ComplaintCase(SampleLog log, string id, ComplaintPlan plan, DateTimeOffset received, bool isObserved)
    {
        _script = new Script(log, id, "complaint", received);
        Plan = plan;
        Received = received;
        IsObserved = isObserved;
        Grievance = Grievance.Of(Dice, plan);
        Client = new Person($"client:{id}", "complainant");
        Assistant = Staff.CustomerAssistant(Dice);
        ClientDeadline = new DateTimeOffset(received.Date.AddDays(Dice.Between(1, 3)).AddHours(18), received.Offset);
        Last = received;
    }

    public ComplaintPlan Plan { get; }

    public Grievance Grievance { get; }

    public Dice Dice => _script.Dice;

    public Person Client { get; }

    public Person Assistant { get; }

    public DateTimeOffset Received { get; }

    public bool IsObserved { get; }

    /// <summary>By when the client wants it settled, where the client says so.</summary>
    public DateTimeOffset ClientDeadline { get; }

    /// <summary>The latest instant so far.</summary>
    public DateTimeOffset Last { get; private set; }

    /// <summary>By when it must be settled, and the norm that says so; a major one has fifteen days.</summary>
    public (DateTimeOffset Due, string Norm) Limit => Plan.Course switch
    {
        ComplaintCourse.OnTheSpot or ComplaintCourse.AtOnce => (Received.AddHours(1), "wy.complaint-limits.minor-at-once"),
        ComplaintCourse.ClientPeriod => (ClientDeadline, "wy.complaint-limits.minor-client-period"),
        ComplaintCourse.Important or ComplaintCourse.ImportantApproved => (Received.AddDays(1), "wy.complaint-limits.important"),
        ComplaintCourse.TurnsMajor when !Plan.IsMinorAtFirst => (Received.AddDays(1), "wy.complaint-limits.important"),
        ComplaintCourse.Major => (Received.AddDays(15), "wy.complaint-limits.major-solve"),
        _ => (OpeningHours.After(Received, TimeSpan.FromHours(4.5)), "wy.complaint-limits.minor-half-day"),
    };

    public bool Has(ComplaintFlaw flaw) => Plan.Flaws.Contains(flaw);

    public bool Is(params ReadOnlySpan<ComplaintCourse> courses) => courses.Contains(Plan.Course);

    public void Facts(JsonObject facts) => _script.GoTo(Received).Facts(facts);

    public void Do(DateTimeOffset at, Person person, string act, JsonObject? data = null)
    {
        _script.GoTo(at).Do(person, act, data);
        Last = at > Last ? at : Last;
    }

    /// <summary>As <see cref="Do"/>, and from here on the interaction is a follow-up as well.</summary>
    public void Join(string process, DateTimeOffset at, Person person, string act, JsonObject? data = null)
    {
        _script.Join(process);
        Do(at, person, act, data);
    }

    public void Fill(DateTimeOffset at, Person person, string form, params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var data = new JsonObject { ["form"] = form };
        foreach (var (name, value) in fields)
            data[name] = value;
        Do(at, person, "record.filled", data);
    }

    public void Answer(DateTimeOffset at, string kind, params ReadOnlySpan<string> contents)
    {
        var data = new JsonObject { ["answer.kind"] = kind };
        if (contents.Length > 0)
            data["answer.contents"] = new JsonArray([.. contents.ToArray().Select(c => (JsonNode?)c)]);
        Do(at, Assistant, "complaint.answered", data);
    }

    public void Say(DateTimeOffset at, Person person, string words)
    {
        _script.GoTo(at).Say(person, words);
        Last = at > Last ? at : Last;
    }

    /// <summary>The observer answers a question.</summary>
    public void Tick(DateTimeOffset at, string item, string seen) =>
        Do(at, Person.Observer, "checklist.ticked", new JsonObject { ["item"] = item, ["seen"] = seen });

    public void Breach(string norm, string zh, string en) => _script.Plant(norm, Expected.Violated, zh, en);

    public void Keep(string norm, string zh, string en) => _script.Plant(norm, Expected.Satisfied, zh, en);

    public void Leave(string norm, string zh, string en) => _script.Plant(norm, Expected.Unknown, zh, en);

    /// <summary>So many minutes after.</summary>
    public DateTimeOffset After(DateTimeOffset instant, int low, int high) => instant + Dice.Seconds(low * 60, high * 60);
}
