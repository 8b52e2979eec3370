using System.Text;
using Standards.Audit.Reading;
using Xunit;

namespace Standards.Tests.Audit.Reading;

public sealed class BlockTests
{
    public static TheoryData<int> SmallBlocks => [.. Enumerable.Range(1, 64)];

    [Theory]
    [MemberData(nameof(SmallBlocks))]
    public void The_block_size_changes_nothing(int blockSize)
    {
        var bytes = Mixed(seed: 11, lines: 60);
        var whole = ReadLog.Bytes(bytes);
        var cut = ReadLog.Bytes(bytes, ReadLog.Inline with { BlockSize = blockSize });
        Assert.Equal(whole.Events, cut.Events);
        Assert.Equal(whole.Diagnostics, cut.Diagnostics);
        Assert.Equal(whole.Result, cut.Result);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void The_number_of_workers_changes_nothing(int workers)
    {
        var bytes = Mixed(seed: 12, lines: 3000);
        var alone = ReadLog.Bytes(bytes, ReadLog.Inline with { BlockSize = 700 });
        var together = ReadLog.Bytes(bytes, ReadLog.Inline with { BlockSize = 700, Workers = workers });
        Assert.Equal(alone.Events, together.Events);
        Assert.Equal(alone.Diagnostics, together.Diagnostics);
        Assert.Equal(alone.Result, together.Result);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void What_the_consumer_throws_reaches_the_caller(int workers)
    {
        var bytes = Mixed(seed: 13, lines: 500);
        var options = ReadLog.Inline with { BlockSize = 300, Workers = workers };
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            LogReader.Read([ReadLog.Input(bytes)], ReadLog.Schema, options, _ => throw new InvalidOperationException("full"), new LogDiagnosticBag()));
        Assert.Equal("full", thrown.Message);
    }

    [Fact]
    public void Byte_order_mark_carriage_returns_and_blank_lines_are_passed_over()
    {
        const string line = """{"case":"C1","at":"2026-03-02T01:00:12Z","act":"visitor.arrived"}""";
        var outcome = ReadLog.Text($"\uFEFF{line}\r\n\r\n  \t\n{line}\r\n\n{line}");
        Assert.Empty(outcome.Diagnostics);
        Assert.Equal(["0:1", "0:4", "0:6"], outcome.Events.Select(e => e[..3]));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\uFEFF", 0)]
    [InlineData("\n\n", 0)]
    [InlineData("\uFEFFx", 1)]
    public void An_empty_log_holds_nothing(string text, int diagnostics)
    {
        foreach (var blockSize in (int[])[1, 2, 3, 4, 1000])
        {
            var outcome = ReadLog.Text(text, ReadLog.Inline with { BlockSize = blockSize });
            Assert.Empty(outcome.Events);
            Assert.Equal(diagnostics, outcome.Diagnostics.Length);
        }
    }

    [Fact]
    public void A_line_far_longer_than_the_limit_needs_no_memory_of_its_length()
    {
        const long Length = 256L << 20;
        var options = ReadLog.Inline with { LongestLine = 1 << 20 };
        var bag = new LogDiagnosticBag();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = LogReader.Read([new LogInput.Opened("long", () => new LongLine(Length))], ReadLog.Schema, options, _ => { }, bag);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal("ST0911", Assert.Single(bag.Items).Code);
        Assert.Equal(1, result.Events);
        Assert.InRange(allocated, 0, 16 << 20);
    }

    [Fact]
    public void Progress_counts_the_bytes_to_the_end()
    {
        var path = Path.GetTempFileName();
        try
        {
            var bytes = Mixed(seed: 14, lines: 200);
            File.WriteAllBytes(path, bytes);
            var seen = new List<LogProgress>();
            LogReader.Read([LogInput.Of(path), LogInput.Of(path)], ReadLog.Schema, ReadLog.Inline with { BlockSize = 1000, Progress = seen.Add }, _ => { }, new LogDiagnosticBag());
            Assert.All(seen, progress => Assert.Equal(bytes.Length * 2, progress.BytesTotal));
            Assert.Equal(seen.Select(progress => progress.BytesDone).Order(), seen.Select(progress => progress.BytesDone));
            Assert.Equal(bytes.Length * 2, seen[^1].BytesDone);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Mixed(int seed, int lines)
    {
        var random = new Random(seed);
        var generator = new LineGenerator(random);
        var text = new MemoryStream();
        for (var i = 0; i < lines; i++)
        {
            text.Write(random.Next(10) == 0 ? Encoding.UTF8.GetBytes(new string(' ', random.Next(3))) : generator.Next());
            text.Write(random.Next(5) == 0 ? "\r\n"u8 : "\n"u8);
        }

        return text.ToArray();
    }

    /// <summary>One line of any length, then one good line, made as it is read.</summary>
    private sealed class LongLine(long length) : Stream
    {
        private static readonly byte[] Rest = Encoding.UTF8.GetBytes("\n{\"case\":\"C1\",\"at\":\"2026-03-02T01:00:12Z\",\"act\":\"visitor.arrived\"}\n");
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var left = length - _position;
            if (left > 0)
            {
                var count = (int)Math.Min(left, buffer.Length);
                buffer[..count].Fill((byte)'x');
                _position += count;
                return count;
            }

            var rest = Rest.AsSpan((int)(_position - length));
            rest = rest[..Math.Min(rest.Length, buffer.Length)];
            rest.CopyTo(buffer);
            _position += rest.Length;
            return rest.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
