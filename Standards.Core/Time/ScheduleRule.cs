using System.Collections.Immutable;
using System.Globalization;

namespace Standards.Core.Time;

/// <summary>A set of weekdays.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Sunday = 1,
    Monday = 2,
    Tuesday = 4,
    Wednesday = 8,
    Thursday = 16,
    Friday = 32,
    Saturday = 64,
    All = 127,
}

/// <summary>The dates that a rule of a schedule speaks of. Immutable.</summary>
public abstract record ScheduleDays
{
    private ScheduleDays()
    {
    }

    /// <summary>Weekdays, public holidays or not.</summary>
    public sealed record On(Weekdays Names) : ScheduleDays;

    /// <summary>Working days of the calendar, make-up days among them.</summary>
    public sealed record Working : ScheduleDays;

    /// <summary>All other dates of the calendar: weekends that are not worked, and holidays.</summary>
    public sealed record Off : ScheduleDays;

    /// <summary>The declared holidays of the calendar.</summary>
    public sealed record Holidays : ScheduleDays;
}

/// <summary>A stretch of every year, both dates included; it crosses the new year where it ends before it begins. Immutable.</summary>
public readonly record struct Season(int FromMonth, int FromDay, int UntilMonth, int UntilDay)
{
    public bool Contains(DateOnly date)
    {
        int at = Key(date.Month, date.Day), from = Key(FromMonth, FromDay), until = Key(UntilMonth, UntilDay);
        return from <= until ? from <= at && at <= until : at >= from || at <= until;
    }

    public override string ToString()
    {
        var from = string.Create(CultureInfo.InvariantCulture, $"{FromMonth:00}-{FromDay:00}");
        var until = string.Create(CultureInfo.InvariantCulture, $"{UntilMonth:00}-{UntilDay:00}");
        return string.Equals(from, until, StringComparison.Ordinal) ? from : $"{from}..{until}";
    }

    private static int Key(int month, int day) => (month * 100) + day;
}

/// <summary>One rule of a schedule. Immutable.</summary>
/// <param name="Seasons">Where it holds within the year; none means the whole year.</param>
/// <param name="Days">The dates it speaks of.</param>
/// <param name="Hours">Stretches of the wall clock, which may cross midnight; none means closed.</param>
public sealed record ScheduleRule(ImmutableArray<Season> Seasons, ScheduleDays Days, ImmutableArray<DailyInterval> Hours)
{
    /// <summary>Whether the rule closes the dates it speaks of.</summary>
    public bool IsClosed => Hours.IsEmpty;

    internal bool HoldsInSeason(DateOnly date)
    {
        foreach (var season in Seasons)
        {
            if (season.Contains(date))
                return true;
        }

        return Seasons.IsEmpty;
    }

    internal bool Covers(TimeSpan sinceMidnight)
    {
        foreach (var hours in Hours)
        {
            if (hours.From <= sinceMidnight && sinceMidnight < hours.From + hours.Length)
                return true;
        }

        return false;
    }

    public override string ToString() => ScheduleText.Of(this);
}
