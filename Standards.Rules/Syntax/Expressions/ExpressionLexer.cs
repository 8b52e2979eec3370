using System.Globalization;
using Standards.Core;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>
/// Cuts a text into tokens, one at a time, so that whatever follows a condition (another act, say) is never looked at.
/// A near miss (<c>=</c>, <c>＝</c>, <c>&lt;&gt;</c>) is reported and read as what was meant. Not thread-safe.
/// </summary>
internal sealed class ExpressionLexer(ExpressionSource source, int position)
{
    private readonly string _text = source.Text;
    private int _position = position;

    /// <summary>The next token; <see cref="TokenKind.End"/> again and again at the end.</summary>
    public Token Next()
    {
        SkipBlanks();
        var start = _position;
        if (start >= _text.Length)
            return new Token(TokenKind.End, _text.Length, 0);
        var first = _text[start];
        if (IsIdentifierStart(first))
            return WordOrPrefixedString();
        if (char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(At(start + 1))))
            return Number();
        return first is '\'' or '"' ? String(start, raw: false) : Symbol();
    }

    /// <summary>Whether <paramref name="c"/> may stand in a name after its first character.</summary>
    public static bool IsIdentifierPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsIdentifierStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private char At(int index) => index < _text.Length ? _text[index] : '\0';

    private void SkipBlanks()
    {
        while (_position < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_position]))
                _position++;
            else if (_text[_position] == '/' && At(_position + 1) == '/')
                SkipComment();
            else
                return;
        }
    }

    private void SkipComment()
    {
        while (_position < _text.Length && _text[_position] != '\n')
            _position++;
    }

    private Token WordOrPrefixedString()
    {
        var start = _position;
        while (_position < _text.Length && IsIdentifierPart(_text[_position]))
            _position++;
        var word = _text.AsSpan(start, _position - start);
        if (At(_position) is '\'' or '"')
        {
            if (word is "r" or "R")
                return String(start, raw: true);
            if (word is "b" or "B" or "br" or "bR" or "Br" or "BR" or "rb" or "rB" or "Rb" or "RB")
            {
                var raw = word.Length == 2;
                source.Report(ExpressionDiagnostics.NotInSubset, start, _position + 1, null, "bytes");
                _ = String(start, raw);
                return new Token(TokenKind.Bad, start, _position - start);
            }
        }

        var kind = word switch
        {
            "true" => TokenKind.True,
            "false" => TokenKind.False,
            "null" => TokenKind.Null,
            "in" => TokenKind.In,
            _ => TokenKind.Identifier,
        };
        return new Token(kind, start, _position - start);
    }

    private Token Number()
    {
        var start = _position;
        var kind = TokenKind.Int;
        if (_text[start] == '0' && At(start + 1) is 'x' or 'X')
        {
            _position += 2;
            SkipWhile(char.IsAsciiHexDigit);
        }
        else
        {
            SkipWhile(char.IsAsciiDigit);
            if (At(_position) == '.' && char.IsAsciiDigit(At(_position + 1)))
            {
                kind = TokenKind.Double;
                _position++;
                SkipWhile(char.IsAsciiDigit);
            }

            if (At(_position) is 'e' or 'E' && ExponentLength() is > 0 and var length)
            {
                kind = TokenKind.Double;
                _position += length;
            }
        }

        var end = _position;
        SkipWhile(IsIdentifierPart);
        return _position == end && !(end - start == 2 && At(start + 1) is 'x' or 'X')
            ? new Token(kind, start, end - start)
            : BadNumber(start, end);
    }

    private Token BadNumber(int start, int end)
    {
        var suffix = _text.AsSpan(end, _position - end);
        var all = _text[start.._position];
        if (suffix is "u" or "U")
            source.Report(ExpressionDiagnostics.NotInSubset, start, _position, new LocalizedText($"写作 `{_text[start..end]}`", $"write `{_text[start..end]}`"), "uint");
        else if (DurationText.TryParse(all, out _))
            source.Report(ExpressionDiagnostics.BadNumber, start, _position, new LocalizedText($"时长写作 `duration('{all}')`", $"write a duration as `duration('{all}')`"), all);
        else
            source.Report(ExpressionDiagnostics.BadNumber, start, _position, null, all);
        return new Token(TokenKind.Bad, start, _position - start);
    }

    private int ExponentLength()
    {
        var digits = _position + (At(_position + 1) is '+' or '-' ? 2 : 1);
        var end = digits;
        while (char.IsAsciiDigit(At(end)))
            end++;
        return end == digits ? 0 : end - _position;
    }

    private void SkipWhile(Func<char, bool> accept)
    {
        while (_position < _text.Length && accept(_text[_position]))
            _position++;
    }

    private Token String(int start, bool raw)
    {
        var quote = _text[_position++];
        if (At(_position) == quote && At(_position + 1) == quote)
        {
            source.Report(
                ExpressionDiagnostics.NotInSubset, start, _position + 2,
                new LocalizedText("使用一对引号", "use one pair of quotes"), new string(quote, 3));
            _position = _text.Length;
            return new Token(TokenKind.Bad, start, _position - start);
        }

        while (_position < _text.Length && _text[_position] is not ('\n' or '\r'))
        {
            var c = _text[_position++];
            if (c == quote)
                return new Token(TokenKind.String, start, _position - start);
            if (c == '\\' && !raw && _position < _text.Length)
                _position++;
        }

        source.Report(ExpressionDiagnostics.UnterminatedString, start, _position, new LocalizedText($"以 `{quote}` 结束", $"end it with `{quote}`"));
        return new Token(TokenKind.Bad, start, _position - start);
    }

    private Token Symbol()
    {
        var start = _position;
        var (kind, length) = (_text[start], At(start + 1)) switch
        {
            ('|', '|') => (TokenKind.Or, 2),
            ('&', '&') => (TokenKind.And, 2),
            ('=', '=') => (TokenKind.Equal, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('<', '>') => (TokenKind.Bad, 2),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('!', _) => (TokenKind.Not, 1),
            ('?', _) => (TokenKind.Question, 1),
            (':', _) => (TokenKind.Colon, 1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('%', _) => (TokenKind.Percent, 1),
            ('.', _) => (TokenKind.Dot, 1),
            (',', _) => (TokenKind.Comma, 1),
            ('(', _) => (TokenKind.LeftParenthesis, 1),
            (')', _) => (TokenKind.RightParenthesis, 1),
            ('[', _) => (TokenKind.LeftBracket, 1),
            (']', _) => (TokenKind.RightBracket, 1),
            ('{', _) => (TokenKind.LeftBrace, 1),
            ('}', _) => (TokenKind.RightBrace, 1),
            _ => (TokenKind.Bad, 0),
        };
        if (kind == TokenKind.Bad)
            return NearMiss(start, length);
        _position = start + length;
        return new Token(kind, start, length);
    }

    private Token NearMiss(int start, int length)
    {
        if (length == 2)
            return Meant(TokenKind.NotEqual, "!=", start, 2);
        switch (_text[start])
        {
            case '=': return Meant(TokenKind.Equal, "==", start, 1);
            case '＝': return Meant(TokenKind.Equal, "==", start, At(start + 1) == '＝' ? 2 : 1);
            case '&': return Meant(TokenKind.And, "&&", start, 1);
            case '|': return Meant(TokenKind.Or, "||", start, 1);
            case '≠': return Meant(TokenKind.NotEqual, "!=", start, 1);
            case '≤': return Meant(TokenKind.LessOrEqual, "<=", start, 1);
            case '≥': return Meant(TokenKind.GreaterOrEqual, ">=", start, 1);
            case '＜': return Meant(TokenKind.Less, "<", start, 1);
            case '＞': return Meant(TokenKind.Greater, ">", start, 1);
            case '！': return Meant(TokenKind.Not, "!", start, 1);
            case '（': return Meant(TokenKind.LeftParenthesis, "(", start, 1);
            case '）': return Meant(TokenKind.RightParenthesis, ")", start, 1);
            case '【': return Meant(TokenKind.LeftBracket, "[", start, 1);
            case '】': return Meant(TokenKind.RightBracket, "]", start, 1);
            case '，' or '、': return Meant(TokenKind.Comma, ",", start, 1);
            case '：': return Meant(TokenKind.Colon, ":", start, 1);
            case '？': return Meant(TokenKind.Question, "?", start, 1);
            case '“' or '”' or '‘' or '’': return CurlyString(start);
            case '`': return QuotedName(start);
            default: return Unknown(start);
        }
    }

    private Token Meant(TokenKind kind, string symbol, int start, int length)
    {
        _position = start + length;
        source.Report(
            ExpressionDiagnostics.UnexpectedCharacter, start, _position,
            new LocalizedText($"写作 `{symbol}`", $"write `{symbol}`"), _text[start.._position]);
        return new Token(kind, start, length);
    }

    private Token CurlyString(int start)
    {
        _position++;
        SkipWhile(static c => c is not ('“' or '”' or '‘' or '’'));
        _position = Math.Min(_position + 1, _text.Length);
        source.Report(
            ExpressionDiagnostics.UnexpectedCharacter, start, start + 1,
            new LocalizedText("文本用直引号 `'` 括起", "quote a text with `'`"), _text[start].ToString());
        return new Token(TokenKind.Bad, start, _position - start);
    }

    private Token QuotedName(int start)
    {
        _position++;
        SkipWhile(static c => c != '`');
        var name = _text[(start + 1).._position];
        _position = Math.Min(_position + 1, _text.Length);
        source.Report(ExpressionDiagnostics.NotInSubset, start, _position, new LocalizedText($"写作 `['{name}']`", $"write `['{name}']`"), name);
        return new Token(TokenKind.Bad, start, _position - start);
    }

    private Token Unknown(int start)
    {
        // A run is one mistake: four Chinese characters are a word, not four errors.
        _position++;
        while (_position < _text.Length && (IsIdentifierPart(_text[_position]) || IsForeign(_text[_position])))
            _position++;
        source.Report(ExpressionDiagnostics.UnexpectedCharacter, start, _position, null, Shown(_text.AsSpan(start, _position - start)));
        return new Token(TokenKind.Bad, start, _position - start);
    }

    private static bool IsForeign(char c) => c > '\u007f' && (char.IsLetterOrDigit(c) || char.IsSurrogate(c));

    private static string Shown(ReadOnlySpan<char> run) => run.Length == 1 && (char.IsControl(run[0]) || char.IsSurrogate(run[0]))
        ? "U+" + ((int)run[0]).ToString("X4", CultureInfo.InvariantCulture)
        : run.ToString();
}
