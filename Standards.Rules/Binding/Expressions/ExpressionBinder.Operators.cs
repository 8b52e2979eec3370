using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Binding.Expressions;

/// <content>Operators and their types.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindUnary(ExpressionSyntax.Unary unary)
    {
        var operand = Bind(unary.Operand);
        if (operand is BoundExpression.Error)
            return new BoundExpression.Error(unary.Origin);
        if (unary.Operator == UnaryOperator.Not)
        {
            return operand.Type.IsCompatible(ExpressionType.Bool)
                ? new BoundExpression.Not(unary.Origin, operand)
                : Fail(unary.Origin, ExpressionDiagnostics.OperandType, null, "!", operand.Type.ToString());
        }

        return operand.Type.IsOpen || operand.Type.Kind is ValueKind.Int or ValueKind.Double or ValueKind.Duration
            ? new BoundExpression.Negate(unary.Origin, operand.Type, operand)
            : Fail(unary.Origin, ExpressionDiagnostics.OperandType, null, "-", operand.Type.ToString());
    }

    private BoundExpression BindLogical(ExpressionSyntax.Logical logical)
    {
        var operands = BindAll(logical.Operands);
        var failed = HasError(operands);
        foreach (var operand in operands)
        {
            if (operand.Type.IsCompatible(ExpressionType.Bool))
                continue;
            failed = true;
            Fail(operand.Origin, ExpressionDiagnostics.OperandType, null, logical.IsAll ? "&&" : "||", operand.Type.ToString());
        }

        return failed ? new BoundExpression.Error(logical.Origin) : new BoundExpression.Logical(logical.Origin, logical.IsAll, operands);
    }

    private BoundExpression BindConditional(ExpressionSyntax.Conditional conditional)
    {
        var test = Bind(conditional.Test);
        var then = Bind(conditional.Then);
        var otherwise = Bind(conditional.Otherwise);
        var failed = test is BoundExpression.Error || then is BoundExpression.Error || otherwise is BoundExpression.Error;
        if (!test.Type.IsCompatible(ExpressionType.Bool))
        {
            failed = true;
            Fail(test.Origin, ExpressionDiagnostics.NotACondition, null, test.Type.ToString());
        }

        if (!then.Type.IsCompatible(otherwise.Type))
        {
            failed = true;
            Fail(conditional.Origin, ExpressionDiagnostics.BranchesDiffer, ConversionHelp(then.Type, otherwise.Type), then.Type.ToString(), otherwise.Type.ToString());
        }

        return failed
            ? new BoundExpression.Error(conditional.Origin)
            : new BoundExpression.Conditional(conditional.Origin, then.Type.Join(otherwise.Type), test, then, otherwise);
    }

    private BoundExpression BindBinary(ExpressionSyntax.Binary binary)
    {
        var left = Bind(binary.Left);
        var right = Bind(binary.Right);
        if (left is BoundExpression.Error || right is BoundExpression.Error)
            return new BoundExpression.Error(binary.Origin);
        return binary.Operator switch
        {
            BinaryOperator.Equal or BinaryOperator.NotEqual => BindEquality(binary, left, right),
            BinaryOperator.In => BindMembership(binary, left, right),
            <= BinaryOperator.GreaterOrEqual => BindOrdering(binary, left, right),
            _ => BindArithmetic(binary, left, right),
        };
    }

    private BoundExpression.Error WrongOperands(ExpressionSyntax.Binary binary, BoundExpression left, BoundExpression right, LocalizedText? help) =>
        FailAt(binary.Origin, binary.OperatorOrigin, ExpressionDiagnostics.OperandTypes, help, binary.Operator.Symbol(), left.Type.ToString(), right.Type.ToString());

    private BoundExpression BindEquality(ExpressionSyntax.Binary binary, BoundExpression left, BoundExpression right)
    {
        if (!left.Type.IsComparable(right.Type))
        {
            var help = right.Type.Kind == ValueKind.Null ? PresenceHelp(left)
                : left.Type.Kind == ValueKind.Null ? PresenceHelp(right)
                : TypeHelp(left, right);
            return WrongOperands(binary, left, right, help);
        }

        return IsAllowed(left, right) & IsAllowed(right, left)
            ? new BoundExpression.Comparison(binary.Origin, binary.Operator, left, right)
            : new BoundExpression.Error(binary.Origin);
    }

    private BoundExpression BindOrdering(ExpressionSyntax.Binary binary, BoundExpression left, BoundExpression right)
    {
        var isOrdered = IsOrdered(left.Type) && IsOrdered(right.Type)
            && (left.Type.IsCompatible(right.Type) || (left.Type.IsNumber && right.Type.IsNumber));
        if (!isOrdered)
            return WrongOperands(binary, left, right, TypeHelp(left, right));
        var closed = !left.Type.AllowedValues.IsEmpty ? left : right;
        if (closed.Type.AllowedValues.IsEmpty)
            return new BoundExpression.Comparison(binary.Origin, binary.Operator, left, right);
        var help = new LocalizedText($"写作 `{closed.Text} in ['…', '…']`", $"write `{closed.Text} in ['…', '…']`");
        return FailAt(binary.Origin, binary.OperatorOrigin, ExpressionDiagnostics.UnorderedValues, help, closed.Text);
    }

    private static bool IsOrdered(ExpressionType type) =>
        type.IsOpen || type.Kind is ValueKind.Bool or ValueKind.Int or ValueKind.Double or ValueKind.String or ValueKind.Duration or ValueKind.Timestamp;

    private BoundExpression BindMembership(ExpressionSyntax.Binary binary, BoundExpression element, BoundExpression container)
    {
        var isMember = container.Type switch
        {
            ExpressionType.ListOf list => element.Type.IsComparable(list.Element),
            ExpressionType.MapOf map => element.Type.IsComparable(map.Key),
            var type => type.IsOpen,
        };
        if (!isMember)
        {
            var help = element.Type.Kind == ValueKind.String && container.Type.Kind == ValueKind.String
                ? new LocalizedText($"写作 `{container.Text}.contains({element.Text})`", $"write `{container.Text}.contains({element.Text})`")
                : null;
            return WrongOperands(binary, element, container, help);
        }

        return AreAllowed(element, container)
            ? new BoundExpression.Membership(binary.Origin, element, container)
            : new BoundExpression.Error(binary.Origin);
    }

    private BoundExpression BindArithmetic(ExpressionSyntax.Binary binary, BoundExpression left, BoundExpression right)
    {
        var type = ArithmeticType(binary.Operator, left.Type, right.Type);
        return type is null
            ? WrongOperands(binary, left, right, ConversionHelp(left.Type, right.Type))
            : new BoundExpression.Arithmetic(binary.Origin, type, binary.Operator, left, right);
    }

    private static ExpressionType? ArithmeticType(BinaryOperator op, ExpressionType left, ExpressionType right)
    {
        if (left.IsOpen || right.IsOpen)
            return OpenArithmeticType(op, left.IsOpen ? right : left);
        return (op, left.Kind, right.Kind) switch
        {
            (_, ValueKind.Int, ValueKind.Int) => ExpressionType.Int,
            (not BinaryOperator.Remainder, ValueKind.Double, ValueKind.Double) => ExpressionType.Double,
            (BinaryOperator.Add, ValueKind.String, ValueKind.String) => ExpressionType.String,
            (BinaryOperator.Add, ValueKind.List, ValueKind.List) => left.Join(right),
            (BinaryOperator.Add or BinaryOperator.Subtract, ValueKind.Duration, ValueKind.Duration) => ExpressionType.Duration,
            (BinaryOperator.Add or BinaryOperator.Subtract, ValueKind.Timestamp, ValueKind.Duration) => ExpressionType.Timestamp,
            (BinaryOperator.Add, ValueKind.Duration, ValueKind.Timestamp) => ExpressionType.Timestamp,
            (BinaryOperator.Subtract, ValueKind.Timestamp, ValueKind.Timestamp) => ExpressionType.Duration,
            _ => null,
        };
    }

    /// <summary>One operand is dyn: the other says what the result can be, or that there can be none.</summary>
    private static ExpressionType? OpenArithmeticType(BinaryOperator op, ExpressionType other) => (op, other.Kind) switch
    {
        (_, ValueKind.Missing) => ExpressionType.Dyn,
        (_, ValueKind.Int) => ExpressionType.Int,
        (not BinaryOperator.Remainder, ValueKind.Double) => ExpressionType.Double,
        (BinaryOperator.Add, ValueKind.String) => ExpressionType.String,
        (BinaryOperator.Add, ValueKind.List) => ExpressionType.List(ExpressionType.Dyn),
        (BinaryOperator.Add or BinaryOperator.Subtract, ValueKind.Duration or ValueKind.Timestamp) => ExpressionType.Dyn,
        _ => null,
    };

    /// <summary>Whether a constant may be compared with something out of a closed set; reports it where not.</summary>
    private bool IsAllowed(BoundExpression closed, BoundExpression constant) =>
        constant is not BoundExpression.Constant { Value: { Kind: ValueKind.String } value } || IsAllowed(closed.Type, closed.Text, constant, value);

    private bool IsAllowed(ExpressionType type, string closedText, BoundExpression constant, Value value)
    {
        var allowed = type.AllowedValues;
        if (allowed.IsEmpty || value.Kind != ValueKind.String || allowed.Contains(value.AsString, StringComparer.Ordinal))
            return true;
        var help = Suggestion.DidYouMean(value.AsString, allowed) ?? AllowedHelp(allowed);
        Fail(constant.Origin, ExpressionDiagnostics.NotAnAllowedValue, help, value.AsString, closedText);
        return false;
    }

    private bool AreAllowed(BoundExpression element, BoundExpression container)
    {
        switch (container)
        {
            case BoundExpression.List list:
                var all = true;
                foreach (var item in list.Items)
                    all &= IsAllowed(element, item);
                return all;
            case BoundExpression.Constant { Value: { Kind: ValueKind.List } items }:
                return items.AsList.All(item => IsAllowed(element.Type, element.Text, container, item));
            default:
                return element is not BoundExpression.Constant { Value: var value }
                    || container.Type is not ExpressionType.ListOf { Element: var closed }
                    || IsAllowed(closed, container.Text, element, value);
        }
    }

    private static LocalizedText AllowedHelp(System.Collections.Immutable.ImmutableArray<string> allowed)
    {
        const int most = 8;
        var shown = string.Join(", ", allowed.Take(most).Select(static a => $"`{a}`")) + (allowed.Length > most ? ", …" : "");
        return new LocalizedText($"取值为 {shown}", $"the values are {shown}");
    }

    private static LocalizedText PresenceHelp(BoundExpression operand) =>
        new($"判断有无，写作 `!has({operand.Text})`", $"to ask whether it is there, write `!has({operand.Text})`");

    private static LocalizedText? TypeHelp(BoundExpression left, BoundExpression right)
    {
        // `severity == major`, with a word that happens to be a name, cannot end up here; `'5' == 5` does.
        var (text, number) = left.Type.Kind == ValueKind.String ? (left, right) : (right, left);
        if (text is BoundExpression.Constant && text.Type.Kind == ValueKind.String && number.Type.Kind is ValueKind.Duration or ValueKind.Timestamp)
            return new LocalizedText($"写作 `{number.Type}({text.Text})`", $"write `{number.Type}({text.Text})`");
        return text is BoundExpression.Constant && number.Type.IsNumber
            ? new LocalizedText("数字不加引号", "write a number without quotes")
            : null;
    }

    private static LocalizedText? ConversionHelp(ExpressionType left, ExpressionType right)
    {
        if (left.IsNumber && right.IsNumber && left.Kind != right.Kind)
            return new LocalizedText("用 `double(…)` 或 `int(…)` 转换其中一个", "convert one of them with `double(…)` or `int(…)`");
        return left.Kind == ValueKind.String || right.Kind == ValueKind.String
            ? new LocalizedText("用 `string(…)` 转换另一个", "convert the other one with `string(…)`")
            : null;
    }
}
