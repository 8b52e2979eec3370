using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Output;

namespace Standards.Simulator.Consoles;

/// <summary>A row of a terminal.</summary>
/// <param name="Text">With its colour codes.</param>
/// <param name="Width">Columns that it takes.</param>
internal readonly record struct LineRow(string Text, int Width);

/// <summary>
/// How a prompt and a line fall into rows of a terminal. A wide character that does not fit goes to the next row whole; the last row
/// is never full, so that the cursor has a place behind it. Immutable.
/// </summary>
/// <param name="CursorRow">From 0.</param>
/// <param name="CursorColumn">From 0.</param>
internal sealed record LineLayout(ImmutableArray<LineRow> Rows, int CursorRow, int CursorColumn)
{
    private const char Escape = '\u001b';

    /// <param name="prompt">May hold colour codes and line feeds.</param>
    /// <param name="columns">The width of the terminal.</param>
    public static LineLayout Of(string prompt, LineBuffer line, int columns)
    {
        var rows = new Builder(Math.Max(columns, 2));
        rows.Append(prompt);
        rows.Append(line.Text[..line.Cursor]);
        var rest = line.Text.AsSpan(line.Cursor);
        rows.Break(rest.IsEmpty ? 1 : TextWrapper.Width(rest[..StringInfo.GetNextTextElementLength(rest)].ToString()));
        var (row, column) = (rows.Row, rows.Column);
        rows.Append(line.Text[line.Cursor..]);
        rows.Break(1);
        return new LineLayout(rows.ToRows(), row, column);
    }

    /// <summary>Where a terminal that has become narrower, and so has broken a row anew, shows a column of it: rows below its start.</summary>
    public static int BrokenRows(LineRow row, int column, int columns)
    {
        var rows = new Builder(Math.Max(columns, 2));
        var seen = 0;
        foreach (var element in Elements(row.Text).SelectMany(CodePoints))
        {
            if (seen >= column && element.Width > 0)
            {
                // The cursor stays on its character.
                rows.Break(element.Width);
                break;
            }

            rows.Add(element);
            seen += element.Width;
        }

        return rows.Row;
    }

    /// <summary>The characters as a reader sees them; a colour code takes no columns.</summary>
    private static IEnumerable<(string Text, int Width)> Elements(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = text[at] == Escape ? CodeLength(text, at) : StringInfo.GetNextTextElementLength(text.AsSpan(at));
            var element = text.Substring(at, length);
            at += length;
            if (element[0] == Escape || element[0] == '\n')
                yield return (element, 0);
            else if (!char.IsControl(element[0]))
                yield return (element, TextWrapper.Width(element));
        }
    }

    /// <summary>A terminal knows no characters of several wide code points: it breaks rows inside them.</summary>
    private static IEnumerable<(string Text, int Width)> CodePoints((string Text, int Width) element) =>
        element.Width == 0 ? [element] : element.Text.EnumerateRunes().Select(r => (r.ToString(), DisplayWidth.Of(r)));

    private static int CodeLength(string text, int at)
    {
        var end = at + 1;
        if (end < text.Length && text[end] == '[')
        {
            end++;
            while (end < text.Length && text[end] is < '@' or > '~')
                end++;
        }

        return Math.Min(end + 1, text.Length) - at;
    }

    private sealed class Builder(int columns)
    {
        private readonly ImmutableArray<LineRow>.Builder _rows = ImmutableArray.CreateBuilder<LineRow>();
        private readonly StringBuilder _row = new();

        public int Row => _rows.Count;

        public int Column { get; private set; }

        public void Append(string text)
        {
            foreach (var element in Elements(text))
                Add(element);
        }

        public void Add((string Text, int Width) element)
        {
            if (string.Equals(element.Text, "\n", StringComparison.Ordinal))
            {
                End();
                return;
            }

            if (element.Width > 0)
                Break(element.Width);
            _row.Append(element.Text);
            Column += element.Width;
        }

        /// <summary>Begins a row where so many columns are not left in this one.</summary>
        public void Break(int width)
        {
            if (Column > 0 && Column + width > columns)
                End();
        }

        public ImmutableArray<LineRow> ToRows()
        {
            End();
            return _rows.ToImmutable();
        }

        private void End()
        {
            _rows.Add(new LineRow(_row.ToString(), Column));
            _row.Clear();
            Column = 0;
        }
    }
}
