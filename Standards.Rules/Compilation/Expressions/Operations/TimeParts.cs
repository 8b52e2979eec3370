using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;

namespace Standards.Rules.Compilation.Expressions.Operations;

/// <summary>The parts of timestamps and durations, numbered as in CEL: months and days of the month from 0, dates from 1.</summary>
internal static class TimeParts
{
    /// <summary>A part of a timestamp as clocks in <paramref name="zone"/> show it.</summary>
    public static Value Of(Function part, Value value, TimeZoneInfo zone, OperationFaults faults)
    {
        if (value.Kind == ValueKind.Duration)
            return OfDuration(part, value, faults);
        if (value.Kind != ValueKind.Timestamp)
            return faults.WrongType;
        var local = Local(value, zone);
        return Value.Of((long)(part switch
        {
            Function.FullYear => local.Year,
            Function.Month => local.Month - 1,
            Function.DayOfMonth => local.Day - 1,
            Function.Date => local.Day,
            Function.DayOfWeek => (int)local.DayOfWeek,
            Function.DayOfYear => local.DayOfYear - 1,
            Function.Hours => local.Hour,
            Function.Minutes => local.Minute,
            Function.Seconds => local.Second,
            _ => local.Millisecond,
        }));
    }

    /// <summary>Whole hours, minutes or seconds of a duration, and the milliseconds of its last second.</summary>
    public static Value OfDuration(Function part, Value value, OperationFaults faults)
    {
        if (value.Kind != ValueKind.Duration)
            return faults.WrongType;
        var ticks = value.AsDuration.Ticks;
        return part switch
        {
            Function.Hours => Value.Of(ticks / TimeSpan.TicksPerHour),
            Function.Minutes => Value.Of(ticks / TimeSpan.TicksPerMinute),
            Function.Seconds => Value.Of(ticks / TimeSpan.TicksPerSecond),
            Function.Milliseconds => Value.Of(ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMillisecond),
            _ => faults.WrongType,
        };
    }

    private static DateTime Local(Value value, TimeZoneInfo zone)
    {
        var utc = new DateTime(value.AsTimestamp.Ticks, DateTimeKind.Utc);
        var ticks = utc.Ticks + zone.GetUtcOffset(utc).Ticks;
        // In the first and the last hours of the time line a zone may point beyond it.
        return new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks));
    }
}
