using Standards.Core;
using Standards.Simulator.Drills;
using Xunit;

namespace Standards.Tests.Drills;

public sealed class TimeAnswerTests
{
    [Theory]
    [InlineData("40 s", 40)]
    [InlineData("40s", 40)]
    [InlineData("40秒", 40)]
    [InlineData("40 秒钟", 40)]
    [InlineData("４０ 秒", 40)]
    [InlineData("1 min 20 s", 80)]
    [InlineData("1 minute and 20 seconds", 80)]
    [InlineData("1分20秒", 80)]
    [InlineData("1 分钟 20 秒", 80)]
    [InlineData("1.5 min", 90)]
    [InlineData("2 h", 7200)]
    [InlineData("2小时零5分", 7500)]
    [InlineData("1个小时", 3600)]
    [InlineData("2 d 3 h", 183_600)]
    [InlineData("2天3小时", 183_600)]
    [InlineData("00:40", 40)]
    [InlineData("1:02:03", 3723)]
    [InlineData("0 s", 0)]
    public void A_time_is_read_as_people_write_it(string text, int seconds) =>
        Assert.Contains(TimeSpan.FromSeconds(seconds), TimeAnswer.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("40")]
    [InlineData("soon")]
    [InlineData("-3 s")]
    [InlineData("1:2")]
    [InlineData("1:99:99:99")]
    [InlineData("3 apples")]
    [InlineData("99999999999999 d")]
    [InlineData("999999999 d")]
    [InlineData("s")]
    [InlineData("1 s x")]
    public void What_is_no_time_is_not_understood(string text) => Assert.Empty(TimeAnswer.Read(text));

    [Fact]
    public void Two_parts_may_be_minutes_or_hours() => Assert.Equal([TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(90)], TimeAnswer.Read("1:30"));

    [Theory]
    [InlineData("late")]
    [InlineData(" LATE ")]
    [InlineData("迟")]
    [InlineData("已过期")]
    public void Late_is_said_in_both_languages(string text) => Assert.True(TimeAnswer.SaysLate(text));

    [Theory]
    [InlineData(0, "0 秒", "0 s")]
    [InlineData(80, "1 分 20 秒", "1 min 20 s")]
    [InlineData(3600, "1 小时", "1 h")]
    [InlineData(183_605, "2 天 3 小时 5 秒", "2 d 3 h 5 s")]
    public void A_span_is_shown_in_both_languages(int seconds, string zh, string en) =>
        Assert.Equal(new LocalizedText(zh, en), TimeAnswer.Describe(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void What_is_shown_is_read_back()
    {
        for (var seconds = 0; seconds < 4_000_000; seconds += 7919)
        {
            var span = TimeSpan.FromSeconds(seconds);
            Assert.Equal([span], TimeAnswer.Read(TimeAnswer.Describe(span).Zh));
            Assert.Equal([span], TimeAnswer.Read(TimeAnswer.Describe(span).En));
        }
    }
}
