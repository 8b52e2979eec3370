using System.Globalization;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>
/// Where each character of a scalar's value stands in the text of the file. Built by reading the scalar a second time;
/// each character is compared with the parser's value, so that a map is either right or empty.
/// </summary>
internal sealed class ScalarPositions
{
    private readonly string _text;
    private readonly string _value;
    private readonly int _limit;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private int _at;
    private int _count;

    private ScalarPositions(string text, int start, int end, string value)
    {
        _text = text;
        _value = value;
        _at = start;
        _limit = Math.Min(end, text.Length);
        _starts = new int[value.Length];
        _ends = new int[value.Length];
    }

    /// <summary>No character could be placed.</summary>
    public bool IsEmpty { get; private init; }

    public static ScalarPositions Of(string text, int start, int end, YamlScalarStyle style, string value)
    {
        var positions = new ScalarPositions(text, start, end, value);
        positions.SkipProperties();
        var read = style switch
        {
            YamlScalarStyle.Literal => positions.ReadBlock(folds: false),
            YamlScalarStyle.Folded => positions.ReadBlock(folds: true),
            YamlScalarStyle.SingleQuoted => positions.ReadFlow('\''),
            YamlScalarStyle.DoubleQuoted => positions.ReadFlow('"'),
            _ => positions.ReadFlow('\0'),
        };
        return read && positions._count == value.Length && value.Length > 0
            ? positions
            : new ScalarPositions("", 0, 0, "") { IsEmpty = true };
    }

    /// <summary>The places in the file from the first to after the last character.</summary>
    public (int Start, int End) Range(int offset, int length)
    {
        if (offset == _starts.Length)
            return (_ends[^1], _ends[^1] + 1);
        return (_starts[offset], length == 0 ? _starts[offset] + 1 : _ends[offset + length - 1]);
    }

    private bool Put(char c, int start, int end)
    {
        if (_count >= _value.Length || _value[_count] != c)
            return false;
        _starts[_count] = start;
        _ends[_count++] = end;
        return true;
    }

    /// <summary>Passes over an anchor and a tag, which the parser counts as part of the scalar.</summary>
    private void SkipProperties()
    {
        while (_at < _limit && _text[_at] is '&' or '!')
        {
            while (_at < _limit && !IsBlankOrBreak(_text[_at]))
                _at++;
            while (_at < _limit && (IsBlankOrBreak(_text[_at]) || _text[_at] == '#'))
                _at = _text[_at] == '#' ? LineEnd(_at) : _at + 1;
        }
    }

    private bool ReadFlow(char quote)
    {
        var stop = _limit;
        if (quote != '\0')
        {
            _at++;
            stop--;
        }

        while (_at < stop)
        {
            var read = _text[_at] switch
            {
                var c when IsBlankOrBreak(c) => ReadWhite(stop, afterEscapedBreak: false),
                '\'' when quote == '\'' => PutRun('\'', 2),
                '\\' when quote == '"' => ReadEscape(stop),
                var c => PutRun(c, 1),
            };
            if (!read)
                return false;
        }

        return true;
    }

    private bool PutRun(char c, int length)
    {
        _at += length;
        return Put(c, _at - length, _at);
    }

    /// <summary>White space without a line break stands for itself; one line break is a space, each more is a line break.</summary>
    private bool ReadWhite(int stop, bool afterEscapedBreak)
    {
        var from = _at;
        var firstBreak = -1;
        var breaks = new List<(int Start, int End)>();
        while (_at < stop && IsBlankOrBreak(_text[_at]))
        {
            var width = BreakWidth(_at);
            if (width > 0 && firstBreak < 0 && !afterEscapedBreak)
                firstBreak = _at;
            else if (width > 0)
                breaks.Add((_at, _at + width));
            _at += Math.Max(width, 1);
        }

        if (firstBreak >= 0 && breaks.Count == 0)
            return Put(' ', firstBreak, firstBreak + BreakWidth(firstBreak));
        if (firstBreak >= 0 || afterEscapedBreak)
            return breaks.TrueForAll(b => Put('\n', b.Start, b.End));
        for (var i = from; i < _at; i++)
        {
            if (!Put(_text[i], i, i + 1))
                return false;
        }

        return true;
    }

    private bool ReadEscape(int stop)
    {
        var from = _at;
        if (from + 1 >= stop)
            return false;
        var width = BreakWidth(from + 1);
        if (width > 0)
        {
            _at = from + 1 + width;
            return ReadWhite(stop, afterEscapedBreak: true);
        }

        var digits = _text[from + 1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            _at = from + 2;
            return SimpleEscape(_text[from + 1]) is { } simple && Put(simple, from, _at);
        }

        _at = from + 2 + digits;
        if (_at > stop || !int.TryParse(_text.AsSpan(from + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        if (code <= char.MaxValue)
            return code >= 0 && Put((char)code, from, _at);
        var pair = char.ConvertFromUtf32(code);
        return Put(pair[0], from, _at) && Put(pair[1], from, _at);
    }

    private static char? SimpleEscape(char letter) => letter switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' or '\t' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\u001b',
        ' ' or '"' or '/' or '\\' => letter,
        'N' => '\u0085',
        '_' => '\u00a0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => null,
    };

    private bool ReadBlock(bool folds)
    {
        _at = LineEnd(_at);
        _at += BreakWidth(_at);
        if (BlockIndent() is not { } indent)
            return false;

        var pending = (-1, -1);
        var empty = new List<(int Start, int End)>();
        var afterBlank = false;
        while (_at < _limit && _count < _value.Length)
        {
            var end = LineEnd(_at);
            var from = _at;
            while (from < end && from - _at < indent && _text[from] == ' ')
                from++;
            var lineBreak = (end, end + BreakWidth(end));
            _at = lineBreak.Item2;
            if (from == end)
            {
                empty.Add(lineBreak);
                continue;
            }

            var blank = _text[from] is ' ' or '\t';
            var joined = folds && !blank && !afterBlank;
            if (!PutBreak(pending, joined, empty))
                return false;
            for (var i = from; i < end; i++)
            {
                if (!Put(_text[i], i, i + 1))
                    return false;
            }

            empty.Clear();
            pending = lineBreak;
            afterBlank = blank;
        }

        // What the chomping indicator left of the tail.
        return PutTail(pending, empty);
    }

    private bool PutBreak((int Start, int End) pending, bool joined, List<(int Start, int End)> empty)
    {
        if (pending.Start >= 0)
        {
            if (!joined && !Put('\n', pending.Start, pending.End))
                return false;
            if (joined && empty.Count == 0 && !Put(' ', pending.Start, pending.End))
                return false;
        }

        return empty.TrueForAll(b => Put('\n', b.Start, b.End));
    }

    private bool PutTail((int Start, int End) pending, List<(int Start, int End)> empty)
    {
        if (_count < _value.Length && pending.Start >= 0 && !Put('\n', pending.Start, pending.End))
            return false;
        foreach (var (start, end) in empty)
        {
            if (_count < _value.Length && !Put('\n', start, end))
                return false;
        }

        return true;
    }

    /// <summary>The indentation of the block: what the first line with a letter has in the file and not in the value.</summary>
    private int? BlockIndent()
    {
        var inFile = FirstTextColumn(_text, _at, _limit);
        var inValue = FirstTextColumn(_value, 0, _value.Length);
        return inFile is { } wide && inValue is { } narrow && wide >= narrow ? wide - narrow : null;
    }

    private static int? FirstTextColumn(string text, int from, int to)
    {
        var lineStart = from;
        for (var i = from; i < to; i++)
        {
            if (text[i] is '\r' or '\n')
                lineStart = i + 1;
            else if (text[i] != ' ')
                return i - lineStart;
        }

        return null;
    }

    private int LineEnd(int from)
    {
        var found = _text.AsSpan(from).IndexOfAny('\r', '\n');
        return found < 0 ? _text.Length : from + found;
    }

    private int BreakWidth(int at)
    {
        if (at >= _text.Length || _text[at] is not ('\r' or '\n'))
            return 0;
        return _text[at] == '\r' && at + 1 < _text.Length && _text[at + 1] == '\n' ? 2 : 1;
    }

    private static bool IsBlankOrBreak(char c) => c is ' ' or '\t' or '\r' or '\n';
}
