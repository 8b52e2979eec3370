using System.Collections.Immutable;
using Standards.Core;

namespace Standards.Rules.Diagnostics;

/// <summary>Finds the names that a mistyped one may have meant. Deterministic and ordinal.</summary>
public static class Suggestion
{
    private const int Most = 3;
    private const int LongestName = 100;

    /// <summary>
    /// Up to three candidates, the likeliest first: those that differ in case or separators only, then those with the
    /// same dotted parts in another order, then those that only add parts, then those a few typing errors away.
    /// </summary>
    public static ImmutableArray<string> Closest(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestName)
            return [];
        var plain = Plain(name);
        var parts = Parts(name);
        return
        [
            .. candidates
                .Where(c => c.Length is > 0 and <= LongestName && !string.Equals(c, name, StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Select(c => (Name: c, Rank: Rank(plain, parts, c)))
                .Where(c => c.Rank is not null)
                .OrderBy(c => c.Rank!.Value)
                .ThenBy(c => c.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(c => c.Name),
        ];
    }

    /// <summary>The help line for a diagnostic about <paramref name="name"/>; null where nothing is close.</summary>
    public static LocalizedText? DidYouMean(string name, IEnumerable<string> candidates)
    {
        var closest = Closest(name, candidates);
        if (closest.IsEmpty)
            return null;
        var quoted = closest.Select(c => $"`{c}`").ToArray();
        var en = quoted.Length == 1 ? quoted[0] : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
        var zh = quoted.Length == 1 ? quoted[0] : $"{string.Join("、", quoted[..^1])} 或 {quoted[^1]}";
        return new LocalizedText($"是否想写 {zh}？", $"did you mean {en}?");
    }

    private static int? Rank(string plain, string[] parts, string candidate)
    {
        var other = Plain(candidate);
        if (string.Equals(plain, other, StringComparison.Ordinal))
            return 0;
        var otherParts = Parts(candidate);
        if (parts.Length > 0 && parts.Order(StringComparer.Ordinal).SequenceEqual(otherParts.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            return 1;

        // A typing error in a longer name is likelier than in a shorter one.
        var longest = Math.Max(plain.Length, other.Length);
        var allowed = Math.Min(Math.Max(1, longest / 3), longest - 1);
        if (Math.Abs(plain.Length - other.Length) <= allowed && EditDistance.Between(plain, other) is var distance && distance <= allowed)
            return distance + 1;
        var adds = parts.Length > 0 && parts.Length < otherParts.Length && parts.All(p => otherParts.Contains(p, StringComparer.Ordinal));
        return adds ? 2 + otherParts.Length - parts.Length : null;
    }

    private static string Plain(string name) => string.Concat(Parts(name));

    private static string[] Parts(string name) =>
        name.ToLowerInvariant().Split(['.', '-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
}
