using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;
using Standards.Tests.Diagnostics;

namespace Standards.Tests.Records;

/// <summary>Attempts made by playing the cases of the pack `lf` through live sessions, as training does.</summary>
internal static class SampleAttempts
{
    public const string Clean = "lf.whole.busy-desk-clean";
    public const string Breaches = "lf.whole.busy-desk-breaches";

    private static readonly Lazy<RuleBook> Loaded = new(() =>
        RuleBook.Load(GoldenFile.RepositoryPath("rules"), new RuleBookOptions { Cases = true, Packs = ["lf"] }).RuleBook!);

    private static readonly Lazy<Scorer> Scored = new(() => new Scorer(Book));

    public static RuleBook Book => Loaded.Value;

    public static Scorer Scorer => Scored.Value;

    public static Instant Morning { get; } = Instant.From(new DateTimeOffset(2026, 4, 9, 9, 30, 0, TimeSpan.FromHours(8)));

    public static AttemptRecord Of(string packCase, string id, string trainee = "李雷", int day = 0)
    {
        var played = Book.Cases.Single(c => string.Equals(c.Id, packCase, StringComparison.Ordinal));
        using var session = Book.Open(id, played.Processes.AsSpan());
        foreach (var item in played.Events)
            session.Observe(item with { Case = id });
        var begin = played.Events.Min(e => e.At);
        session.AdvanceTo(session.Clock + TimeSpan.FromMinutes(10));
        session.Close();
        var startedAt = Morning + TimeSpan.FromDays(day);
        return new AttemptRecord
        {
            Id = id,
            Kind = AttemptKind.Scenario,
            Subject = packCase,
            Title = played.Title,
            Processes = played.Processes,
            Trainee = trainee,
            Packs = [.. Book.Bound.Packs.Select(p => p.Label)],
            Seed = 7,
            Mode = PlayMode.Exam,
            Language = Language.Zh,
            StartedAt = startedAt,
            EndedAt = startedAt + TimeSpan.FromMinutes(12),
            Duration = session.Clock - begin,
            IsFinished = true,
            Inputs = ["您好", ":tick 3.2 s"],
            Clock = session.Clock,
            Events = [.. session.Events],
            Findings = session.Verdicts(),
        };
    }
}
