using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation.Expressions;

/// <summary>Computes beforehand whatever depends on no event. Macros are left alone: their cost may be large.</summary>
internal sealed class ConstantFolder
{
    private readonly DiagnosticBag? _diagnostics;

    private ConstantFolder(DiagnosticBag? diagnostics) => _diagnostics = diagnostics;

    /// <summary>An expression of the same value with constants in place of what is constant.</summary>
    /// <param name="expression">Bound without errors.</param>
    /// <param name="diagnostics">Receives a warning for each part that never has a value.</param>
    public static BoundExpression Fold(BoundExpression expression, DiagnosticBag? diagnostics) => new ConstantFolder(diagnostics).Fold(expression);

    private BoundExpression Fold(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundExpression.Not not:
                return Computed(not with { Operand = Fold(not.Operand) }, static n => n.Operand);
            case BoundExpression.Negate negate:
                return Computed(negate with { Operand = Fold(negate.Operand) }, static n => n.Operand);
            case BoundExpression.Logical logical:
                return FoldLogical(logical);
            case BoundExpression.Arithmetic arithmetic:
                return Computed(arithmetic with { Left = Fold(arithmetic.Left), Right = Fold(arithmetic.Right) }, static a => a.Left, static a => a.Right);
            case BoundExpression.Comparison comparison:
                return Computed(comparison with { Left = Fold(comparison.Left), Right = Fold(comparison.Right) }, static c => c.Left, static c => c.Right);
            case BoundExpression.Membership membership:
                return Computed(
                    membership with { Element = Fold(membership.Element), Container = Fold(membership.Container) },
                    static m => m.Element, static m => m.Container);
            case BoundExpression.Conditional conditional:
                return FoldConditional(conditional);
            case BoundExpression.Index index:
                return Computed(index with { Operand = Fold(index.Operand), Key = Fold(index.Key) }, static i => i.Operand, static i => i.Key);
            case BoundExpression.Field field:
                return Computed(field with { Operand = Fold(field.Operand) }, static f => f.Operand);
            case BoundExpression.Has { Operand: BoundExpression.Field field } has:
                return has with { Operand = field with { Operand = Fold(field.Operand) } };
            case BoundExpression.List list:
                var items = FoldAll(list.Items);
                return Computed(list with { Items = items }, items);
            case BoundExpression.Map map:
                var values = FoldAll(map.Values);
                return Computed(map with { Values = values }, values);
            case BoundExpression.Call call:
                var arguments = FoldAll(call.Arguments);
                return Computed(call with { Arguments = arguments }, arguments);
            case BoundExpression.Matches matches:
                return Computed(matches with { Operand = Fold(matches.Operand) }, static m => m.Operand);
            case BoundExpression.TimePart part:
                part = part with { Operand = Fold(part.Operand) };
                return part.Zone is null ? part : Computed(part, static p => p.Operand);
            case BoundExpression.Macro macro:
                return macro with
                {
                    Range = Fold(macro.Range),
                    Predicate = macro.Predicate is null ? null : Fold(macro.Predicate),
                    Transform = macro.Transform is null ? null : Fold(macro.Transform),
                };
            default:
                return expression;
        }
    }

    private ImmutableArray<BoundExpression> FoldAll(ImmutableArray<BoundExpression> expressions) => [.. expressions.Select(Fold)];

    private BoundExpression FoldLogical(BoundExpression.Logical logical)
    {
        var rest = ImmutableArray.CreateBuilder<BoundExpression>(logical.Operands.Length);
        var decided = false;
        foreach (var operand in logical.Operands)
        {
            var folded = Fold(operand);
            if (folded is not BoundExpression.Constant { Value: { Kind: ValueKind.Bool } value })
                rest.Add(folded);
            else
                decided |= value.AsBool != logical.IsAll;
        }

        if (decided || rest.Count == 0)
            return new BoundExpression.Constant(logical.Origin, ExpressionType.Bool, Value.Of(decided != logical.IsAll));
        // A lone operand stands for the chain only if it cannot turn out to be something else than a bool.
        return rest.Count == 1 && rest[0].Type.Kind == ValueKind.Bool ? rest[0] : logical with { Operands = rest.DrainToImmutable() };
    }

    private BoundExpression FoldConditional(BoundExpression.Conditional conditional)
    {
        var test = Fold(conditional.Test);
        if (test is BoundExpression.Constant { Value: { Kind: ValueKind.Bool } value })
            return Fold(value.AsBool ? conditional.Then : conditional.Otherwise);
        return conditional with { Test = test, Then = Fold(conditional.Then), Otherwise = Fold(conditional.Otherwise) };
    }

    private BoundExpression Computed<T>(T expression, params ReadOnlySpan<Func<T, BoundExpression>> operands)
        where T : BoundExpression
    {
        foreach (var operand in operands)
        {
            if (operand(expression) is not BoundExpression.Constant)
                return expression;
        }

        return Compute(expression);
    }

    private BoundExpression Computed(BoundExpression expression, ImmutableArray<BoundExpression> operands) =>
        operands.All(static o => o is BoundExpression.Constant) ? Compute(expression) : expression;

    private BoundExpression Compute(BoundExpression expression)
    {
        var value = ExpressionPlanner.PlanValue(expression).Evaluate(new Frame());
        if (!value.IsMissing)
            return new BoundExpression.Constant(expression.Origin, expression.Type, value);
        _diagnostics?.Report(ExpressionDiagnostics.NeverHasValue, expression.Span, expression.Text);
        return expression;
    }
}
