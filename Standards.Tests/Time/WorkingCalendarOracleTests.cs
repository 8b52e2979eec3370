using FsCheck;
using FsCheck.Fluent;
using Standards.Core;
using Standards.Core.Time;
using Xunit;

namespace Standards.Tests.Time;

/// <summary>The calendar against an oracle that walks the line of time minute by minute and reads the clock on the wall.</summary>
public sealed class WorkingCalendarOracleTests
{
    private const int Minute = 60;

    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20260302, 1);

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    public void Adding_working_time_agrees_with_stepping_by_minutes(string zone)
    {
        var calendar = TimeFixtures.Calendar(zone);
        var oracle = new Oracle(calendar);
        Check.One(Cases, Prop.ForAll(Starts(), Minutes(2000), (start, minutes) =>
            calendar.AddWorkingTime(start, TimeSpan.FromMinutes(minutes)).Value == oracle.Add(start, minutes)));
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/Berlin")]
    public void Working_time_between_agrees_with_stepping_by_minutes(string zone)
    {
        var calendar = TimeFixtures.Calendar(zone);
        var oracle = new Oracle(calendar);
        Check.One(Cases, Prop.ForAll(Starts(), Minutes(20_000), (start, minutes) =>
        {
            var until = start + TimeSpan.FromMinutes(minutes);
            return calendar.WorkingTimeBetween(start, until).Value == TimeSpan.FromMinutes(oracle.Between(start, until))
                && calendar.WorkingTimeBetween(until, start).Value == -calendar.WorkingTimeBetween(start, until).Value;
        }));
    }

    [Fact]
    public void Clock_changes_in_opening_hours_agree_with_stepping_by_minutes()
    {
        var calendar = TimeFixtures.Plain("Europe/Berlin", "00:30-02:30, 02:45-05:00");
        var oracle = new Oracle(calendar);
        foreach (var night in (string[])["2026-03-28 22:00", "2026-10-24 22:00"])
        {
            var start = TimeFixtures.At(night, "Europe/Berlin");
            for (var minutes = 1; minutes < 500; minutes += 7)
                Assert.Equal(oracle.Add(start, minutes), calendar.AddWorkingTime(start, TimeSpan.FromMinutes(minutes)).Value);
        }
    }

    [Fact]
    public void Working_time_between_undoes_adding_it()
    {
        var calendar = TimeFixtures.Calendar();
        Check.One(Cases.WithMaxTest(2000), Prop.ForAll(Starts(), Minutes(50_000), Minutes(10_000_000), (start, minutes, ticks) =>
        {
            var time = TimeSpan.FromMinutes(minutes) + TimeSpan.FromTicks(ticks);
            var due = calendar.AddWorkingTime(start.Ticks(ticks), time);
            return !due.HasValue || calendar.WorkingTimeBetween(start.Ticks(ticks), due.Value).Value == time;
        }));
    }

    [Fact]
    public void Working_days_agree_with_counting_dates()
    {
        var calendar = TimeFixtures.Calendar();
        Check.One(Cases, Prop.ForAll(Starts(), Gen.Choose(1, 40).ToArbitrary(), (start, days) =>
        {
            var date = calendar.Clock.DateOf(start);
            for (var left = days; left > 0;)
            {
                date = date.AddDays(1);
                left -= calendar.HoursOn(date)!.Value.IsEmpty ? 0 : 1;
            }

            var closing = calendar.Clock.First(date.ToDateTime(TimeOnly.MinValue) + calendar.HoursOn(date)!.Value[^1].Until);
            return calendar.AddWorkingDays(start, days).Value == closing && calendar.WorkingDayFrom(calendar.Clock.DateOf(start), days).Value == date;
        }));
    }

    // Whole minutes of the first nine months of 2026, so that no deadline leaves the range.
    private static Arbitrary<Instant> Starts() =>
        Gen.Choose(0, 270 * 24 * Minute).Select(minute => TimeFixtures.At("2026-01-02T00:00:00Z") + TimeSpan.FromMinutes(minute)).ToArbitrary();

    private static Arbitrary<int> Minutes(int most) => Gen.Choose(1, most).ToArbitrary();

    private sealed class Oracle(WorkingCalendar calendar)
    {
        public Instant Add(Instant start, int minutes)
        {
            var at = start;
            while (minutes > 0)
            {
                minutes -= IsOpen(at) ? 1 : 0;
                at += TimeSpan.FromMinutes(1);
            }

            return at;
        }

        public int Between(Instant from, Instant until)
        {
            var minutes = 0;
            for (var at = from; at < until; at += TimeSpan.FromMinutes(1))
                minutes += IsOpen(at) ? 1 : 0;
            return minutes;
        }

        // The first of a repeated hour decides where a stretch begins and ends: the clock is read as if it ran on.
        private bool IsOpen(Instant at)
        {
            var date = calendar.Clock.DateOf(at);
            foreach (var hours in calendar.HoursOn(date)!.Value)
            {
                var midnight = date.ToDateTime(TimeOnly.MinValue);
                if (calendar.Clock.First(midnight + hours.From) <= at && at < calendar.Clock.First(midnight + hours.Until))
                    return true;
            }

            return false;
        }
    }
}
