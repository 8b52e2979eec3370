using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Tests.Oracle;

/// <summary>
/// The value of a decision table. A row of which nobody knows whether it matches leaves the value unknown, unless a row that does
/// match settles it: an earlier one (first), any (unique, any), a weightier one (priority).
/// </summary>
internal sealed class NaiveDecision(NaiveExpression expressions)
{
    public Value Decide(BoundDecision table, View view)
    {
        var inputs = table.Inputs.Select(i => expressions.Evaluate(i, view)).ToList();
        var rows = table.Rules.Select((rule, i) => (Index: i, rule.Output, Matches: Matches(rule, inputs))).ToList();
        var sure = rows.Where(r => r.Matches == true).ToList();
        var doubtful = rows.Where(r => r.Matches is null && !sure.Exists(s => Settles(table, (s.Index, s.Output), (r.Index, r.Output))));
        return doubtful.Any() ? Value.Missing : Resolve(table, sure.ConvertAll(r => r.Output));
    }

    private static bool Settles(BoundDecision table, (int Index, Value Output) sure, (int Index, Value Output) doubtful) => table.Hit switch
    {
        HitPolicy.First => sure.Index < doubtful.Index,
        HitPolicy.Unique or HitPolicy.Any => true,
        HitPolicy.Priority => table.Priorities.IndexOf(sure.Output) <= table.Priorities.IndexOf(doubtful.Output),
        _ => false,
    };

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

    private static Value Resolve(BoundDecision table, List<Value> outputs)
    {
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
