namespace Standards.SampleLogs;

/// <summary>March 2026: no public holiday, no make-up day. When in it people come to the customer centre.</summary>
internal static class Month
{
    public const int Days = 31;

    public static readonly DateOnly First = new(2026, 3, 1);

    /// <summary>The first instant after the month, at which its logs are taken.</summary>
    public static readonly DateTimeOffset End = new(First.AddMonths(1).ToDateTime(TimeOnly.MinValue), SampleLog.Offset);

    private static readonly (int Hour, int Weight)[] Hours =
        [(8, 3), (9, 9), (10, 10), (11, 7), (12, 3), (13, 4), (14, 7), (15, 7), (16, 6), (17, 5), (18, 6), (19, 5)];

    /// <summary>Somebody comes, on one of the first days of the month, now and then in the evening or at a weekend.</summary>
    public static DateTimeOffset Arrival(SampleLog log, int days)
    {
        while (true)
        {
            var day = (int)log.Dice.Between(0, days - 1);
            var (hour, weight) = log.Dice.Pick(Hours);
            var isWeekend = First.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            if (log.Dice.Between(1, 20) <= (isWeekend ? weight : weight * 2))
                return log.At(day, new TimeSpan(hour, hour == 8 ? 30 : 0, 0)) + log.Dice.Seconds(0, hour == 8 ? 1799 : 3599);
        }
    }
}
