namespace Standards.Rules.Syntax.Deadlines;

/// <summary>Finds the word that a misspelling must mean.</summary>
internal static class NearWord
{
    /// <summary>The nearest candidate: at most one slip in a short word, two in one of six letters or more.</summary>
    public static string? Find(string word, ReadOnlySpan<string> candidates)
    {
        if (word.Length is < 2 or > 20)
            return null;
        var (best, bestDistance) = ((string?)null, word.Length >= 6 ? 3 : 2);
        foreach (var candidate in candidates)
        {
            var distance = Distance(word, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    // Insertions, deletions, replacements and swaps of neighbours.
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && IsSwap(left, right, i, j))
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }

    private static bool IsSwap(string left, string right, int i, int j) =>
        char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 2])
        && char.ToLowerInvariant(left[i - 2]) == char.ToLowerInvariant(right[j - 1]);
}
