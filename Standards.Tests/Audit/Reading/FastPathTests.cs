using System.Text;
using Standards.Audit.Reading;
using Xunit;

namespace Standards.Tests.Audit.Reading;

public sealed class FastPathTests
{
    private static readonly LogReaderOptions Slow = ReadLog.Inline with { UseFastPath = false };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_fast_path_agrees_with_the_slow_path_on_every_line(int seed)
    {
        var random = new Random(seed);
        var lines = new LineGenerator(random);
        for (var round = 0; round < 6; round++)
        {
            var text = new MemoryStream();
            for (var i = 0; i < 1500; i++)
            {
                text.Write(random.Next(3) == 0 ? Mutate(lines.Next(), random) : lines.Next());
                text.Write(random.Next(20) == 0 ? "\r\n"u8 : "\n"u8);
            }

            var bytes = text.ToArray();
            var fast = ReadLog.Bytes(bytes);
            var slow = ReadLog.Bytes(bytes, Slow);
            Assert.Equal(slow.Events, fast.Events);
            Assert.Equal(slow.Diagnostics, fast.Diagnostics);
            Assert.Equal(slow.Result, fast.Result);
        }
    }

    [Fact]
    public void Lines_of_one_shape_take_the_fast_path_but_for_the_first()
    {
        var names = new EventNames(ReadLog.Schema);
        var parser = new JsonLinesParser(names, ReadLog.Inline);
        var text = new StringBuilder();
        for (var i = 0; i < 1000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""{"case":"C{{i}}","at":"2026-03-{{1 + (i % 28):00}}T01:00:{{i % 60:00}}.{{i:000}}Z","act":"visitor.arrived","data":{"desk":{"occupied":{{(i % 3 == 0 ? "true" : "false")}}},"amount":{{i}}.{{i}},"rings":{{i}},"visitor":"v{{i}}\u4f60"},"other":{{i}},"say":"a\n{{i}}"}""");
            text.Append('\n');
        }

        var block = Block(text.ToString());
        parser.Parse(block);
        Assert.Equal(1000, block.Batch.Count);
        Assert.Equal(1, parser.SlowLines);
    }

    [Fact]
    public void Shapes_that_begin_alike_are_told_apart()
    {
        var parser = new JsonLinesParser(new EventNames(ReadLog.Schema), ReadLog.Inline);
        string[] others = ["5", "\"t\"", "null", "{\"x\":1}", "{}"];
        var text = string.Concat(Enumerable.Range(0, 50).Select(i => $$"""{"other":{{others[i % others.Length]}},"case":"C1","at":"2026-03-02T01:00:12Z","act":"visitor.arrived"}""" + "\n"));
        var block = Block(text);
        parser.Parse(block);
        Assert.Equal(50, block.Batch.Count);
        Assert.Equal(others.Length, parser.SlowLines);
    }

    [Fact]
    public void A_block_of_known_shapes_and_texts_allocates_nothing()
    {
        var parser = new JsonLinesParser(new EventNames(ReadLog.Schema), ReadLog.Inline);
        var line = """{"case":"C1","process":"busy-desk","at":"2026-03-02T01:00:12.250Z","act":"visitor.arrived","role":"r","say":"你好","data":{"visitor":"B","amount":5.25}}""";
        var block = Block(string.Concat(Enumerable.Repeat(line + "\n", 2000)));
        parser.Parse(block);

        // A collection that another test causes can be charged to this thread: what the parser allocates would show every time.
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 10; attempt++)
        {
            block.Batch.Clear();
            var before = GC.GetAllocatedBytesForCurrentThread();
            parser.Parse(block);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.Equal(2000, block.Batch.Count);
    }

    [Fact]
    public void Doubles_are_read_exactly()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = random.Next(4) switch
            {
                0 => random.Next(100_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
                1 => (random.Next(100_000_000) / 100.0).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
                2 => BitConverter.Int64BitsToDouble(random.NextInt64()).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
                _ => $"{random.Next(1000)}.{random.Next(10_000_000)}",
            };
            AssertDouble(text);
        }

        foreach (var text in (string[])["0", "-0", "0.0", "1234567", "12345678", "123456789", "0.1234567", "0.12345678", "1.5e3", "1e5", "12.5E-2", "1234567.8", "123456.7", "9007199254740993"])
            AssertDouble(text);
    }

    [Fact]
    public unsafe void What_is_taken_as_a_number_is_a_number_of_JSON()
    {
        const string Alphabet = "0012.eE+-9";
        var random = new Random(8);
        var taken = 0;
        for (var i = 0; i < 40_000; i++)
        {
            var text = new byte[80];
            var length = 1 + random.Next(7);
            for (var at = 0; at < length; at++)
                text[at] = (byte)Alphabet[random.Next(Alphabet.Length)];
            text[length] = (byte)',';
            var isNumber = IsJsonNumber(text.AsSpan(0, length));
            fixed (byte* p = text)
            {
                var real = JsonNumber.ReadDouble(p, out var value) == length;
                var whole = JsonNumber.ReadInt(p, out var count) == length;
                Assert.Equal(isNumber, JsonNumber.Length(p) == length);
                Assert.Equal(isNumber && double.IsFinite(double.Parse(text.AsSpan(0, length), System.Globalization.CultureInfo.InvariantCulture)), real);
                Assert.Equal(isNumber && text.AsSpan(0, length).IndexOfAny(".eE"u8) < 0, whole);
                if (whole)
                    Assert.Equal(value, count);
                taken += real ? 1 : 0;
            }
        }

        Assert.InRange(taken, 2_000, 38_000);
    }

    private static bool IsJsonNumber(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new System.Text.Json.Utf8JsonReader(text);
            return reader.Read() && reader.TokenType == System.Text.Json.JsonTokenType.Number && !reader.Read();
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static unsafe void AssertDouble(string text)
    {
        var expected = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        if (!double.IsFinite(expected) || text.Contains("E+", StringComparison.Ordinal))
            return;
        var bytes = new byte[text.Length + 65];
        Encoding.ASCII.GetBytes(text + ",", bytes);
        fixed (byte* p = bytes)
        {
            Assert.Equal(text.Length, JsonNumber.ReadDouble(p, out var value));
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
        }
    }

    private static LogBlock Block(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var block = new LogBlock(bytes.Length, 100) { Length = bytes.Length, FirstLine = 1 };
        bytes.CopyTo(block.Buffer, 0);
        block.Seal();
        return block;
    }

    private static byte[] Mutate(byte[] line, Random random)
    {
        const string Likely = "\"\\{}[]:,.-+eEtfn0159 \t\rZT\u0001\u00e9";
        var bytes = line.ToList();
        for (var edits = 1 + random.Next(2); edits > 0 && bytes.Count > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            var b = random.Next(8) == 0 ? (byte)random.Next(256) : (byte)Likely[random.Next(Likely.Length)];
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, b);
                    break;
                case 2:
                    bytes[at] = b;
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(12), bytes.Count - at));
                    break;
            }
        }

        return [.. bytes.Where(b => b != '\n')];
    }
}
