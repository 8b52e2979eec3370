using System.Globalization;
using Standards.Core;
using Standards.Core.Time;
using Standards.Core.Values;
using Xunit;

namespace Standards.Tests.Time;

public sealed class DeadlineTests
{
    private static readonly TimeFixtures.Context Shanghai = new(TimeFixtures.Clock("Asia/Shanghai"), TimeFixtures.Calendar());

    [Theory]
    [InlineData("3 min", "2026-03-02 09:00", "2026-03-02 09:03")]
    [InlineData("500 ms", "2026-03-02 23:59:59.6", "2026-03-03 00:00:00.1")]
    [InlineData("1 week", "2026-03-02 09:00", "2026-03-09 09:00")]
    [InlineData("1 month", "2026-01-31 09:00", "2026-02-28 09:00")]
    [InlineData("1 month", "2024-01-31 09:00", "2024-02-29 09:00")]
    [InlineData("12 months", "2024-02-29 09:00", "2025-02-28 09:00")]
    [InlineData("4 working hours", "2026-03-02 17:00", "2026-03-03 12:00")]
    [InlineData("half working day", "2026-03-02 09:00", "2026-03-02 14:15")]
    [InlineData("2 working days", "2026-03-05 09:00", "2026-03-09 18:00")]
    [InlineData("by 17:00", "2026-03-02 09:00", "2026-03-02 17:00")]
    [InlineData("by 17:00", "2026-03-02 18:00", "2026-03-02 17:00")]
    [InlineData("next day 10:00", "2026-02-28 18:00", "2026-03-01 10:00")]
    [InlineData("by Friday 17:00", "2026-03-02 09:00", "2026-03-06 17:00")]
    [InlineData("by Friday 17:00", "2026-03-06 17:00", "2026-03-06 17:00")]
    [InlineData("by Friday 17:00", "2026-03-06 17:00:00.0000001", "2026-03-13 17:00")]
    [InlineData("by day 3 of the next month 12:00", "2026-12-31 09:00", "2027-01-03 12:00")]
    [InlineData("by day 31 of the next month 12:00", "2026-01-31 09:00", "2026-02-28 12:00")]
    [InlineData("by day 25 of the month 12:00", "2026-03-31 09:00", "2026-03-25 12:00")]
    [InlineData("same working day", "2026-03-02 09:00", "2026-03-02 18:00")]
    [InlineData("same working day", "2026-03-02 18:00", "2026-03-03 18:00")]
    [InlineData("same working day", "2026-03-07 09:00", "2026-03-09 18:00")]
    [InlineData("next working day", "2026-03-02 20:00", "2026-03-03 18:00")]
    [InlineData("next working day 10:00", "2026-05-08 20:00", "2026-05-09 10:00")]
    public void A_deadline_is_due_at_its_last_instant(string text, string activation, string due)
    {
        var bounds = TimeFixtures.Deadline(text).Resolve(TimeFixtures.At(activation), Shanghai);
        Assert.Null(bounds.Unknown);
        Assert.Equal(TimeFixtures.At(due), bounds.Latest);
        Assert.Equal(Instant.MinValue, bounds.Earliest);
        Assert.True(bounds.Contains(bounds.Latest));
        Assert.False(bounds.Contains(bounds.Latest.Ticks(1)));
    }

    [Theory]
    [InlineData("same day", "2026-03-02 00:00", "2026-03-03")]
    [InlineData("same day", "2026-03-02 23:59:59.9999999", "2026-03-03")]
    [InlineData("next day", "2026-02-28 12:00", "2026-03-02")]
    [InlineData("next day", "2024-02-28 12:00", "2024-03-01")]
    [InlineData("3 calendar days", "2026-03-02 12:00", "2026-03-06")]
    [InlineData("by Sunday", "2026-03-01 12:00", "2026-03-02")]
    [InlineData("by end of week", "2026-03-01 12:00", "2026-03-02")]
    [InlineData("by end of week", "2026-03-02 00:00", "2026-03-09")]
    [InlineData("by end of the next week", "2026-03-02 00:00", "2026-03-16")]
    [InlineData("by end of month", "2024-02-29 23:00", "2024-03-01")]
    [InlineData("by end of the next month", "2026-01-31 12:00", "2026-03-01")]
    [InlineData("by end of quarter", "2026-12-31 12:00", "2027-01-01")]
    [InlineData("by end of the next quarter", "2026-02-01 12:00", "2026-07-01")]
    [InlineData("by end of year", "2026-03-02 12:00", "2027-01-01")]
    [InlineData("by day 31 of the month", "2026-04-02 12:00", "2026-05-01")]
    public void A_date_without_a_time_ends_100_ns_before_the_next(string text, string activation, string nextDate) =>
        Assert.Equal(
            TimeFixtures.At(nextDate + " 00:00").Ticks(-1),
            TimeFixtures.Deadline(text).Resolve(TimeFixtures.At(activation), Shanghai).Latest);

    [Theory]
    [InlineData("same day", "2026-03-29T00:30", "2026-03-29T21:59:59.9999999Z")]
    [InlineData("same day", "2026-10-25T00:30", "2026-10-25T22:59:59.9999999Z")]
    [InlineData("by 02:30", "2026-03-29T00:30", "2026-03-29T01:00:00Z")]
    [InlineData("by 02:30", "2026-10-25T00:30", "2026-10-25T01:30:00Z")]
    [InlineData("1 month", "2026-09-25T02:30", "2026-10-25T01:30:00Z")]
    [InlineData("24 h", "2026-10-24T12:00", "2026-10-25T10:00:00Z")]
    public void A_bound_in_a_repeated_hour_is_its_last_occurrence(string text, string activation, string due)
    {
        var context = new TimeFixtures.Context(TimeFixtures.Clock("Europe/Berlin"), null);
        Assert.Equal(TimeFixtures.At(due), TimeFixtures.Deadline(text).Resolve(TimeFixtures.At(activation, "Europe/Berlin"), context).Latest);
    }

    [Theory]
    [InlineData("appointment -5 min .. +0 min", "2026-03-02 09:55", "2026-03-02 10:00")]
    [InlineData("appointment -1 d", null, "2026-03-01 10:00")]
    [InlineData("from appointment -1 h 30 min", "2026-03-02 08:30", null)]
    public void An_appointment_bounds_both_ways(string text, string? earliest, string? latest)
    {
        var context = Shanghai with { Calendar = null };
        context.Attributes["appointment"] = Value.Of(TimeFixtures.At("2026-03-02 10:00"));
        var bounds = TimeFixtures.Deadline(text).Resolve(TimeFixtures.At("2026-03-01 00:00"), context);
        Assert.Equal(earliest is null ? Instant.MinValue : TimeFixtures.At(earliest), bounds.Earliest);
        Assert.Equal(latest is null ? Instant.MaxValue : TimeFixtures.At(latest), bounds.Latest);
        context.Attributes.Clear();
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var at = TimeFixtures.At("2026-12-31 17:00");
        var missing = TimeFixtures.Deadline("appointment -5 min").Resolve(at, Shanghai).Unknown!;
        Assert.Equal(new DeadlineUnknown.MissingAttribute("appointment"), missing);
        Assert.Equal("the time `appointment` is missing", missing.Describe().En);

        var context = new TimeFixtures.Context(Shanghai.Clock, Shanghai.Calendar);
        context.Attributes["appointment"] = Value.Of("noon");
        Assert.Equal(new DeadlineUnknown.NotATimestamp("appointment"), TimeFixtures.Deadline("appointment -5 min").Resolve(at, context).Unknown);

        var outside = new DeadlineUnknown.OutsideCalendar("office", new DateOnly(2027, 1, 1));
        foreach (var text in (string[])["2 working days", "4 working hours", "next working day", "half working day", "1 d .. 2 working days"])
            Assert.Equal(outside, TimeFixtures.Deadline(text).Resolve(at, Shanghai).Unknown);
        Assert.Equal(new DeadlineUnknown.OutsideCalendar("office", new DateOnly(2025, 6, 1)), TimeFixtures.Deadline("same working day").Resolve(TimeFixtures.At("2025-06-01 09:00"), Shanghai).Unknown);
        Assert.Equal("工作日历 `office` 未公布 2027-01-01", outside.Describe().Zh);
        Assert.IsType<DeadlineUnknown.NoCalendar>(TimeFixtures.Deadline("same working day").Resolve(at, Shanghai with { Calendar = null }).Unknown);
    }

    [Fact]
    public void A_window_opens_with_its_lower_deadline()
    {
        var bounds = TimeFixtures.Deadline("1 d .. 2 working days").Resolve(TimeFixtures.At("2026-03-02 10:00"), Shanghai);
        Assert.Equal(TimeFixtures.At("2026-03-03 10:00"), bounds.Earliest);
        Assert.Equal(TimeFixtures.At("2026-03-04 18:00"), bounds.Latest);
        Assert.False(bounds.Contains(bounds.Earliest.Ticks(-1)));
        Assert.True(bounds.Contains(bounds.Earliest));
    }

    [Fact]
    public void A_pack_may_end_working_days_at_midnight() => Assert.Equal(
        TimeFixtures.At("2026-03-04 00:00").Ticks(-1),
        TimeFixtures.Deadline("next working day").Resolve(TimeFixtures.At("2026-03-02 10:00"), Shanghai with { WorkingDayEnd = WorkingDayEnd.EndOfDay }).Latest);

    [Fact]
    public void A_sum_beyond_the_time_line_never_comes()
    {
        Assert.Equal(Instant.MaxValue, TimeFixtures.Deadline("7 d").Resolve(Instant.MaxValue.Ticks(-5), Shanghai).Latest);
        Assert.Equal(Instant.MaxValue, TimeFixtures.Deadline("1 month").Resolve(Instant.MaxValue.Ticks(-5), Shanghai).Latest);
        Assert.Equal(Instant.MaxValue, TimeFixtures.Deadline("by end of the next year").Resolve(Instant.MaxValue.Ticks(-5), Shanghai).Latest);
        Assert.Equal(Instant.MaxValue, TimeFixtures.Deadline("never").Resolve(Instant.MinValue, Shanghai).Latest);
    }

    [Fact]
    public void A_setting_or_a_count_must_be_bound_first()
    {
        foreach (var text in (string[])["promptly", "3 rings", "promptly .. 3 d"])
        {
            var deadline = TimeFixtures.Deadline(text);
            Assert.True(deadline.NeedsBinding);
            Assert.Throws<InvalidOperationException>(() => deadline.Resolve(Instant.MinValue, Shanghai));
        }

        var bound = TimeFixtures.Deadline("promptly .. 3 d").ReplaceSettings(_ => TimeFixtures.Deadline("5 min"));
        Assert.False(bound.NeedsBinding);
        Assert.Equal("5 min .. 3 d", bound.ToString());
    }

    [Theory]
    [InlineData("3 min", "3 分钟", "3 minutes", "3 分钟内", "within 3 minutes")]
    [InlineData("90 min", "1 小时 30 分钟", "1 hour 30 minutes", "1 小时 30 分钟内", "within 1 hour 30 minutes")]
    [InlineData("1500 ms", "1 秒 500 毫秒", "1 second 500 milliseconds", "1 秒 500 毫秒内", "within 1 second 500 milliseconds")]
    [InlineData("half working day", "半个工作日", "half a working day", "半个工作日内", "within half a working day")]
    [InlineData("2 working days", "2 个工作日", "2 working days", "2 个工作日内", "within 2 working days")]
    [InlineData("1.5 working days", "1.5 个工作日", "1.5 working days", "1.5 个工作日内", "within 1.5 working days")]
    [InlineData("4 working hours", "4 小时工作时间", "4 hours of working time", "4 小时工作时间内", "within 4 hours of working time")]
    [InlineData("3 rings", "铃响 3 声", "3 rings", "铃响 3 声内", "within 3 rings")]
    [InlineData("same day", "当日内", "by the end of the same day", "当日内", "by the end of the same day")]
    [InlineData("by Friday 17:00", "星期五 17:00 前", "by 17:00 on Friday", "星期五 17:00 前", "by 17:00 on Friday")]
    [InlineData("by day 3 of the next month", "次月 3 日内", "by the end of day 3 of the next month", "次月 3 日内", "by the end of day 3 of the next month")]
    [InlineData("by end of the next week", "下周末前", "by the end of the next week", "下周末前", "by the end of the next week")]
    [InlineData("appointment -5 min .. +0 min", "appointment 前 5 分钟至 appointment", "from 5 minutes before appointment to appointment", "appointment 前 5 分钟至 appointment", "from 5 minutes before appointment to appointment")]
    [InlineData("1 d .. 3 d", "1 天至 3 天", "1 day and 3 days", "1 天至 3 天之间", "between 1 day and 3 days after it began")]
    [InlineData("never", "不限时", "without a time limit", "不限时", "without a time limit")]
    public void A_deadline_describes_itself_in_both_languages(string text, string zh, string en, string zhLimit, string enLimit)
    {
        var deadline = TimeFixtures.Deadline(text);
        Assert.Equal((zh, en), (deadline.Describe(Language.Zh), deadline.Describe(Language.En)));
        Assert.Equal((zhLimit, enLimit), (deadline.DescribeLimit(Language.Zh), deadline.DescribeLimit(Language.En)));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Texts_do_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            foreach (var text in (string[])["1.5 working days", "0.0001 ms", "by Friday 17:00", "appointment -5 min .. +0 min", "by day 3 of the next month"])
                Assert.Equal(text, TimeFixtures.Deadline(text).ToString());
            Assert.Equal("1.5 个工作日", TimeFixtures.Deadline("1.5 working days").Describe(Language.Zh));
            Assert.Equal("05-01..10-07 Mon-Fri 11:00-21:00", TimeFixtures.Schedule("05-01..10-07 mon-fri 11:00-21:00").ToString());
            Assert.Equal(
                "the working calendar `c` does not declare 2027-01-02",
                new DeadlineUnknown.OutsideCalendar("c", new DateOnly(2027, 1, 2)).Describe().En);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
