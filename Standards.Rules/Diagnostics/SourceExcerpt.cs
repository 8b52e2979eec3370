using System.Text;

namespace Standards.Rules.Diagnostics;

/// <summary>A line of source cut to a width around what is marked, and the carets below it.</summary>
/// <param name="Text">The line as shown: tabs as spaces, unprintable characters replaced.</param>
/// <param name="Indent">Terminal columns before the first caret.</param>
/// <param name="Carets">How many carets, at least 1.</param>
internal sealed record SourceExcerpt(string Text, int Indent, int Carets)
{
    private const string Cut = "…";
    private const int TabWidth = 4;

    /// <summary>Cuts <paramref name="line"/>: column and length count UTF-16 units, the width terminal columns.</summary>
    public static SourceExcerpt Of(ReadOnlySpan<char> line, int column, int length, int width)
    {
        var start = Math.Clamp(column - 1, 0, line.Length);
        var end = Math.Clamp(start + Math.Max(length, 1), start, line.Length);
        var cells = Cells(line);
        var first = cells.TakeWhile(c => c.Offset + c.Units <= start).Count();
        var past = Math.Max(cells.TakeWhile(c => c.Offset < end).Count(), first);
        var (from, to) = Window(cells, first, past, width);
        past = Math.Min(past, Math.Max(to, first));

        var text = new StringBuilder(from > 0 ? Cut : "");
        var indent = from > 0 ? 1 : 0;
        var carets = 0;
        for (var i = from; i < to; i++)
        {
            text.Append(cells[i].Shown);
            indent += i < first ? cells[i].Width : 0;
            carets += i >= first && i < past ? cells[i].Width : 0;
        }

        text.Append(to < cells.Count ? Cut : "");
        return new SourceExcerpt(text.ToString().TrimEnd(), indent, Math.Max(carets, 1));
    }

    /// <summary>The text without what could move a terminal's cursor or turn its direction of writing.</summary>
    public static string Printable(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var cell in Cells(text))
            shown.Append(cell.Shown);
        return shown.ToString();
    }

    private static List<Cell> Cells(ReadOnlySpan<char> line)
    {
        var cells = new List<Cell>(line.Length);
        var offset = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            // A lone surrogate reads as the replacement character, which is one unit too.
            var units = rune.Utf16SequenceLength;
            cells.Add(rune.Value switch
            {
                '\t' => new Cell(offset, units, new string(' ', TabWidth), TabWidth),
                _ when IsUnprintable(rune) => new Cell(offset, units, "\uFFFD", 1),
                _ => new Cell(offset, units, rune.ToString(), DisplayWidth.Of(rune)),
            });
            offset += units;
        }

        return cells;
    }

    /// <summary>All of the line where it fits; else the marked part with a third of the room before it, or more near the end.</summary>
    private static (int From, int To) Window(List<Cell> cells, int first, int past, int width)
    {
        if (cells.Sum(c => c.Width) <= width)
            return (0, cells.Count);
        var room = Math.Max(width - 2, 8);
        var before = room / 3;
        var from = first;
        while (from > 0 && (before -= cells[from - 1].Width) >= 0)
            from--;
        var to = from;
        while (to < cells.Count && (room -= cells[to].Width) >= 0)
            to++;
        while (from > 0 && (room -= cells[from - 1].Width) >= 0)
            from--;
        return (from, to);
    }

    private static bool IsUnprintable(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or 0xFFFE or 0xFFFF;

    /// <summary>One character with its place in the line and on the screen.</summary>
    private readonly record struct Cell(int Offset, int Units, string Shown, int Width);
}
