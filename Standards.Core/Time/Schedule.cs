using System.Collections.Immutable;

namespace Standards.Core.Time;

/// <summary>
/// When something is allowed or done: weekdays, hours, seasons and holidays, read from the clock on the wall. The hours of a date are
/// those of all rules that speak of it; a rule that closes a date outweighs them; and where a date is a declared holiday and some rule
/// speaks of holidays, only the rules that speak of holidays count. A stretch includes its first instant and excludes its last. Hours
/// that cross midnight belong to the date on which they begin. Immutable, thread-safe.
/// </summary>
public sealed class Schedule
{
    // A leap day that falls in a season comes back after eight years at the latest.
    private const int DaysToSearch = 3000;

    // Every time of day at which some rule may change its mind, in order, midnight among them.
    private readonly ImmutableArray<TimeSpan> _marks;
    private readonly bool _crossesMidnight;

    public Schedule(ImmutableArray<ScheduleRule> rules)
    {
        Rules = rules;
        NeedsCalendar = rules.Any(rule => rule.Days is not ScheduleDays.On);
        _crossesMidnight = rules.Any(rule => rule.Hours.Any(hours => hours.CrossesMidnight));
        var times = rules.SelectMany(rule => rule.Hours).SelectMany(hours => new[] { hours.From, hours.Until });
        _marks = [.. times.Select(time => new TimeSpan(time.Ticks % TimeSpan.TicksPerDay)).Append(TimeSpan.Zero).Distinct().Order()];
    }

    public ImmutableArray<ScheduleRule> Rules { get; }

    /// <summary>Whether some rule speaks of working days, days off or holidays.</summary>
    public bool NeedsCalendar { get; }

    /// <summary>Whether an instant lies within the schedule.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="clock">The clock on the wall. A local time that happens twice is judged alike both times.</param>
    /// <param name="calendar">Needed where <see cref="NeedsCalendar"/>.</param>
    /// <exception cref="ArgumentNullException">The schedule needs a calendar and there is none.</exception>
    public CalendarResult<bool> Contains(Instant instant, ZoneClock clock, WorkingCalendar? calendar)
    {
        if (NeedsCalendar)
            ArgumentNullException.ThrowIfNull(calendar);
        var local = clock.ToLocal(instant);
        var date = DateOnly.FromDateTime(local);
        var today = Covers(date, local.TimeOfDay, calendar);
        return !_crossesMidnight || !today.HasValue || today.Value || date == DateOnly.MinValue
            ? today
            : Covers(date.AddDays(-1), local.TimeOfDay + TimeSpan.FromDays(1), calendar);
    }

    /// <summary>
    /// The first later instant at which <see cref="Contains"/> changes; <see cref="Instant.MaxValue"/> where it does not within eight years.
    /// </summary>
    public CalendarResult<Instant> NextChange(Instant instant, ZoneClock clock, WorkingCalendar? calendar)
    {
        var now = Contains(instant, clock, calendar);
        if (now.Outside is { } unknown)
            return CalendarResult<Instant>.OutsideRange(unknown);
        var first = clock.DateOf(instant);
        for (var date = first; date < DateOnly.MaxValue && date.DayNumber - first.DayNumber < DaysToSearch; date = date.AddDays(1))
        {
            foreach (var candidate in CandidatesOn(date, clock))
            {
                if (candidate <= instant)
                    continue;
                var then = Contains(candidate, clock, calendar);
                if (then.Outside is { } outside)
                    return CalendarResult<Instant>.OutsideRange(outside);
                if (then.Value != now.Value)
                    return CalendarResult<Instant>.Of(candidate);
            }
        }

        return CalendarResult<Instant>.Of(Instant.MaxValue);
    }

    /// <summary>
    /// The instant since which <see cref="Contains"/> is what it is; <see cref="Instant.MinValue"/> where that is more than eight years.
    /// </summary>
    public CalendarResult<Instant> PreviousChange(Instant instant, ZoneClock clock, WorkingCalendar? calendar)
    {
        var now = Contains(instant, clock, calendar);
        if (now.Outside is { } unknown)
            return CalendarResult<Instant>.OutsideRange(unknown);
        var last = clock.DateOf(instant);
        for (var date = last; date > DateOnly.MinValue && last.DayNumber - date.DayNumber < DaysToSearch; date = date.AddDays(-1))
        {
            foreach (var candidate in CandidatesOn(date, clock).Reverse())
            {
                if (candidate > instant)
                    continue;
                var before = Contains(new Instant(candidate.Ticks - 1), clock, calendar);
                if (before.Outside is { } outside)
                    return CalendarResult<Instant>.OutsideRange(outside);
                if (before.Value != now.Value)
                    return CalendarResult<Instant>.Of(candidate);
            }
        }

        return CalendarResult<Instant>.Of(Instant.MinValue);
    }

    /// <summary>Canonical text, which reads back as the same schedule.</summary>
    public override string ToString() => string.Join("; ", Rules);

    private CalendarResult<bool> Covers(DateOnly date, TimeSpan sinceMidnight, WorkingCalendar? calendar)
    {
        if (!NeedsCalendar)
            return CalendarResult<bool>.Of(Covers(date, sinceMidnight, isWorking: false, holidays: false));
        var working = calendar!.IsWorkingDay(date);
        if (!working.HasValue)
            return working;
        var holidays = calendar.HolidayOn(date) is not null && HasHolidayRule(date);
        return CalendarResult<bool>.Of(Covers(date, sinceMidnight, working.Value, holidays));
    }

    private bool Covers(DateOnly date, TimeSpan sinceMidnight, bool isWorking, bool holidays)
    {
        var covers = false;
        foreach (var rule in Rules)
        {
            if (!SpeaksOf(rule.Days, date, isWorking, holidays) || !rule.HoldsInSeason(date))
                continue;
            if (rule.IsClosed)
                return false;
            covers |= rule.Covers(sinceMidnight);
        }

        return covers;
    }

    private bool HasHolidayRule(DateOnly date)
    {
        foreach (var rule in Rules)
        {
            if (rule.Days is ScheduleDays.Holidays && rule.HoldsInSeason(date))
                return true;
        }

        return false;
    }

    private static bool SpeaksOf(ScheduleDays days, DateOnly date, bool isWorking, bool holidays) => days switch
    {
        ScheduleDays.Holidays => holidays,
        _ when holidays => false,
        ScheduleDays.Working => isWorking,
        ScheduleDays.Off => !isWorking,
        ScheduleDays.On on => ((int)on.Names & (1 << (int)date.DayOfWeek)) != 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private SortedSet<Instant> CandidatesOn(DateOnly date, ZoneClock clock)
    {
        var candidates = new SortedSet<Instant>();
        foreach (var mark in _marks)
        {
            var local = date.ToDateTime(TimeOnly.MinValue) + mark;
            candidates.Add(clock.First(local));
            candidates.Add(clock.Last(local));
        }

        // Putting the clock back or forward can itself carry it across the edge of a stretch.
        if (clock.ChangeNear(date) is { } change && clock.DateOf(change) == date)
            candidates.Add(change);
        return candidates;
    }
}
