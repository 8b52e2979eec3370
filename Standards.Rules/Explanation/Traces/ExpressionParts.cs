using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;

namespace Standards.Rules.Explanation.Traces;

/// <summary>What an expression consists of.</summary>
internal static class ExpressionParts
{
    /// <summary>The expression and everything in it.</summary>
    public static IEnumerable<BoundExpression> All(BoundExpression expression) => Children(expression).SelectMany(All).Prepend(expression);

    /// <summary>The constants in it, those of lists one by one.</summary>
    public static ImmutableArray<Value> Constants(BoundExpression expression) =>
    [
        .. All(expression).OfType<BoundExpression.Constant>()
            .SelectMany(c => c.Value.Kind == ValueKind.List ? c.Value.AsList : [c.Value]).Distinct(),
    ];

    private static ImmutableArray<BoundExpression> Children(BoundExpression expression) => expression switch
    {
        BoundExpression.Has e => [e.Operand],
        BoundExpression.Field e => [e.Operand],
        BoundExpression.Index e => [e.Operand, e.Key],
        BoundExpression.Not e => [e.Operand],
        BoundExpression.Negate e => [e.Operand],
        BoundExpression.Logical e => e.Operands,
        BoundExpression.Arithmetic e => [e.Left, e.Right],
        BoundExpression.Comparison e => [e.Left, e.Right],
        BoundExpression.Membership e => [e.Element, e.Container],
        BoundExpression.Conditional e => [e.Test, e.Then, e.Otherwise],
        BoundExpression.List e => e.Items,
        BoundExpression.Map e => e.Values,
        BoundExpression.Call e => e.Arguments,
        BoundExpression.Matches e => [e.Operand],
        BoundExpression.TimePart e => [e.Operand],
        BoundExpression.Macro e => [e.Range, .. new[] { e.Predicate, e.Transform }.OfType<BoundExpression>()],
        _ => [],
    };
}
