using System.Globalization;
using System.Text;

namespace Standards.Simulator.Consoles;

/// <summary>
/// Draws the line being typed: gives the escape sequences that turn what the terminal shows into what it should show. Knows what it
/// has drawn, and touches nothing above it. Not thread-safe.
/// </summary>
internal sealed class LineScreen
{
    private const string HideCursor = "\u001b[?25l";
    private const string ShowCursor = "\u001b[?25h";
    private const string EraseRest = "\u001b[K";
    private const string EraseBelow = "\u001b[J";
    private const string EraseAll = "\u001b[H\u001b[2J";
    private const string NextRow = "\r\n";

    private Drawing? _drawn;

    /// <summary>Shows a prompt and a line; nothing to write where they are shown already.</summary>
    /// <param name="columns">The width of the terminal.</param>
    /// <param name="rows">Its height; of a line that is higher, the part with the cursor is shown.</param>
    public string Draw(string prompt, LineBuffer line, int columns, int rows)
    {
        var text = new StringBuilder();
        Draw(text, prompt, line, columns, rows);
        return text.ToString();
    }

    /// <summary>Prints text where the line stands, and the line below it.</summary>
    public string DrawBelow(string above, string prompt, LineBuffer line, int columns, int rows)
    {
        var text = new StringBuilder();
        text.Append(HideCursor);
        ToStart(text, columns);
        text.Append(EraseBelow).Append(ForRawTerminal(above));
        if (!above.EndsWith('\n'))
            text.Append(NextRow);
        _drawn = null;
        Draw(text, prompt, line, columns, rows);
        return text.ToString();
    }

    /// <summary>Shows the line alone, at the top.</summary>
    public string DrawCleared(string prompt, LineBuffer line, int columns, int rows)
    {
        _drawn = null;
        return EraseAll + Draw(prompt, line, columns, rows);
    }

    /// <summary>Leaves the line where it stands and goes below it.</summary>
    public string Finish(string prompt, LineBuffer line, int columns, int rows)
    {
        var text = Draw(prompt, line.End(), columns, rows);
        _drawn = null;
        return text + NextRow;
    }

    /// <summary>A terminal in raw mode needs both to begin a row.</summary>
    public static string ForRawTerminal(string text) => text.ReplaceLineEndings(NextRow);

    private void Draw(StringBuilder text, string prompt, LineBuffer line, int columns, int rows)
    {
        if (_drawn is { } drawn && drawn.Line == line && drawn.Columns == columns && drawn.Rows == rows && string.Equals(drawn.Prompt, prompt, StringComparison.Ordinal))
            return;
        var layout = LineLayout.Of(prompt, line, columns);
        var (first, count) = Visible(layout, rows);
        text.Append(HideCursor);
        ToStart(text, columns);
        if (_drawn is { } old && (old.Count > count || old.Columns != columns))
            text.Append(EraseBelow);
        for (var i = first; i < first + count; i++)
        {
            var row = layout.Rows[i];
            if (i > first)
                text.Append(NextRow);
            text.Append(row.Text);

            // Behind a full row the cursor still stands on its last column: erasing from there would take that away.
            if (row.Width < columns)
                text.Append(EraseRest);
        }

        Up(text, first + count - 1 - layout.CursorRow);
        text.Append('\r');
        Move(text, layout.CursorColumn, 'C');
        text.Append(ShowCursor);
        _drawn = new Drawing(prompt, line, columns, rows, layout, first, count);
    }

    private void ToStart(StringBuilder text, int columns)
    {
        if (_drawn is { } drawn)
            Up(text, drawn.RowsAboveCursor(columns));
        text.Append('\r');
    }

    private static void Up(StringBuilder text, int rows) => Move(text, rows, 'A');

    private static void Move(StringBuilder text, int distance, char direction)
    {
        if (distance > 0)
            text.Append(CultureInfo.InvariantCulture, $"\u001b[{distance}{direction}");
    }

    private static (int First, int Count) Visible(LineLayout layout, int rows)
    {
        var count = Math.Min(layout.Rows.Length, Math.Max(rows, 1));
        var first = Math.Clamp(layout.CursorRow - count + 1, 0, layout.Rows.Length - count);
        return (first, count);
    }

    private sealed record Drawing(string Prompt, LineBuffer Line, int Columns, int Rows, LineLayout Layout, int First, int Count)
    {
        /// <summary>
        /// Terminals break rows anew when they become narrower, and leave them when they become wider, for the rows end in line feeds.
        /// </summary>
        public int RowsAboveCursor(int columns)
        {
            if (columns >= Columns)
                return Layout.CursorRow - First;
            var rows = 0;
            for (var i = First; i < Layout.CursorRow; i++)
                rows += 1 + LineLayout.BrokenRows(Layout.Rows[i], Layout.Rows[i].Width, columns);
            return rows + LineLayout.BrokenRows(Layout.Rows[Layout.CursorRow], Layout.CursorColumn, columns);
        }
    }
}
