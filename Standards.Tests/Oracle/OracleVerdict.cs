using System.Globalization;
using Standards.Core.Findings;

namespace Standards.Tests.Oracle;

/// <summary>What is compared between the engine and the reference: one obligation and how it ended.</summary>
/// <param name="Line">The activating event; 0 for one that a timer emitted.</param>
internal sealed record OracleVerdict(string Norm, Verdict Verdict, long At, long Due, string Key, long Line)
{
    /// <summary>All verdicts of an interaction as sorted lines, in seconds from <paramref name="start"/>.</summary>
    public static string[] Lines(IEnumerable<OracleVerdict> verdicts, long start) =>
        [.. verdicts.Select(v => v.Show(start)).Order(StringComparer.Ordinal)];

    /// <summary>What two sets of lines do not have in common; null where they are equal.</summary>
    public static string? Difference(string[] expected, string[] actual)
    {
        if (expected.AsSpan().SequenceEqual(actual))
            return null;
        var missing = expected.ToList();
        var extra = actual.Where(a => !missing.Remove(a)).ToList();
        return $"expected:\n  {string.Join("\n  ", missing)}\nbut:\n  {string.Join("\n  ", extra)}";
    }

    private string Show(long start) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Norm} {Verdict} at {Seconds(At, start)} due {Seconds(Due, start)} key {Key} activated by line {Line}");

    private static string Seconds(long ticks, long start) =>
        ticks == long.MaxValue ? "never" : ((decimal)(ticks - start) / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture);
}
