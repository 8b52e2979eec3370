using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Tests.Oracle;

/// <summary>What a condition may look at.</summary>
/// <param name="Event">The event; null where only the facts are seen.</param>
/// <param name="Captured">Attributes of the activating event by capture index.</param>
/// <param name="ActivatedAt">When the obligation was activated; null where no activation is in sight.</param>
internal sealed record View(OracleEvent? Event, ImmutableArray<Value> Captured, long? ActivatedAt);

/// <summary>
/// The meaning of bound expressions, in three values: <see cref="Value.Missing"/> is unknown. It knows what
/// <see cref="PackGenerator"/> writes, and throws at the rest.
/// </summary>
internal sealed class NaiveExpression(BoundRules rules, IReadOnlyDictionary<int, Value> facts)
{
    /// <summary>True, false or null.</summary>
    public bool? Holds(BoundExpression expression, View view) => Evaluate(expression, view) is { Kind: ValueKind.Bool } truth ? truth.AsBool : null;

    /// <summary>The attribute as the event states it, else as a fact of the case, else its default.</summary>
    public Value Attribute(int index, OracleEvent? of)
    {
        var stated = Stated(index, of);
        return stated.IsMissing ? rules.Vocabulary.Attributes[index].Default : stated;
    }

    /// <summary>As <see cref="Attribute"/>, but for the default.</summary>
    public Value Stated(int index, OracleEvent? of)
    {
        if (of is not null && of.Data.TryGetValue(index, out var own))
            return own;
        return facts.TryGetValue(index, out var fact) ? fact : Value.Missing;
    }

    public Value Evaluate(BoundExpression expression, View view)
    {
        Value Sub(BoundExpression e) => Evaluate(e, view);
        switch (expression)
        {
            case BoundExpression.Constant constant:
                return constant.Value;
            case BoundExpression.Attribute attribute:
                return Attribute(attribute.Binding.Index, view.Event);
            case BoundExpression.ActivationAttribute captured:
                var value = captured.Binding.Index < view.Captured.Length ? view.Captured[captured.Binding.Index] : Value.Missing;
                return value.IsMissing ? captured.Binding.Default : value;
            case BoundExpression.Builtin builtin:
                return Builtin(builtin.Binding.Name, view);
            case BoundExpression.Derived derived:
                return new NaiveDecision(this).Decide(rules.Decisions[derived.Binding.Index], view);
            case BoundExpression.State state:
                return view.Event?.States.GetValueOrDefault(state.Process) is { } name ? Value.Of(name) : Value.Missing;
            case BoundExpression.Has { Operand: BoundExpression.Attribute named }:
                return Value.Of(!Stated(named.Binding.Index, view.Event).IsMissing);
            case BoundExpression.Not not:
                return Sub(not.Operand) is { Kind: ValueKind.Bool } operand ? Value.Of(!operand.AsBool) : Value.Missing;
            case BoundExpression.Logical logical:
                var operands = logical.Operands.Select(Sub).ToList();
                var decisive = Value.Of(!logical.IsAll);
                return operands.Contains(decisive) ? decisive : operands.Exists(o => o.IsMissing) ? Value.Missing : Value.Of(logical.IsAll);
            case BoundExpression.Arithmetic { Operator: BinaryOperator.Add } sum:
                return (Sub(sum.Left), Sub(sum.Right)) is ({ Kind: ValueKind.Int } a, { Kind: ValueKind.Int } b) ? Value.Of(a.AsInt + b.AsInt) : Value.Missing;
            case BoundExpression.Arithmetic { Operator: BinaryOperator.Subtract } difference:
                return (Sub(difference.Left), Sub(difference.Right)) is ({ Kind: ValueKind.Timestamp } later, { Kind: ValueKind.Timestamp } earlier)
                    ? Value.Of(later.AsTimestamp - earlier.AsTimestamp)
                    : Value.Missing;
            case BoundExpression.Arithmetic { Operator: BinaryOperator.Multiply } product:
                return (Sub(product.Left), Sub(product.Right)) is ({ Kind: ValueKind.Double } x, { Kind: ValueKind.Double } y) ? Value.Of(x.AsDouble * y.AsDouble) : Value.Missing;
            case BoundExpression.Comparison comparison:
                return Compare(comparison.Operator, Sub(comparison.Left), Sub(comparison.Right));
            case BoundExpression.Call { Function: Function.ToDuration } duration:
                return Sub(duration.Arguments[0]) is { Kind: ValueKind.String } text
                    ? Value.Of(TimeSpan.FromSeconds(int.Parse(text.AsString.TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture)))
                    : Value.Missing;
            default:
                throw new NotSupportedException(expression.GetType().Name);
        }
    }

    private static Value Builtin(BuiltinName name, View view) => name switch
    {
        BuiltinName.Role => view.Event?.Role is { } role ? Value.Of(role) : Value.Missing,
        BuiltinName.At => view.Event is { } e ? Value.Of(new Core.Instant(e.At)) : Value.Missing,
        BuiltinName.ActivationAt => view.ActivatedAt is { } at ? Value.Of(new Core.Instant(at)) : Value.Missing,
        _ => throw new NotSupportedException(name.ToString()),
    };

    private static Value Compare(BinaryOperator op, Value left, Value right)
    {
        if (left.IsMissing || right.IsMissing)
            return Value.Missing;
        return Value.Of(op switch
        {
            BinaryOperator.Equal => left == right,
            BinaryOperator.NotEqual => left != right,
            BinaryOperator.Less => Order(left, right) < 0,
            BinaryOperator.LessOrEqual => Order(left, right) <= 0,
            BinaryOperator.Greater => Order(left, right) > 0,
            _ => Order(left, right) >= 0,
        });
    }

    public static int Order(Value left, Value right) => left.Kind switch
    {
        ValueKind.String => string.CompareOrdinal(left.AsString, right.AsString),
        ValueKind.Double => left.AsDouble.CompareTo(right.AsDouble),
        _ => left.AsInt.CompareTo(right.AsInt),
    };
}
