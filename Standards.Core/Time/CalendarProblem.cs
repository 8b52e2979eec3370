using Standards.Core.Diagnostics;

namespace Standards.Core.Time;

/// <summary>What is wrong with a calendar definition.</summary>
public enum CalendarProblemKind
{
    /// <summary>The machine knows no such time zone.</summary>
    UnknownZone,

    /// <summary>The last date lies before the first.</summary>
    RangeReversed,

    /// <summary>The range is longer than <see cref="WorkingCalendar.LongestRangeInYears"/>.</summary>
    RangeTooLong,

    /// <summary>No weekday and no date has opening hours.</summary>
    NoHours,

    /// <summary>A weekday is stated twice.</summary>
    DuplicateWeekday,

    /// <summary>An interval ends before it begins, is empty, or leaves the day.</summary>
    HoursReversed,

    /// <summary>Two intervals of a day overlap.</summary>
    HoursOverlap,

    /// <summary>A holiday or a working day lies outside the range of the calendar.</summary>
    DateOutsideRange,

    /// <summary>A date is both a holiday and a working day.</summary>
    HolidayAndWorkingDay,

    /// <summary>A working day is stated twice.</summary>
    DuplicateWorkingDay,

    /// <summary>A working day takes the hours of a weekday that has none.</summary>
    WeekdayWithoutHours,
}

/// <summary>A mistake of a calendar definition, where it is and what it concerns, as the user wrote it. Immutable.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Span">The element at fault, or the calendar.</param>
/// <param name="Subject">The zone, date, interval or weekday concerned.</param>
public sealed record CalendarProblem(CalendarProblemKind Kind, SourceSpan Span, string Subject);
