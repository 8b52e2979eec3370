using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>
/// Parses the condition language (a subset of CEL) by recursive descent. Mistakes are reported, never thrown; an error node
/// takes the place of what failed, and parsing goes on where that makes sense.
/// </summary>
internal sealed partial class ExpressionParser
{
    private readonly ExpressionSource _source;
    private readonly ExpressionLexer _lexer;
    private readonly bool _stopsAtOr;
    private Token _current;
    private int _previousEnd;
    private int _depth;
    private int _brackets;
    private bool _gaveUp;
    private bool _isBroken;

    private ExpressionParser(ExpressionSource source, int start, bool stopsAtOr)
    {
        _source = source;
        _lexer = new ExpressionLexer(source, start);
        _stopsAtOr = stopsAtOr;
        _current = _lexer.Next();
        _previousEnd = start;
    }

    /// <summary>Parses a text that is an expression and nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spanAt">The position in the file of an offset and a length in <paramref name="text"/>.</param>
    /// <param name="diagnostics">Receives the mistakes.</param>
    public static ExpressionSyntax Parse(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics) =>
        ParseFrom(text, 0, spanAt, diagnostics, stopsAtOr: false).Expression;

    /// <summary>
    /// Parses the condition that starts at <paramref name="start"/> and ends before the first word <c>or</c> outside
    /// brackets, or with the text. What follows that word is not looked at.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the condition starts in <paramref name="text"/>.</param>
    /// <param name="spanAt">The position in the file of an offset and a length in <paramref name="text"/>.</param>
    /// <param name="diagnostics">Receives the mistakes.</param>
    public static ParsedCondition ParseCondition(string text, int start, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics) =>
        ParseFrom(text, start, spanAt, diagnostics, stopsAtOr: true);

    private static ParsedCondition ParseFrom(string text, int start, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics, bool stopsAtOr)
    {
        var source = new ExpressionSource(text, spanAt, diagnostics);
        if (text.Length - start > ExpressionLimits.Length)
        {
            source.Report(ExpressionDiagnostics.TooLong, start, start + 1, null, ExpressionLimits.Length.ToString(CultureInfo.InvariantCulture));
            return new ParsedCondition(new ExpressionSyntax.Error(source.Origin(start, text.Length)), text.Length);
        }

        var parser = new ExpressionParser(source, start, stopsAtOr);
        var expression = parser.ParseExpression();
        parser.FinishText();
        if (parser._isBroken)
            expression = new ExpressionSyntax.Error(expression.Origin, expression);
        return new ParsedCondition(expression, parser._current.Offset);
    }

    private bool AtStop => _current.Kind == TokenKind.End
        || (_stopsAtOr && _brackets == 0 && _current.Kind == TokenKind.Identifier && Text(_current) is "or");

    private ReadOnlySpan<char> Text(Token token) => _source.Slice(token);

    private Token Advance()
    {
        var token = _current;
        _previousEnd = token.End;
        _current = _lexer.Next();
        return token;
    }

    private bool TryTake(TokenKind kind, out Token token)
    {
        token = _current;
        if (_current.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private void FinishText()
    {
        if (AtStop)
            return;
        _isBroken = true;
        if (_current.Kind != TokenKind.Bad)
            _source.Report(ExpressionDiagnostics.TrailingText, _current.Offset, _current.End, WordHelp(_current), Text(_current).ToString());
        while (!AtStop)
            Advance();
    }

    private ExpressionSyntax ParseExpression()
    {
        if (_depth >= ExpressionLimits.Depth)
            return TooDeep();
        _depth++;
        var expression = ParseConditional();
        _depth--;
        return expression;
    }

    private ExpressionSyntax ParseConditional()
    {
        var start = _current.Offset;
        var test = ParseLogical(isAll: false);
        if (!TryTake(TokenKind.Question, out _))
            return test;
        var then = ParseLogical(isAll: false);
        if (!Expect(TokenKind.Colon, ":"))
            return new ExpressionSyntax.Error(_source.Origin(start, _previousEnd));
        var otherwise = ParseExpression();
        return new ExpressionSyntax.Conditional(_source.Origin(start, _previousEnd), test, then, otherwise);
    }

    private ExpressionSyntax ParseLogical(bool isAll)
    {
        var start = _current.Offset;
        var first = isAll ? ParseBinary(OperatorSyntax.WeakestPrecedence) : ParseLogical(isAll: true);
        if (!TryTakeLogical(isAll))
            return first;
        var operands = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        operands.Add(first);
        do
        {
            operands.Add(isAll ? ParseBinary(OperatorSyntax.WeakestPrecedence) : ParseLogical(isAll: true));
        }
        while (TryTakeLogical(isAll));
        return new ExpressionSyntax.Logical(_source.Origin(start, _previousEnd), isAll, operands.DrainToImmutable());
    }

    private bool TryTakeLogical(bool isAll)
    {
        if (TryTake(isAll ? TokenKind.And : TokenKind.Or, out _))
            return true;
        var (word, symbol) = isAll ? ("and", "&&") : ("or", "||");
        if (AtStop || _current.Kind != TokenKind.Identifier || !Text(_current).SequenceEqual(word))
            return false;
        // Read as what was meant, so that the mistakes behind it are found in the same run.
        _source.Report(ExpressionDiagnostics.ExpectedOperator, _current.Offset, _current.End, Write(symbol), word);
        Advance();
        return true;
    }

    private ExpressionSyntax ParseBinary(int precedence)
    {
        var start = _current.Offset;
        var left = ParseUnary();
        while (TryGetOperator(_current.Kind) is { } op && op.Precedence() >= precedence)
        {
            if (left.Height >= ExpressionLimits.Height)
                return TooDeep();
            var token = Advance();
            var right = ParseBinary(op.Precedence() + 1);
            left = new ExpressionSyntax.Binary(_source.Origin(start, _previousEnd), op, _source.Origin(token), left, right);
        }

        return left;
    }

    private static BinaryOperator? TryGetOperator(TokenKind kind) => kind switch
    {
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        TokenKind.In => BinaryOperator.In,
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Star => BinaryOperator.Multiply,
        TokenKind.Slash => BinaryOperator.Divide,
        TokenKind.Percent => BinaryOperator.Remainder,
        _ => null,
    };

    private ExpressionSyntax ParseUnary()
    {
        if (_current.Kind is not (TokenKind.Not or TokenKind.Minus))
            return ParsePostfix();
        if (_depth >= ExpressionLimits.Depth)
            return TooDeep();
        var token = Advance();
        // The least int has no positive counterpart, so the sign belongs to the literal.
        if (token.Kind == TokenKind.Minus && _current.Kind is TokenKind.Int or TokenKind.Double)
            return ParsePostfixOf(NumberLiteral(Advance(), token.Offset), token.Offset);
        _depth++;
        var operand = ParseUnary();
        _depth--;
        var op = token.Kind == TokenKind.Not ? UnaryOperator.Not : UnaryOperator.Negate;
        return new ExpressionSyntax.Unary(_source.Origin(token.Offset, _previousEnd), op, operand);
    }

    private ExpressionSyntax ParsePostfix()
    {
        var start = _current.Offset;
        return ParsePostfixOf(ParsePrimary(), start);
    }

    private ExpressionSyntax ParsePostfixOf(ExpressionSyntax operand, int start)
    {
        while (true)
        {
            if (operand.Height >= ExpressionLimits.Height)
                return TooDeep();
            switch (_current.Kind)
            {
                case TokenKind.Dot:
                    operand = ParseMember(operand, start);
                    break;
                case TokenKind.LeftBracket:
                    operand = ParseIndex(operand, start);
                    break;
                case TokenKind.LeftBrace when operand is ExpressionSyntax.Identifier or ExpressionSyntax.Member:
                    operand = ParseMessage(operand, start);
                    break;
                default:
                    return operand;
            }
        }
    }

    private ExpressionSyntax ParseMember(ExpressionSyntax operand, int start)
    {
        Advance();
        if (_current.Kind == TokenKind.Question)
        {
            _source.Report(ExpressionDiagnostics.NotInSubset, _current.Offset, _current.End, null, ".?");
            Advance();
        }

        if (_current.Kind is TokenKind.In or TokenKind.True or TokenKind.False or TokenKind.Null)
            return ReservedMember(start);
        if (_current.Kind != TokenKind.Identifier)
            return ExpectedValue(start);
        var name = Advance();
        var text = Text(name).ToString();
        if (_current.Kind != TokenKind.LeftParenthesis)
            return new ExpressionSyntax.Member(_source.Origin(start, _previousEnd), operand, text);
        var arguments = ParseItems(TokenKind.RightParenthesis, ")");
        return new ExpressionSyntax.Call(_source.Origin(start, _previousEnd), operand, text, _source.Origin(name), arguments);
    }

    private ExpressionSyntax.Index ParseIndex(ExpressionSyntax operand, int start)
    {
        var open = Advance();
        _brackets++;
        if (TryTake(TokenKind.Question, out var question))
            _source.Report(ExpressionDiagnostics.NotInSubset, open.Offset, question.End, null, "[?");
        var key = ParseExpression();
        ExpectClosing(TokenKind.RightBracket, "]");
        return new ExpressionSyntax.Index(_source.Origin(start, _previousEnd), operand, key);
    }

    private ExpressionSyntax.Error ParseMessage(ExpressionSyntax operand, int start)
    {
        _source.Report(ExpressionDiagnostics.NotInSubset, start, _current.End, null, operand.Origin.Text + "{");
        ParseMap();
        return new ExpressionSyntax.Error(_source.Origin(start, _previousEnd));
    }

    private ExpressionSyntax ParsePrimary()
    {
        if (AtStop)
            return ExpectedValue(_current.Offset);
        switch (_current.Kind)
        {
            case TokenKind.Int or TokenKind.Double:
                var number = Advance();
                return NumberLiteral(number, number.Offset);
            case TokenKind.String:
                var text = StringLiteral.Decode(_source, _current);
                var origin = _source.Origin(Advance());
                return text is null ? new ExpressionSyntax.Error(origin) : new ExpressionSyntax.Literal(origin, Value.Of(text));
            case TokenKind.True or TokenKind.False:
                var isTrue = _current.Kind == TokenKind.True;
                return new ExpressionSyntax.Literal(_source.Origin(Advance()), Value.Of(isTrue));
            case TokenKind.Null:
                return new ExpressionSyntax.Literal(_source.Origin(Advance()), Value.Null);
            case TokenKind.Identifier:
                return ParseName();
            case TokenKind.LeftParenthesis:
                return ParseParenthesised();
            case TokenKind.LeftBracket:
                var start = _current.Offset;
                var items = ParseItems(TokenKind.RightBracket, "]");
                return new ExpressionSyntax.List(_source.Origin(start, _previousEnd), items);
            case TokenKind.LeftBrace:
                return ParseMap();
            case TokenKind.Bad:
                return new ExpressionSyntax.Error(_source.Origin(Advance()));
            case TokenKind.Dot:
                _source.Report(ExpressionDiagnostics.NotInSubset, _current.Offset, _current.End, null, ".");
                Advance();
                return ParsePrimary();
            default:
                return ExpectedValue(_current.Offset);
        }
    }

    private ExpressionSyntax ParseName()
    {
        var token = Advance();
        var name = Text(token).ToString();
        if (_current.Kind == TokenKind.LeftParenthesis)
        {
            var arguments = ParseItems(TokenKind.RightParenthesis, ")");
            return new ExpressionSyntax.Call(_source.Origin(token.Offset, _previousEnd), null, name, _source.Origin(token), arguments);
        }

        if (Text(token) is "not" && _current.Kind is TokenKind.Identifier && !AtStop)
        {
            _source.Report(ExpressionDiagnostics.ExpectedOperator, token.Offset, token.End, Write("!"), name);
            var operand = ParsePostfix();
            return new ExpressionSyntax.Unary(_source.Origin(token.Offset, _previousEnd), UnaryOperator.Not, operand);
        }

        if (!IsReserved(name))
            return new ExpressionSyntax.Identifier(_source.Origin(token), name);
        _source.Report(ExpressionDiagnostics.ReservedWord, token.Offset, token.End, null, name);
        return new ExpressionSyntax.Error(_source.Origin(token));
    }

    private ExpressionSyntax ParseParenthesised()
    {
        Advance();
        _brackets++;
        var expression = ParseExpression();
        ExpectClosing(TokenKind.RightParenthesis, ")");
        return expression;
    }

    /// <summary>Parses <c>a, b, c</c> between brackets; the opening one is the current token.</summary>
    private ImmutableArray<ExpressionSyntax> ParseItems(TokenKind closing, string closingText)
    {
        Advance();
        _brackets++;
        var items = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        while (_current.Kind is not TokenKind.End && _current.Kind != closing)
        {
            items.Add(ParseExpression());
            if (_current.Kind != closing && !ExpectSeparator(closing, closingText))
                break;
        }

        ExpectClosing(closing, closingText);
        return items.DrainToImmutable();
    }

    private ExpressionSyntax.Map ParseMap()
    {
        var start = Advance().Offset;
        _brackets++;
        var keys = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        var values = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        while (_current.Kind is not (TokenKind.End or TokenKind.RightBrace))
        {
            keys.Add(ParseExpression());
            values.Add(Expect(TokenKind.Colon, ":") ? ParseExpression() : new ExpressionSyntax.Error(_source.Origin(_previousEnd, _previousEnd)));
            if (_current.Kind != TokenKind.RightBrace && !ExpectSeparator(TokenKind.RightBrace, "}"))
                break;
        }

        ExpectClosing(TokenKind.RightBrace, "}");
        return new ExpressionSyntax.Map(_source.Origin(start, _previousEnd), keys.DrainToImmutable(), values.DrainToImmutable());
    }

    private ExpressionSyntax NumberLiteral(Token token, int start)
    {
        var origin = _source.Origin(start, token.End);
        var text = Text(token);
        var negative = start != token.Offset;
        if (NumberText.TryParse(text, token.Kind, negative, out var value))
            return new ExpressionSyntax.Literal(origin, value);
        _source.Report(ExpressionDiagnostics.BadNumber, start, token.End, null, origin.Text);
        return new ExpressionSyntax.Error(origin);
    }
}
