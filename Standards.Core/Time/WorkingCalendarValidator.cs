using System.Collections.Immutable;
using System.Globalization;
using Standards.Core.Diagnostics;

namespace Standards.Core.Time;

/// <summary>Finds every mistake of a definition in one run.</summary>
internal sealed class WorkingCalendarValidator
{
    private readonly WorkingCalendarDefinition _definition;
    private readonly ImmutableArray<CalendarProblem>.Builder _problems = ImmutableArray.CreateBuilder<CalendarProblem>();

    private WorkingCalendarValidator(WorkingCalendarDefinition definition) => _definition = definition;

    public static ImmutableArray<CalendarProblem> Validate(WorkingCalendarDefinition definition)
    {
        var validator = new WorkingCalendarValidator(definition);
        validator.CheckZone();
        if (validator.CheckRange())
        {
            validator.CheckHours();
            validator.CheckHolidays();
            validator.CheckWorkingDays();
        }

        return validator._problems.ToImmutable();
    }

    private void CheckZone()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(_definition.Zone, out _))
            Report(CalendarProblemKind.UnknownZone, _definition.Span, _definition.Zone);
    }

    private bool CheckRange()
    {
        var (from, until) = (_definition.From, _definition.Until);
        if (until < from)
            Report(CalendarProblemKind.RangeReversed, _definition.Span, $"{Iso(from)}..{Iso(until)}");
        else if (until.Year - from.Year >= WorkingCalendar.LongestRangeInYears || until == DateOnly.MaxValue)
            Report(CalendarProblemKind.RangeTooLong, _definition.Span, $"{Iso(from)}..{Iso(until)}");
        else
            return true;
        return false;
    }

    private void CheckHours()
    {
        var seen = new HashSet<DayOfWeek>();
        foreach (var hours in _definition.Hours)
        {
            if (!seen.Add(hours.Day))
                Report(CalendarProblemKind.DuplicateWeekday, hours.Span, hours.Day.ToString());
            CheckIntervals(hours.Intervals, hours.Span);
        }

        if (_definition.Hours.All(h => h.Intervals.IsDefaultOrEmpty) && _definition.WorkingDays.IsEmpty)
            Report(CalendarProblemKind.NoHours, _definition.Span, _definition.Id);
    }

    private void CheckIntervals(ImmutableArray<DailyInterval> intervals, SourceSpan span)
    {
        var end = TimeSpan.MinValue;
        foreach (var interval in intervals.OrderBy(i => i.From))
        {
            if (interval.CrossesMidnight || interval.From < TimeSpan.Zero || interval.Until > TimeSpan.FromDays(1))
                Report(CalendarProblemKind.HoursReversed, span, interval.ToString());
            else if (interval.From < end)
                Report(CalendarProblemKind.HoursOverlap, span, interval.ToString());
            end = interval.Until > end ? interval.Until : end;
        }
    }

    private void CheckHolidays()
    {
        foreach (var holiday in _definition.Holidays)
        {
            if (holiday.Last < holiday.First)
                Report(CalendarProblemKind.RangeReversed, holiday.Span, $"{Iso(holiday.First)}..{Iso(holiday.Last)}");
            else if (!InRange(holiday.First) || !InRange(holiday.Last))
                Report(CalendarProblemKind.DateOutsideRange, holiday.Span, Iso(InRange(holiday.First) ? holiday.Last : holiday.First));
        }
    }

    private void CheckWorkingDays()
    {
        var seen = new HashSet<DateOnly>();
        foreach (var day in _definition.WorkingDays)
        {
            if (!seen.Add(day.Date))
                Report(CalendarProblemKind.DuplicateWorkingDay, day.Span, Iso(day.Date));
            if (!InRange(day.Date))
                Report(CalendarProblemKind.DateOutsideRange, day.Span, Iso(day.Date));
            if (_definition.Holidays.Any(h => h.First <= day.Date && day.Date <= h.Last))
                Report(CalendarProblemKind.HolidayAndWorkingDay, day.Span, Iso(day.Date));
            CheckSpecialHours(day);
        }
    }

    private void CheckSpecialHours(SpecialWorkingDay day)
    {
        switch (day.Hours)
        {
            case SpecialHours.Of of when !_definition.Hours.Any(h => h.Day == of.Day && !h.Intervals.IsDefaultOrEmpty):
                Report(CalendarProblemKind.WeekdayWithoutHours, day.Span, of.Day.ToString());
                break;
            case SpecialHours.Own { Intervals.IsDefaultOrEmpty: true }:
                Report(CalendarProblemKind.NoHours, day.Span, Iso(day.Date));
                break;
            case SpecialHours.Own own:
                CheckIntervals(own.Intervals, day.Span);
                break;
        }
    }

    private bool InRange(DateOnly date) => _definition.From <= date && date <= _definition.Until;

    private void Report(CalendarProblemKind kind, SourceSpan span, string subject) =>
        _problems.Add(new CalendarProblem(kind, span, subject));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
