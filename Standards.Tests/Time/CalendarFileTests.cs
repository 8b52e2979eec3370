using System.Runtime.CompilerServices;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Xunit;

namespace Standards.Tests.Time;

/// <summary>The facts of the calendars that are shipped.</summary>
public sealed class CalendarFileTests
{
    private static readonly WorkingCalendarDefinition Chinese = Load("cn");

    [Fact]
    public void Every_shipped_calendar_is_right()
    {
        foreach (var file in Directory.EnumerateFiles(Folder(), "*.yaml"))
        {
            var id = Path.GetFileNameWithoutExtension(file);
            Assert.True(WorkingCalendar.TryCreate(Load(id), out var calendar, out var problems), string.Join("; ", problems));
            Assert.Equal(id, calendar!.Id);
            Assert.Equal("Asia/Shanghai", calendar.Zone.Id);
        }
    }

    [Fact]
    public void Monday_to_Friday_knows_no_holiday()
    {
        var calendar = WorkingCalendar.Create(Load("mon-fri"));
        Assert.Equal((new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31)), (calendar.From, calendar.Until));
        Assert.True(calendar.IsWorkingDay(new(2026, 10, 1)).Value);
        Assert.False(calendar.IsWorkingDay(new(2026, 10, 10)).Value);
        Assert.Equal(TimeFixtures.At("2099-12-31 18:00"), calendar.AddWorkingDays(TimeFixtures.At("2099-12-30 08:00"), 1).Value);
    }

    [Fact]
    public void Every_make_up_day_is_a_weekend_day_within_a_month_of_a_holiday()
    {
        Assert.Equal(26, Chinese.WorkingDays.Length);
        foreach (var day in Chinese.WorkingDays)
        {
            Assert.Contains(day.Date.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });
            Assert.Contains(Chinese.Holidays, h => Math.Abs(h.First.DayNumber - day.Date.DayNumber) < 30);
        }
    }

    // The statutory days off are 11 a year, and 13 from 2025; one that falls on a weekend is moved to a working day. So a year
    // has as many working days as it has days from Monday to Friday, less the statutory ones.
    [Theory]
    [InlineData(2023, 11, 7, 249)]
    [InlineData(2024, 11, 8, 251)]
    [InlineData(2025, 13, 5, 248)]
    [InlineData(2026, 13, 6, 248)]
    public void A_year_loses_exactly_its_statutory_days(int year, int statutory, int makeUp, int workingDays)
    {
        var calendar = WorkingCalendar.Create(Chinese);
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(n => new DateOnly(year, 1, 1).AddDays(n)).ToArray();
        var weekdays = days.Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Equal(workingDays, calendar.CountWorkingDays(days[0], days[^1]).Value);
        Assert.Equal(weekdays - statutory, workingDays);
        Assert.Equal(makeUp, Chinese.WorkingDays.Count(d => d.Date.Year == year));
    }

    [Theory]
    [InlineData("2023-01-01", "元旦")]
    [InlineData("2024-02-10", "春节")]
    [InlineData("2025-01-29", "春节")]
    [InlineData("2026-02-17", "春节")]
    [InlineData("2025-10-06", "国庆节、中秋节")]
    [InlineData("2026-09-25", "中秋节")]
    [InlineData("2026-06-19", "端午节")]
    [InlineData("2024-12-25", null)]
    public void A_holiday_has_its_name(string date, string? name) =>
        Assert.Equal(name, WorkingCalendar.Create(Chinese).HolidayOn(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture))?.Zh);

    [Theory]
    [InlineData("2026-02-13 17:00", 1, "2026-02-14 18:00")]
    [InlineData("2026-02-13 17:00", 2, "2026-02-24 18:00")]
    [InlineData("2026-02-14 17:00", 1, "2026-02-24 18:00")]
    [InlineData("2026-09-30 17:00", 2, "2026-10-09 18:00")]
    [InlineData("2026-10-08 17:00", 2, "2026-10-10 18:00")]
    public void Two_working_days_cross_a_Chinese_holiday(string start, int days, string due) =>
        Assert.Equal(TimeFixtures.At(due), WorkingCalendar.Create(Chinese).AddWorkingDays(TimeFixtures.At(start), days).Value);

    [Fact]
    public void A_year_that_has_not_been_announced_is_not_known() =>
        Assert.Equal(new DateOnly(2027, 1, 1), WorkingCalendar.Create(Chinese).AddWorkingDays(TimeFixtures.At("2026-12-31 10:00"), 1).Outside);

    private static WorkingCalendarDefinition Load(string id)
    {
        var bag = new DiagnosticBag();
        var definition = CalendarYaml.Read(CalendarYaml.Parse(File.ReadAllText(Path.Combine(Folder(), id + ".yaml"))), bag);
        Assert.Equal(0, bag.Count);
        return definition!;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "rules", "calendars");
}
