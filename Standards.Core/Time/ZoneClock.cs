namespace Standards.Core.Time;

/// <summary>
/// The wall clock of a time zone. Where the clock is put back and a local time happens twice, callers choose the first or the
/// last; where it is put forward and a local time is skipped, both mean the instant of the change. Immutable, thread-safe.
/// </summary>
/// <param name="zone">The zone; its rules are those of the machine's time zone data.</param>
public sealed class ZoneClock(TimeZoneInfo zone)
{
    // Offsets lie between -12 h and +14 h, so one day either side of a local time brackets its instants in every zone.
    private const long Bracket = TimeSpan.TicksPerDay;

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>What the clock shows; clamped to the range of <see cref="DateTime"/>.</summary>
    public DateTime ToLocal(Instant instant) => new(Clamp(instant.Ticks + OffsetAt(instant.Ticks)), DateTimeKind.Unspecified);

    /// <summary>The date that the calendar on the wall shows.</summary>
    public DateOnly DateOf(Instant instant) => DateOnly.FromDateTime(ToLocal(instant));

    /// <summary>The first instant at which the clock shows <paramref name="local"/>, or the instant of the change that skips it.</summary>
    public Instant First(DateTime local) => Map(local.Ticks, last: false);

    /// <summary>The last instant at which the clock shows <paramref name="local"/>, or the instant of the change that skips it.</summary>
    public Instant Last(DateTime local) => Map(local.Ticks, last: true);

    /// <summary>The first instant of a date.</summary>
    public Instant StartOf(DateOnly date) => First(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>The last instant of a date: 100 ns before the next one begins.</summary>
    public Instant EndOf(DateOnly date) => date == DateOnly.MaxValue ? Instant.MaxValue : new Instant(StartOf(date.AddDays(1)).Ticks - 1);

    /// <summary>The instant, within a day and a half of the date's start, at which the zone changes its offset; null where it does not.</summary>
    internal Instant? ChangeNear(DateOnly date)
    {
        var low = Clamp(date.ToDateTime(TimeOnly.MinValue).Ticks - Bracket);
        var high = Clamp(low + (3 * TimeSpan.TicksPerDay));
        return OffsetAt(low) == OffsetAt(high) ? null : new Instant(FindChange(low, high));
    }

    internal long OffsetAt(long utcTicks) => Zone.GetUtcOffset(new DateTime(Clamp(utcTicks), DateTimeKind.Utc)).Ticks;

    private Instant Map(long local, bool last)
    {
        long low = Clamp(local - Bracket), high = Clamp(local + Bracket);
        long before = OffsetAt(low), after = OffsetAt(high);
        if (before == after)
            return new Instant(Clamp(local - before));

        long early = Clamp(local - before), late = Clamp(local - after);
        bool earlyHolds = OffsetAt(early) == before, lateHolds = OffsetAt(late) == after;
        return (earlyHolds, lateHolds) switch
        {
            (true, true) => new Instant(last ? Math.Max(early, late) : Math.Min(early, late)),
            (true, false) => new Instant(early),
            (false, true) => new Instant(late),
            _ => new Instant(FindChange(low, high)),
        };
    }

    private long FindChange(long low, long high)
    {
        var before = OffsetAt(low);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (OffsetAt(middle) == before)
                low = middle;
            else
                high = middle;
        }

        return high;
    }

    private static long Clamp(long ticks) => Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks);
}
