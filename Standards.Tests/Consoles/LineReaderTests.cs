using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Simulator;
using Standards.Simulator.Consoles;
using Standards.Tests.Loading;
using Xunit;

namespace Standards.Tests.Consoles;

/// <summary>Scripts, pipes, and a terminal without its hardware.</summary>
public sealed class LineReaderTests
{
    [Fact]
    public void A_script_reads_as_if_somebody_had_typed()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var reader = Script("\uFEFF您好\r\n\n末行\r"u8, output);
        Assert.False(reader.IsInteractive);
        Assert.Equal(new LineResult.Line("您好"), reader.Read("问> ", Forbidden));
        reader.Write("答\n");
        Assert.Equal(new LineResult.Line(""), reader.Read("问> ", Forbidden));
        Assert.Equal(new LineResult.Line("末行"), reader.Read("问> ", Forbidden));
        Assert.Equal(new LineResult.EndOfInput(), reader.Read("问> ", Forbidden));
        Assert.Equal(new LineResult.EndOfInput(), reader.Read("问> ", Forbidden));
        Assert.Equal("问> 您好\n答\n问> \n问> 末行\n问> \n问> \n", output.ToString());
    }

    [Fact]
    public void Without_an_echo_only_the_answers_are_written()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var reader = new ScriptLineReader(new StringReader("您好\n"), output, echo: false);
        reader.Read("问> ", null);
        reader.Write("答\n");
        Assert.Equal("答\n", output.ToString());
    }

    [Fact]
    public void A_script_gives_its_characters_as_keys()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var reader = Script("yn\n\n是\n下一行\n"u8, output);
        Assert.Equal(('y', ConsoleKey.Y), Pressed(reader));
        Assert.Equal(('n', ConsoleKey.N), Pressed(reader));
        Assert.Equal(('\r', ConsoleKey.Enter), Pressed(reader));
        Assert.Equal(('是', ConsoleKey.None), Pressed(reader));
        Assert.Equal('下', reader.ReadKey("? ", null)?.KeyChar);
        Assert.Equal(new LineResult.Line("一行"), reader.Read("> ", null));
        Assert.Null(reader.ReadKey("? ", null));
        Assert.Equal("? y\n? n\n? \n? 是\n? 下\n> 一行\n? \n", output.ToString());
    }

    [Theory]
    [InlineData(new byte[] { 0xC4, 0xE3, (byte)'\n' }, 1)]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', (byte)'\n', 0xE4, 0xBD }, 3)]
    public void A_line_that_is_not_utf8_is_named_once_it_is_reached(byte[] bytes, int line)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var reader = Script(bytes, output);
        for (var i = 1; i < line; i++)
            Assert.IsType<LineResult.Line>(reader.Read("> ", null));
        var failure = Assert.Throws<CommandFailure>(() => reader.Read("> ", null));
        Assert.Equal($"`script.txt` line {line} is not UTF-8", failure.Reason.En);
        Assert.NotNull(failure.Help);
        Assert.EndsWith("> \n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_of_a_strict_reader_are_those_of_its_lines()
    {
        using var reader = new StrictUtf8Reader(new MemoryStream(Encoding.UTF8.GetBytes("一\n\n二")), "x");
        Assert.Equal("一\n\n二\n", reader.ReadToEnd());
    }

    [Fact]
    public async Task A_pipe_that_gives_nothing_can_be_interrupted()
    {
        using var source = new CancellationTokenSource();
        using var pipe = new SilentStream();
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var reader = new ScriptLineReader(new StrictUtf8Reader(new InterruptibleStream(pipe, source.Token), "-"), output, echo: true);
        var reading = Task.Run(() => reader.Read("> ", null));
        pipe.IsRead.Wait(PseudoTerminal.Patience);
        await source.CancelAsync();
        Assert.Equal(new LineResult.Interrupted(), await reading);
        Assert.Equal(new LineResult.Interrupted(), reader.Read("> ", null));
        Assert.Null(reader.ReadKey("? ", null));
    }

    [Fact]
    public void Keys_that_came_early_belong_to_the_next_line()
    {
        var (reader, _) = Terminal("一", "enter", "二", "enter", "三", "enter");
        Assert.Equal(new LineResult.Line("一"), reader.Read("> ", null));
        Assert.Equal('二', reader.ReadKey("? ", null)?.KeyChar);
        Assert.Equal(ConsoleKey.Enter, reader.ReadKey("? ", null)?.Key);
        Assert.Equal(new LineResult.Line("三"), reader.Read("> ", null));
    }

    [Fact]
    public void The_terminal_is_given_back_after_every_line()
    {
        var (reader, keyboard) = Terminal("一", "enter", "ctrl-c", "ctrl-d");
        Assert.Equal(new LineResult.Line("一"), reader.Read("> ", () => throw new InvalidOperationException("no tick is due")));
        Assert.Equal(new LineResult.Interrupted(), reader.Read("> ", null));
        Assert.Equal(new LineResult.EndOfInput(), reader.Read("> ", null));
        Assert.Throws<InvalidOperationException>(() => reader.Read("> ", () => throw new InvalidOperationException("a tick")));
        Assert.Equal(0, keyboard.Seizures);
    }

    [Fact]
    public void A_terminal_that_is_gone_ends_every_wait()
    {
        var keyboard = new FakeKeyboard([]) { IsGone = true };
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var reader = new TerminalLineReader(keyboard, output, () => new WindowSize(80, 24), keyboard.Time, completion: null, CancellationToken.None);
        Assert.Equal(new LineResult.Interrupted(), reader.Read("> ", null));
        Assert.Null(reader.ReadKey("> ", null));
        reader.Write("nobody reads this\n");
    }

    [Fact]
    public void A_key_costs_a_few_rows_whatever_came_before()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var screen = new LineScreen();
        var line = LineBuffer.Of(new string('好', 100_000));
        Assert.InRange(screen.Draw("> ", line, 80, 24).Length, 1, 80 * 24);
        Assert.InRange(screen.Draw("> ", line.Left().Insert("x"), 80, 24).Length, 1, 80 * 24);
    }

    [Fact]
    public void A_person_is_asked_only_where_one_sits()
    {
        using var folder = new TemporaryFolder();
        var missing = Path.Combine(folder.Path, "missing.txt");
        var failure = Assert.Throws<CommandFailure>(() => LineReaders.For(LineHost.Invocation([], Standards.Simulator.Terminal.Plain(Language.En), Stream.Null), missing));
        Assert.Contains("there is no script", failure.Reason.En, StringComparison.Ordinal);
        Assert.Throws<CommandFailure>(() => LineReaders.For(LineHost.Invocation([], Standards.Simulator.Terminal.Plain(Language.En), Stream.Null), folder.Path));
        Assert.False(LineReaders.For(LineHost.Invocation([], Standards.Simulator.Terminal.Plain(Language.En), Stream.Null), null).IsInteractive);
        var dumb = Standards.Simulator.Terminal.Plain(Language.En) with { IsInteractive = true };
        Assert.IsType<PlainTerminalLineReader>(LineReaders.For(LineHost.Invocation([], dumb, Stream.Null), null));
        Assert.IsType<ScriptLineReader>(LineReaders.For(LineHost.Invocation([], dumb, Stream.Null), "-"));
    }

    private static (char Character, ConsoleKey Key) Pressed(ILineReader reader) =>
        reader.ReadKey("? ", Forbidden) is { } key ? (key.KeyChar, key.Key) : default;

    private static Tick Forbidden() => throw new InvalidOperationException("a script has no clock");

    private static ScriptLineReader Script(ReadOnlySpan<byte> bytes, TextWriter output) =>
        new(new StrictUtf8Reader(new MemoryStream(bytes.ToArray()), "script.txt"), output, echo: true);

    private static (TerminalLineReader Reader, FakeKeyboard Keyboard) Terminal(params string[] keys)
    {
        var keyboard = new FakeKeyboard(keys);
        return (new TerminalLineReader(keyboard, TextWriter.Null, () => new WindowSize(80, 24), keyboard.Time, completion: null, CancellationToken.None), keyboard);
    }

    /// <summary>Gives all its keys at once; waiting for more lets time pass.</summary>
    private sealed class FakeKeyboard(IEnumerable<string> keys) : IKeyboard
    {
        private readonly Queue<string> _keys = new(keys);

        public PassingTime Time { get; } = new();

        public int Seizures { get; private set; }

        public bool IsGone { get; init; }

        public void Seize() => Seizures++;

        public void Release() => Seizures--;

        public bool Take(TimeSpan wait, Queue<Key> keys)
        {
            if (_keys.Count == 0)
                Time.Pass(wait);
            while (_keys.TryDequeue(out var key))
                keys.Enqueue(Keys.Named(key));
            return !IsGone;
        }
    }

    private sealed class PassingTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }

    /// <summary>A pipe into which nobody writes.</summary>
    private sealed class SilentStream : MemoryStream
    {
        private readonly ManualResetEventSlim _end = new();

        public ManualResetEventSlim IsRead { get; } = new();

        public override int Read(Span<byte> buffer)
        {
            IsRead.Set();
            _end.Wait();
            return 0;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            _end.Set();
            base.Dispose(disposing);
        }
    }
}
