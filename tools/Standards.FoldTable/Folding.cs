using System.Globalization;
using System.Text;

namespace Standards.FoldTable;

/// <summary>What one code point becomes before tokens are compared: compatibility form, lower case, simplified, no accents.</summary>
internal sealed class Folding(Func<string, string> simplify)
{
    /// <summary>
    /// Pairs that the transliterator leaves apart, or joins only in some words. Folding is for comparing, not for
    /// writing: where one of the two spellings is always read as the other in service speech, they fold together.
    /// </summary>
    private static readonly Dictionary<string, string> House = new(StringComparer.Ordinal)
    {
        ["乾"] = "干",
        ["著"] = "着",
        ["瞭"] = "了",
        ["甚"] = "什",
        ["藉"] = "借",
        ["覆"] = "复",
        ["妳"] = "你",
        ["〇"] = "零",
        ["ß"] = "ss",
        ["ς"] = "σ",
    };

    public string Fold(int codePoint)
    {
        var seen = new List<string> { char.ConvertFromUtf32(codePoint) };
        while (true)
        {
            var next = Once(seen[^1]);
            var first = seen.IndexOf(next);
            if (first >= 0)
                return seen[first..].Min(StringComparer.Ordinal)!; // a few pairs point at each other: either will do, as long as both take it
            seen.Add(next);
        }
    }

    private string Once(string text)
    {
        var result = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
        {
            var character = rune.ToString();
            character = simplify(character);
            character = House.GetValueOrDefault(character, character);
            result.Append(HasAccents(rune) ? WithoutAccents(character) : character);
        }

        return result.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <remarks>Latin, Greek and Cyrillic only: in other scripts a mark is part of the letter.</remarks>
    private static bool HasAccents(Rune rune) => rune.Value is < 0x0530 or (>= 0x1E00 and < 0x2000);

    private static string WithoutAccents(string text) => string.Concat(
        text.Normalize(NormalizationForm.FormKD).EnumerateRunes()
            .Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.NonSpacingMark)
            .Select(r => r.ToString()));
}
