using System.Text;
using System.Text.Json;
using Standards.Core;
using Standards.Simulator.Output;
using Standards.Tests.Loading;
using Xunit;

namespace Standards.Tests.Simulator;

public sealed class OutputTests
{
    [Fact]
    public void A_finding_has_the_keys_of_the_contract_in_their_order()
    {
        var lines = TestConsole.Run("audit @log.jsonl --rules @rules --complete --format jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        string[] keys = ["case", "norm", "clauses", "pack", "verdict", "severity", "key", "at", "due", "message", "evidence"];
        foreach (var line in lines)
        {
            using var finding = JsonDocument.Parse(line);
            var found = finding.RootElement.EnumerateObject().Select(p => p.Name).ToList();
            Assert.Equal(keys.Where(found.Contains), found);
            Assert.Empty(keys.Except(["key", "due"]).Except(found));
            foreach (var evidence in finding.RootElement.GetProperty("evidence").EnumerateArray())
                Assert.Equal(["at", "act", "file", "line"], evidence.EnumerateObject().Select(p => p.Name));
        }
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_from_a_file_and_from_the_standard_input()
    {
        const string Options = "--rules @rules --complete --format jsonl";
        var file = TestConsole.Run($"audit @log.jsonl {Options}");
        var log = File.ReadAllText(Path.Combine(TestConsole.Fixtures, "log.jsonl"));
        var input = TestConsole.Run($"audit - {Options}", input: log);
        Assert.Equal(file.Output.Replace($"{TestConsole.Fixtures}/log.jsonl", "-", StringComparison.Ordinal), input.Output);
        Assert.Equal(file.Status, input.Status);
    }

    [Theory]
    [InlineData(0, "2026-03-02T09:00:12.250+08:00", "2026-03-02 09:00:12.25")]
    [InlineData(1, "2026-03-02T09:00:12.2500001+08:00", "2026-03-02 09:00:12.2500001")]
    [InlineData(7_500_000, "2026-03-02T09:00:13.000+08:00", "2026-03-02 09:00:13")]
    public void An_instant_shows_milliseconds_and_more_only_where_needed(long ticks, string full, string brief)
    {
        var instants = new InstantText(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var instant = Instant.From(new DateTimeOffset(2026, 3, 2, 9, 0, 12, 250, TimeSpan.FromHours(8))) + TimeSpan.FromTicks(ticks);
        Assert.Equal(full, instants.Full(instant));
        Assert.Equal(brief, instants.Short(instant));
    }

    [Theory]
    [InlineData("2026-01-15T12:00:00.000-03:30", "America/St_Johns", "2026-01-15T15:30:00Z")]
    [InlineData("2026-07-15T12:00:00.000-02:30", "America/St_Johns", "2026-07-15T14:30:00Z")]
    public void An_offset_is_that_of_the_zone_at_the_instant(string expected, string zone, string instant) =>
        Assert.Equal(expected, new InstantText(TimeZoneInfo.FindSystemTimeZoneById(zone)).Full(
            Instant.From(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void A_table_opens_no_formula_in_a_spreadsheet()
    {
        var output = TestConsole.Run("audit @log.jsonl --rules @rules --complete --format csv --bom").Output;
        Assert.StartsWith("\uFEFFcase,norm,clauses,", output, StringComparison.Ordinal);
        Assert.Contains("\r\n'=C-3,demo.parking,", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n=", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_takes_the_place_of_the_standard_output_only_when_it_is_whole()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "out.jsonl");
        var plain = TestConsole.Run("audit @log.jsonl --rules @rules --complete --format jsonl");
        var filed = TestConsole.Run($"audit @log.jsonl --rules @rules --complete --format jsonl --output {path}");
        Assert.Equal("", filed.Output);
        Assert.Equal(plain.Output, File.ReadAllText(path));
        TestConsole.Run($"audit @log.jsonl --rules @mistaken-rules --output {path}");
        Assert.Equal(plain.Output, File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Colours_are_left_out_where_they_are_not_wanted()
    {
        Assert.Contains("\u001b[", TestConsole.Run("audit @log.jsonl --rules @rules", color: true).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", TestConsole.Run("audit @log.jsonl --rules @rules --no-color", color: true).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", TestConsole.Run("adit --no-color", color: true).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aaa bbb ccc", 8, "aaa bbb|ccc")]
    [InlineData("", 10, "")]
    [InlineData("一二三四五六七八", 8, "一二三四|五六七八")]
    [InlineData("一二三四，五六", 8, "一二三|四，五六")]
    [InlineData("一二三（四五六", 8, "一二三|（四五六")]
    [InlineData("abcdefghijkl", 8, "abcdefgh|ijkl")]
    [InlineData("x 一二三四", 8, "x 一二三|四")]
    public void Text_is_broken_where_a_reader_expects_it(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), TextWrapper.Lines(text, width));

    [Fact]
    public void A_broken_pipe_is_quiet()
    {
        using var error = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        using var output = new StreamWriter(new ClosedPipe(), new UTF8Encoding(false), 16);
        var status = Standards.Simulator.CommandLine.Run(
            ["list", "norms", "--rules", $"{TestConsole.Fixtures}/rules"], output, error, Stream.Null, TimeProvider.System);
        Assert.Equal("", error.ToString());
        Assert.Equal(0, status);
    }

    /// <summary>A pipe whose reader has gone.</summary>
    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe", 32);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", 32);

        public override void Flush()
        {
        }
    }
}
