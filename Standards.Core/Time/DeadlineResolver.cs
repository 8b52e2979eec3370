using Standards.Core.Values;

namespace Standards.Core.Time;

/// <summary>Turns a deadline into instants.</summary>
internal static class DeadlineResolver
{
    public static DeadlineBounds Resolve(Deadline deadline, Instant activation, IDeadlineContext context) => deadline switch
    {
        Deadline.Elapsed elapsed => DeadlineBounds.Until(elapsed.DueAfter(activation)),
        Deadline.CalendarPeriod period => DeadlineBounds.Until(AddMonths(period.Months, activation, context.Clock)),
        Deadline.WorkingTime or Deadline.WorkingDays or Deadline.CalendarBound { Point: CalendarPoint.WorkingDay } =>
            context.Calendar is { } calendar
                ? Answer(calendar, InCalendar(deadline, activation, calendar, context.WorkingDayEnd))
                : DeadlineBounds.Missing(new DeadlineUnknown.NoCalendar()),
        Deadline.CalendarBound bound => DeadlineBounds.Until(EndOf(bound.Point, activation, context.Clock)),
        Deadline.RelativeTo relative => Around(relative, context),
        Deadline.Window window => Between(window, activation, context),
        Deadline.Never => DeadlineBounds.Until(Instant.MaxValue),
        _ => throw new InvalidOperationException($"the deadline `{deadline}` has not been bound"),
    };

    private static Instant AddMonths(int months, Instant activation, ZoneClock clock)
    {
        var local = clock.ToLocal(activation);
        var left = ((DateTime.MaxValue.Year - local.Year) * 12) + DateTime.MaxValue.Month - local.Month;
        return months > left ? Instant.MaxValue : clock.Last(local.AddMonths(months));
    }

    private static CalendarResult<Instant> InCalendar(Deadline deadline, Instant activation, WorkingCalendar calendar, WorkingDayEnd end) =>
        deadline switch
        {
            Deadline.WorkingTime working => calendar.AddWorkingTime(activation, working.Time),
            Deadline.WorkingDays days => calendar.AddWorkingDays(activation, days.Count, end),
            Deadline.CalendarBound { Point: CalendarPoint.WorkingDay day } => EndOf(day, activation, calendar, end),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static DeadlineBounds Answer(WorkingCalendar calendar, CalendarResult<Instant> result) => result.Outside is { } date
        ? DeadlineBounds.Missing(new DeadlineUnknown.OutsideCalendar(calendar.Id, date))
        : DeadlineBounds.Until(result.Value);

    private static CalendarResult<Instant> EndOf(
        CalendarPoint.WorkingDay point, Instant activation, WorkingCalendar calendar, WorkingDayEnd end)
    {
        CalendarResult<DateOnly> date;
        if (point.Next)
        {
            date = calendar.NextWorkingDay(calendar.Clock.DateOf(activation));
        }
        else
        {
            var opening = calendar.NextOpening(activation);
            if (opening.Outside is { } outside)
                return CalendarResult<Instant>.OutsideRange(outside);
            date = CalendarResult<DateOnly>.Of(calendar.Clock.DateOf(opening.Value));
        }

        if (date.Outside is { } unknown)
            return CalendarResult<Instant>.OutsideRange(unknown);
        return point.At is { } time
            ? CalendarResult<Instant>.Of(calendar.Clock.Last(date.Value.ToDateTime(time)))
            : calendar.EndOfWorkingDay(date.Value, end);
    }

    private static Instant EndOf(CalendarPoint point, Instant activation, ZoneClock clock)
    {
        var date = clock.DateOf(activation);
        return point switch
        {
            CalendarPoint.Day day => At(AddDays(date, day.Ahead), day.At, clock),
            CalendarPoint.Weekday weekday => NextWeekday(weekday, activation, date, clock),
            CalendarPoint.MonthDay day => At(InMonth(date, day), day.At, clock),
            CalendarPoint.PeriodEnd period => clock.EndOf(LastDay(date, period)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Instant NextWeekday(CalendarPoint.Weekday weekday, Instant activation, DateOnly date, ZoneClock clock)
    {
        var candidate = AddDays(date, ((int)weekday.Name - (int)date.DayOfWeek + 7) % 7);
        var due = At(candidate, weekday.At, clock);
        return due >= activation ? due : At(AddDays(candidate, 7), weekday.At, clock);
    }

    private static DateOnly InMonth(DateOnly date, CalendarPoint.MonthDay day)
    {
        var month = AddMonths(date, day.MonthsAhead);
        return new DateOnly(month.Year, month.Month, Math.Min(day.Number, DateTime.DaysInMonth(month.Year, month.Month)));
    }

    private static DateOnly LastDay(DateOnly date, CalendarPoint.PeriodEnd period)
    {
        var ahead = period.Next ? 1 : 0;
        if (period.Unit == CalendarPeriodUnit.Week)
            return AddDays(date, ((7 - (int)date.DayOfWeek) % 7) + (7 * ahead));
        var months = period.Unit switch
        {
            CalendarPeriodUnit.Month => ahead,
            CalendarPeriodUnit.Quarter => 2 - ((date.Month - 1) % 3) + (3 * ahead),
            _ => 12 - date.Month + (12 * ahead),
        };
        var month = AddMonths(date, months);
        return new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
    }

    private static DeadlineBounds Around(Deadline.RelativeTo relative, IDeadlineContext context)
    {
        var value = context.Attribute(relative.Attribute);
        if (value.Kind != ValueKind.Timestamp)
        {
            return DeadlineBounds.Missing(
                value.Kind is ValueKind.Missing or ValueKind.Null
                    ? new DeadlineUnknown.MissingAttribute(relative.Attribute)
                    : new DeadlineUnknown.NotATimestamp(relative.Attribute));
        }

        return DeadlineBounds.Between(
            relative.Lower is { } lower ? Shift(value.AsTimestamp, lower) : Instant.MinValue,
            relative.Upper is { } upper ? Shift(value.AsTimestamp, upper) : Instant.MaxValue);
    }

    private static DeadlineBounds Between(Deadline.Window window, Instant activation, IDeadlineContext context)
    {
        var lower = window.Lower.Resolve(activation, context);
        var upper = window.Upper.Resolve(activation, context);
        if (!lower.IsKnown || !upper.IsKnown)
            return DeadlineBounds.Missing((lower.Unknown ?? upper.Unknown)!);
        return DeadlineBounds.Between(lower.Latest, upper.Latest);
    }

    private static Instant At(DateOnly date, TimeOnly? at, ZoneClock clock) =>
        at is { } time ? clock.Last(date.ToDateTime(time)) : clock.EndOf(date);

    private static Instant Shift(Instant instant, TimeSpan offset) =>
        new(Math.Clamp(instant.Ticks + offset.Ticks, Instant.MinValue.Ticks, Instant.MaxValue.Ticks));

    private static DateOnly AddDays(DateOnly date, int days) =>
        days > DateOnly.MaxValue.DayNumber - date.DayNumber ? DateOnly.MaxValue : date.AddDays(days);

    private static DateOnly AddMonths(DateOnly date, int months) =>
        months > ((DateOnly.MaxValue.Year - date.Year) * 12) + DateOnly.MaxValue.Month - date.Month
            ? DateOnly.MaxValue
            : date.AddMonths(months);
}
