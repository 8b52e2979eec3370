using System.Collections.Immutable;
using Standards.Core;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>A skill or section that trainees are compared by. Immutable.</summary>
internal sealed record CohortColumn(string Id, LocalizedText Title);

/// <summary>How one trainee stands. Immutable.</summary>
/// <param name="Trainee">Who.</param>
/// <param name="Attempts">How many attempts were finished.</param>
/// <param name="Scenarios">How many different scenarios they were of.</param>
/// <param name="Passed">How many of these the latest attempt passed.</param>
/// <param name="Share">The share of all points; null where nothing was decided.</param>
/// <param name="Cells">The share of each column; null where it was not tried.</param>
internal sealed record CohortRow(string Trainee, int Attempts, int Scenarios, int Passed, double? Share, ImmutableArray<double?> Cells);

/// <summary>Trainees against skills or sections, by the latest finished attempt of each scenario: where each stands now. Immutable.</summary>
/// <param name="Columns">Skills in their own order; sections by id.</param>
/// <param name="Rows">By name of the trainee.</param>
/// <param name="Mean">The share of each column over all trainees' points.</param>
internal sealed record CohortTable(ImmutableArray<CohortColumn> Columns, ImmutableArray<CohortRow> Rows, ImmutableArray<double?> Mean)
{
    public static CohortTable Of(AttemptStore store, AttemptQuery query, bool bySection)
    {
        var finished = store.Summaries(query with { IsFinished = true });
        var latest = finished.GroupBy(a => (a.Trainee, a.Subject)).Select(g => g.Last()).ToList();
        var counted = latest.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var points = store.Points(query with { IsFinished = true }).Where(p => counted.Contains(p.Attempt)).ToList();
        var columns = ColumnsOf(points, bySection);
        var rows = latest.GroupBy(a => a.Trainee, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(attempts =>
        {
            var ids = attempts.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
            var own = points.Where(p => ids.Contains(p.Attempt)).ToList();
            return new CohortRow(
                attempts.Key,
                finished.Count(a => string.Equals(a.Trainee, attempts.Key, StringComparison.Ordinal)),
                ids.Count,
                attempts.Count(a => a.Score.IsPassed),
                ShareOf(own),
                [.. columns.Select(c => ShareOf(own.Where(p => IsIn(p, c, bySection))))]);
        });
        return new CohortTable(columns, [.. rows], [.. columns.Select(c => ShareOf(points.Where(p => IsIn(p, c, bySection))))]);
    }

    private static ImmutableArray<CohortColumn> ColumnsOf(List<NormPoints> points, bool bySection) => bySection
        ? [.. points.GroupBy(p => p.Section, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CohortColumn(g.Key, g.Last().SectionTitle))]
        : [.. points.Select(p => p.Skill).Distinct().Order().Select(s => new CohortColumn(RecordWords.Skills.Of(s), Texts.Of(s)))];

    private static bool IsIn(NormPoints points, CohortColumn column, bool bySection) =>
        string.Equals(bySection ? points.Section : RecordWords.Skills.Of(points.Skill), column.Id, StringComparison.Ordinal);

    private static double? ShareOf(IEnumerable<NormPoints> points)
    {
        var (earned, possible) = points.Aggregate((Earned: 0.0, Possible: 0.0), (sum, p) => (sum.Earned + p.Earned, sum.Possible + p.Possible));
        return possible > 0 ? earned / possible : null;
    }
}
