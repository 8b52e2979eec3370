using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Deadlines;
using Xunit;

namespace Standards.Tests.Time;

public sealed class CalendarDefinitionTests
{
    private static readonly WorkingCalendarDefinition Office = TimeFixtures.Office();

    public static TheoryData<string, CalendarProblemKind, string> Mistakes() => new()
    {
        { "zone", CalendarProblemKind.UnknownZone, "Asia/Shangai" },
        { "range", CalendarProblemKind.RangeReversed, "2026-01-01..2025-12-31" },
        { "long", CalendarProblemKind.RangeTooLong, "1800-01-01..2099-12-31" },
        { "no hours", CalendarProblemKind.NoHours, "office" },
        { "twice", CalendarProblemKind.DuplicateWeekday, "Monday" },
        { "reversed hours", CalendarProblemKind.HoursReversed, "22:00-06:00" },
        { "overlap", CalendarProblemKind.HoursOverlap, "11:00-13:00" },
        { "holiday reversed", CalendarProblemKind.RangeReversed, "2026-05-05..2026-05-01" },
        { "holiday outside", CalendarProblemKind.DateOutsideRange, "2027-01-01" },
        { "day outside", CalendarProblemKind.DateOutsideRange, "2025-12-31" },
        { "both", CalendarProblemKind.HolidayAndWorkingDay, "2026-05-02" },
        { "day twice", CalendarProblemKind.DuplicateWorkingDay, "2026-05-09" },
        { "no weekday", CalendarProblemKind.WeekdayWithoutHours, "Saturday" },
        { "own empty", CalendarProblemKind.NoHours, "2026-05-23" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_wrong_definition_is_no_calendar(string mistake, CalendarProblemKind kind, string subject)
    {
        Assert.False(WorkingCalendar.TryCreate(Wrong(mistake), out var calendar, out var problems));
        Assert.Null(calendar);
        var problem = Assert.Single(problems);
        Assert.Equal((kind, subject), (problem.Kind, problem.Subject));

        var bag = new DiagnosticBag();
        bag.Report(problem);
        Assert.Contains($"`{subject}`", bag.ToSorted()[0].Message(Language.Zh), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => WorkingCalendar.Create(Wrong(mistake)));
    }

    [Fact]
    public void All_mistakes_are_found_in_one_run()
    {
        WorkingCalendar.TryCreate(Wrong("both") with { Zone = "Nowhere", Hours = Wrong("overlap").Hours }, out _, out var problems);
        Assert.Equal(
            [CalendarProblemKind.UnknownZone, CalendarProblemKind.HoursOverlap, CalendarProblemKind.HolidayAndWorkingDay],
            problems.Select(p => p.Kind));
    }

    [Fact]
    public void Overlapping_holidays_are_no_mistake()
    {
        var calendar = WorkingCalendar.Create(Office with { Holidays = [Holiday("2026-05-01..2026-05-05"), Holiday("2026-05-04..2026-05-06") with { Name = new("五", "May") }] });
        Assert.Equal(TimeFixtures.NoName, calendar.HolidayOn(new(2026, 5, 4)));
        Assert.Equal("May", calendar.HolidayOn(new(2026, 5, 6))?.En);
    }

    [Theory]
    [InlineData("2026-02-30", "ST0407")]
    [InlineData("2026/02/03", "ST0423")]
    [InlineData("2026-02-03 x", "ST0409")]
    public void A_wrong_date_is_reported(string text, string code)
    {
        var bag = new DiagnosticBag();
        Assert.Null(CalendarText.ParseDate(text, TimeFixtures.SpanAt, bag));
        Assert.Null(CalendarText.ParseDates(text, TimeFixtures.SpanAt, bag));
        Assert.All(bag.ToSorted(), d => Assert.Equal(code, d.Code));
    }

    private static WorkingCalendarDefinition Wrong(string mistake) => mistake switch
    {
        "zone" => Office with { Zone = "Asia/Shangai" },
        "range" => Office with { Until = new(2025, 12, 31) },
        "long" => Office with { From = new(1800, 1, 1), Until = new(2099, 12, 31) },
        "no hours" => Office with { Hours = [], WorkingDays = [] },
        "twice" => Office with { Hours = [.. Office.Hours, TimeFixtures.Day(DayOfWeek.Monday, "09:00-10:00")] },
        "reversed hours" => Office with { Hours = [.. Office.Hours, TimeFixtures.Day(DayOfWeek.Sunday, "22:00-06:00")] },
        "overlap" => Office with { Hours = [.. Office.Hours[..4], TimeFixtures.Day(DayOfWeek.Friday, "11:00-13:00, 09:00-12:00")] },
        "holiday reversed" => Office with { Holidays = [Holiday("2026-05-05..2026-05-01")] },
        "holiday outside" => Office with { Holidays = [Holiday("2026-12-31..2027-01-01")] },
        "day outside" => Office with { WorkingDays = [new(new(2025, 12, 31), new SpecialHours.Of(DayOfWeek.Monday), TimeFixtures.NoName)] },
        "both" => Office with { WorkingDays = [new(new(2026, 5, 2), new SpecialHours.Of(DayOfWeek.Monday), TimeFixtures.NoName)] },
        "day twice" => Office with { WorkingDays = [.. Office.WorkingDays, Office.WorkingDays[0]] },
        "no weekday" => Office with { WorkingDays = [new(new(2026, 5, 9), new SpecialHours.Of(DayOfWeek.Saturday), TimeFixtures.NoName)] },
        "own empty" => Office with { WorkingDays = [new(new(2026, 5, 23), new SpecialHours.Own([]), TimeFixtures.NoName)] },
        _ => throw new ArgumentOutOfRangeException(nameof(mistake)),
    };

    private static HolidayRange Holiday(string dates)
    {
        var (first, last) = CalendarText.ParseDates(dates, TimeFixtures.SpanAt, new DiagnosticBag())!.Value;
        return new HolidayRange(first, last, TimeFixtures.NoName);
    }
}
