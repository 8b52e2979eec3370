using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Syntax.Deadlines;
using Xunit;

namespace Standards.Tests.Time;

/// <summary>Calendars and local times that the tests of this folder share.</summary>
internal static class TimeFixtures
{
    public static readonly LocalizedText NoName = new("名", "name");

    public static SourceSpan SpanAt(int start, int length) => new("pack.yaml", 7, 11 + start, length);

    /// <summary>Two shifts a day with a short Friday, a holiday range, a make-up Saturday and a Saturday with hours of its own.</summary>
    public static WorkingCalendarDefinition Office(string zone = "Asia/Shanghai") => new()
    {
        Id = "office",
        Title = NoName,
        Zone = zone,
        From = new(2026, 1, 1),
        Until = new(2026, 12, 31),
        Hours =
        [
            Day(DayOfWeek.Monday, "09:00-12:00, 13:30-18:00"),
            Day(DayOfWeek.Tuesday, "09:00-12:00, 13:30-18:00"),
            Day(DayOfWeek.Wednesday, "09:00-12:00, 13:30-18:00"),
            Day(DayOfWeek.Thursday, "09:00-12:00, 13:30-18:00"),
            Day(DayOfWeek.Friday, "09:00-12:00"),
        ],
        Holidays = [new(new(2026, 5, 1), new(2026, 5, 5), NoName)],
        WorkingDays =
        [
            new(new(2026, 5, 9), new SpecialHours.Of(DayOfWeek.Monday), NoName),
            new(new(2026, 5, 16), new SpecialHours.Own(Hours("10:00-11:00")), NoName),
        ],
    };

    public static WorkingCalendar Calendar(string zone = "Asia/Shanghai") => WorkingCalendar.Create(Office(zone));

    /// <summary>Nine to six from Monday to Friday, or the given hours every day of the week.</summary>
    public static WorkingCalendar Plain(string zone, string? everyDay = null) => WorkingCalendar.Create(new()
    {
        Id = "plain",
        Title = NoName,
        Zone = zone,
        From = new(2024, 1, 1),
        Until = new(2027, 12, 31),
        Hours = everyDay is null
            ? [.. Enumerable.Range(1, 5).Select(day => Day((DayOfWeek)day, "09:00-18:00"))]
            : [.. Enum.GetValues<DayOfWeek>().Select(day => Day(day, everyDay))],
    });

    public static WeekdayHours Day(DayOfWeek day, string hours) => new(day, Hours(hours));

    public static ImmutableArray<DailyInterval> Hours(string text)
    {
        var bag = new DiagnosticBag();
        return CalendarText.ParseHours(text, SpanAt, bag) ?? throw new ArgumentException(bag.ToSorted()[0].Message(Language.En), nameof(text));
    }

    /// <summary>`2026-05-08 17:00` in a zone: the first such instant; with an offset, that one.</summary>
    public static Instant At(string text, string zone = "Asia/Shanghai")
    {
        if (text.LastIndexOfAny(['+', 'Z']) > 10 || text.LastIndexOf('-') > 10)
            return Instant.From(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
        return Clock(zone).First(DateTime.Parse(text, CultureInfo.InvariantCulture));
    }

    public static ZoneClock Clock(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    public static Instant Ticks(this Instant instant, long ticks) => new(instant.Ticks + ticks);

    public static Deadline Deadline(string text)
    {
        var bag = new DiagnosticBag();
        var deadline = DeadlineParser.Parse(text, SpanAt, bag);
        Assert.True(bag.Count == 0, bag.Count == 0 ? "" : $"{text}: {bag.ToSorted()[0].Message(Language.En)}");
        return deadline;
    }

    public static Schedule Schedule(string text)
    {
        var bag = new DiagnosticBag();
        var schedule = ScheduleParser.Parse(text, SpanAt, bag);
        Assert.True(bag.Count == 0, bag.Count == 0 ? "" : $"{text}: {bag.ToSorted()[0].Message(Language.En)}");
        return schedule;
    }

    public sealed record Context(ZoneClock Clock, WorkingCalendar? Calendar) : IDeadlineContext
    {
        public WorkingDayEnd WorkingDayEnd { get; init; }

        public Dictionary<string, Value> Attributes { get; } = new(StringComparer.Ordinal);

        public Value Attribute(string name) => Attributes.GetValueOrDefault(name);
    }
}
