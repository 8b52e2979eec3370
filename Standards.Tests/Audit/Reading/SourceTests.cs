using System.IO.Compression;
using System.Text;
using Standards.Audit.Reading;
using Xunit;

namespace Standards.Tests.Audit.Reading;

public sealed class SourceTests
{
    private static readonly string[] Lines =
    [
        .. Enumerable.Range(0, 5000).Select(i => $$"""{"case":"C{{(i * 7919) % 104729}}","at":"2026-03-02T01:00:{{i % 60:00}}Z","act":"visitor.arrived"}"""),
    ];

    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(string.Join('\n', Lines) + "\n");

    [Fact]
    public void A_gzip_file_reads_like_its_content()
    {
        var outcome = Gzip(Compress(Plain));
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(ReadLog.Bytes(Plain).Events, outcome.Events);
    }

    [Fact]
    public void Members_of_a_gzip_file_follow_each_other_even_within_a_line()
    {
        var outcome = Gzip([.. Compress(Plain[..1001]), .. Compress(Plain[1001..2000]), .. Compress(Plain[2000..])]);
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(Lines.Length, outcome.Events.Length);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    [InlineData(-4)]
    [InlineData(-8)]
    [InlineData(-9)]
    [InlineData(-200)]
    public void A_truncated_gzip_file_is_read_as_far_as_it_goes_and_reported(int cut)
    {
        var whole = Compress(Plain);
        var outcome = Gzip(cut < 0 ? whole[..^-cut] : whole[..cut]);
        Assert.Contains("log.jsonl.gz ST0922 the gzip file ends too early; what came before was read", outcome.Diagnostics);
        Assert.Equal(ReadLog.Bytes(Plain).Events.Take(outcome.Events.Length), outcome.Events);
        if (cut is < 0 and > -9)
            Assert.Equal(Lines.Length, outcome.Events.Length);
        Assert.True(outcome.Bag.HasErrors);
    }

    [Fact]
    public void A_truncated_second_member_is_reported()
    {
        var outcome = Gzip([.. Compress(Plain), .. Compress(Plain)[..^3]]);
        Assert.Contains("log.jsonl.gz ST0922 the gzip file ends too early; what came before was read", outcome.Diagnostics);
    }

    [Fact]
    public void A_damaged_gzip_file_is_read_up_to_the_damage_and_reported()
    {
        var bytes = Compress(Plain);
        for (var i = 0; i < 50; i++)
            bytes[(bytes.Length / 2) + i] ^= 0x5A;
        var outcome = Gzip(bytes);
        Assert.Contains("log.jsonl.gz ST0923 the gzip file is damaged; what came before was read", outcome.Diagnostics);
        Assert.NotEmpty(outcome.Events);
    }

    [Fact]
    public void An_empty_gzip_file_is_empty() => Assert.Empty(Gzip(Compress([])).Diagnostics);

    [Fact]
    public void Inputs_that_cannot_be_read_are_reported_and_the_others_are_read()
    {
        var directory = Directory.CreateTempSubdirectory().FullName.Replace('\\', '/');
        var outcome = ReadLog.Inputs([LogInput.Of(directory + "/none.jsonl"), LogInput.Of(directory), ReadLog.Input(Plain), LogInput.Of(directory + "/none.jsonl")]);
        Directory.Delete(directory);
        Assert.Equal(
            [
                $"{directory}/none.jsonl ST0920 there is no file `{directory}/none.jsonl`",
                $"{directory} ST0921 `{directory}` cannot be read: it is a directory",
                $"{directory}/none.jsonl ST0920 there is no file `{directory}/none.jsonl`",
            ],
            outcome.Diagnostics);
        Assert.Equal(Lines.Length, outcome.Events.Length);
        Assert.All(outcome.Events, e => Assert.StartsWith("2:", e, StringComparison.Ordinal));
    }

    [Fact]
    public void A_read_that_fails_half_way_keeps_what_was_read()
    {
        var outcome = ReadLog.Inputs([new LogInput.Opened("disk", () => new FailingStream(Plain[..20_000]))]);
        Assert.Equal("disk ST0921 `disk` cannot be read: the disk is gone", outcome.Diagnostics[0]);
        Assert.NotEmpty(outcome.Events);
    }

    [Fact]
    public void A_dash_is_the_standard_input() => Assert.IsType<LogInput.Standard>(LogInput.Of("-"));

    [Fact]
    public void A_stream_that_gives_little_at_a_time_reads_the_same()
    {
        var outcome = ReadLog.Inputs([new LogInput.Opened("pipe", () => new Trickle(Plain))]);
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(Lines.Length, outcome.Events.Length);
    }

    private static ReadOutcome Gzip(byte[] bytes) => ReadLog.Inputs([ReadLog.Input(bytes, "log.jsonl.gz")], ReadLog.Inline with { BlockSize = 4096 });

    private static byte[] Compress(byte[] plain)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(plain);
        return stream.ToArray();
    }

    private sealed class FailingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and var read ? read : throw new IOException("the disk is gone");
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 7)]);
    }
}
