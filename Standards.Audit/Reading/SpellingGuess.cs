using Standards.Core;

namespace Standards.Audit.Reading;

/// <summary>Guesses which known name was meant.</summary>
internal static class SpellingGuess
{
    /// <summary>"did you mean", or null where nothing known is near.</summary>
    public static LocalizedText? Help(string name, IEnumerable<string> known)
    {
        var most = Math.Max(1, name.Length / 3);
        var best = known
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant(), most)))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
        return best is null ? null : new LocalizedText($"是否想写 `{best}`？", $"did you mean `{best}`?");
    }

    /// <summary>Edits (insert, delete, replace) from one text to the other, or more than <paramref name="most"/>.</summary>
    private static int Distance(string from, string to, int most)
    {
        if (Math.Abs(from.Length - to.Length) > most)
            return most + 1;
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
