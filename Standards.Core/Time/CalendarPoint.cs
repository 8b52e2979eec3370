namespace Standards.Core.Time;

/// <summary>A period of the calendar that has an end.</summary>
public enum CalendarPeriodUnit
{
    /// <summary>Monday to Sunday.</summary>
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>
/// A point of the calendar, reckoned from the date of an activation. Without a time of day it is the end of that day. Immutable.
/// </summary>
public abstract record CalendarPoint
{
    private CalendarPoint()
    {
    }

    /// <summary>A date so many calendar days after the activation's: 0 the same day, 1 the next.</summary>
    public sealed record Day(int Ahead, TimeOnly? At = null) : CalendarPoint;

    /// <summary>
    /// The same working day (that of the next opening, where the activation lies outside opening hours) or the first working day
    /// after the date of the activation.
    /// </summary>
    public sealed record WorkingDay(bool Next, TimeOnly? At = null) : CalendarPoint;

    /// <summary>The first such weekday and time that is not before the activation.</summary>
    public sealed record Weekday(DayOfWeek Name, TimeOnly? At = null) : CalendarPoint;

    /// <summary>A day of the activation's month or of a later one; the last day of a month that is shorter.</summary>
    public sealed record MonthDay(int Number, int MonthsAhead, TimeOnly? At = null) : CalendarPoint;

    /// <summary>The end of the activation's week, month, quarter or year, or of the next.</summary>
    public sealed record PeriodEnd(CalendarPeriodUnit Unit, bool Next = false) : CalendarPoint;
}
