using System.Text;
using Standards.Rules.Diagnostics;

namespace Standards.Simulator.Output;

/// <summary>
/// Breaks text into lines of so many terminal columns: at blanks, and between Chinese characters, but never before a closing mark nor
/// after an opening one.
/// </summary>
internal static class TextWrapper
{
    private const string NeverFirst = "，。；：、！？）】》”’…,.;:!?)]}%";
    private const string NeverLast = "（【《“‘([{";

    /// <summary>Columns that a terminal gives to the text.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += DisplayWidth.Of(rune);
        return width;
    }

    /// <summary>The text with blanks behind it up to a width.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>The lines; at least one. A word longer than a line is broken where the line ends.</summary>
    public static List<string> Lines(string text, int width)
    {
        width = Math.Max(width, 8);
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var (piece, spaced) in Pieces(text))
        {
            var wide = Width(piece);
            var gap = spaced && used > 0 ? 1 : 0;
            if (used > 0 && used + gap + wide > width)
            {
                lines.Add(line.ToString());
                line.Clear();
                (used, gap) = (0, 0);
            }

            var rest = piece;
            while (Width(rest) > width)
            {
                var head = Head(rest, width);
                lines.Add(head);
                rest = rest[head.Length..];
            }

            line.Append(' ', gap).Append(rest);
            used += gap + Width(rest);
        }

        if (line.Length > 0 || lines.Count == 0)
            lines.Add(line.ToString());
        return lines;
    }

    /// <summary>What may not be broken, and whether a blank stood before it.</summary>
    private static IEnumerable<(string Piece, bool Spaced)> Pieces(string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var piece = new StringBuilder();
            var spaced = true;
            var previous = default(Rune);
            foreach (var rune in word.EnumerateRunes())
            {
                if (piece.Length > 0 && MayBreak(previous, rune))
                {
                    yield return (piece.ToString(), spaced);
                    piece.Clear();
                    spaced = false;
                }

                piece.Append(rune.ToString());
                previous = rune;
            }

            yield return (piece.ToString(), spaced);
        }
    }

    private static bool MayBreak(Rune before, Rune after) =>
        (DisplayWidth.Of(before) == 2 || DisplayWidth.Of(after) == 2) && !Holds(NeverFirst, after) && !Holds(NeverLast, before);

    private static bool Holds(string characters, Rune rune) => rune.IsBmp && characters.Contains((char)rune.Value, StringComparison.Ordinal);

    private static string Head(string text, int width)
    {
        var length = 0;
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += DisplayWidth.Of(rune);
            if (used > width && length > 0)
                break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
