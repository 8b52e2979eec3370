using System.Text;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Output;

namespace Standards.Simulator.Observing;

/// <summary>Text cut and set into columns of a terminal, where a Chinese character takes two.</summary>
internal static class ScreenText
{
    private const char Ellipsis = '…';

    /// <summary>The text, or its beginning with an ellipsis where it is wider.</summary>
    public static string Cut(string text, int width)
    {
        if (TextWrapper.Width(text) <= width)
            return text;
        if (width <= 0)
            return "";
        var head = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += DisplayWidth.Of(rune);
            if (used > width - 1)
                break;
            head.Append(rune.ToString());
        }

        return head.Append(Ellipsis).ToString();
    }

    /// <summary>The text cut or filled up with blanks to just that width.</summary>
    public static string Fill(string text, int width) => TextWrapper.Pad(Cut(text, width), width);

    /// <summary>A text at the left and one at the right end of a line; the left one is cut where there is no room for both.</summary>
    public static string Ends(string left, string right, int width)
    {
        var room = width - TextWrapper.Width(right) - 1;
        return room < 1 ? Cut(right, width) : Fill(left, room) + " " + right;
    }

    /// <summary>How many rows so many cells take.</summary>
    public static int Rows(int cells, int columns) => (cells + columns - 1) / columns;

    /// <summary>Cells in columns, each read from above; painted after they have been cut.</summary>
    public static IEnumerable<string> Grid(IReadOnlyList<(string Text, Func<string, string>? Paint)> cells, int columns, int width)
    {
        var rows = Rows(cells.Count, columns);
        var cellWidth = (width - (columns - 1)) / columns;
        for (var row = 0; row < rows; row++)
        {
            var line = new StringBuilder();
            for (var index = row; index < cells.Count; index += rows)
            {
                var isLast = index + rows >= cells.Count;
                var text = isLast ? Cut(cells[index].Text, cellWidth) : Fill(cells[index].Text, cellWidth);
                line.Append(cells[index].Paint is { } paint ? paint(text) : text).Append(isLast ? "" : " ");
            }

            yield return line.ToString();
        }
    }
}
