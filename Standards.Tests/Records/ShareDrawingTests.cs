using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Simulator.Records;
using Xunit;

namespace Standards.Tests.Records;

public sealed class ShareDrawingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("0 0.5 1", "▁▄█")]
    [InlineData("0.999", "▇")]
    [InlineData("- 1 -", "·█·")]
    [InlineData("0 0 0 0 1", "▁▁▁█")]
    public void A_line_has_a_mark_for_each_of_the_latest_attempts(string shares, string expected) => Assert.Equal(expected, ShareDrawing.Line(Read(shares), 4));

    [Theory]
    [InlineData("0", "░░░░")]
    [InlineData("0.5", "██░░")]
    [InlineData("0.999", "███░")]
    [InlineData("1", "████")]
    [InlineData("-", "░░░░")]
    public void Only_everything_fills_a_bar(string share, string expected) => Assert.Equal(expected, ShareDrawing.Bar(Read(share)[0], 4));

    [Theory]
    [InlineData("0.5", "–")]
    [InlineData("0.5 0.5", "→ 0")]
    [InlineData("0.5 0.504", "→ 0")]
    [InlineData("0.5 0.75", "↑ 25")]
    [InlineData("0.75 - 0.5", "↓ 25")]
    [InlineData("0.2 0.4 0.6", "↑ 30")]
    public void A_trend_compares_the_later_half_with_the_earlier(string shares, string expected) =>
        Assert.Equal(expected, ShareDrawing.Trend(new ProgressRow("A", LocalizedText.Empty, Read(shares)).Trend));

    private static ImmutableArray<double?> Read(string shares) =>
        [.. shares.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s == "-" ? (double?)null : double.Parse(s, CultureInfo.InvariantCulture))];
}
