using Standards.Core;
using Standards.Core.Time;
using Xunit;

namespace Standards.Tests.Time;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = TimeFixtures.Calendar();

    [Theory]
    [InlineData("2026-03-02 09:00", true)]
    [InlineData("2026-03-02 08:59:59.9999999", false)]
    [InlineData("2026-03-02 11:59:59.9999999", true)]
    [InlineData("2026-03-02 12:00", false)]
    [InlineData("2026-03-02 13:30", true)]
    [InlineData("2026-03-02 18:00", false)]
    [InlineData("2026-03-07 10:00", false)]
    [InlineData("2026-05-01 10:00", false)]
    [InlineData("2026-05-09 17:59", true)]
    [InlineData("2026-05-16 10:59", true)]
    [InlineData("2026-05-16 11:00", false)]
    public void Opening_hours_include_their_first_instant_and_not_their_last(string at, bool open) =>
        Assert.Equal(open, Calendar.IsOpen(TimeFixtures.At(at)).Value);

    [Theory]
    [InlineData("2026-03-02 09:00", 3.0, "2026-03-02 12:00")]
    [InlineData("2026-03-02 09:00", 3.001, "2026-03-02 13:30:03.6")]
    [InlineData("2026-03-02 09:00", 7.5, "2026-03-02 18:00")]
    [InlineData("2026-03-02 17:00", 2.0, "2026-03-03 10:00")]
    [InlineData("2026-03-02 12:30", 1.0, "2026-03-02 14:30")]
    [InlineData("2026-03-02 18:00", 1.0, "2026-03-03 10:00")]
    [InlineData("2026-03-06 11:00", 2.0, "2026-03-09 10:00")]
    [InlineData("2026-04-30 17:00", 2.0, "2026-05-06 10:00")]
    [InlineData("2026-05-08 11:00", 2.0, "2026-05-09 10:00")]
    [InlineData("2026-05-16 00:00", 2.0, "2026-05-18 10:00")]
    [InlineData("2026-03-02 10:00", 0.0, "2026-03-02 10:00")]
    [InlineData("2026-03-02 12:00", 0.0, "2026-03-02 13:30")]
    [InlineData("2026-03-06 12:00", 0.0, "2026-03-09 09:00")]
    public void Working_time_passes_in_opening_hours_only(string start, double hours, string due) =>
        Assert.Equal(TimeFixtures.At(due), Calendar.AddWorkingTime(TimeFixtures.At(start), TimeSpan.FromHours(hours)).Value);

    [Theory]
    [InlineData("2026-03-02 10:00", 1, "2026-03-03 18:00")]
    [InlineData("2026-03-02 00:00", 1, "2026-03-03 18:00")]
    [InlineData("2026-03-01 23:59:59.9999999", 1, "2026-03-02 18:00")]
    [InlineData("2026-03-02 20:00", 1, "2026-03-03 18:00")]
    [InlineData("2026-03-05 10:00", 1, "2026-03-06 12:00")]
    [InlineData("2026-03-06 10:00", 1, "2026-03-09 18:00")]
    [InlineData("2026-03-07 10:00", 2, "2026-03-10 18:00")]
    [InlineData("2026-04-30 10:00", 1, "2026-05-06 18:00")]
    [InlineData("2026-05-08 10:00", 1, "2026-05-09 18:00")]
    [InlineData("2026-05-08 10:00", 2, "2026-05-11 18:00")]
    [InlineData("2026-05-15 10:00", 1, "2026-05-16 11:00")]
    [InlineData("2026-02-27 10:00", 1, "2026-03-02 18:00")]
    [InlineData("2026-03-02 10:00", 3, "2026-03-05 18:00")]
    public void Working_days_count_from_the_day_after_and_end_at_closing(string start, int days, string due) =>
        Assert.Equal(TimeFixtures.At(due), Calendar.AddWorkingDays(TimeFixtures.At(start), days).Value);

    [Theory]
    [InlineData("2026-03-02 09:00", 0.5, "2026-03-02 14:15")]
    [InlineData("2026-03-02 16:00", 0.5, "2026-03-03 10:45")]
    [InlineData("2026-03-02 18:00", 0.5, "2026-03-03 14:15")]
    [InlineData("2026-03-06 09:00", 0.5, "2026-03-06 10:30")]
    [InlineData("2026-03-06 11:30", 0.5, "2026-03-09 10:00")]
    [InlineData("2026-03-07 11:30", 0.5, "2026-03-09 14:15")]
    [InlineData("2026-03-02 10:00", 1.5, "2026-03-04 14:15")]
    [InlineData("2026-03-04 10:00", 1.5, "2026-03-06 10:30")]
    public void Half_a_working_day_is_half_of_the_opening_time_of_its_day(string start, double days, string due) =>
        Assert.Equal(TimeFixtures.At(due), Calendar.AddWorkingDays(TimeFixtures.At(start), (decimal)days).Value);

    [Fact]
    public void A_pack_may_let_working_days_end_at_midnight() =>
        Assert.Equal(
            TimeFixtures.At("2026-03-04 00:00").Ticks(-1),
            Calendar.AddWorkingDays(TimeFixtures.At("2026-03-02 10:00"), 1, WorkingDayEnd.EndOfDay).Value);

    [Theory]
    [InlineData("2025-12-31 23:59:59", "2025-12-31")]
    [InlineData("2027-01-01 00:00", "2027-01-01")]
    public void An_instant_outside_the_range_is_never_guessed(string start, string date)
    {
        var instant = TimeFixtures.At(start);
        var outside = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(outside, Calendar.IsOpen(instant).Outside);
        Assert.Equal(outside, Calendar.NextOpening(instant).Outside);
        Assert.Equal(outside, Calendar.AddWorkingTime(instant, TimeSpan.FromHours(1)).Outside);
        Assert.Equal(outside, Calendar.AddWorkingDays(instant, 1).Outside);
        Assert.Equal(outside, Calendar.AddWorkingDays(instant, 0.5m).Outside);
        Assert.Equal(outside, Calendar.IsWorkingDay(outside).Outside);
        Assert.Equal(outside, Calendar.NextWorkingDay(outside).Outside);
        Assert.Null(Calendar.HoursOn(outside));
    }

    [Fact]
    public void A_deadline_that_runs_over_the_range_names_the_first_date_beyond_it()
    {
        var last = TimeFixtures.At("2026-12-31 17:00");
        var beyond = new DateOnly(2027, 1, 1);
        Assert.Equal(TimeFixtures.At("2026-12-31 18:00"), Calendar.AddWorkingTime(last, TimeSpan.FromHours(1)).Value);
        Assert.Equal(beyond, Calendar.AddWorkingTime(last, TimeSpan.FromHours(1) + TimeSpan.FromTicks(1)).Outside);
        Assert.Equal(beyond, Calendar.AddWorkingDays(last, 1).Outside);
        Assert.Equal(beyond, Calendar.AddWorkingDays(last, 0.5m).Outside);
        Assert.Equal(beyond, Calendar.AddWorkingDays(last, 1_000_000_000_000_000_000_000m).Outside);
        Assert.Equal(beyond, Calendar.NextOpening(TimeFixtures.At("2026-12-31 18:00")).Outside);
        Assert.Equal(beyond, Calendar.NextWorkingDay(new(2026, 12, 31)).Outside);
        Assert.Equal(new DateOnly(2025, 12, 31), Calendar.PreviousWorkingDay(new(2026, 1, 1)).Outside);
        Assert.Equal(beyond, Calendar.AddWorkingTime(last, TimeSpan.MaxValue).Outside);
    }

    [Fact]
    public void Working_days_are_found_forwards_and_backwards()
    {
        Assert.Equal(new DateOnly(2026, 5, 6), Calendar.NextWorkingDay(new(2026, 4, 30)).Value);
        Assert.Equal(new DateOnly(2026, 4, 30), Calendar.PreviousWorkingDay(new(2026, 5, 6)).Value);
        Assert.Equal(new DateOnly(2026, 5, 9), Calendar.PreviousWorkingDay(new(2026, 5, 10)).Value);
        Assert.Equal(new DateOnly(2026, 4, 28), Calendar.WorkingDayFrom(new(2026, 5, 3), -3).Value);
        Assert.Equal(3, Calendar.CountWorkingDays(new(2026, 5, 7), new(2026, 5, 10)).Value);
        Assert.Equal(0, Calendar.CountWorkingDays(new(2026, 5, 10), new(2026, 5, 7)).Value);
        Assert.False(Calendar.IsWorkingDay(new(2026, 5, 4)).Value);
        Assert.True(Calendar.IsWorkingDay(new(2026, 5, 9)).Value);
    }

    [Fact]
    public void Wrong_counts_are_refused()
    {
        var start = TimeFixtures.At("2026-03-02 10:00");
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(start, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(start, 0.25m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingTime(start, TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.WorkingDayFrom(new(2026, 3, 2), 0));
    }

    [Fact]
    public void A_calendar_on_top_of_another_keeps_its_own_hours_and_the_holidays_of_both()
    {
        var own = TimeFixtures.Office() with
        {
            Id = "own",
            From = new(2000, 1, 1),
            Until = new(2099, 12, 31),
            Hours = [TimeFixtures.Day(DayOfWeek.Monday, "10:00-12:00")],
            Holidays = [new(new(2026, 3, 2), new(2026, 3, 2), TimeFixtures.NoName)],
            WorkingDays = [],
        };
        var calendar = WorkingCalendar.Create(own.Over(TimeFixtures.Office()));
        Assert.Equal(new DateOnly(2026, 1, 1), calendar.From);
        Assert.False(calendar.IsWorkingDay(new(2026, 3, 2)).Value);
        Assert.False(calendar.IsWorkingDay(new(2026, 5, 4)).Value);
        Assert.True(calendar.IsWorkingDay(new(2026, 5, 11)).Value);
        Assert.False(calendar.IsWorkingDay(new(2026, 5, 12)).Value);
        Assert.Equal("10:00-12:00", string.Join(", ", calendar.HoursOn(new(2026, 5, 9))!.Value));
    }

    // Berlin 2026: 29 March 02:00 to 03:00 is skipped, 25 October 02:00 to 03:00 happens twice.
    [Theory]
    [InlineData("00:00-24:00", "2026-03-28 12:00", 23, "2026-03-29T12:00+02:00")]
    [InlineData("00:00-24:00", "2026-10-24 12:00", 25, "2026-10-25T12:00+01:00")]
    [InlineData("01:00-02:30", "2026-03-29 00:00", 1, "2026-03-29T03:00+02:00")]
    [InlineData("02:30-04:00", "2026-03-29 00:00", 1, "2026-03-29T04:00+02:00")]
    [InlineData("01:00-02:30", "2026-10-25 00:00", 1.5, "2026-10-25T02:30+02:00")]
    [InlineData("02:30-04:00", "2026-10-25 00:00", 2.5, "2026-10-25T04:00+01:00")]
    public void Working_time_is_the_time_that_really_passes_when_the_clock_changes(string hours, string start, double length, string due) =>
        Assert.Equal(
            TimeFixtures.At(due),
            TimeFixtures.Plain("Europe/Berlin", hours).AddWorkingTime(TimeFixtures.At(start, "Europe/Berlin"), TimeSpan.FromHours(length)).Value);

    [Fact]
    public void Hours_that_the_clock_skips_leave_a_working_day_without_working_time()
    {
        var calendar = TimeFixtures.Plain("Europe/Berlin", "02:00-03:00");
        var change = TimeFixtures.At("2026-03-29T01:00:00Z");
        Assert.True(calendar.IsWorkingDay(new(2026, 3, 29)).Value);
        Assert.Equal(change, calendar.AddWorkingDays(TimeFixtures.At("2026-03-28 12:00", "Europe/Berlin"), 1).Value);
        Assert.Equal(TimeSpan.Zero, calendar.WorkingTimeBetween(change.Ticks(-36_000_000_000), change.Ticks(36_000_000_000)).Value);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00:00Z", "2026-03-08T07:00:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z")]
    [InlineData("Asia/Shanghai", "2026-03-29T02:30", "2026-03-28T18:30:00Z", "2026-03-28T18:30:00Z")]
    [InlineData("America/Havana", "2026-11-01T00:30", "2026-11-01T04:30:00Z", "2026-11-01T05:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30:00Z", "2026-10-03T15:30:00Z")]
    public void A_skipped_local_time_is_the_instant_of_the_change_and_a_repeated_one_has_two(string zone, string local, string first, string last)
    {
        var clock = TimeFixtures.Clock(zone);
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(TimeFixtures.At(first), clock.First(time));
        Assert.Equal(TimeFixtures.At(last), clock.Last(time));
    }

    [Fact]
    public void A_day_is_as_long_as_its_zone_makes_it()
    {
        var clock = TimeFixtures.Clock("Europe/Berlin");
        Assert.Equal(TimeSpan.FromHours(23), clock.EndOf(new(2026, 3, 29)).Ticks(1) - clock.StartOf(new(2026, 3, 29)));
        Assert.Equal(TimeSpan.FromHours(25), clock.EndOf(new(2026, 10, 25)).Ticks(1) - clock.StartOf(new(2026, 10, 25)));
        Assert.Equal(Instant.MaxValue, clock.EndOf(DateOnly.MaxValue));
    }
}
