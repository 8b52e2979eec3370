using System.Collections.Frozen;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Compilation.Expressions.Nodes;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Compilation.Expressions;

/// <summary>Plans conditions, with a node of its own for each shape that norms are full of.</summary>
internal static class ConditionPlanner
{
    // Up to here every int is a double of its own, so comparing doubles compares the ints.
    private const long ExactIntegers = 1L << 53;

    public static Condition Plan(BoundExpression expression) => expression switch
    {
        BoundExpression.Constant { Value: { Kind: ValueKind.Bool } value } => new ConstantCondition(value.AsBool),
        BoundExpression.Attribute { Type.Kind: ValueKind.Bool } => Test(expression, new IsTrue()),
        BoundExpression.Not not => new NotCondition(Plan(not.Operand)),
        BoundExpression.Logical logical => PlanLogical(logical),
        BoundExpression.Conditional conditional =>
            new ConditionalCondition(Plan(conditional.Test), Plan(conditional.Then), Plan(conditional.Otherwise)),
        BoundExpression.Comparison comparison => PlanComparison(comparison),
        BoundExpression.Membership membership => PlanMembership(membership),
        BoundExpression.Has has => PlanPresence(has),
        BoundExpression.Macro { Kind: MacroKind.All or MacroKind.Exists } macro => new QuantifierCondition(
            ExpressionPlanner.PlanValue(macro.Range), macro.Slot, Plan(macro.Predicate!),
            macro.Kind == MacroKind.All ? Truth.False : Truth.True, ExpressionPlanner.Faults(macro)),
        BoundExpression.Macro { Kind: MacroKind.ExistsOne } macro => new ExistsOneCondition(
            ExpressionPlanner.PlanValue(macro.Range), macro.Slot, Plan(macro.Predicate!), ExpressionPlanner.Faults(macro)),
        _ => new ValueCondition(ExpressionPlanner.PlanValue(expression), ExpressionPlanner.Faults(expression)),
    };

    private static Condition PlanLogical(BoundExpression.Logical logical)
    {
        var decisive = logical.IsAll ? Truth.False : Truth.True;
        var operands = logical.Operands;
        return operands.Length == 2
            ? new BothCondition(Plan(operands[0]), Plan(operands[1]), decisive)
            : new ChainCondition([.. operands.Select(Plan)], decisive);
    }

    private static Condition PlanComparison(BoundExpression.Comparison comparison)
    {
        var (left, op, right) = comparison.Left is BoundExpression.Constant
            ? (comparison.Right, comparison.Operator.Mirrored(), comparison.Left)
            : (comparison.Left, comparison.Operator, comparison.Right);
        if (right is BoundExpression.Constant constant && TryPlanAgainst(left, op, constant.Value) is { } planned)
            return planned;
        var (first, second) = (ExpressionPlanner.PlanValue(left), ExpressionPlanner.PlanValue(right));
        return op is BinaryOperator.Equal or BinaryOperator.NotEqual
            ? new EqualityCondition(first, second, op == BinaryOperator.NotEqual)
            : new OrderCondition(first, second, op, ExpressionPlanner.Faults(comparison));
    }

    private static Condition? TryPlanAgainst(BoundExpression left, BinaryOperator op, Value constant)
    {
        var isEquality = op is BinaryOperator.Equal or BinaryOperator.NotEqual;
        var negated = op == BinaryOperator.NotEqual;
        switch (constant.Kind)
        {
            case ValueKind.String when isEquality:
                return Test(left, new IsText(constant.AsString, negated));
            case ValueKind.Bool when isEquality && left.Type.Kind == ValueKind.Bool:
                return constant.AsBool != negated ? Plan(left) : new NotCondition(Plan(left));
            case ValueKind.Int or ValueKind.Duration or ValueKind.Timestamp when left.Type.Kind == constant.Kind:
                return Test(left, Range(constant.Kind, op, constant.AsInt));
            case ValueKind.Double when left.Type.Kind == ValueKind.Double && double.IsFinite(constant.AsDouble):
                return Test(left, RealRange(op, constant.AsDouble));
            case ValueKind.Int when left.Type.Kind == ValueKind.Double && constant.AsInt is >= -ExactIntegers and <= ExactIntegers:
                return Test(left, RealRange(op, constant.AsInt));
            default:
                return null;
        }
    }

    private static IsInRange Range(ValueKind kind, BinaryOperator op, long bound) => op switch
    {
        BinaryOperator.Equal => new IsInRange(kind, bound, bound, negated: false),
        BinaryOperator.NotEqual => new IsInRange(kind, bound, bound, negated: true),
        BinaryOperator.LessOrEqual => new IsInRange(kind, long.MinValue, bound, negated: false),
        BinaryOperator.Greater => new IsInRange(kind, long.MinValue, bound, negated: true),
        BinaryOperator.GreaterOrEqual => new IsInRange(kind, bound, long.MaxValue, negated: false),
        _ => new IsInRange(kind, bound, long.MaxValue, negated: true),
    };

    // No order holds for NaN, so unlike for ints a strict bound cannot be the negation of a loose one.
    private static IsInRealRange RealRange(BinaryOperator op, double bound) => op switch
    {
        BinaryOperator.Equal => new IsInRealRange(bound, bound, negated: false),
        BinaryOperator.NotEqual => new IsInRealRange(bound, bound, negated: true),
        BinaryOperator.LessOrEqual => new IsInRealRange(double.NegativeInfinity, bound, negated: false),
        BinaryOperator.Less => new IsInRealRange(double.NegativeInfinity, Math.BitDecrement(bound), negated: false),
        BinaryOperator.GreaterOrEqual => new IsInRealRange(bound, double.PositiveInfinity, negated: false),
        _ => new IsInRealRange(Math.BitIncrement(bound), double.PositiveInfinity, negated: false),
    };

    private static Condition PlanMembership(BoundExpression.Membership membership)
    {
        if (membership.Container is BoundExpression.Constant { Value: { Kind: ValueKind.List } list }
            && membership.Element.Type.Kind == ValueKind.String
            && list.AsList.All(static item => item.Kind == ValueKind.String))
        {
            return Test(membership.Element, new IsOneOf(list.AsList.Select(static item => item.AsString).ToFrozenSet(StringComparer.Ordinal)));
        }

        return new MembershipCondition(
            ExpressionPlanner.PlanValue(membership.Element), ExpressionPlanner.PlanValue(membership.Container), ExpressionPlanner.Faults(membership));
    }

    private static Condition PlanPresence(BoundExpression.Has has) => has.Operand switch
    {
        BoundExpression.Attribute attribute => new AttributePresence(attribute.Binding.Index),
        BoundExpression.ActivationAttribute attribute => new ActivationPresence(attribute.Binding.Index),
        BoundExpression.Field field => new FieldPresence(ExpressionPlanner.PlanValue(field.Operand), Value.Of(field.Name), ExpressionPlanner.Faults(has)),
        var operand => new ValuePresence(ExpressionPlanner.PlanValue(operand)),
    };

    private static Condition Test<TTest>(BoundExpression operand, TTest test)
        where TTest : struct, IValueTest =>
        operand is BoundExpression.Attribute { Type.Kind: not ValueKind.Missing } attribute
            ? new AttributeCondition<TTest>(ExpressionPlanner.Attribute(attribute), test)
            : new TestCondition<TTest>(ExpressionPlanner.PlanValue(operand), test, ExpressionPlanner.Faults(operand));
}
