using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Syntax.Deadlines;
using Xunit;

namespace Standards.Tests.Time;

public sealed class ScheduleTests
{
    private static readonly ZoneClock Shanghai = TimeFixtures.Clock("Asia/Shanghai");
    private static readonly WorkingCalendar Calendar = TimeFixtures.Calendar();

    [Theory]
    [InlineData("Mon-Fri 08:00-22:00; Sat 09:00-17:00", "2026-03-02 08:00", true)]
    [InlineData("Mon-Fri 08:00-22:00; Sat 09:00-17:00", "2026-03-02 07:59:59.9999999", false)]
    [InlineData("Mon-Fri 08:00-22:00; Sat 09:00-17:00", "2026-03-02 21:59:59.9999999", true)]
    [InlineData("Mon-Fri 08:00-22:00; Sat 09:00-17:00", "2026-03-02 22:00", false)]
    [InlineData("Mon-Fri 08:00-22:00; Sat 09:00-17:00", "2026-03-07 16:00", true)]
    [InlineData("Mon-Fri 08:00-22:00; Sat 09:00-17:00", "2026-03-08 12:00", false)]
    [InlineData("Fri 22:00-06:00", "2026-03-07 05:59", true)]
    [InlineData("Fri 22:00-06:00", "2026-03-06 05:59", false)]
    [InlineData("Fri 22:00-06:00", "2026-03-07 06:00", false)]
    [InlineData("22:00-00:00", "2026-03-07 23:59", true)]
    [InlineData("22:00-00:00", "2026-03-07 00:00", false)]
    [InlineData("05-01..10-07 11:00-21:00", "2026-05-01 11:00", true)]
    [InlineData("05-01..10-07 11:00-21:00", "2026-10-07 20:59", true)]
    [InlineData("05-01..10-07 11:00-21:00", "2026-10-08 12:00", false)]
    [InlineData("05-01..10-07 11:00-21:00", "2026-04-30 12:00", false)]
    [InlineData("12-15..02-15", "2026-01-01 00:00", true)]
    [InlineData("12-15..02-15", "2026-02-16 00:00", false)]
    [InlineData("02-29", "2024-02-29 12:00", true)]
    [InlineData("Fri-Mon", "2026-03-01 12:00", true)]
    [InlineData("Fri-Mon", "2026-03-04 12:00", false)]
    [InlineData("daily 08:00-22:00; 01-01 closed", "2026-01-01 12:00", false)]
    [InlineData("daily 08:00-22:00; holidays closed", "2026-05-01 12:00", false)]
    [InlineData("daily 08:00-22:00; holidays 10:00-11:00", "2026-05-01 10:30", true)]
    [InlineData("daily 08:00-22:00; holidays 10:00-11:00", "2026-05-01 12:00", false)]
    [InlineData("daily 08:00-22:00; holidays 10:00-11:00", "2026-05-06 12:00", true)]
    [InlineData("daily 22:00-06:00; holidays closed", "2026-05-01 05:00", true)]
    [InlineData("daily 22:00-06:00; holidays closed", "2026-05-06 05:00", false)]
    [InlineData("working days 18:30-24:00; days off", "2026-05-09 12:00", false)]
    [InlineData("working days 18:30-24:00; days off", "2026-05-09 18:30", true)]
    [InlineData("working days 18:30-24:00; days off", "2026-05-04 12:00", true)]
    [InlineData("working days 18:30-24:00; days off", "2026-05-10 12:00", true)]
    [InlineData("工作日 08:30-17:30", "2026-03-02 09:00", true)]
    public void An_instant_is_within_a_schedule(string text, string at, bool within) =>
        Assert.Equal(within, TimeFixtures.Schedule(text).Contains(TimeFixtures.At(at), Shanghai, TimeFixtures.At(at) > TimeFixtures.At("2026-01-01 00:00") ? Calendar : null).Value);

    [Theory]
    [InlineData("Mon-Fri 08:00-22:00", "2026-03-02 09:00", "2026-03-02 08:00", "2026-03-02 22:00")]
    [InlineData("Mon-Fri 08:00-22:00", "2026-03-06 22:00", "2026-03-06 22:00", "2026-03-09 08:00")]
    [InlineData("Mon-Fri 08:00-22:00", "2026-03-06 08:00", "2026-03-06 08:00", "2026-03-06 22:00")]
    [InlineData("Mon-Fri", "2026-03-04 12:00", "2026-03-02 00:00", "2026-03-07 00:00")]
    [InlineData("20:00-24:00; 00:00-06:00", "2026-03-04 23:00", "2026-03-04 20:00", "2026-03-05 06:00")]
    [InlineData("02-29", "2026-03-04 12:00", "2024-03-01 00:00", "2028-02-29 00:00")]
    [InlineData("08:00-20:00; holidays closed", "2026-05-02 12:00", "2026-04-30 20:00", "2026-05-06 08:00")]
    public void The_changes_around_an_instant_are_found(string text, string at, string since, string until)
    {
        var schedule = TimeFixtures.Schedule(text);
        Assert.Equal(TimeFixtures.At(since), schedule.PreviousChange(TimeFixtures.At(at), Shanghai, Calendar).Value);
        Assert.Equal(TimeFixtures.At(until), schedule.NextChange(TimeFixtures.At(at), Shanghai, Calendar).Value);
    }

    // The hour from 02:00 to 03:00 comes twice: 01:00-02:30 holds, ends, holds again and ends.
    [Fact]
    public void A_repeated_hour_is_judged_alike_both_times()
    {
        var schedule = TimeFixtures.Schedule("01:00-02:30");
        var berlin = TimeFixtures.Clock("Europe/Berlin");
        var at = TimeFixtures.At("2026-10-25T00:00:00+02:00");
        string[] changes = ["2026-10-25T01:00+02:00", "2026-10-25T02:30+02:00", "2026-10-25T02:00+01:00", "2026-10-25T02:30+01:00", "2026-10-26T01:00+01:00"];
        foreach (var change in changes)
        {
            at = schedule.NextChange(at, berlin, null).Value;
            Assert.Equal(TimeFixtures.At(change), at);
            Assert.Equal(at, schedule.PreviousChange(at, berlin, null).Value);
        }

        Assert.Equal(TimeFixtures.At("2026-03-29T03:00+02:00"), schedule.NextChange(TimeFixtures.At("2026-03-29T01:30+01:00"), berlin, null).Value);
    }

    [Fact]
    public void A_schedule_that_asks_the_calendar_says_where_it_ends()
    {
        var schedule = TimeFixtures.Schedule("working days 08:00-20:00");
        Assert.True(schedule.NeedsCalendar);
        Assert.Equal(new DateOnly(2027, 1, 1), schedule.Contains(TimeFixtures.At("2027-01-01 12:00"), Shanghai, Calendar).Outside);
        Assert.Equal(new DateOnly(2027, 1, 1), schedule.NextChange(TimeFixtures.At("2026-12-31 21:00"), Shanghai, Calendar).Outside);
        Assert.Equal(new DateOnly(2025, 12, 31), schedule.PreviousChange(TimeFixtures.At("2026-01-01 07:00"), Shanghai, Calendar).Outside);
        Assert.Throws<ArgumentNullException>(() => schedule.Contains(TimeFixtures.At("2026-12-31 21:00"), Shanghai, null));
    }

    [Fact]
    public void A_schedule_that_never_changes_says_so()
    {
        var always = TimeFixtures.Schedule("00:00-24:00");
        Assert.Equal(Instant.MaxValue, always.NextChange(TimeFixtures.At("2026-12-31 21:00"), Shanghai, null).Value);
        Assert.Equal(Instant.MinValue, always.PreviousChange(TimeFixtures.At("2026-12-31 21:00"), Shanghai, null).Value);
    }

    [Theory]
    [InlineData("mon-fri 08:00-22:00;sat 09:00-17:00;", "Mon-Fri 08:00-22:00; Sat 09:00-17:00")]
    [InlineData("Mon, Wed, Fri 8:00-9:00", "Mon, Wed, Fri 08:00-09:00")]
    [InlineData("Fri-Mon", "Mon, Fri-Sun 00:00-24:00")]
    [InlineData("daily 08:00-12:00, 13:00-22:00", "08:00-12:00, 13:00-22:00")]
    [InlineData("05-01..10-07, 12-24 Working Days 11:00-21:00", "05-01..10-07, 12-24 working days 11:00-21:00")]
    [InlineData("days off closed", "days off closed")]
    [InlineData("周一-周五 08:00-22:00；节假日 closed", "Mon-Fri 08:00-22:00; holidays closed")]
    public void A_schedule_reads_and_its_canonical_text_reads_back(string text, string canonical)
    {
        Assert.Equal(canonical, TimeFixtures.Schedule(text).ToString());
        Assert.Equal(canonical, TimeFixtures.Schedule(canonical).ToString());
    }

    [Theory]
    [InlineData("", "ST0420", 0, "expected weekdays, hours or a season, found …")]
    [InlineData("Mon-Fri 08:00-22:00;; Sat", "ST0420", 20, "expected weekdays, hours or a season, found `;`")]
    [InlineData("Mno-Fri 08:00-22:00", "ST0421", 0, "unknown day `Mno`", "did you mean `Mon`?")]
    [InlineData("holydays closed", "ST0421", 0, "unknown day `holydays`", "did you mean `holidays`?")]
    [InlineData("Mon-8:00", "ST0420", 4, "expected weekdays, hours or a season, found `8:00`")]
    [InlineData("Mon 08:00", "ST0422", 9, "expected hours, found …")]
    [InlineData("Mon 08:00-25:00", "ST0407", 10, "there is no time or date `25:00`")]
    [InlineData("Mon 08:00-08:00", "ST0424", 4, "the hours `08:00-08:00` are empty")]
    [InlineData("02-30 08:00-10:00", "ST0407", 0, "there is no time or date `02-30`")]
    [InlineData("05-01..Mon", "ST0423", 7, "expected a date, found `Mon`")]
    [InlineData("Mon 08:00-10:00 Tue", "ST0409", 16, "the deadline or schedule is complete before `Tue`")]
    public void A_mistake_is_reported_once_with_its_place(string text, string code, int start, string message, string? help = null)
    {
        var bag = new DiagnosticBag();
        var schedule = ScheduleParser.Parse(text, TimeFixtures.SpanAt, bag);
        var diagnostic = Assert.Single(bag.ToSorted());
        Assert.Equal((code, message, start + 11), (diagnostic.Code, diagnostic.Message(Language.En), diagnostic.Span.Column));
        if (help is not null)
            Assert.Equal(help, diagnostic.Help?.En);
        Assert.Empty(schedule.Rules);
    }
}
