namespace Standards.SampleLogs;

/// <summary>When the house works: its offices from Monday to Friday, nine to six; its customer centre every day until the evening.</summary>
internal static class OpeningHours
{
    private static readonly TimeSpan Opening = TimeSpan.FromHours(9);
    private static readonly TimeSpan Closing = TimeSpan.FromHours(18);
    private static readonly TimeSpan CentreOpening = new(8, 30, 0);
    private static readonly TimeSpan CentreClosing = new(20, 30, 0);

    /// <summary>The instant after so much opening time of the offices; the time before the next opening does not count.</summary>
    public static DateTimeOffset After(DateTimeOffset start, TimeSpan worked)
    {
        var from = Open(start);
        while (from.TimeOfDay + worked > Closing)
        {
            worked -= Closing - from.TimeOfDay;
            from = Open(At(from.AddDays(1), TimeSpan.Zero));
        }

        return from + worked;
    }

    /// <summary>The first instant from <paramref name="instant"/> on at which the offices are open.</summary>
    public static DateTimeOffset Open(DateTimeOffset instant)
    {
        while (true)
        {
            var isWorked = instant.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            if (isWorked && instant.TimeOfDay < Opening)
                return At(instant, Opening);
            if (isWorked && instant.TimeOfDay < Closing)
                return instant;
            instant = At(instant.AddDays(1), TimeSpan.Zero);
        }
    }

    /// <summary>At <paramref name="instant"/>, or soon after the next nine o'clock where somebody in charge has gone home: every day has one on duty.</summary>
    public static DateTimeOffset OnDuty(Dice dice, DateTimeOffset instant)
    {
        if (instant.TimeOfDay >= Closing)
            return At(instant.AddDays(1), Opening) + dice.Seconds(60, 1800);
        return instant.TimeOfDay < Opening ? At(instant, Opening) + dice.Seconds(60, 1800) : instant;
    }

    /// <summary>Some instant between the two, both included, at which the customer centre is staffed; there must be one.</summary>
    public static DateTimeOffset Staffed(Dice dice, DateTimeOffset first, DateTimeOffset last)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var instant = first.AddMilliseconds(dice.Between(0, (long)(last - first).TotalMilliseconds));
            if (instant.TimeOfDay >= CentreOpening && instant.TimeOfDay < CentreClosing)
                return instant;
        }

        throw new InvalidOperationException($"The customer centre is not staffed between {first:O} and {last:O}.");
    }

    private static DateTimeOffset At(DateTimeOffset day, TimeSpan time) => new(day.Date + time, day.Offset);
}
