using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Binding;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Cases;

/// <summary>A verdict that running a case gave, by the id of its norm.</summary>
internal sealed record GivenVerdict(string Norm, VerdictRecord Record)
{
    public Verdict Verdict => Record.Verdict;

    public Instant At => new(Record.At);

    public string? Key => Record.Key.IsMissing ? null : Record.Key.ToString();

    public bool Meets(ExpectedFinding expected) =>
        Verdict == expected.Verdict
        && string.Equals(Norm, expected.Norm, StringComparison.Ordinal)
        && (expected.At is null || expected.At == At)
        && (expected.Key is null || string.Equals(expected.Key, Key, StringComparison.Ordinal));
}

/// <summary>What did not match.</summary>
/// <param name="Missing">Expectations that nothing met.</param>
/// <param name="Unexpected">Verdicts of a kind that cases list completely, and that the case does not list.</param>
internal sealed record CaseMatch(List<ExpectedFinding> Missing, List<GivenVerdict> Unexpected)
{
    public bool IsComplete => Missing.Count == 0 && Unexpected.Count == 0;
}

/// <summary>Holds the verdicts that a case gave against those that it must give.</summary>
internal static class CaseMatcher
{
    public static CaseMatch Match(IEnumerable<ExpectedFinding> expected, List<GivenVerdict> given)
    {
        var missing = new List<ExpectedFinding>();
        var left = new List<GivenVerdict>(given);

        // The most specific expectations choose first.
        foreach (var item in expected.OrderBy(e => e.Verdict).ThenByDescending(e => (e.At is null ? 0 : 1) + (e.Key is null ? 0 : 1)))
        {
            var found = left.FindIndex(g => g.Meets(item));
            if (found >= 0)
                left.RemoveAt(found);
            else if (!NeverActivated(item, given))
                missing.Add(item);
        }

        left.RemoveAll(g => g.Verdict is not (Verdict.Violated or Verdict.Unknown));
        return new CaseMatch(missing, left);
    }

    /// <summary>A norm that was never activated does not apply either, and states no verdict.</summary>
    private static bool NeverActivated(ExpectedFinding item, List<GivenVerdict> given) =>
        item.Verdict == Verdict.NotApplicable && !given.Exists(g => string.Equals(g.Norm, item.Norm, StringComparison.Ordinal));
}
