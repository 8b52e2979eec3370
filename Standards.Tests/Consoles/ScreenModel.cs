using System.Globalization;
using System.Text;
using Standards.Simulator.Output;

namespace Standards.Tests.Consoles;

/// <summary>
/// What a terminal shows: the part of ECMA-48 that programs of lines use, with wide characters, and rows that are broken anew when
/// the window becomes narrower, as most terminals do. Not thread-safe.
/// </summary>
internal sealed class ScreenModel(int columns, int rows)
{
    private const char Escape = '\u001b';

    /// <summary>Every row since the start; the last <see cref="_rows"/> are visible. The second cell of a wide character is empty.</summary>
    private readonly List<Row> _lines = [new Row()];
    private readonly StringBuilder _unfinished = new();
    private int _columns = columns;
    private int _rows = rows;
    private int _line;
    private int _column;
    private bool _isWrapPending;

    public bool IsCursorVisible { get; private set; } = true;

    public bool PastesInBrackets { get; private set; }

    /// <summary>Whether anything was written in colour, or bold, or dim.</summary>
    public bool HasColor { get; private set; }

    /// <summary>How often something was written that could be seen.</summary>
    public int Drawings { get; private set; }

    private int Top => Math.Max(0, _lines.Count - _rows);

    /// <summary>The visible rows without blanks at their ends, and without empty rows at the end.</summary>
    public IReadOnlyList<string> Rows
    {
        get
        {
            var visible = _lines.Skip(Top).Select(r => r.ToString()).ToList();
            while (visible.Count > 0 && visible[^1].Length == 0)
                visible.RemoveAt(visible.Count - 1);
            return visible;
        }
    }

    /// <summary>Everything since the start, with what has left the window.</summary>
    public string All => string.Join('\n', _lines.Select(r => r.ToString()));

    /// <summary>From 0, counted in the window.</summary>
    public (int Row, int Column) Cursor => (_line - Top, _column);

    /// <summary>The character under the cursor; a blank where there is none.</summary>
    public string UnderCursor => _lines[_line].Cell(_column);

    public void Write(string text)
    {
        _unfinished.Append(text);
        var all = _unfinished.ToString();
        var at = 0;
        while (at < all.Length)
        {
            var length = all[at] == Escape ? Sequence(all, at) : Character(all, at);
            if (length == 0)
                break;
            at += length;
        }

        _unfinished.Clear().Append(all.AsSpan(at));
        Drawings++;
    }

    public void Resize(int columns, int rows)
    {
        if (columns < _columns)
            Break(columns);
        (_columns, _rows) = (columns, rows);
        _isWrapPending = false;
    }

    private int Character(string text, int at)
    {
        switch (text[at])
        {
            case '\r':
                (_column, _isWrapPending) = (0, false);
                return 1;
            case '\n':
                LineFeed();
                return 1;
            case '\b':
                (_column, _isWrapPending) = (Math.Max(0, _column - 1), false);
                return 1;
            case < ' ' or '\u007f':
                return 1;
            default:
                // A surrogate pair may come apart.
                if (char.IsHighSurrogate(text[at]) && at + 1 == text.Length)
                    return 0;
                var length = char.IsHighSurrogate(text[at]) ? 2 : 1;
                Put(text.Substring(at, length));
                return length;
        }
    }

    private void Put(string character)
    {
        var width = TextWrapper.Width(character);
        if (width == 0)
        {
            _lines[_line].Combine(_isWrapPending ? _column : _column - 1, character);
            return;
        }

        if (_isWrapPending || _column + width > _columns)
        {
            _column = 0;
            LineFeed();
        }

        _lines[_line].Put(_column, character, width);
        _column += width;
        _isWrapPending = _column >= _columns;
        if (_isWrapPending)
            _column = _columns - 1;
    }

    private void LineFeed()
    {
        _isWrapPending = false;
        _line++;
        if (_line == _lines.Count)
            _lines.Add(new Row());
    }

    private int Sequence(string text, int at)
    {
        if (at + 1 >= text.Length)
            return 0;
        if (text[at + 1] != '[')
            return text[at + 1] is '=' or '>' ? 2 : throw new NotSupportedException($"escape {(int)text[at + 1]:x}");
        var end = at + 2;
        while (end < text.Length && text[end] is >= ' ' and <= '?')
            end++;
        if (end == text.Length)
            return 0;
        Run(text[end], text[(at + 2)..end]);
        return end + 1 - at;
    }

    private void Run(char final, string parameters)
    {
        HasColor |= final == 'm';
        if (final == 'm')
            return;
        if (parameters.StartsWith('?'))
        {
            Mode(parameters, final == 'h');
            return;
        }

        var number = int.TryParse(parameters, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var steps = Math.Max(1, number);
        _isWrapPending = false;
        switch (final)
        {
            case 'A':
                _line = Math.Max(Top, _line - steps);
                break;
            case 'B':
                _line = Math.Min(_lines.Count - 1, _line + steps);
                break;
            case 'C':
                _column = Math.Min(_columns - 1, _column + steps);
                break;
            case 'D':
                _column = Math.Max(0, _column - steps);
                break;
            case 'H':
                (_line, _column) = (Top, 0);
                break;
            case 'K' when number == 0:
                _lines[_line].EraseFrom(_column);
                break;
            case 'J' when number == 0:
                _lines[_line].EraseFrom(_column);
                for (var i = _line + 1; i < _lines.Count; i++)
                    _lines[i].EraseFrom(0);
                break;
            case 'J' when number == 2:
                for (var i = Top; i < _lines.Count; i++)
                    _lines[i].EraseFrom(0);
                break;
            default:
                throw new NotSupportedException($"control sequence {parameters}{final}");
        }
    }

    private void Mode(string parameters, bool isOn)
    {
        switch (parameters)
        {
            case "?25":
                IsCursorVisible = isOn;
                break;
            case "?2004":
                PastesInBrackets = isOn;
                break;
            case "?1":
                break;
            default:
                throw new NotSupportedException($"mode {parameters}");
        }
    }

    /// <summary>Breaks the rows that are too long, and keeps the cursor on its character.</summary>
    private void Break(int columns)
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            while (_lines[i].Split(columns) is { } rest)
            {
                var kept = _lines[i].Length;
                _lines.Insert(i + 1, rest);
                if (_line > i)
                    _line++;
                else if (_line == i && _column >= kept)
                    (_line, _column) = (i + 1, _column - kept);
                i++;
            }
        }

        _column = Math.Min(_column, columns - 1);
    }

    private sealed class Row
    {
        private readonly List<string> _cells = [];

        public int Length => _cells.Count;

        public string Cell(int column) => column < _cells.Count ? _cells[column] : " ";

        public void Put(int column, string character, int width)
        {
            while (_cells.Count < column + width)
                _cells.Add(" ");

            // Half of a wide character does not stay.
            if (_cells[column].Length == 0 && column > 0)
                _cells[column - 1] = " ";
            if (column + width < _cells.Count && _cells[column + width].Length == 0)
                _cells[column + width] = " ";
            _cells[column] = character;
            if (width == 2)
                _cells[column + 1] = "";
        }

        public void Combine(int column, string mark)
        {
            while (column > 0 && column < _cells.Count && _cells[column].Length == 0)
                column--;
            if (column >= 0 && column < _cells.Count)
                _cells[column] += mark;
        }

        public void EraseFrom(int column)
        {
            if (column < _cells.Count)
                _cells.RemoveRange(column, _cells.Count - column);
        }

        /// <summary>Takes away what does not fit; null where all does.</summary>
        public Row? Split(int columns)
        {
            if (_cells.Count <= columns)
                return null;
            var at = _cells[columns].Length == 0 ? columns - 1 : columns;
            var rest = new Row();
            rest._cells.AddRange(_cells.Skip(at));
            _cells.RemoveRange(at, _cells.Count - at);
            return rest;
        }

        public override string ToString() => string.Concat(_cells).TrimEnd(' ');
    }
}
