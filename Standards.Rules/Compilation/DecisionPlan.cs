using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation;

/// <summary>A decision table as the evaluator runs it (DMN 1.5, section 8.2). Immutable.</summary>
internal sealed class DecisionPlan(BoundDecision decision)
{
    private static readonly Fault NoRuleFault = new(FaultKind.NoSuchElement, "");
    private readonly ImmutableArray<Evaluable> _inputs = [.. decision.Inputs.Select(ExpressionPlanner.Plan)];
    private readonly Fault _noRule = new(FaultKind.NoSuchElement, decision.Id);
    private readonly Fault _tooLarge = new(FaultKind.Overflow, decision.Id);

    public BoundDecision Decision => decision;

    /// <summary>The value derived for the event of the frame, missing where it cannot be; and the row that gave it, or -1.</summary>
    public Value Decide(Frame frame, out int row)
    {
        var inputs = new Value[_inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            inputs[i] = _inputs[i].Evaluate(frame);
        return Decide(inputs, out row);
    }

    private Value Decide(Value[] inputs, out int row)
    {
        row = -1;
        var matches = new List<int>();
        var doubtful = new List<int>();
        for (var i = 0; i < decision.Rules.Length; i++)
        {
            switch (Matches(decision.Rules[i], inputs))
            {
                case Truth.True:
                    matches.Add(i);
                    break;
                case Truth.Unknown:
                    doubtful.Add(i);
                    break;
            }

            if (decision.Hit == HitPolicy.First && (matches.Count > 0 || doubtful.Count > 0))
                break;
        }

        var fault = inputs.Select(i => i.Fault).FirstOrDefault(f => f is not null) ?? NoRuleFault;
        return decision.Hit switch
        {
            HitPolicy.First or HitPolicy.Unique or HitPolicy.Any => Single(matches, doubtful, fault, ref row),
            HitPolicy.Priority => ByPriority(matches, doubtful, fault, ref row),
            _ => doubtful.Count > 0 ? Value.Faulty(fault) : Collect(matches),
        };
    }

    private Value Single(List<int> matches, List<int> doubtful, Fault fault, ref int row)
    {
        if (matches.Count > 0)
        {
            row = matches[0];
            var output = decision.Rules[row].Output;
            return decision.Hit == HitPolicy.First || matches.TrueForAll(m => decision.Rules[m].Output == output) ? output : Value.Faulty(_noRule);
        }

        return doubtful.Count > 0 ? Value.Faulty(fault) : OrDefault();
    }

    private Value ByPriority(List<int> matches, List<int> doubtful, Fault fault, ref int row)
    {
        if (matches.Count == 0)
            return doubtful.Count > 0 ? Value.Faulty(fault) : OrDefault();
        var best = matches.MinBy(Rank);
        if (doubtful.Exists(d => Rank(d) < Rank(best)))
            return Value.Faulty(fault);
        row = best;
        return decision.Rules[best].Output;
    }

    private int Rank(int rule)
    {
        var rank = decision.Priorities.IndexOf(decision.Rules[rule].Output);
        return rank < 0 ? int.MaxValue : rank;
    }

    private Value Collect(List<int> matches)
    {
        var outputs = matches.Select(m => decision.Rules[m].Output).ToImmutableArray();
        switch (decision.Hit)
        {
            case HitPolicy.Collect:
                return Value.Of(outputs);
            case HitPolicy.CollectCount:
                return Value.Of((long)outputs.Distinct().Count());
            default:
                return outputs.Length == 0 ? OrDefault() : Aggregate(outputs);
        }
    }

    private Value Aggregate(ImmutableArray<Value> outputs)
    {
        if (outputs.All(o => o.Kind == ValueKind.Int))
        {
            return decision.Hit switch
            {
                HitPolicy.CollectSum => Sum(outputs),
                HitPolicy.CollectMin => Value.Of(outputs.Min(o => o.AsInt)),
                _ => Value.Of(outputs.Max(o => o.AsInt)),
            };
        }

        var numbers = outputs.Select(o => o.Kind == ValueKind.Int ? o.AsInt : o.AsDouble);
        return decision.Hit switch
        {
            HitPolicy.CollectSum => Value.Of(numbers.Sum()),
            HitPolicy.CollectMin => Value.Of(numbers.Min()),
            _ => Value.Of(numbers.Max()),
        };
    }

    private Value Sum(ImmutableArray<Value> outputs)
    {
        Int128 sum = 0;
        foreach (var output in outputs)
            sum += output.AsInt;
        return sum >= long.MinValue && sum <= long.MaxValue ? Value.Of((long)sum) : Value.Faulty(_tooLarge);
    }

    private Value OrDefault() => decision.Default.IsMissing ? Value.Faulty(_noRule) : decision.Default;

    private static Truth Matches(BoundDecisionRule rule, Value[] inputs)
    {
        var result = Truth.True;
        for (var i = 0; i < inputs.Length; i++)
        {
            var truth = Holds(rule.Cells[i], inputs[i]);
            if (truth == Truth.False)
                return Truth.False;
            if (truth == Truth.Unknown)
                result = Truth.Unknown;
        }

        return result;
    }

    /// <summary>A missing value satisfies <c>-</c> alone; for every other test it is unknown.</summary>
    public static Truth Holds(UnaryTest test, Value value)
    {
        if (test is UnaryTest.Anything)
            return Truth.True;
        if (value.IsMissing)
            return Truth.Unknown;
        return HoldsFor(test, value) ? Truth.True : Truth.False;
    }

    private static bool HoldsFor(UnaryTest test, Value value) => test switch
    {
        UnaryTest.OneOf one => one.Values.Contains(value),
        UnaryTest.Range range => Above(range, value) && Below(range, value),
        UnaryTest.AnyOf any => any.Tests.Any(t => HoldsFor(t, value)),
        UnaryTest.Not not => !HoldsFor(not.Test, value),
        _ => true,
    };

    private static bool Above(UnaryTest.Range range, Value value) =>
        range.Low.IsMissing || (ValueOrder.Compare(value, range.Low) is { } order && (order > 0 || (order == 0 && range.LowInclusive)));

    private static bool Below(UnaryTest.Range range, Value value) =>
        range.High.IsMissing || (ValueOrder.Compare(value, range.High) is { } order && (order < 0 || (order == 0 && range.HighInclusive)));
}

/// <summary>The order of values of one kind, ints and doubles mixed.</summary>
internal static class ValueOrder
{
    /// <summary>Below zero, zero or above zero; null where the kinds have no common order.</summary>
    public static int? Compare(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) or (ValueKind.Duration, ValueKind.Duration) or (ValueKind.Timestamp, ValueKind.Timestamp) or (ValueKind.Bool, ValueKind.Bool) =>
            left.AsInt.CompareTo(right.AsInt),
        (ValueKind.Int, ValueKind.Double) => ((double)left.AsInt).CompareTo(right.AsDouble),
        (ValueKind.Double, ValueKind.Int) => left.AsDouble.CompareTo(right.AsInt),
        (ValueKind.Double, ValueKind.Double) => left.AsDouble.CompareTo(right.AsDouble),
        (ValueKind.String, ValueKind.String) => string.CompareOrdinal(left.AsString, right.AsString),
        _ => null,
    };
}
