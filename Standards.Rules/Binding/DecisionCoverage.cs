using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
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
        var named = decision.Rules.SelectMany(r => Named(r.Cells[input])).Where(v => !v.IsMissing).Distinct().ToList();
        var regions = named.GroupBy(v => v.Kind == ValueKind.Double ? ValueKind.Int : v.Kind).SelectMany(g => Regions(g.Key, [.. g])).ToArray();
        return regions.Length > 0 ? regions : [type.Kind switch { ValueKind.Int => Value.Of(0L), ValueKind.Double => Value.Of(0.0), _ => Value.Of(Other) }];
    }

    /// <summary>The regions that values of one kind (ints and doubles together) make.</summary>
    private static IEnumerable<Value> Regions(ValueKind kind, List<Value> named)
    {
        switch (kind)
        {
            case ValueKind.Null:
                return named;
            case ValueKind.Bool:
                return [Value.False, Value.True];
            case ValueKind.Int or ValueKind.Duration or ValueKind.Timestamp:
                named.Sort((a, b) => ValueOrder.Compare(a, b) ?? 0);
                return Between(named).OfType<Value>().DistinctBy(v => v.ToString(), StringComparer.Ordinal);
            default:
                return named.Append(Value.Of(Other));
        }
    }

    /// <summary>Each bound itself, and a value below, between and above them where there is one.</summary>
    private static IEnumerable<Value?> Between(List<Value> bounds)
    {
        yield return Beside(bounds[0], -1);
        for (var i = 0; i < bounds.Count; i++)
        {
            yield return bounds[i];
            yield return i + 1 == bounds.Count ? Beside(bounds[i], 1) : Middle(bounds[i], bounds[i + 1]);
        }
    }

    /// <summary>A value below (-1) or above (+1), near enough to be read; null where there is none.</summary>
    private static Value? Beside(Value value, int by)
    {
        switch (value.Kind)
        {
            case ValueKind.Int:
                return value.AsInt == (by < 0 ? long.MinValue : long.MaxValue) ? null : Value.Of(value.AsInt + by);
            case ValueKind.Double:
                var near = value.AsDouble + by;
                return Value.Of(near != value.AsDouble ? near : by < 0 ? Math.BitDecrement(near) : Math.BitIncrement(near));
            case ValueKind.Duration:
                return Value.Of(value.AsDuration + TimeSpan.FromSeconds(by));
            default:
                var ticks = value.AsTimestamp.Ticks + (by * TimeSpan.TicksPerSecond);
                return ticks < Instant.MinValue.Ticks || ticks > Instant.MaxValue.Ticks ? null : Value.Of(new Instant(ticks));
        }
    }

    /// <summary>A value between the two; null where there is none.</summary>
    private static Value? Middle(Value low, Value high)
    {
        if (low.Kind == ValueKind.Int && high.Kind == ValueKind.Int)
            return low.AsInt < high.AsInt - 1 ? Value.Of(low.AsInt + 1) : null;
        if (low.Kind is ValueKind.Duration)
            return Halfway(low.AsDuration.Ticks, high.AsDuration.Ticks) is { } span ? Value.Of(new TimeSpan(span)) : null;
        if (low.Kind is ValueKind.Timestamp)
            return Halfway(low.AsTimestamp.Ticks, high.AsTimestamp.Ticks) is { } at ? Value.Of(new Instant(at)) : null;
        var (from, to) = (Number(low), Number(high));
        var middle = from + ((to - from) / 2);
        return from < middle && middle < to ? Value.Of(middle) : null;
    }

    private static long? Halfway(long low, long high) => high - low > 1 ? low + ((high - low) / 2) : null;

    private static double Number(Value value) => value.Kind == ValueKind.Int ? value.AsInt : value.AsDouble;

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
