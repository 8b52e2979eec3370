using System.Globalization;
using System.Text;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>Quoted texts: from a token to the text it means, and back.</summary>
internal static class StringLiteral
{
    /// <summary>The text that a string token means; null where an escape in it is wrong, which is reported.</summary>
    public static string? Decode(ExpressionSource source, Token token)
    {
        var text = source.Text;
        if (text[token.Offset] is 'r' or 'R')
            return text[(token.Offset + 2)..(token.End - 1)];
        var end = token.End - 1;
        var position = token.Offset + 1;
        if (!text.AsSpan(position, end - position).Contains('\\'))
            return text[position..end];
        var decoded = new StringBuilder();
        var good = true;
        while (position < end)
        {
            if (text[position] != '\\')
            {
                decoded.Append(text[position++]);
                continue;
            }

            var length = AppendEscape(text.AsSpan(position, end - position), decoded);
            if (length == 0)
            {
                good = false;
                length = Math.Min(2, end - position);
                source.Report(ExpressionDiagnostics.BadEscape, position, position + length, null, text.Substring(position, length));
            }

            position += length;
        }

        return good ? decoded.ToString() : null;
    }

    /// <summary>The text as a literal in single quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text)
        {
            _ = c switch
            {
                '\'' => quoted.Append("\\'"),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append("\\x").Append(((int)c).ToString("x2", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>Appends what the escape at the start of <paramref name="text"/> means; returns its length, or 0 where it is none.</summary>
    private static int AppendEscape(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        if (text.Length < 2)
            return 0;
        var simple = text[1] switch
        {
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            '\\' or '?' or '"' or '\'' or '`' => text[1],
            _ => '\0',
        };
        if (simple != '\0')
        {
            decoded.Append(simple);
            return 2;
        }

        return text[1] switch
        {
            'x' or 'X' => AppendCode(text, 2, 2, NumberStyles.AllowHexSpecifier, decoded),
            'u' => AppendCode(text, 2, 4, NumberStyles.AllowHexSpecifier, decoded),
            'U' => AppendCode(text, 2, 8, NumberStyles.AllowHexSpecifier, decoded),
            >= '0' and <= '3' => AppendOctal(text, decoded),
            _ => 0,
        };
    }

    private static int AppendCode(ReadOnlySpan<char> text, int start, int digits, NumberStyles style, StringBuilder decoded)
    {
        if (text.Length < start + digits
            || !uint.TryParse(text.Slice(start, digits), style, CultureInfo.InvariantCulture, out var code)
            || !Rune.IsValid(code))
        {
            return 0;
        }

        decoded.Append(new Rune(code).ToString());
        return start + digits;
    }

    private static int AppendOctal(ReadOnlySpan<char> text, StringBuilder decoded)
    {
        if (text.Length < 4 || text[2] is < '0' or > '7' || text[3] is < '0' or > '7')
            return 0;
        decoded.Append((char)(((text[1] - '0') * 64) + ((text[2] - '0') * 8) + (text[3] - '0')));
        return 4;
    }
}
