using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Standards.Core.Time;

/// <summary>Where the last of a number of working days ends.</summary>
public enum WorkingDayEnd
{
    /// <summary>With its opening hours; their last instant still counts.</summary>
    Closing,

    /// <summary>At midnight.</summary>
    EndOfDay,
}

/// <summary>
/// Opening hours, public holidays and make-up working days in a time zone, over a declared range of dates. A question that needs
/// a date outside that range is answered with the date, never guessed. Immutable, thread-safe; the tables behind it are built at
/// the first question, after which each question costs at most a binary search.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>The longest range that a calendar may declare.</summary>
    public const int LongestRangeInYears = 200;

    private readonly ImmutableArray<ImmutableArray<DailyInterval>> _week;
    private readonly FrozenDictionary<DateOnly, LocalizedText> _holidays;
    private readonly FrozenDictionary<DateOnly, ImmutableArray<DailyInterval>> _special;
    private readonly Lazy<WorkingCalendarTables> _tables;

    private WorkingCalendar(WorkingCalendarDefinition definition)
    {
        Id = definition.Id;
        Title = definition.Title;
        From = definition.From;
        Until = definition.Until;
        Clock = new ZoneClock(TimeZoneInfo.FindSystemTimeZoneById(definition.Zone));
        _week = [.. Enum.GetValues<DayOfWeek>().Select(day => Sorted(definition.Hours.FirstOrDefault(h => h.Day == day)?.Intervals ?? []))];
        _holidays = ExpandHolidays(definition).ToFrozenDictionary();
        _special = definition.WorkingDays.ToFrozenDictionary(day => day.Date, day => HoursOf(day.Hours));
        _tables = new Lazy<WorkingCalendarTables>(() => new WorkingCalendarTables(Clock, From, Until, date => DeclaredHours(date)));
    }

    public string Id { get; }

    public LocalizedText Title { get; }

    /// <summary>The first date that the calendar declares.</summary>
    public DateOnly From { get; }

    /// <summary>The last date that the calendar declares.</summary>
    public DateOnly Until { get; }

    public TimeZoneInfo Zone => Clock.Zone;

    public ZoneClock Clock { get; }

    private WorkingCalendarTables Tables => _tables.Value;

    /// <summary>Checks a definition; a calendar only where there is no problem.</summary>
    public static bool TryCreate(
        WorkingCalendarDefinition definition,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WorkingCalendar? calendar,
        out ImmutableArray<CalendarProblem> problems)
    {
        problems = WorkingCalendarValidator.Validate(definition);
        calendar = problems.IsEmpty ? new WorkingCalendar(definition) : null;
        return calendar is not null;
    }

    /// <summary>The calendar of a definition that is known to be right.</summary>
    /// <exception cref="ArgumentException">The definition has a problem.</exception>
    public static WorkingCalendar Create(WorkingCalendarDefinition definition) =>
        TryCreate(definition, out var calendar, out var problems)
            ? calendar
            : throw new ArgumentException($"the calendar `{definition.Id}` is wrong: {problems[0].Kind}, {problems[0].Subject}", nameof(definition));

    public bool Covers(DateOnly date) => From <= date && date <= Until;

    /// <summary>Whether the calendar declares the date that an instant has in its zone.</summary>
    public bool Covers(Instant instant) => Tables.RangeStart <= instant.Ticks && instant.Ticks < Tables.RangeEnd;

    /// <summary>The name of the holiday on a date; null where the calendar declares none.</summary>
    public LocalizedText? HolidayOn(DateOnly date) => _holidays.GetValueOrDefault(date);

    /// <summary>The opening hours of a date, in order; empty on a day off. Null where the date is outside the range.</summary>
    public ImmutableArray<DailyInterval>? HoursOn(DateOnly date) => Covers(date) ? DeclaredHours(date) : null;

    /// <summary>Whether a date has opening hours.</summary>
    public CalendarResult<bool> IsWorkingDay(DateOnly date) =>
        Covers(date) ? CalendarResult<bool>.Of(!DeclaredHours(date).IsEmpty) : CalendarResult<bool>.OutsideRange(date);

    /// <summary>Whether an instant lies in opening hours; the instant of closing does not.</summary>
    public CalendarResult<bool> IsOpen(Instant instant)
    {
        if (!Covers(instant))
            return CalendarResult<bool>.OutsideRange(Clock.DateOf(instant));
        var interval = Tables.IntervalAt(instant.Ticks);
        return CalendarResult<bool>.Of(interval < Tables.IntervalCount && Tables.Open(interval) <= instant.Ticks);
    }

    /// <summary>The instant itself in opening hours, otherwise the next opening: where a clock of working time starts.</summary>
    public CalendarResult<Instant> NextOpening(Instant instant)
    {
        if (!Covers(instant))
            return Outside(Clock.DateOf(instant));
        var interval = Tables.IntervalAt(instant.Ticks);
        return interval == Tables.IntervalCount ? Outside(Until.AddDays(1)) : Found(Math.Max(instant.Ticks, Tables.Open(interval)));
    }

    /// <summary>The earliest instant at which that much opening time has passed; for none, <see cref="NextOpening"/>.</summary>
    /// <param name="instant">Where counting starts, or at the next opening.</param>
    /// <param name="time">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public CalendarResult<Instant> AddWorkingTime(Instant instant, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        if (time == TimeSpan.Zero)
            return NextOpening(instant);
        if (!Covers(instant))
            return Outside(Clock.DateOf(instant));
        var worked = Tables.WorkedUntil(instant.Ticks);
        return time.Ticks > Tables.Total - worked ? Outside(Until.AddDays(1)) : Found(Tables.TickAtWorked(worked + time.Ticks));
    }

    /// <summary>
    /// The end of a number of working days. Whole days count from the working day after the date of the start, whatever its hour, and
    /// end with the last of them. Half a day alone is half of the opening time of the day on which it starts, counted as working time;
    /// after whole days it is half of the opening time of the working day that follows them.
    /// </summary>
    /// <param name="start">The activation.</param>
    /// <param name="days">More than zero, in steps of a half.</param>
    /// <param name="end">Where a whole day ends.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is not a positive multiple of a half.</exception>
    public CalendarResult<Instant> AddWorkingDays(Instant start, decimal days, WorkingDayEnd end = WorkingDayEnd.Closing)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        if (days % 0.5m != 0)
            throw new ArgumentOutOfRangeException(nameof(days), days, "working days count in halves");
        if (!Covers(start))
            return Outside(Clock.DateOf(start));
        if (days == 0.5m)
            return AddHalfDay(start);

        var whole = decimal.Truncate(days);
        var last = Tables.WorkingDaysBefore(Clock.DateOf(start).AddDays(1)) + whole - 1;
        var half = whole != days;
        if (last + (half ? 1 : 0) >= Tables.WorkingDayCount)
            return Outside(Until.AddDays(1));
        return half ? MiddleOf((int)last + 1) : Found(EndOf((int)last, end));
    }

    /// <summary>The end of a working day.</summary>
    /// <exception cref="ArgumentException">The date is a day off.</exception>
    public CalendarResult<Instant> EndOfWorkingDay(DateOnly date, WorkingDayEnd end)
    {
        if (!Covers(date))
            return Outside(date);
        if (DeclaredHours(date).IsEmpty)
            throw new ArgumentException("the date is a day off", nameof(date));
        return Found(EndOf(Tables.WorkingDaysBefore(date), end));
    }

    /// <summary>The opening time between two instants; negative where the second lies before the first.</summary>
    public CalendarResult<TimeSpan> WorkingTimeBetween(Instant from, Instant until)
    {
        foreach (var instant in (ReadOnlySpan<Instant>)[from, until])
        {
            if (!Covers(instant) && instant.Ticks != Tables.RangeEnd)
                return CalendarResult<TimeSpan>.OutsideRange(Clock.DateOf(instant));
        }

        return CalendarResult<TimeSpan>.Of(new TimeSpan(Tables.WorkedUntil(until.Ticks) - Tables.WorkedUntil(from.Ticks)));
    }

    /// <summary>The first working day after a date.</summary>
    public CalendarResult<DateOnly> NextWorkingDay(DateOnly date) => WorkingDayFrom(date, 1);

    /// <summary>The last working day before a date.</summary>
    public CalendarResult<DateOnly> PreviousWorkingDay(DateOnly date) => WorkingDayFrom(date, -1);

    /// <summary>The n-th working day after a date, or before it where <paramref name="count"/> is negative; never the date itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is zero.</exception>
    public CalendarResult<DateOnly> WorkingDayFrom(DateOnly date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfZero(count);
        if (!Covers(date))
            return CalendarResult<DateOnly>.OutsideRange(date);
        var ordinal = count > 0 ? (long)Tables.WorkingDaysBefore(date.AddDays(1)) + count - 1 : (long)Tables.WorkingDaysBefore(date) + count;
        if (ordinal < 0)
            return CalendarResult<DateOnly>.OutsideRange(From.AddDays(-1));
        return ordinal >= Tables.WorkingDayCount
            ? CalendarResult<DateOnly>.OutsideRange(Until.AddDays(1))
            : CalendarResult<DateOnly>.Of(Tables.DateOf((int)ordinal));
    }

    /// <summary>How many working days there are from one date to another, both included; zero where the second lies before the first.</summary>
    public CalendarResult<int> CountWorkingDays(DateOnly first, DateOnly last)
    {
        if (!Covers(first) || !Covers(last))
            return CalendarResult<int>.OutsideRange(Covers(first) ? last : first);
        return CalendarResult<int>.Of(last < first ? 0 : Tables.WorkingDaysBefore(last.AddDays(1)) - Tables.WorkingDaysBefore(first));
    }

    private CalendarResult<Instant> AddHalfDay(Instant start)
    {
        var interval = Tables.IntervalAt(start.Ticks);
        return interval == Tables.IntervalCount
            ? Outside(Until.AddDays(1))
            : AddWorkingTime(start, new TimeSpan(Tables.OpeningTime(Tables.WorkingDayOf(interval)) / 2));
    }

    private CalendarResult<Instant> MiddleOf(int workingDay) =>
        AddWorkingTime(new Instant(Tables.Opening(workingDay)), new TimeSpan(Tables.OpeningTime(workingDay) / 2));

    private long EndOf(int workingDay, WorkingDayEnd end) =>
        end == WorkingDayEnd.Closing ? Tables.Closing(workingDay) : Clock.EndOf(Tables.DateOf(workingDay)).Ticks;

    private ImmutableArray<DailyInterval> DeclaredHours(DateOnly date)
    {
        if (_special.TryGetValue(date, out var hours))
            return hours;
        return _holidays.ContainsKey(date) ? [] : _week[(int)date.DayOfWeek];
    }

    private ImmutableArray<DailyInterval> HoursOf(SpecialHours hours) => hours switch
    {
        SpecialHours.Of of => _week[(int)of.Day],
        SpecialHours.Own own => Sorted(own.Intervals),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ImmutableArray<DailyInterval> Sorted(ImmutableArray<DailyInterval> intervals) =>
        intervals.IsDefaultOrEmpty ? [] : [.. intervals.OrderBy(i => i.From)];

    private static Dictionary<DateOnly, LocalizedText> ExpandHolidays(WorkingCalendarDefinition definition)
    {
        var holidays = new Dictionary<DateOnly, LocalizedText>();
        foreach (var range in definition.Holidays)
        {
            for (var date = range.First; date <= range.Last; date = date.AddDays(1))
                holidays.TryAdd(date, range.Name);
        }

        return holidays;
    }

    private static CalendarResult<Instant> Found(long ticks) => CalendarResult<Instant>.Of(new Instant(ticks));

    private static CalendarResult<Instant> Outside(DateOnly date) => CalendarResult<Instant>.OutsideRange(date);
}
