using System.Globalization;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Compilation.Expressions.Operations;

/// <summary>The functions named after types.</summary>
internal static class Conversions
{
    private const long EpochTicks = 621_355_968_000_000_000;

    public static Value ToBool(Value value, OperationFaults faults) => value.Kind switch
    {
        ValueKind.Bool => value,
        ValueKind.String => value.AsString switch
        {
            "true" or "TRUE" or "True" or "t" or "1" => Value.True,
            "false" or "FALSE" or "False" or "f" or "0" => Value.False,
            _ => faults.Conversion,
        },
        _ => faults.WrongType,
    };

    public static Value ToInt(Value value, OperationFaults faults) => value.Kind switch
    {
        ValueKind.Int => value,
        ValueKind.Double => value.AsDouble is > -9223372036854775808.0 and < 9223372036854775808.0 ? Value.Of((long)value.AsDouble) : faults.Overflow,
        ValueKind.String => long.TryParse(value.AsString, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? Value.Of(whole)
            : faults.Conversion,
        ValueKind.Timestamp => Value.Of(ToSeconds(value.AsInt - EpochTicks)),
        _ => faults.WrongType,
    };

    public static Value ToDouble(Value value, OperationFaults faults) => value.Kind switch
    {
        ValueKind.Double => value,
        ValueKind.Int => Value.Of((double)value.AsInt),
        ValueKind.String => double.TryParse(
            value.AsString, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var real)
            ? Value.Of(real)
            : faults.Conversion,
        _ => faults.WrongType,
    };

    public static Value ToText(Value value, OperationFaults faults) => value.Kind switch
    {
        ValueKind.String => value,
        ValueKind.Bool or ValueKind.Int => Value.Of(value.ToString()),
        ValueKind.Double => Value.Of(value.AsDouble.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e')),
        ValueKind.Duration => Value.Of(DurationText.Format(value.AsDuration)),
        ValueKind.Timestamp => Value.Of(TimestampText.Format(value.AsTimestamp)),
        _ => faults.WrongType,
    };

    public static Value ToDuration(Value value, OperationFaults faults) => value.Kind switch
    {
        ValueKind.Duration => value,
        ValueKind.String => DurationText.TryParse(value.AsString, out var duration) ? Value.Of(duration) : faults.Conversion,
        _ => faults.WrongType,
    };

    public static Value ToTimestamp(Value value, OperationFaults faults) => value.Kind switch
    {
        ValueKind.Timestamp => value,
        ValueKind.String => TimestampText.TryParse(value.AsString, out var instant) ? Value.Of(instant) : faults.Conversion,
        ValueKind.Int => FromSeconds(value.AsInt, faults),
        _ => faults.WrongType,
    };

    private static long ToSeconds(long ticks)
    {
        var (seconds, rest) = Math.DivRem(ticks, TimeSpan.TicksPerSecond);
        return rest < 0 ? seconds - 1 : seconds;
    }

    private static Value FromSeconds(long seconds, OperationFaults faults)
    {
        var ticks = ((Int128)seconds * TimeSpan.TicksPerSecond) + EpochTicks;
        return ticks < Instant.MinValue.Ticks || ticks > Instant.MaxValue.Ticks ? faults.Overflow : Value.Of(new Instant((long)ticks));
    }
}
