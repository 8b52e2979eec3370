using System.Globalization;

namespace Standards.Core;

/// <summary>
/// A point on the UTC time line in units of 100 nanoseconds since 0001-01-01T00:00:00Z, the same unit as <see cref="DateTime.Ticks"/>.
/// Immutable; ordered by time.
/// </summary>
/// <param name="Ticks">100 ns units since 0001-01-01T00:00:00Z.</param>
public readonly record struct Instant(long Ticks) : IComparable<Instant>
{
    /// <summary>Before every event. Also the default value.</summary>
    public static readonly Instant MinValue = new(0);

    /// <summary>After every event: a clock that never runs out.</summary>
    public static readonly Instant MaxValue = new(DateTime.MaxValue.Ticks);

    /// <summary>The instant of a date-time with offset; the offset is dropped.</summary>
    public static Instant From(DateTimeOffset value) => new(value.UtcTicks);

    /// <summary>The instant as a date-time with offset zero.</summary>
    public DateTimeOffset ToDateTimeOffset() => new(Ticks, TimeSpan.Zero);

    public int CompareTo(Instant other) => Ticks.CompareTo(other.Ticks);

    public static bool operator <(Instant left, Instant right) => left.Ticks < right.Ticks;

    public static bool operator >(Instant left, Instant right) => left.Ticks > right.Ticks;

    public static bool operator <=(Instant left, Instant right) => left.Ticks <= right.Ticks;

    public static bool operator >=(Instant left, Instant right) => left.Ticks >= right.Ticks;

    public static Instant operator +(Instant instant, TimeSpan span) => new(checked(instant.Ticks + span.Ticks));

    public static TimeSpan operator -(Instant later, Instant earlier) => new(later.Ticks - earlier.Ticks);

    /// <summary>ISO 8601 with milliseconds (more digits only where needed) and <c>Z</c>.</summary>
    public override string ToString()
    {
        var format = Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
        return new DateTime(Ticks, DateTimeKind.Utc).ToString(format, CultureInfo.InvariantCulture);
    }
}
