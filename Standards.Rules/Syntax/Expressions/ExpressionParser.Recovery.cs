using System.Globalization;
using Standards.Core;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Expressions;

/// <content>Mistakes, and the way on after them.</content>
internal sealed partial class ExpressionParser
{
    private static LocalizedText Write(string symbol) => new($"写作 `{symbol}`", $"write `{symbol}`");

    private LocalizedText? WordHelp(Token token) => Text(token) switch
    {
        "and" => Write("&&"),
        "or" => Write("||"),
        "is" or "equals" => Write("=="),
        "contains" => Write(".contains(...)"),
        _ => null,
    };

    private static bool IsReserved(string name) => name is
        "as" or "break" or "const" or "continue" or "else" or "for" or "function" or "if" or "import" or "let" or "loop"
        or "package" or "namespace" or "return" or "var" or "void" or "while";

    /// <summary>Reports that the tree grew too high, once, and gives up on the rest of the text.</summary>
    private ExpressionSyntax.Error TooDeep()
    {
        if (_current.Kind != TokenKind.End)
        {
            _source.Report(
                ExpressionDiagnostics.TooDeep, _current.Offset, _current.End, null,
                ExpressionLimits.Depth.ToString(CultureInfo.InvariantCulture));
        }

        _current = new Token(TokenKind.End, _source.Text.Length, 0);
        _gaveUp = true;
        return new ExpressionSyntax.Error(_source.Origin(_previousEnd, _previousEnd));
    }

    private bool _gaveUp;

    private ExpressionSyntax.Error ExpectedValue(int start)
    {
        if (!_gaveUp)
        {
            if (AtStop)
                _source.Report(ExpressionDiagnostics.UnexpectedEnd, EndPosition(), EndPosition() + 1, null);
            else if (_current.Kind != TokenKind.Bad)
                _source.Report(ExpressionDiagnostics.ExpectedValue, _current.Offset, _current.End, null, Text(_current).ToString());
        }

        return new ExpressionSyntax.Error(_source.Origin(start, Math.Max(start, _previousEnd)));
    }

    private bool Expect(TokenKind kind, string text)
    {
        if (TryTake(kind, out _))
            return true;
        ReportExpected(text);
        return false;
    }

    private void ReportExpected(string text)
    {
        if (_gaveUp || _current.Kind == TokenKind.Bad)
            return;
        if (_current.Kind == TokenKind.End)
            _source.Report(ExpressionDiagnostics.UnexpectedEnd, EndPosition(), EndPosition() + 1, new LocalizedText($"缺少 `{text}`", $"`{text}` is missing"));
        else
            _source.Report(ExpressionDiagnostics.ExpectedToken, _current.Offset, _current.End, WordHelp(_current), text, Text(_current).ToString());
    }

    /// <summary>Takes a comma; failing that, reports and skips to the next comma or closing bracket of this level.</summary>
    private bool ExpectSeparator(TokenKind closing, string closingText)
    {
        if (TryTake(TokenKind.Comma, out _))
            return true;
        ReportExpected(closingText);
        SkipToSeparatorOr(closing);
        return TryTake(TokenKind.Comma, out _);
    }

    /// <summary>Takes the bracket that closes this level, skipping to it where something else stands in the way.</summary>
    private void ExpectClosing(TokenKind closing, string closingText)
    {
        if (_current.Kind != closing)
        {
            ReportExpected(closingText);
            do
            {
                SkipToSeparatorOr(closing);
            }
            while (TryTake(TokenKind.Comma, out _));
        }

        TryTake(closing, out _);
        _brackets--;
    }

    private void SkipToSeparatorOr(TokenKind closing)
    {
        var level = 0;
        while (_current.Kind != TokenKind.End)
        {
            if (level == 0 && (_current.Kind == TokenKind.Comma || _current.Kind == closing))
                return;
            if (_current.Kind is TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace)
                level++;
            else if (_current.Kind is TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace && level > 0)
                level--;
            Advance();
        }
    }

    // The caret of "ends too early" points at the last character there is, which every editor can show.
    private int EndPosition() => Math.Max(0, Math.Min(_previousEnd, _source.Text.Length) - 1);
}
