using System.Text;

namespace Standards.Simulator.Scenarios;

/// <summary>Texts with variables in braces: <c>请{B.name}稍等</c>.</summary>
internal static class Template
{
    public static bool HasPlaces(string text) => text.Contains('{', StringComparison.Ordinal) && PlacesOf(text).Any();

    /// <summary>The names in braces.</summary>
    public static IEnumerable<string> PlacesOf(string text)
    {
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
                yield break;
            yield return text[(open + 1)..close];
        }
    }

    /// <summary>The variable that the text is and nothing else; null where it is more or less than that.</summary>
    public static string? WholePlace(string text) =>
        text.Length > 2 && text[0] == '{' && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1 ? text[1..^1] : null;

    /// <summary>The text with its places filled; a name that stands for nothing stays as written.</summary>
    public static string Fill(string text, Func<string, string?> valueOf)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
            return text;
        var filled = new StringBuilder(text.Length);
        var rest = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', rest))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
                break;
            filled.Append(text, rest, open - rest).Append(valueOf(text[(open + 1)..close]) ?? text[open..(close + 1)]);
            rest = close + 1;
        }

        return filled.Append(text, rest, text.Length - rest).ToString();
    }
}
