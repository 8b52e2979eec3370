using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules;
using Standards.Rules.Scoring;
using Standards.Simulator.Debriefs;
using Standards.Simulator.Records;
using Standards.Tests.Diagnostics;

namespace Standards.Tests.Debriefs;

/// <summary>Attempts at the reception desk, judged by the real pack of it.</summary>
internal static class SampleAttempts
{
    private static readonly Instant Nine = Parse("2026-03-02T09:00:00+08:00");
    private static readonly LocalizedText BusyDesk = new("一张前台，三位来访", "One desk, three visitors");

    private static readonly Lazy<RuleBook> Loaded = new(() =>
        RuleBook.Load(GoldenFile.RepositoryPath("rules"), RuleBookOptions.Default with { Packs = ["lf"] }).RuleBook!);

    public static RuleBook Book => Loaded.Value;

    /// <summary>Everybody served in time and in the prescribed words; nobody watched.</summary>
    public static readonly AttemptRecord Flawless = Play("20260302-0900-busy-desk-1", BusyDesk, ["busy-desk"], "10:00",
    [
        Do("0:00", "visitor.served", "front-desk", visitor: "A"),
        Do("1:00", "visitor.arrived", "customer", visitor: "B", activity: "serving"),
        Say("1:05", "很抱歉，请您先坐下稍等一会，我帮这位先生办理完事务之后立刻为您服务。"),
        Do("2:00", "visitor.arrived", "customer", visitor: "C", activity: "serving", urgent: true),
        Say("2:05", "请您稍等一下，我帮这位小姐安排其他人员接待，马上回来。"),
        Do("2:08", "service.paused", "front-desk", visitor: "A", activity: "serving"),
        Do("2:10", "colleague.called", "front-desk", visitor: "C", activity: "serving"),
        Do("2:30", "colleague.came", "colleague", visitor: "C", activity: "serving"),
        Say("2:33", "您好，请小李帮您办理好么？"),
        Do("2:35", "visitor.handed_over", "front-desk", visitor: "C", activity: "serving"),
        Do("2:38", "visitor.served", "colleague", visitor: "C"),
        Do("2:50", "service.resumed", "front-desk", visitor: "A", activity: "serving"),
        Say("2:53", "很抱歉耽误了您的时间，我们继续。"),
        Do("3:10", "visitor.finished", "front-desk", visitor: "A", waiting: 1),
        Do("3:20", "visitor.served", "front-desk", visitor: "B"),
        Do("3:25", "visitor.left", "customer", visitor: "A"),
        Do("9:00", "visitor.finished", "colleague", visitor: "C", waiting: 0),
        Do("10:00", "visitor.finished", "front-desk", visitor: "B", waiting: 0),
    ]);

    /// <summary>Words slightly wrong, words quite wrong, a hand-over twenty seconds late, no coming right back; an observer answered two questions.</summary>
    public static readonly AttemptRecord Flawed = Play("20260303-0900-busy-desk-1", BusyDesk, ["busy-desk"], "9:00",
    [
        Do("0:00", "visitor.served", "front-desk", visitor: "A"),
        Say("0:10", "我来缴物业费", "customer", "visitor:A"),
        Do("1:00", "visitor.arrived", "customer", visitor: "B", activity: "serving"),
        Tick("1:03", "lf.busy-desk.smile-and-nod", seen: true),
        Say("1:10", "很抱歉，请您坐下稍等，我帮这位先生办理完之后马上为您服务。"),
        Do("1:32", "visitor.arrived", "customer", visitor: "C", activity: "serving"),
        Say("1:36", "很抱歉，请您先坐下稍等一下，我帮这位先生办理完事务之后立刻为您服务。"),
        Do("4:20", "colleague.called", "front-desk", visitor: "B", activity: "serving"),
        Do("4:28", "visitor.left", "customer", visitor: "C"),
        Do("4:30", "colleague.came", "colleague", visitor: "B", activity: "serving"),
        Tick("4:31", "lf.busy-desk.nod-on-introducing", seen: false),
        Say("4:33", "您好，请小李帮您办理好么？"),
        Do("4:35", "visitor.handed_over", "front-desk", visitor: "B", activity: "serving"),
        Do("4:40", "visitor.served", "colleague", visitor: "B"),
        Do("6:45", "service.resumed", "front-desk", visitor: "A", activity: "serving"),
        Say("6:50", "我们继续吧。"),
        Do("8:00", "visitor.finished", "front-desk", visitor: "A", waiting: 0),
    ]) with
    {
        Mode = PlayMode.Coach,
        Hints = 2,
        Notes = [new AttemptNote(Nine + Span("4:33"), "陈教练", "介绍同事时没有看着顾客。")],
    };

    /// <summary>Control of the situation was lost, and the park director heard of it too late: a critical norm.</summary>
    public static readonly AttemptRecord CriticalBroken = Play("20260304-0900-incident-1", new("业主投诉，事态失控", "An owner complains, control is lost"), ["incident-reception"], "20:00",
    [
        Facts("0:00", ("site.kind", Value.Of("project-service-centre-office")), ("incident.class", Value.Of("A"))),
        Do("0:30", "visitor.arrived", "owner", visitor: "甲"),
        Do("1:00", "visitor.served", "service-centre-assistant-director", visitor: "甲"),
        Do("5:00", "control.lost", "service-centre-assistant-director"),
        Do("5:20", "visitor.calmed", "service-centre-assistant-director", visitor: "甲"),
        new InteractionEvent("", Nine + Span("12:30"), "party.notified") { Role = "service-centre-assistant-director", Data = Data(("party", Value.Of("park-director"))) },
        Do("15:00", "visitor.served", "park-director", visitor: "甲"),
    ]);

    /// <summary><see cref="Flawed"/>, of which a trainer let one verdict stand, changed one, and took one away.</summary>
    public static readonly AttemptRecord Corrected = Flawed with
    {
        Corrections =
        [
            Correct("lf.busy-desk.hand-over", null, CorrectionKind.Accepted, Verdict.Violated, "录像为证"),
            Correct("lf.busy-desk-1.right-back", null, CorrectionKind.Adjusted, Verdict.Satisfied, "A 在 6:05 已看到他回来，登记晚了"),
            Correct("lf.busy-desk.nod-on-introducing", null, CorrectionKind.Rejected, Verdict.NotApplicable, "观察员的位置看不到"),
            Correct("lf.busy-desk-1.ask-to-wait", Nine + Span("1:30"), CorrectionKind.Adjusted, Verdict.Satisfied, "先写错了"),
            Correct("lf.busy-desk-1.ask-to-wait", Nine + Span("1:30"), CorrectionKind.Accepted, Verdict.Violated, "用语确实不对"),
        ],
    };

    /// <summary>The attempts before <see cref="Flawed"/>: one that was worse, one that was left, and <see cref="Flawless"/>.</summary>
    public static readonly ImmutableArray<AttemptRecord> Earlier =
    [
        Flawless,
        Play("20260301-0900-busy-desk-1", BusyDesk, ["busy-desk"], "8:00",
        [
            Do("0:00", "visitor.served", "front-desk", visitor: "A"),
            Do("1:00", "visitor.arrived", "customer", visitor: "B", activity: "serving"),
            Say("1:05", "稍等。"),
            Do("5:00", "colleague.called", "front-desk", visitor: "B", activity: "serving"),
            Do("7:30", "service.resumed", "front-desk", visitor: "A", activity: "serving"),
            Do("8:00", "visitor.finished", "front-desk", visitor: "A", waiting: 1),
        ]) with { StartedAt = Parse("2026-03-01T10:00:00+08:00") },
        Flawless with { Id = "20260302-1400-busy-desk-1", StartedAt = Parse("2026-03-02T14:00:00+08:00"), IsFinished = false },
    ];

    public static Debrief Debrief(string name) => name switch
    {
        "flawless" => Of(Flawless, []),
        "flawed" => Of(Flawed, []),
        "critical" => Of(CriticalBroken, []),
        "corrected" => Of(Corrected, []),
        "compared" => Of(Flawed, Earlier),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static Debrief Of(AttemptRecord attempt, IReadOnlyList<AttemptRecord> earlier) => Standards.Simulator.Debriefs.Debrief.Of(attempt, Book, earlier);

    private static AttemptRecord Play(string id, LocalizedText title, ImmutableArray<string> processes, string end, IEnumerable<InteractionEvent> events) =>
        Play(Book, id, title, processes, end, events);

    /// <summary>Plays events as the program does, and keeps what came of them.</summary>
    /// <param name="id">Its date and time are when the attempt was made; the rest is its subject.</param>
    public static AttemptRecord Play(
        RuleBook book, string id, LocalizedText title, ImmutableArray<string> processes, string end, IEnumerable<InteractionEvent> events)
    {
        using var session = book.Open(id, [.. processes]);
        foreach (var item in events)
            session.Observe(item with { Case = id });
        session.AdvanceTo(Nine + Span(end));
        session.Close();
        var begun = Parse($"{id[..4]}-{id[4..6]}-{id[6..8]}T{id[9..11]}:{id[11..13]}:00+08:00");
        return new AttemptRecord
        {
            Id = id,
            Kind = AttemptKind.Scenario,
            Subject = id[14..],
            Title = title,
            Processes = processes,
            Trainee = "小王",
            Packs = [.. book.Bound.Packs.Select(p => p.Label)],
            Seed = 1,
            Mode = PlayMode.Exam,
            Language = Language.Zh,
            StartedAt = begun,
            EndedAt = begun + Span(end),
            Duration = Span(end),
            IsFinished = true,
            Inputs = [],
            Clock = session.Clock,
            Events = [.. session.Events],
            Findings = session.Verdicts(),
        };
    }

    public static InteractionEvent Say(string at, string words, string role = "front-desk", string actor = "front-desk:小王") =>
        new("", Nine + Span(at), "words.spoken") { Role = role, Actor = actor, Say = words };

    public static InteractionEvent Tick(string at, string item, bool seen) =>
        new("", Nine + Span(at), "checklist.ticked") { Role = "observer", Data = Data(("item", Value.Of(item)), ("seen", Value.Of(seen ? "yes" : "no"))) };

    public static InteractionEvent Facts(string at, params ReadOnlySpan<(string, Value)> facts) =>
        new("", Nine + Span(at), InteractionEvent.CaseFacts) { Data = Data(facts) };

    public static InteractionEvent Do(
        string at, string act, string role, string? visitor = null, string? activity = null, bool? urgent = null, int? waiting = null)
    {
        var data = new Dictionary<string, Value>(StringComparer.Ordinal);
        if (visitor is not null)
            data["visitor"] = Value.Of(visitor);
        if (activity is not null)
            data["desk.activity"] = Value.Of(activity);
        if (urgent is { } isUrgent)
            data["urgent"] = Value.Of(isUrgent);
        if (waiting is { } count)
            data["waiting"] = Value.Of(count);
        return new InteractionEvent("", Nine + Span(at), act) { Role = role, Data = data.ToFrozenDictionary(StringComparer.Ordinal) };
    }

    /// <summary>Minutes and seconds after nine.</summary>
    public static Instant At(string text) => Nine + Span(text);

    /// <summary>Minutes and seconds.</summary>
    public static TimeSpan Span(string text) => TimeSpan.ParseExact(text.PadLeft(5, '0'), @"mm\:ss", CultureInfo.InvariantCulture);

    private static Correction Correct(string norm, Instant? at, CorrectionKind kind, Verdict verdict, string reason)
    {
        var finding = Flawed.Findings.FirstOrDefault(f => f.Norm == norm && f.Verdict == Verdict.Violated && (at is null || f.At == at))
            ?? throw new InvalidOperationException($"{norm} is not broken");
        return new Correction(norm, finding.Key, finding.At, kind, verdict, reason, "陈教练", Parse("2026-03-03T12:00:00+08:00"));
    }

    private static FrozenDictionary<string, Value> Data(params ReadOnlySpan<(string Name, Value Value)> data)
    {
        var all = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
            all[name] = value;
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Instant Parse(string text) => Instant.From(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
}
