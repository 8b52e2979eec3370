using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Core.Values;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>Writes an expression back, with single spaces and no needless parentheses. What it writes parses to the same tree.</summary>
internal sealed class ExpressionPrinter
{
    private const int ConditionalLevel = 0;
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int RelationLevel = 3;
    private const int UnaryLevel = 6;
    private const int PostfixLevel = 7;

    private readonly StringBuilder _text = new();

    private ExpressionPrinter()
    {
    }

    public static string Print(ExpressionSyntax expression)
    {
        var printer = new ExpressionPrinter();
        printer.Write(expression, ConditionalLevel);
        return printer._text.ToString();
    }

    private static int Level(ExpressionSyntax expression) => expression switch
    {
        ExpressionSyntax.Conditional => ConditionalLevel,
        ExpressionSyntax.Logical { IsAll: false } => OrLevel,
        ExpressionSyntax.Logical => AndLevel,
        ExpressionSyntax.Binary binary => RelationLevel - 1 + binary.Operator.Precedence(),
        ExpressionSyntax.Unary => UnaryLevel,
        ExpressionSyntax.Literal { Value: { Kind: ValueKind.Int or ValueKind.Double } number } when IsNegative(number) => UnaryLevel,
        _ => PostfixLevel,
    };

    private static bool IsNegative(Value number) => number.Kind == ValueKind.Int ? number.AsInt < 0 : double.IsNegative(number.AsDouble);

    private void Write(ExpressionSyntax expression, int level)
    {
        if (Level(expression) < level)
        {
            _text.Append('(');
            WriteBare(expression);
            _text.Append(')');
        }
        else
        {
            WriteBare(expression);
        }
    }

    private void WriteBare(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ExpressionSyntax.Literal literal:
                _text.Append(Literal(literal.Value));
                break;
            case ExpressionSyntax.Identifier identifier:
                _text.Append(identifier.Name);
                break;
            case ExpressionSyntax.Member member:
                Write(member.Operand, PostfixLevel);
                _text.Append('.').Append(member.Name);
                break;
            case ExpressionSyntax.Index index:
                Write(index.Operand, PostfixLevel);
                WriteItems('[', [index.Key], ']');
                break;
            case ExpressionSyntax.Call call:
                WriteCall(call);
                break;
            case ExpressionSyntax.Unary unary:
                WriteUnary(unary);
                break;
            case ExpressionSyntax.Binary binary:
                Write(binary.Left, Level(binary));
                _text.Append(' ').Append(binary.Operator.Symbol()).Append(' ');
                Write(binary.Right, Level(binary) + 1);
                break;
            case ExpressionSyntax.Logical logical:
                WriteLogical(logical);
                break;
            case ExpressionSyntax.Conditional conditional:
                Write(conditional.Test, OrLevel);
                _text.Append(" ? ");
                Write(conditional.Then, OrLevel);
                _text.Append(" : ");
                Write(conditional.Otherwise, ConditionalLevel);
                break;
            case ExpressionSyntax.List list:
                WriteItems('[', list.Items, ']');
                break;
            case ExpressionSyntax.Map map:
                WriteMap(map);
                break;
            case ExpressionSyntax.Error:
                _text.Append("<error>");
                break;
        }
    }

    private void WriteCall(ExpressionSyntax.Call call)
    {
        if (call.Receiver is not null)
        {
            Write(call.Receiver, PostfixLevel);
            _text.Append('.');
        }

        _text.Append(call.Name);
        WriteItems('(', call.Arguments, ')');
    }

    private void WriteUnary(ExpressionSyntax.Unary unary)
    {
        _text.Append(unary.Operator.Symbol());
        // A minus before a plain number would become part of the number.
        var isNumber = unary.Operator == UnaryOperator.Negate && StartsWithNumber(unary.Operand);
        Write(unary.Operand, isNumber ? int.MaxValue : UnaryLevel);
    }

    private static bool StartsWithNumber(ExpressionSyntax expression) => expression switch
    {
        ExpressionSyntax.Literal { Value: { Kind: ValueKind.Int or ValueKind.Double } number } => !IsNegative(number),
        ExpressionSyntax.Member member => StartsWithNumber(member.Operand),
        ExpressionSyntax.Index index => StartsWithNumber(index.Operand),
        ExpressionSyntax.Call { Receiver: { } receiver } => StartsWithNumber(receiver),
        _ => false,
    };

    private void WriteLogical(ExpressionSyntax.Logical logical)
    {
        for (var i = 0; i < logical.Operands.Length; i++)
        {
            if (i > 0)
                _text.Append(logical.IsAll ? " && " : " || ");
            Write(logical.Operands[i], Level(logical) + 1);
        }
    }

    private void WriteItems(char open, ImmutableArray<ExpressionSyntax> items, char close)
    {
        _text.Append(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                _text.Append(", ");
            Write(items[i], ConditionalLevel);
        }

        _text.Append(close);
    }

    private void WriteMap(ExpressionSyntax.Map map)
    {
        _text.Append('{');
        for (var i = 0; i < map.Keys.Length; i++)
        {
            if (i > 0)
                _text.Append(", ");
            Write(map.Keys[i], ConditionalLevel);
            _text.Append(": ");
            Write(map.Values[i], ConditionalLevel);
        }

        _text.Append('}');
    }

    private static string Literal(Value value) => value.Kind switch
    {
        ValueKind.String => StringLiteral.Quote(value.AsString),
        ValueKind.Double => Double(value.AsDouble),
        _ => value.ToString(),
    };

    private static string Double(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
