using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Consoles;
using Standards.Simulator.Observing;
using Standards.Simulator.Output;
using Xunit;

namespace Standards.Tests.Observing;

/// <summary>The dialogue by keys, with a clock that stands still unless the person at the keys takes time.</summary>
public sealed class ObserverDialogueTests
{
    [Fact]
    public void An_act_happened_when_its_key_was_pressed_however_long_its_questions_take()
    {
        using var desk = new Desk();
        desk.Run(Wait(10), 'a', Wait(5), Line("B"), Wait(5), '2', '2', Wait(1), null);
        var act = Assert.Single(desk.Control.Observation.Acts);
        Assert.Equal(("visitor.arrived", ObservingWorld.Start + TimeSpan.FromSeconds(10)), (act.Act, act.At));
        Assert.Equal("desk.activity=serving urgent=false visitor=B", string.Join(' ', act.Data.Select(d => $"{d.Key}={d.Value}")));
        Assert.Equal("0:20 -10s visitor.arrived desk.activity=serving urgent=false visitor=B", Assert.Single(desk.Control.Inputs));
    }

    [Fact]
    public void A_deadline_breaks_while_the_observer_watches()
    {
        using var desk = new Desk();
        desk.Run('a', Line("B"), '2', '2', Wait(200), null);
        Assert.Contains(desk.Control.Observation.Verdicts, f => f is { Norm: "lf.busy-desk.hand-over", Verdict: Verdict.Violated });
        Assert.Contains("! 1:00 left: Hand over a visitor who has waited three minutes [B]", desk.Shown, StringComparison.Ordinal);
        Assert.Contains("✗ 3:00 violated: Hand over a visitor who has waited three minutes [B]", desk.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Checklist_words_notes_corrections_and_facts_have_keys_of_their_own()
    {
        using var desk = new Desk();
        desk.Run(
            'b', Line("A"), 'W', '1', Line("您好"), 'N', Line("note it"), '7', 'y', 'E', Line("1"), '5', Line("visitor=C"), 'U', 'E', Line(""), '6',
            'F', '2', 'A', Line("visitor.left visitor=A"), null);
        Assert.Equal(
            ["visitor.served visitor=A", "words.spoken", "checklist.ticked item=lf.busy-desk.smile-and-nod seen=yes struck", "case.facts speech.logged=false", "visitor.left visitor=A"],
            desk.Control.Observation.Acts.Select(a => $"{a.Act}{string.Concat(a.Data.Select(d => $" {d.Key}={d.Value}"))}{(a.IsStruck ? " struck" : "")}"));
        Assert.Equal("note it", Assert.Single(desk.Control.Observation.Notes).Text);
    }

    [Fact]
    public void What_happened_earlier_is_entered_with_its_time()
    {
        using var desk = new Desk();
        desk.Run(Wait(60), 'B', Line("20s"), 'b', Line("A"), 'c', Line("A"), Line("0"), null);
        Assert.Equal([40, 60], desk.Control.Observation.Acts.Select(a => (int)(a.At - ObservingWorld.Start).TotalSeconds));
    }

    [Fact]
    public void A_question_given_up_enters_nothing()
    {
        using var desk = new Desk();
        desk.Run('a', Line("B"), '\u001b', 'W', '\u001b', '7', '\r', 'N', Line(""), 'B', Line("soon"), 'E', '9', null);
        Assert.Empty(desk.Control.Observation.Acts);
        Assert.Empty(desk.Control.Inputs);
        Assert.Contains("`soon` is not a length of time", desk.Shown, StringComparison.Ordinal);
        Assert.Contains("nothing has been entered yet", desk.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_goes_through_the_open_questions_when_asked_to()
    {
        using var desk = new Desk();
        Assert.Equal(ObserverEnd.Closed, desk.Run('a', Line("B"), '2', '2', Wait(30), 'Q', '2', 'n', '1'));
        Assert.True(desk.Control.Observation.IsClosed);
        Assert.Contains(desk.Control.Observation.Verdicts, f => f is { Norm: "lf.busy-desk.smile-and-nod", Verdict: Verdict.Violated });
    }

    [Fact]
    public void Closing_may_be_thought_better_of_and_may_be_earlier()
    {
        using var desk = new Desk();
        Assert.Equal(ObserverEnd.Closed, desk.Run('b', Line("A"), 'Q', '\u001b', Wait(100), 'Q', '3', Line("0:50")));
        Assert.Equal(TimeSpan.FromSeconds(50), desk.Control.Elapsed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Ctrl_c_at_any_moment_leaves_what_was_entered(int moment)
    {
        object?[] keys = ['b', Line("A"), 'a', Line("B"), '2'];
        using var desk = new Desk();
        Assert.Equal(ObserverEnd.Interrupted, desk.Run([.. keys.Take(moment), null]));
        Assert.Equal(moment >= 2 ? 1 : 0, desk.Control.Observation.Acts.Length);
        Assert.Equal(desk.Control.Observation.Acts.Length, desk.Kept);
        Assert.False(desk.Control.Observation.IsClosed);
    }

    [Fact]
    public void A_terminal_that_cannot_move_its_cursor_gets_no_escapes()
    {
        using var desk = new Desk(canRedraw: false);
        desk.Run('b', Line("A"), '?', ' ', Wait(5), null);
        Assert.DoesNotContain('\u001b', desk.Shown);
        Assert.Contains("visitor = A", desk.Shown, StringComparison.Ordinal);
    }

    private static TimeSpan Wait(int seconds) => TimeSpan.FromSeconds(seconds);

    private static string Line(string text) => text;

    /// <summary>An observation of a busy desk with somebody at the keys: characters, lines, times that pass, and null for Ctrl-C.</summary>
    private sealed class Desk(bool canRedraw = true) : IDisposable
    {
        private readonly HandClock _time = new();
        private readonly StringWriter _output = new();

        public ObserverControl Control { get; } = ObservingWorld.Control(ObservingWorld.Process("lf", "busy-desk"));

        public string Shown => _output.ToString();

        /// <summary>How many entries there were when the observation was kept last.</summary>
        public int Kept { get; private set; }

        public void Dispose()
        {
            _output.Dispose();
            Control.Observation.Dispose();
        }

        public ObserverEnd Run(params object?[] keys)
        {
            var process = Control.Process;
            var observerKeys = new ObserverKeys(process);
            var words = new ObserverWords(process, ObservingWorld.Start, Language.En);
            var screen = new ObserverScreen(Control, observerKeys, words, new Ink(false));
            var reader = new Keyboard(keys, _time, _output);
            var console = new ObserverConsole(Control, screen, words, reader, _time, () => new WindowSize(100, 40), new Ink(false), canRedraw);
            var guide = new ObserverGuide(process, observerKeys, words);
            void Keep() => Kept = Control.Observation.Acts.Length;
            return new ObserverDialogue(Control, ObservingWorld.Script(process), observerKeys, console, guide, words, Keep, CancellationToken.None).Run();
        }
    }

    private sealed class HandClock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override DateTimeOffset GetUtcNow() => (ObservingWorld.Start + Passed).ToDateTimeOffset();
    }

    private sealed class Keyboard(IEnumerable<object?> keys, HandClock time, TextWriter output) : ILineReader
    {
        private readonly Queue<object?> _keys = new(keys);

        public bool IsInteractive => true;

        public LineResult Read(string prompt, Func<Tick>? tick)
        {
            output.Write(prompt);
            while (_keys.Peek() is TimeSpan span)
            {
                _keys.Dequeue();
                time.Passed += span;
                output.Write(tick?.Invoke().Show);
            }

            return _keys.Dequeue() is string line ? new LineResult.Line(line) : new LineResult.Interrupted();
        }

        public ConsoleKeyInfo? ReadKey(string prompt, Func<Tick>? tick)
        {
            output.Write(prompt);
            if (_keys.Peek() is TimeSpan span)
            {
                // A second at a time, as a person would see it.
                var step = TimeSpan.FromSeconds(1);
                time.Passed += step;
                _keys.Dequeue();
                if (span > step)
                {
                    var rest = _keys.ToArray();
                    _keys.Clear();
                    _keys.Enqueue(span - step);
                    foreach (var key in rest)
                        _keys.Enqueue(key);
                }

                return tick is not null && tick().Stop ? null : ReadKey(prompt, tick);
            }

            return _keys.Dequeue() is char letter ? new ConsoleKeyInfo(letter, letter is '\u001b' ? ConsoleKey.Escape : letter is '\r' ? ConsoleKey.Enter : ConsoleKey.None, shift: false, alt: false, control: false) : null;
        }

        public void Write(string text) => output.Write(text);
    }
}
