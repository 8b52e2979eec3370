using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Scoring;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>How one section or skill went over the attempts of a trainee. Immutable.</summary>
/// <param name="Id">The id of the section, or the word of the skill.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Shares">The share in each attempt, in the order of time; null where the attempt did not try it.</param>
internal sealed record ProgressRow(string Id, LocalizedText Title, ImmutableArray<double?> Shares)
{
    /// <summary>How many attempts tried it; at least 1.</summary>
    public int Tries => Shares.Count(s => s is not null);

    public double Last => Tried[^1];

    public double Best => Tried.Max();

    /// <summary>The mean of the last three attempts that tried it.</summary>
    public double Recent => Tried.TakeLast(3).Average();

    /// <summary>
    /// How much better the later half of the attempts went than the earlier half, as a difference of mean shares; the middle one of an odd
    /// number belongs to the later half. Null for fewer than two.
    /// </summary>
    public double? Trend => Tried is { Length: > 1 } tried ? tried.Skip(tried.Length / 2).Average() - tried.Take(tried.Length / 2).Average() : null;

    private double[] Tried => [.. Shares.OfType<double>()];
}

/// <summary>The finished attempts of one trainee: overall, by section, and by skill. Immutable.</summary>
/// <param name="Trainee">Who.</param>
/// <param name="Attempts">By time.</param>
/// <param name="Unfinished">How many attempts were left before their end, and count for nothing.</param>
/// <param name="Sections">By id.</param>
/// <param name="Skills">In their own order.</param>
internal sealed record ProgressReport(
    string Trainee, ImmutableArray<AttemptSummary> Attempts, int Unfinished, ImmutableArray<ProgressRow> Sections, ImmutableArray<ProgressRow> Skills)
{
    /// <summary>The section that went worst lately; null where none was tried.</summary>
    public ProgressRow? WeakestSection => Weakest(Sections);

    /// <summary>The skill that went worst lately; null where none was tried.</summary>
    public ProgressRow? WeakestSkill => Weakest(Skills);

    public static ProgressReport Of(AttemptStore store, AttemptQuery query)
    {
        var all = store.Summaries(query);
        var attempts = all.Where(a => a.IsFinished).ToImmutableArray();
        var points = store.Points(query with { IsFinished = true });
        var skills = points.GroupBy(p => p.Skill).OrderBy(g => g.Key)
            .Select(g => new ProgressRow(RecordWords.Skills.Of(g.Key), Texts.Of(g.Key), SharesOf(attempts, g)));
        var sections = points.GroupBy(p => p.Section, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ProgressRow(g.Key, g.Last().SectionTitle, SharesOf(attempts, g)));
        return new ProgressReport(query.Trainee ?? "", attempts, all.Count - attempts.Length, [.. sections], [.. skills]);
    }

    private static ImmutableArray<double?> SharesOf(ImmutableArray<AttemptSummary> attempts, IEnumerable<NormPoints> points)
    {
        var byAttempt = points.ToLookup(p => p.Attempt, StringComparer.Ordinal);
        return [.. attempts.Select(a => byAttempt[a.Id].Sum(p => p.Possible) is > 0 and var possible ? byAttempt[a.Id].Sum(p => p.Earned) / possible : (double?)null)];
    }

    private static ProgressRow? Weakest(ImmutableArray<ProgressRow> rows) => rows.Where(r => r.Recent < 1).MinBy(r => r.Recent);
}
