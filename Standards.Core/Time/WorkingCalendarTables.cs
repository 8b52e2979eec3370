namespace Standards.Core.Time;

/// <summary>
/// A calendar unrolled over its range: every opening interval as instants, with the working time up to its end, so that a
/// question is a binary search. Immutable once built.
/// </summary>
internal sealed class WorkingCalendarTables
{
    private readonly long[] _open;
    private readonly long[] _close;

    // Working time from the start of the range to the close of the interval.
    private readonly long[] _worked;

    // Ordinal of the working day to which an interval belongs.
    private readonly int[] _dayOfInterval;

    // By ordinal of the working day: its date's day number, and its first interval (one entry more than days).
    private readonly int[] _workingDays;
    private readonly int[] _firstInterval;

    // INVARIANT: by date from the start of the range: how many working days lie before it (one entry more than dates).
    private readonly int[] _workingDaysBefore;
    private readonly int _firstDayNumber;

    public WorkingCalendarTables(ZoneClock clock, DateOnly from, DateOnly until, Func<DateOnly, IReadOnlyList<DailyInterval>> hoursOf)
    {
        _firstDayNumber = from.DayNumber;
        RangeStart = clock.StartOf(from).Ticks;
        RangeEnd = clock.StartOf(until.AddDays(1)).Ticks;

        var dates = until.DayNumber - from.DayNumber + 1;
        _workingDaysBefore = new int[dates + 1];
        List<long> open = [], close = [], worked = [];
        List<int> dayOfInterval = [], workingDays = [], firstInterval = [];
        long total = 0;
        for (var i = 0; i < dates; i++)
        {
            var date = from.AddDays(i);
            _workingDaysBefore[i] = workingDays.Count;
            var hours = hoursOf(date);
            if (hours.Count == 0)
                continue;
            firstInterval.Add(open.Count);
            var offset = ConstantOffset(clock, date);
            foreach (var interval in hours)
            {
                var (start, end) = (ToUtc(clock, date, interval.From, offset), ToUtc(clock, date, interval.Until, offset));
                open.Add(start);
                close.Add(end);
                worked.Add(total += end - start);
                dayOfInterval.Add(workingDays.Count);
            }

            workingDays.Add(date.DayNumber);
        }

        _workingDaysBefore[dates] = workingDays.Count;
        firstInterval.Add(open.Count);
        (_open, _close, _worked) = ([.. open], [.. close], [.. worked]);
        (_dayOfInterval, _workingDays, _firstInterval) = ([.. dayOfInterval], [.. workingDays], [.. firstInterval]);
        Total = total;
    }

    /// <summary>First tick of the range.</summary>
    public long RangeStart { get; }

    /// <summary>First tick after the range.</summary>
    public long RangeEnd { get; }

    /// <summary>All working time of the range, in ticks.</summary>
    public long Total { get; }

    public int WorkingDayCount => _workingDays.Length;

    public int IntervalCount => _open.Length;

    /// <summary>The first interval that closes after <paramref name="ticks"/>; <see cref="IntervalCount"/> where there is none.</summary>
    public int IntervalAt(long ticks) => FirstAbove(_close, ticks);

    public long Open(int interval) => _open[interval];

    public int WorkingDayOf(int interval) => _dayOfInterval[interval];

    /// <summary>Working time from the start of the range to an instant.</summary>
    public long WorkedUntil(long ticks)
    {
        var k = IntervalAt(ticks);
        if (k == _open.Length)
            return Total;
        var before = k == 0 ? 0 : _worked[k - 1];
        return before + Math.Max(0, ticks - _open[k]);
    }

    /// <summary>The earliest tick at which <paramref name="target"/> ticks (more than none, at most all) have been worked.</summary>
    public long TickAtWorked(long target)
    {
        var k = FirstAbove(_worked, target - 1);
        return _close[k] - (_worked[k] - target);
    }

    /// <summary>How many working days lie before a date of the range.</summary>
    public int WorkingDaysBefore(DateOnly date) => _workingDaysBefore[date.DayNumber - _firstDayNumber];

    public DateOnly DateOf(int workingDay) => DateOnly.FromDayNumber(_workingDays[workingDay]);

    public long Opening(int workingDay) => _open[_firstInterval[workingDay]];

    public long Closing(int workingDay) => _close[_firstInterval[workingDay + 1] - 1];

    /// <summary>The opening time of a working day, in ticks.</summary>
    public long OpeningTime(int workingDay)
    {
        var (first, end) = (_firstInterval[workingDay], _firstInterval[workingDay + 1]);
        return _worked[end - 1] - (first == 0 ? 0 : _worked[first - 1]);
    }

    private static int FirstAbove(long[] sorted, long value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (sorted[middle] > value)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    // Most dates have one offset: asking the zone for each interval would take most of the time of building a century.
    private static long? ConstantOffset(ZoneClock clock, DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue).Ticks;
        var before = clock.OffsetAt(midnight - TimeSpan.TicksPerDay);
        return before == clock.OffsetAt(midnight + (2 * TimeSpan.TicksPerDay)) ? before : null;
    }

    private static long ToUtc(ZoneClock clock, DateOnly date, TimeSpan time, long? offset)
    {
        var local = date.ToDateTime(TimeOnly.MinValue) + time;
        return offset is { } constant ? local.Ticks - constant : clock.First(local).Ticks;
    }
}
