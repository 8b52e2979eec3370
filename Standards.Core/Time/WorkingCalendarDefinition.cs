using System.Collections.Immutable;
using Standards.Core.Diagnostics;

namespace Standards.Core.Time;

/// <summary>
/// What a calendar file states, not yet checked; <see cref="WorkingCalendar.TryCreate"/> checks it. Immutable.
/// </summary>
public sealed record WorkingCalendarDefinition
{
    /// <summary>The name that packs use, for instance <c>cn</c>.</summary>
    public required string Id { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>An IANA time zone, for instance <c>Asia/Shanghai</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>The first date for which holidays are declared.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last date for which holidays are declared.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Opening hours by weekday; a weekday that is absent is a day off.</summary>
    public required ImmutableArray<WeekdayHours> Hours { get; init; }

    /// <summary>Days off; a date that <see cref="WorkingDays"/> names too is a mistake.</summary>
    public ImmutableArray<HolidayRange> Holidays { get; init; } = [];

    /// <summary>Dates whose hours differ from those of their weekday: make-up days on a weekend, short days.</summary>
    public ImmutableArray<SpecialWorkingDay> WorkingDays { get; init; } = [];

    /// <summary>Where the calendar is written.</summary>
    public SourceSpan Span { get; init; } = SourceSpan.None;

    /// <summary>
    /// This calendar on top of <paramref name="parent"/>: its own hours where it has any, the holidays and working days of both.
    /// The parent's range is kept, because beyond it the inherited holidays are not known.
    /// </summary>
    public WorkingCalendarDefinition Over(WorkingCalendarDefinition parent) => this with
    {
        From = parent.From,
        Until = parent.Until,
        Hours = Hours.IsDefaultOrEmpty ? parent.Hours : Hours,
        Holidays = [.. parent.Holidays, .. Holidays],
        WorkingDays = [.. parent.WorkingDays, .. WorkingDays],
    };
}

/// <summary>The opening hours of a weekday. Immutable.</summary>
public sealed record WeekdayHours(DayOfWeek Day, ImmutableArray<DailyInterval> Intervals)
{
    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>Days off, both ends included. Immutable.</summary>
public sealed record HolidayRange(DateOnly First, DateOnly Last, LocalizedText Name)
{
    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>A working day with hours of its own: a make-up day on a weekend, or a shortened day. Immutable.</summary>
public sealed record SpecialWorkingDay(DateOnly Date, SpecialHours Hours, LocalizedText Name)
{
    public SourceSpan Span { get; init; } = SourceSpan.None;
}

/// <summary>The hours of a special working day. Immutable.</summary>
public abstract record SpecialHours
{
    private SpecialHours()
    {
    }

    /// <summary>Those of a weekday.</summary>
    public sealed record Of(DayOfWeek Day) : SpecialHours;

    /// <summary>Stated for this date alone.</summary>
    public sealed record Own(ImmutableArray<DailyInterval> Intervals) : SpecialHours;
}
