using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;

namespace Standards.Rules.Explanation.Traces;

/// <summary>Values that an attribute may have, the most ordinary first.</summary>
internal static class SampleValues
{
    private const int MostAllowed = 12;

    /// <summary>What a text holds that no condition asks for.</summary>
    public const string Other = "X";

    private const string Another = "Y";

    /// <summary>A value of the attribute that a reader finds natural.</summary>
    public static Value Ordinary(BoundAttribute attribute, Instant around) => Of(attribute.Type, around).FirstOrDefault(Value.Of(Other));

    /// <summary>Values worth trying for a condition that names these constants.</summary>
    public static IEnumerable<Value> Of(ExpressionType type, Instant around, ImmutableArray<Value> constants = default)
    {
        var named = constants.IsDefault ? [] : constants;
        IEnumerable<Value> values = type.Kind switch
        {
            ValueKind.Bool => [Value.True, Value.False],
            ValueKind.Int => named.Where(IsNumber).SelectMany(n => Around(Whole(n))).Append(1).Append(0).Select(Value.Of),
            ValueKind.Double => named.Where(IsNumber).SelectMany(n => Around(Real(n))).Append(1).Append(0).Select(Value.Of),
            ValueKind.Timestamp => Hours.Select(h => Value.Of(around + TimeSpan.FromHours(h))),
            ValueKind.Duration => named.Where(n => n.Kind == ValueKind.Duration)
                .SelectMany(n => new[] { n.AsDuration, n.AsDuration + TimeSpan.FromMinutes(1), n.AsDuration - TimeSpan.FromMinutes(1) })
                .Append(TimeSpan.FromMinutes(1)).Append(TimeSpan.Zero).Select(Value.Of),
            ValueKind.List => named.Where(n => n.Kind == ValueKind.String).Select(n => Value.Of([n])).Append(Value.Of([Value.Of(Other)])).Append(Value.Of(ImmutableArray<Value>.Empty)),
            ValueKind.String when !type.AllowedValues.IsEmpty => named.Where(n => n.Kind == ValueKind.String && type.AllowedValues.Contains(n.AsString, StringComparer.Ordinal))
                .Concat(type.AllowedValues.Take(MostAllowed).Select(Value.Of)),
            ValueKind.String => named.Where(n => n.Kind == ValueKind.String).Append(Value.Of(Other)).Append(Value.Of(Another)),
            _ => [],
        };
        return values.Distinct();
    }

    private static readonly int[] Hours = [0, 1, -1, 24, -24, 24 * 40, -24 * 40, 24 * 400, -24 * 400];

    private static IEnumerable<long> Around(long value) => [value, value + 1, value - 1];

    private static IEnumerable<double> Around(double value) => [value, value + 1, value - 1];

    private static bool IsNumber(Value value) => value.Kind is ValueKind.Int or ValueKind.Double;

    private static long Whole(Value value) => value.Kind == ValueKind.Int ? value.AsInt : (long)Math.Clamp(value.AsDouble, -1e15, 1e15);

    private static double Real(Value value) => value.Kind == ValueKind.Int ? value.AsInt : value.AsDouble;
}
