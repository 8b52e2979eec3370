using System.Globalization;

namespace Standards.Core.Time;

/// <summary>
/// A stretch of the wall clock, from and including <paramref name="From"/>, up to and excluding <paramref name="Until"/>. Immutable.
/// </summary>
/// <param name="From">Since midnight; 00:00 to 24:00.</param>
/// <param name="Until">
/// Since midnight; 24:00 is the end of the day. In a schedule, not later than <paramref name="From"/> means on the next day.
/// </param>
public readonly record struct DailyInterval(TimeSpan From, TimeSpan Until)
{
    public static readonly DailyInterval WholeDay = new(TimeSpan.Zero, TimeSpan.FromDays(1));

    /// <summary>Whether it ends on the day after the one on which it begins, as 22:00-06:00 does.</summary>
    public bool CrossesMidnight => Until <= From;

    public TimeSpan Length => CrossesMidnight ? Until + TimeSpan.FromDays(1) - From : Until - From;

    /// <summary><c>09:00-12:00</c>; seconds only where there are some.</summary>
    public override string ToString() => Clock(From) + "-" + Clock(Until);

    internal static string Clock(TimeSpan time)
    {
        var hoursMinutes = string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");
        return time.Seconds == 0 ? hoursMinutes : string.Create(CultureInfo.InvariantCulture, $"{hoursMinutes}:{time.Seconds:00}");
    }
}
