using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Tests.Oracle;

/// <summary>
/// The value of a decision table, by every resolution of what is missing: a row that depends on a missing input is tried
/// both as matching and as not matching, and the value is known where all tries agree.
/// </summary>
internal sealed class NaiveDecision(NaiveExpression expressions)
{
    public Value Decide(BoundDecision table, View view)
    {
        var inputs = table.Inputs.Select(i => expressions.Evaluate(i, view)).ToList();
        var rows = table.Rules.Select(rule => Matches(rule, inputs)).ToList();
        var doubtful = Enumerable.Range(0, rows.Count).Where(i => rows[i] is null).ToList();
        var results = Enumerable.Range(0, 1 << doubtful.Count)
            .Select(world => Resolve(table, [.. rows.Select((r, i) => r ?? ((world >> doubtful.IndexOf(i)) & 1) == 1)]))
            .ToList();
        return results.Distinct().Count() == 1 ? results[0] : Value.Missing;
    }

    private static bool? Matches(BoundDecisionRule rule, List<Value> inputs)
    {
        var cells = rule.Cells.Select((cell, i) => Holds(cell, inputs[i])).ToList();
        return cells.Contains(false) ? false : cells.Contains(null) ? null : true;
    }

    private static bool? Holds(UnaryTest test, Value value) =>
        test is UnaryTest.Anything ? true : value.IsMissing ? null : HoldsFor(test, value);

    private static bool HoldsFor(UnaryTest test, Value value) => test switch
    {
        UnaryTest.Anything => true,
        UnaryTest.OneOf one => one.Values.Any(v => v == value),
        UnaryTest.AnyOf any => any.Tests.Any(t => HoldsFor(t, value)),
        UnaryTest.Not not => !HoldsFor(not.Test, value),
        UnaryTest.Range range =>
            (range.Low.IsMissing || NaiveExpression.Order(value, range.Low) > (range.LowInclusive ? -1 : 0))
            && (range.High.IsMissing || NaiveExpression.Order(value, range.High) < (range.HighInclusive ? 1 : 0)),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    private static Value Resolve(BoundDecision table, bool[] matches)
    {
        var outputs = table.Rules.Where((_, i) => matches[i]).Select(r => r.Output).ToList();
        if (outputs.Count == 0)
            return table.Hit == HitPolicy.CollectCount ? Value.Of(0L) : table.Default;
        return table.Hit switch
        {
            HitPolicy.First or HitPolicy.Any or HitPolicy.Unique => outputs[0],
            HitPolicy.Priority => outputs.MinBy(o => table.Priorities.IndexOf(o)),
            HitPolicy.CollectSum => Value.Of(outputs.Sum(o => o.AsInt)),
            HitPolicy.CollectMin => Value.Of(outputs.Min(o => o.AsInt)),
            HitPolicy.CollectMax => Value.Of(outputs.Max(o => o.AsInt)),
            HitPolicy.CollectCount => Value.Of((long)outputs.Distinct().Count()),
            _ => throw new NotSupportedException(table.Hit.ToString()),
        };
    }
}
