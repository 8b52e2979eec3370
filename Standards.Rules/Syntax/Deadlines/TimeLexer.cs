using System.Collections.Immutable;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>
/// Cuts the text of a deadline or schedule into pieces. Never fails: what it does not know is <see cref="TimeTokenKind.Other"/>.
/// </summary>
internal sealed class TimeLexer
{
    private readonly string _text;
    private readonly bool _namesHaveHyphens;
    private int _at;

    private TimeLexer(string text, bool namesHaveHyphens)
    {
        _text = text;
        _namesHaveHyphens = namesHaveHyphens;
    }

    /// <param name="text">The text.</param>
    /// <param name="namesHaveHyphens">Whether <c>a-b</c> is one name, as in deadlines, or a range, as in schedules.</param>
    public static ImmutableArray<TimeToken> Read(string text, bool namesHaveHyphens)
    {
        var lexer = new TimeLexer(text, namesHaveHyphens);
        var tokens = ImmutableArray.CreateBuilder<TimeToken>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != TimeTokenKind.End);
        return tokens.ToImmutable();
    }

    private TimeToken Next()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        if (_at == _text.Length)
            return new TimeToken(TimeTokenKind.End, _at, "");
        var start = _at;
        var kind = Scan(_text[_at]);
        return new TimeToken(kind, start, _text[start.._at]);
    }

    private TimeTokenKind Scan(char first)
    {
        if (char.IsAsciiDigit(first))
            return ScanDigits();
        if (char.IsLetter(first) || first == '_')
            return ScanWord(first);
        if (first == '.' && Peek(1) == '.')
        {
            _at += 2;
            return TimeTokenKind.To;
        }

        _at++;
        return first switch
        {
            '+' => TimeTokenKind.Plus,
            '-' or '\u2212' or '\u2013' => TimeTokenKind.Minus,
            ',' or '，' or '、' => TimeTokenKind.Comma,
            ';' or '；' => TimeTokenKind.Semicolon,
            _ => TimeTokenKind.Other,
        };
    }

    private TimeTokenKind ScanDigits()
    {
        if (Matches("dddd-dd-dd"))
            return TimeTokenKind.Date;
        if (Matches("dd-dd"))
            return TimeTokenKind.MonthDay;
        SkipDigits();
        if (Peek(0) == ':' && char.IsAsciiDigit(Peek(1)))
        {
            while (Peek(0) == ':' && char.IsAsciiDigit(Peek(1)))
            {
                _at++;
                SkipDigits();
            }

            return TimeTokenKind.Clock;
        }

        if (Peek(0) == '.' && char.IsAsciiDigit(Peek(1)))
        {
            _at++;
            SkipDigits();
        }

        return TimeTokenKind.Number;
    }

    private TimeTokenKind ScanWord(char first)
    {
        // Chinese units follow digits without a space, so that a word ends where its script does.
        if (!IsAsciiName(first))
        {
            while (char.IsLetter(Peek(0)) && !char.IsAscii(Peek(0)))
                _at++;
            return TimeTokenKind.Word;
        }

        while (IsAsciiName(Peek(0)) || char.IsAsciiDigit(Peek(0)) || JoinsNames(Peek(0), Peek(1)))
            _at++;
        return TimeTokenKind.Word;
    }

    private bool JoinsNames(char joint, char next) => (joint == '.' || (joint == '-' && _namesHaveHyphens)) && IsAsciiName(next);

    private bool Matches(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == 'd' ? !char.IsAsciiDigit(Peek(i)) : Peek(i) != pattern[i])
                return false;
        }

        if (char.IsAsciiDigit(Peek(pattern.Length)) || Peek(pattern.Length) == ':')
            return false;
        _at += pattern.Length;
        return true;
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(0)))
            _at++;
    }

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private static bool IsAsciiName(char c) => char.IsAsciiLetter(c) || c == '_';
}
