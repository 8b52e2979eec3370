using Standards.Core;
using Standards.Simulator.Debriefs;
using Standards.Simulator.Output;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Debriefs;

public sealed class DebriefTextTests
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

    internal static string Text(string name, string language, int width = 100, bool color = false, bool all = false) =>
        new DebriefText(new Page(width, new Ink(color)), language == "zh" ? Language.Zh : Language.En, all).Write(SampleAttempts.Debrief(name)).ToString();
}
