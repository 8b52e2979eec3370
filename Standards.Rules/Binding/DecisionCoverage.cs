using System.Collections.Immutable;
using System.Globalization;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Compilation;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Binding;

/// <summary>
/// Diagnoses overlaps, gaps and dead rows of a decision table. Every input is cut at the bounds that its cells name, which
/// gives finitely many regions that no cell tells apart; each region is then asked which rows it meets. Exact for closed
/// sets, truth values, numbers and times; for open texts one value stands for all that no cell names. A table with too many
/// regions (<see cref="MostRegions"/>) is not examined.
/// </summary>
internal sealed class DecisionCoverage(BoundDecision decision, DiagnosticBag diagnostics)
{
    private const int MostRegions = 200_000;

    /// <summary>A text that no cell names.</summary>
    private const string Other = "…";

    public void Check()
    {
        var columns = Enumerable.Range(0, decision.Inputs.Length).Select(Representatives).ToArray();
        if (columns.Aggregate(1L, (product, c) => Math.Min(product * Math.Max(1, c.Length), MostRegions + 1L)) > MostRegions)
            return;
        var reached = new bool[decision.Rules.Length];
        var reported = new HashSet<(int, int)>();
        Value[]? gap = null;
        foreach (var region in Regions(columns))
        {
            var rows = Enumerable.Range(0, decision.Rules.Length).Where(i => Meets(decision.Rules[i], region)).ToArray();
            if (rows.Length == 0)
                gap ??= (Value[])region.Clone();
            Mark(rows, reached);
            if (rows.Length > 1)
                Compare(rows, region, reported);
        }

        if (gap is not null && decision.Default.IsMissing && decision.Hit is HitPolicy.Unique or HitPolicy.Any or HitPolicy.Priority or HitPolicy.First)
            diagnostics.Report(DecisionDiagnostics.Gap, decision.Span, Describe(gap));
        for (var i = 0; i < reached.Length; i++)
        {
            if (!reached[i])
                diagnostics.Report(DecisionDiagnostics.DeadRow, decision.Rules[i].Span, Number(i));
        }
    }

    private void Mark(int[] rows, bool[] reached)
    {
        foreach (var row in decision.Hit == HitPolicy.First ? rows.Take(1) : rows)
            reached[row] = true;
    }

    private void Compare(int[] rows, Value[] region, HashSet<(int, int)> reported)
    {
        if (decision.Hit is not (HitPolicy.Unique or HitPolicy.Any))
            return;
        for (var j = 1; j < rows.Length; j++)
        {
            var disagree = decision.Rules[rows[0]].Output != decision.Rules[rows[j]].Output;
            if ((decision.Hit == HitPolicy.Any && !disagree) || !reported.Add((rows[0], rows[j])))
                continue;
            var kind = decision.Hit == HitPolicy.Unique ? DecisionDiagnostics.Overlap : DecisionDiagnostics.Disagree;
            diagnostics.Report(kind, decision.Rules[rows[j]].Span, Number(rows[0]), Number(rows[j]), Describe(region));
        }
    }

    private static bool Meets(BoundDecisionRule rule, Value[] region)
    {
        for (var i = 0; i < region.Length; i++)
        {
            if (DecisionPlan.Holds(rule.Cells[i], region[i]) != Compilation.Expressions.Truth.True)
                return false;
        }

        return true;
    }

    private static IEnumerable<Value[]> Regions(Value[][] columns)
    {
        var index = new int[columns.Length];
        var region = columns.Select(c => c[0]).ToArray();
        while (true)
        {
            yield return region;
            var i = columns.Length - 1;
            while (i >= 0 && ++index[i] == columns[i].Length)
            {
                index[i] = 0;
                region[i] = columns[i][0];
                i--;
            }

            if (i < 0)
                yield break;
            region[i] = columns[i][index[i]];
        }
    }

    /// <summary>One value for each region of an input.</summary>
    private Value[] Representatives(int input)
    {
        var type = decision.Inputs[input].Type;
        if (type.Kind == ValueKind.Bool)
            return [Value.False, Value.True];
        if (type.AllowedValues.Length > 0)
            return [.. type.AllowedValues.Select(Value.Of)];
        var named = decision.Rules.SelectMany(r => Named(r.Cells[input])).Where(v => !v.IsMissing && v.Kind != ValueKind.Null).Distinct().ToList();
        if (named.Count == 0)
            return [type.Kind switch { ValueKind.Int => Value.Of(0L), ValueKind.Double => Value.Of(0.0), _ => Value.Of(Other) }];
        if (named[0].Kind == ValueKind.String)
            return [.. named, Value.Of(Other)];
        named.Sort((a, b) => ValueOrder.Compare(a, b) ?? 0);
        return [.. Between(named).DistinctBy(v => v.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Each bound itself, and a value below, between and above them where there is one.</summary>
    private static IEnumerable<Value> Between(List<Value> bounds)
    {
        yield return Shift(bounds[0], -1);
        for (var i = 0; i < bounds.Count; i++)
        {
            yield return bounds[i];
            if (i + 1 == bounds.Count)
                yield return Shift(bounds[i], 1);
            else if (Middle(bounds[i], bounds[i + 1]) is { } middle)
                yield return middle;
        }
    }

    private static Value Shift(Value value, int by) => value.Kind switch
    {
        ValueKind.Int => Value.Of(value.AsInt + by),
        ValueKind.Double => Value.Of(value.AsDouble + by),
        ValueKind.Duration => Value.Of(value.AsDuration + TimeSpan.FromSeconds(by)),
        ValueKind.Timestamp => Value.Of(value.AsTimestamp + TimeSpan.FromSeconds(by)),
        _ => value,
    };

    private static Value? Middle(Value low, Value high) => low.Kind switch
    {
        ValueKind.Int when high.Kind == ValueKind.Int => high.AsInt - low.AsInt > 1 ? Value.Of(low.AsInt + 1) : null,
        ValueKind.Double when high.Kind == ValueKind.Double => Value.Of((low.AsDouble + high.AsDouble) / 2),
        ValueKind.Duration or ValueKind.Timestamp => Shift(low, 0),
        _ => null,
    };

    private static IEnumerable<Value> Named(UnaryTest test) => test switch
    {
        UnaryTest.OneOf one => one.Values,
        UnaryTest.Range range => [range.Low, range.High],
        UnaryTest.AnyOf any => any.Tests.SelectMany(Named),
        UnaryTest.Not not => Named(not.Test),
        _ => [],
    };

    private string Describe(Value[] region) => string.Join(", ", region.Select((v, i) => $"{decision.InputTexts[i]} = {v}"));

    private static string Number(int row) => (row + 1).ToString(CultureInfo.InvariantCulture);
}
