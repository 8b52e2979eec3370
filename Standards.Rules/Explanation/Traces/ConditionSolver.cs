using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Explanation.Traces;

/// <summary>
/// Proposes events for which a condition holds, or does not. Proposals only: what it does not understand it guesses, and
/// whoever asks lets the evaluator judge the result. Immutable; thread-safe.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="facts">Facts of the interaction, by attribute.</param>
/// <param name="activation">The event that activated the obligation; null where that is the event sought.</param>
/// <param name="around">The time of the trace.</param>
internal sealed class ConditionSolver(BoundRules rules, ImmutableSortedDictionary<int, Value> facts, EventDraft? activation, Instant around)
{
    private const int MostGuesses = 96;

    /// <summary>How many drafts are carried from one part of a condition to the next: a table of many inputs would go on for ever.</summary>
    private const int MostDrafts = 64;

    /// <summary>Drafts made of <paramref name="draft"/> for which the condition should have the truth value wanted.</summary>
    public IEnumerable<EventDraft> Solve(BoundExpression condition, bool wanted, EventDraft draft) => condition switch
    {
        BoundExpression.Constant constant => constant.Value.Kind == ValueKind.Bool && constant.Value.AsBool == wanted ? [draft] : [],
        BoundExpression.Attribute attribute => Assign(attribute, Value.Of(wanted), draft),
        BoundExpression.ActivationAttribute => Known(condition, draft) is { Kind: ValueKind.Bool } value && value.AsBool == wanted ? [draft] : [],
        BoundExpression.Not not => Solve(not.Operand, !wanted, draft),
        BoundExpression.Logical logical => logical.IsAll == wanted
            ? logical.Operands.Aggregate((IEnumerable<EventDraft>)[draft], (drafts, operand) => drafts.SelectMany(d => Solve(operand, wanted, d)).Take(MostDrafts))
            : logical.Operands.SelectMany(operand => Solve(operand, wanted, draft)),
        BoundExpression.Comparison comparison => Compare(comparison, wanted, draft),
        BoundExpression.Membership membership => Member(membership, wanted, draft),
        BoundExpression.Has has => Has(has, wanted, draft),
        BoundExpression.Conditional choice => Solve(choice.Test, wanted: true, draft).SelectMany(d => Solve(choice.Then, wanted, d))
            .Concat(Solve(choice.Test, wanted: false, draft).SelectMany(d => Solve(choice.Otherwise, wanted, d))),
        BoundExpression.Call or BoundExpression.Matches or BoundExpression.Macro => Guess(condition, draft),
        _ => [],
    };

    private IEnumerable<EventDraft> Compare(BoundExpression.Comparison comparison, bool wanted, EventDraft draft)
    {
        var op = wanted ? comparison.Operator : Opposite(comparison.Operator);
        var (left, right) = (Known(comparison.Left, draft), Known(comparison.Right, draft));
        if (left is not null && right is not null)
            return Guess(comparison, draft);
        if (right is { } bound && IsTerm(comparison.Left))
            return Meeting(comparison.Left, op, bound, comparison).SelectMany(v => Assign(comparison.Left, v, draft));
        if (left is { } other && IsTerm(comparison.Right))
            return Meeting(comparison.Right, op.Mirrored(), other, comparison).SelectMany(v => Assign(comparison.Right, v, draft));
        return Guess(comparison, draft);
    }

    private IEnumerable<EventDraft> Member(BoundExpression.Membership membership, bool wanted, EventDraft draft)
    {
        if (IsTerm(membership.Element) && Known(membership.Container, draft) is { Kind: ValueKind.List } list)
        {
            var values = wanted ? list.AsList : Domain(membership.Element, membership).Where(v => !list.AsList.Contains(v));
            return values.SelectMany(v => Assign(membership.Element, v, draft));
        }

        return Guess(membership, draft);
    }

    private IEnumerable<EventDraft> Has(BoundExpression.Has has, bool wanted, EventDraft draft)
    {
        if (has.Operand is not BoundExpression.Attribute attribute)
            return Guess(has, draft);
        if (!wanted)
            return draft.Without(attribute.Binding.Index) is { } without ? [without] : [];
        return draft.Data.ContainsKey(attribute.Binding.Index) ? [draft] : Domain(attribute, has).Take(1).SelectMany(v => Assign(attribute, v, draft));
    }

    /// <summary>Tries ordinary values for the attributes that the expression names.</summary>
    public IEnumerable<EventDraft> Guess(BoundExpression condition, EventDraft draft)
    {
        var attributes = ExpressionParts.All(condition).OfType<BoundExpression.Attribute>()
            .DistinctBy(a => a.Binding.Index).Where(a => Known(a, draft) is null).Take(4);
        return attributes
            .Aggregate((IEnumerable<EventDraft>)[draft], (drafts, a) => drafts.SelectMany(d => Domain(a, condition).SelectMany(v => Assign(a, v, d))))
            .Take(MostGuesses);
    }

    private IEnumerable<Value> Domain(BoundExpression term, BoundExpression within) => term switch
    {
        BoundExpression.State state => States(state).Select(Value.Of),
        BoundExpression.Derived derived => rules.Decisions[derived.Binding.Index].Rules.Select(r => r.Output).Distinct(),
        BoundExpression.Builtin { Binding.Name: BuiltinName.Role } => rules.Vocabulary.Roles.Select(r => Value.Of(r.Name)),
        _ => SampleValues.Of(term.Type, around, ExpressionParts.Constants(within)),
    };

    private IEnumerable<Value> Meeting(BoundExpression term, BinaryOperator op, Value bound, BoundExpression within)
    {
        if (op == BinaryOperator.Equal)
            return [bound];
        if (op == BinaryOperator.NotEqual)
            return Domain(term, within).Where(v => v != bound);
        var step = bound.Kind switch
        {
            ValueKind.Int => Value.Of(bound.AsInt + (IsAbove(op) ? 1 : -1)),
            ValueKind.Double => Value.Of(bound.AsDouble + (IsAbove(op) ? 1 : -1)),
            ValueKind.Duration => Value.Of(bound.AsDuration + (IsAbove(op) ? TimeSpan.FromMinutes(1) : -TimeSpan.FromMinutes(1))),
            ValueKind.Timestamp => Value.Of(bound.AsTimestamp + (IsAbove(op) ? TimeSpan.FromHours(1) : -TimeSpan.FromHours(1))),
            _ => Value.Missing,
        };
        var edge = op is BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual ? new[] { bound, step } : [step];
        return edge.Where(v => !v.IsMissing).Select(v => InKind(v, term.Type.Kind));
    }

    private static bool IsAbove(BinaryOperator op) => op is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;

    private static Value InKind(Value value, ValueKind kind) => (value.Kind, kind) switch
    {
        (ValueKind.Int, ValueKind.Double) => Value.Of((double)value.AsInt),
        (ValueKind.Double, ValueKind.Int) => Value.Of((long)value.AsDouble),
        _ => value,
    };

    private IEnumerable<EventDraft> Assign(BoundExpression term, Value value, EventDraft draft)
    {
        switch (term)
        {
            case BoundExpression.Attribute { Binding: var binding }:
                if (!draft.Data.ContainsKey(binding.Index) && Standing(binding) is { } standing && standing == value)
                    return [draft];
                return One(draft.With(binding.Index, InKind(value, binding.Type.Kind)));
            case BoundExpression.State state when value.Kind == ValueKind.String:
                return One(draft.InState(state.Process, value.AsString));
            case BoundExpression.Derived derived:
                return DecisionCells(rules.Decisions[derived.Binding.Index], value, draft);
            case BoundExpression.Builtin { Binding.Name: BuiltinName.Role } when value.Kind == ValueKind.String:
                return One(draft.SpokenBy(value.AsString));
            case BoundExpression.Builtin { Binding.Name: BuiltinName.Say } when value.Kind == ValueKind.String:
                return One(draft.Saying(value.AsString));
            case BoundExpression.Builtin { Binding.Name: BuiltinName.Actor } when value.Kind == ValueKind.String:
                return One(draft with { Actor = value.AsString });
            default:
                return [];
        }
    }

    /// <summary>Drafts whose attributes make the table derive the value: row by row.</summary>
    public IEnumerable<EventDraft> DecisionCells(BoundDecision decision, Value output, EventDraft draft)
    {
        foreach (var rule in decision.Rules.Where(r => r.Output == output))
        {
            var drafts = (IEnumerable<EventDraft>)[draft];
            for (var i = 0; i < decision.Inputs.Length; i++)
            {
                var (input, cell) = (decision.Inputs[i], rule.Cells[i]);
                drafts = drafts.SelectMany(d => Cell(input, cell, d)).Take(MostDrafts);
            }

            foreach (var found in drafts)
                yield return found;
        }
    }

    private IEnumerable<EventDraft> Cell(BoundExpression input, UnaryTest test, EventDraft draft)
    {
        var values = test switch
        {
            UnaryTest.Anything => Domain(input, input).Take(2),
            UnaryTest.OneOf one => one.Values,
            UnaryTest.Range range => Within(range),
            UnaryTest.AnyOf any => any.Tests.SelectMany(t => t is UnaryTest.OneOf one ? one.Values : t is UnaryTest.Range range ? Within(range) : []),
            UnaryTest.Not { Test: UnaryTest.OneOf one } => Domain(input, input).Where(v => !one.Values.Contains(v)),
            _ => Domain(input, input),
        };
        return values.SelectMany(v => v.Kind == ValueKind.Bool ? Solve(input, v.AsBool, draft) : Assign(input, v, draft));
    }

    private static IEnumerable<Value> Within(UnaryTest.Range range)
    {
        if (!range.Low.IsMissing)
            return range.LowInclusive ? [range.Low] : Next(range.Low, 1);
        return range.High.IsMissing ? [] : range.HighInclusive ? [range.High] : Next(range.High, -1);
    }

    private static IEnumerable<Value> Next(Value value, int step) => value.Kind switch
    {
        ValueKind.Int => [Value.Of(value.AsInt + step)],
        ValueKind.Double => [Value.Of(value.AsDouble + (step * 0.5))],
        ValueKind.Duration => [Value.Of(value.AsDuration + TimeSpan.FromMinutes(step))],
        _ => [],
    };

    /// <summary>The value that an attribute has where the event does not state it.</summary>
    private Value? Standing(NameBinding.Attribute binding) =>
        facts.TryGetValue(binding.Index, out var fact) ? fact : binding.Default.IsMissing ? null : binding.Default;

    /// <summary>What a term is already worth; null where that is open.</summary>
    private Value? Known(BoundExpression term, EventDraft draft) => term switch
    {
        BoundExpression.Constant constant => constant.Value,
        BoundExpression.List list when list.Items.All(i => i is BoundExpression.Constant) => Value.Of([.. list.Items.Select(i => ((BoundExpression.Constant)i).Value)]),
        BoundExpression.Attribute { Binding.Index: var index } => draft.Data.TryGetValue(index, out var set) ? set : facts.TryGetValue(index, out var fact) ? fact : null,
        BoundExpression.ActivationAttribute { Name: var name } when activation is not null => OfActivation(name),
        _ => null,
    };

    private Value? OfActivation(string name)
    {
        var plain = name.StartsWith("activation.", StringComparison.Ordinal) ? name["activation.".Length..] : name;
        if (string.Equals(plain, "actor", StringComparison.Ordinal) && activation!.Actor is { } actor)
            return Value.Of(actor);
        for (var i = 0; i < rules.Vocabulary.Attributes.Length; i++)
        {
            if (string.Equals(rules.Vocabulary.Attributes[i].Name, plain, StringComparison.Ordinal))
                return activation!.Data.TryGetValue(i, out var set) ? set : facts.TryGetValue(i, out var fact) ? fact : null;
        }

        return null;
    }

    private static bool IsTerm(BoundExpression expression) =>
        expression is BoundExpression.Attribute or BoundExpression.State or BoundExpression.Derived or BoundExpression.Builtin;

    private IEnumerable<string> States(BoundExpression.State state) =>
        rules.Processes.Where(p => p.Index == state.Process && string.Equals(p.Pack, state.Pack, StringComparison.Ordinal)).SelectMany(p => p.States).Select(s => s.Id).Distinct(StringComparer.Ordinal);

    private static BinaryOperator Opposite(BinaryOperator op) => op switch
    {
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        _ => BinaryOperator.Less,
    };

    private static IEnumerable<EventDraft> One(EventDraft? draft) => draft is null ? [] : [draft];
}
