using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Standards.Rules.Speech;

/// <summary>What a character is to the tokenizer, once folded.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Separates words, says nothing: spaces, quotes, brackets, pictures.</summary>
    Space,

    /// <summary>As if it were not there: an apostrophe, an accent, a zero-width joiner.</summary>
    Joiner,

    /// <summary>A comma and its like.</summary>
    Pause,

    /// <summary>The end of a sentence.</summary>
    Stop,

    /// <summary>A token of its own: a Han character, a kana, a currency sign.</summary>
    Single,

    /// <summary>A letter or digit of a run.</summary>
    Word,

    /// <summary>Folds to several characters.</summary>
    Expansion,

    /// <summary>Half of a character outside the basic plane.</summary>
    Surrogate,
}

/// <summary>A character folded: one table look-up gives what it becomes and what that is.</summary>
/// <remarks>The target of an <see cref="CharacterKind.Expansion"/> is the index of its text.</remarks>
internal readonly record struct FoldedCharacter(char Target, CharacterKind Kind);

/// <summary>
/// The fold table: compatibility form, lower case, traditional to simplified, no accents. Made from
/// <see cref="FoldData"/> at first use; neither that nor a look-up needs ICU. Thread-safe.
/// </summary>
internal static class CharacterFolding
{
    private static readonly List<string> Expansions = [];
    private static readonly Dictionary<int, string> BeyondBasicPlane = [];
    private static readonly FoldedCharacter[] Table = Build();
    private static readonly FrozenDictionary<int, string> Beyond = BeyondBasicPlane.ToFrozenDictionary();

    public static FoldedCharacter Of(char character) => Table[character];

    public static ReadOnlySpan<char> Expansion(FoldedCharacter folded) => Expansions[folded.Target];

    /// <summary>What a code point outside the basic plane folds to; false where it stays itself.</summary>
    public static bool TryFold(int codePoint, out string folded) => Beyond.TryGetValue(codePoint, out folded!);

    public static CharacterKind KindOf(int codePoint)
    {
        if (IsSingle(codePoint))
            return CharacterKind.Single;
        switch (codePoint)
        {
            case '\'' or 0x2018 or 0x2019 or 0x02BC:
                return CharacterKind.Joiner;
            case ',' or 0xFF0C or 0x3001 or ':' or 0xFF1A or 0x2014 or 0x2026 or '~' or 0xFF5E:
                return CharacterKind.Pause;
            case 0x3002 or 0xFF61 or '!' or 0xFF01 or '?' or 0xFF1F or ';' or 0xFF1B or '\n' or 0x2028 or 0x2029:
                return CharacterKind.Stop;
            case '%' or 0x2030:
                return CharacterKind.Single;
        }

        return CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => CharacterKind.Joiner,
            UnicodeCategory.CurrencySymbol => CharacterKind.Single,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.SpacingCombiningMark => CharacterKind.Word,
            UnicodeCategory.Surrogate => CharacterKind.Surrogate,
            _ => CharacterKind.Space,
        };
    }

    /// <remarks>Scripts written without spaces: a character is a token.</remarks>
    private static bool IsSingle(int codePoint) => codePoint
        is (>= 0x2E80 and <= 0x2FDF)
        or (>= 0x3005 and <= 0x3007)
        or (>= 0x3021 and <= 0x3029)
        or (>= 0x3041 and <= 0x3096)
        or (>= 0x30A1 and <= 0x30FF and not 0x30FB)
        or (>= 0x3105 and <= 0x312F)
        or (>= 0x31A0 and <= 0x31BF)
        or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);

    private static FoldedCharacter[] Build()
    {
        var table = new FoldedCharacter[char.MaxValue + 1];
        for (var c = 0; c < table.Length; c++)
            table[c] = new FoldedCharacter((char)c, KindOf(c));

        foreach (var line in FoldData.Pairs.AsSpan().EnumerateLines())
        {
            for (var i = 0; i < line.Length; i += 2)
                table[line[i]] = new FoldedCharacter(line[i + 1], CharacterKind.Single);
        }

        ReadRanges(table);
        ReadExpansions(table);
        return table;
    }

    private static void ReadRanges(FoldedCharacter[] table)
    {
        foreach (var line in FoldData.Ranges.AsSpan().EnumerateLines())
        {
            foreach (var part in line.Split(','))
            {
                var entry = line[part];
                var gap = entry.IndexOf(' ');
                var dash = entry.IndexOf('-');
                var first = Hex(dash < 0 ? entry[..gap] : entry[..dash]);
                var last = dash < 0 ? first : Hex(entry[(dash + 1)..gap]);
                var target = Hex(entry[(gap + 1)..]);
                for (var c = first; c <= last; c++)
                    Set(table, c, char.ConvertFromUtf32(target + c - first));
            }
        }
    }

    private static void ReadExpansions(FoldedCharacter[] table)
    {
        var text = new StringBuilder();
        foreach (var line in FoldData.Expansions.AsSpan().EnumerateLines())
        {
            foreach (var part in line.Split(','))
            {
                var entry = line[part];
                var source = -1;
                text.Clear();
                foreach (var code in entry.Split(' '))
                {
                    var codePoint = Hex(entry[code]);
                    if (source < 0)
                        source = codePoint;
                    else
                        text.Append(char.ConvertFromUtf32(codePoint));
                }

                Set(table, source, text.ToString());
            }
        }
    }

    private static void Set(FoldedCharacter[] table, int source, string folded)
    {
        if (source > char.MaxValue)
        {
            BeyondBasicPlane[source] = folded;
        }
        else if (folded.Length == 1)
        {
            var kind = table[source].Kind is CharacterKind.Pause or CharacterKind.Stop ? table[source].Kind : KindOf(folded[0]);
            table[source] = new FoldedCharacter(folded[0], kind);
        }
        else
        {
            table[source] = new FoldedCharacter((char)Expansions.Count, CharacterKind.Expansion);
            Expansions.Add(folded);
        }
    }

    private static int Hex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
