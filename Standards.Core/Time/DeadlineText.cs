using System.Globalization;

namespace Standards.Core.Time;

/// <summary>The canonical English text of deadlines, which the parser reads back.</summary>
internal static class DeadlineText
{
    private static readonly (long Ticks, string Unit)[] Units =
    [
        (TimeSpan.TicksPerDay, "d"),
        (TimeSpan.TicksPerHour, "h"),
        (TimeSpan.TicksPerMinute, "min"),
        (TimeSpan.TicksPerSecond, "s"),
        (TimeSpan.TicksPerMillisecond, "ms"),
    ];

    public static string Of(Deadline deadline) => deadline switch
    {
        Deadline.Elapsed elapsed => Span(elapsed.Time.Ticks),
        Deadline.CalendarPeriod period => Count(period.Months, "month"),
        Deadline.WorkingTime working => WorkingSpan(working.Time.Ticks),
        Deadline.WorkingDays { Count: 0.5m } => "half working day",
        Deadline.WorkingDays days => Count(days.Count, "working day"),
        Deadline.Counted { Unit: "ring" } rings => Count(rings.Count, "ring"),
        Deadline.Counted counted => string.Create(CultureInfo.InvariantCulture, $"{counted.Count} {counted.Unit}"),
        Deadline.CalendarBound bound => Point(bound.Point),
        Deadline.RelativeTo relative => Relative(relative),
        Deadline.Window window => $"{window.Lower} .. {window.Upper}",
        Deadline.Setting setting => setting.Name,
        Deadline.Never => "never",
        _ => "invalid",
    };

    public static string Time(TimeOnly time) => DailyInterval.Clock(time.ToTimeSpan());

    private static string Span(long ticks)
    {
        var magnitude = Math.Abs(ticks);
        foreach (var (size, unit) in Units)
        {
            if (magnitude >= size && magnitude % size == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{magnitude / size} {unit}");
        }

        if (ticks == 0)
            return "0 min";
        return string.Create(CultureInfo.InvariantCulture, $"{(decimal)magnitude / TimeSpan.TicksPerMillisecond} ms");
    }

    private static string WorkingSpan(long ticks)
    {
        if (ticks % TimeSpan.TicksPerHour == 0)
            return Count(ticks / TimeSpan.TicksPerHour, "working hour");
        if (ticks % TimeSpan.TicksPerMinute == 0)
            return Count(ticks / TimeSpan.TicksPerMinute, "working minute");
        return Count((decimal)ticks / TimeSpan.TicksPerSecond, "working second");
    }

    private static string Point(CalendarPoint point) => point switch
    {
        CalendarPoint.Day { Ahead: 0, At: { } time } => $"by {Time(time)}",
        CalendarPoint.Day { Ahead: 0 } => "same day",
        CalendarPoint.Day { Ahead: 1 } day => "next day" + At(day.At),
        CalendarPoint.Day day => Count(day.Ahead, "calendar day"),
        CalendarPoint.WorkingDay day => (day.Next ? "next working day" : "same working day") + At(day.At),
        CalendarPoint.Weekday weekday => $"by {weekday.Name}" + At(weekday.At),
        CalendarPoint.MonthDay day => MonthDay(day) + At(day.At),
        CalendarPoint.PeriodEnd period => $"by end of {(period.Next ? "the next " : "")}{Name(period.Unit)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string MonthDay(CalendarPoint.MonthDay day) =>
        string.Create(CultureInfo.InvariantCulture, $"by day {day.Number} of the {(day.MonthsAhead == 0 ? "month" : "next month")}");

    private static string Relative(Deadline.RelativeTo relative) => relative switch
    {
        { Lower: { } lower, Upper: { } upper } => $"{relative.Attribute} {Signed(lower)} .. {Signed(upper)}",
        { Lower: { } lower } => $"from {relative.Attribute} {Signed(lower)}",
        { Upper: { } upper } => $"{relative.Attribute} {Signed(upper)}",
        _ => relative.Attribute,
    };

    private static string Signed(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + Span(offset.Ticks);

    private static string At(TimeOnly? time) => time is { } value ? " " + Time(value) : "";

    private static string Name(CalendarPeriodUnit unit) => unit switch
    {
        CalendarPeriodUnit.Week => "week",
        CalendarPeriodUnit.Month => "month",
        CalendarPeriodUnit.Quarter => "quarter",
        _ => "year",
    };

    private static string Count(decimal count, string unit)
    {
        // Without its trailing zeros, so that equal counts have equal texts.
        var number = count.ToString("0.############################", CultureInfo.InvariantCulture);
        return number + " " + unit + (count == 1 ? "" : "s");
    }
}
