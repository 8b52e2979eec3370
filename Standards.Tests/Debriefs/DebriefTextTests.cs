using System.Globalization;
using System.Text.RegularExpressions;
using Standards.Core;
using Standards.Simulator.Debriefs;
using Standards.Simulator.Output;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Debriefs;

public sealed partial class DebriefTextTests
{
    public static readonly TheoryData<string, string> Samples = new()
    {
        { "flawless", "zh" }, { "flawless", "en" },
        { "flawed", "zh" }, { "flawed", "en" },
        { "critical", "zh" }, { "critical", "en" },
        { "corrected", "zh" }, { "corrected", "en" },
        { "compared", "zh" }, { "compared", "en" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_debrief_reads_as_it_read(string name, string language) =>
        GoldenFile.AssertEqual($"Debriefs/Golden/{name}.{language}.txt", Text(name, language));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_line_fits_the_page_unless_it_is_a_command(string name, string language)
    {
        foreach (var width in new[] { 60, 80, 100 })
        {
            foreach (var line in Text(name, language, width).Split('\n').Where(l => !l.StartsWith("  standards ", StringComparison.Ordinal)))
                Assert.True(TextWrapper.Width(line) <= width, $"{width}: {line}");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Colours_add_nothing_that_is_not_there_without_them(string name, string language) =>
        Assert.Equal(Text(name, language, 80), Escape().Replace(Text(name, language, 80, color: true), ""));

    [Fact]
    public void A_mark_is_painted_on_each_of_its_lines()
    {
        var lines = Text("flawed", "zh", 60, color: true).Split('\n');
        var first = Array.FindIndex(lines, l => l.Contains("[-请您稍等", StringComparison.Ordinal));
        Assert.All(lines[first..(first + 2)], l => Assert.Contains("\u001b[1;31m", l, StringComparison.Ordinal));
        Assert.EndsWith("-]\u001b[0m", lines[first + 1], StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", lines[first + 2][(lines[first + 2].LastIndexOf("  ", StringComparison.Ordinal) + 2)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flawed", "zh")]
    [InlineData("flawless", "en")]
    public void Everything_is_listed_where_it_is_asked_for(string name, string language) =>
        GoldenFile.AssertEqual($"Debriefs/Golden/{name}-all.{language}.txt", Text(name, language, all: true));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var expected = Text("compared", "en");
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Text("compared", "en"));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Theory]
    [InlineData(0, "0 s", "0:00")]
    [InlineData(0.01, "0.1 s", "0:00")]
    [InlineData(9.95, "10 s", "0:09")]
    [InlineData(10.01, "11 s", "0:10")]
    [InlineData(60, "1 min", "1:00")]
    [InlineData(80, "1 min 20 s", "1:20")]
    [InlineData(3599.9, "1 h", "59:59")]
    [InlineData(7265, "2 h 1 min", "2:01:05")]
    [InlineData(90000, "1 d 1 h", "25:00:00")]
    public void Stretches_of_time_are_written_for_people(double seconds, string words, string clock)
    {
        var span = TimeSpan.FromSeconds(seconds);
        Assert.Equal((words, clock), (SpanText.InWords(span).En, SpanText.OnClock(span)));
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escape();

    internal static string Text(string name, string language, int width = 100, bool color = false, bool all = false) =>
        Text(SampleAttempts.Debrief(name), language == "zh" ? Language.Zh : Language.En, width, color, all);

    internal static string Text(Debrief debrief, Language language, int width = 100, bool color = false, bool all = false) =>
        new DebriefText(new Page(width, new Ink(color)), language, all).Write(debrief).ToString();
}
