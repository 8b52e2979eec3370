using System.Globalization;
using Standards.Core;
using Standards.Simulator.Consoles;
using Standards.Simulator.Output;
using Standards.Simulator.Playing;
using Standards.Simulator.Records;
using Xunit;

namespace Standards.Tests.Playing;

/// <summary>Playing in real time, with a clock and hands that a test holds.</summary>
public sealed class TrainDialogueTests
{
    private const string Changing = """
        variables: {gone: false}
        beats:
        - id: desk
          actions:
          - {id: first, title: {zh: 一, en: first}, when: '!gone'}
          - {id: second, title: {zh: 二, en: second}, go: end}
          happens:
          - {id: change, after: 5 s, set: {gone: 'true'}, tell: {zh: 变了, en: it changed}}
        - id: end
          ending: {zh: 结束, en: over}

        """;

    [Fact]
    public void A_number_means_what_stood_beside_it_when_it_was_typed()
    {
        var hands = new Hands();
        hands.Type("2", after: 6);
        var controller = Play(hands, speed: 1);
        Assert.Equal(["second"], controller.Play.Did);
        Assert.Equal([":tick 6.0 s", "second"], controller.Inputs.AsEnumerable());
    }

    [Fact]
    public void What_happens_while_somebody_types_is_shown_with_the_new_choices()
    {
        var hands = new Hands();
        hands.Wait(6);
        hands.Type("1", after: 0);
        var controller = Play(hands, speed: 1);
        Assert.Equal(["second"], controller.Play.Did);
        Assert.Contains("it changed", hands.Seen, StringComparison.Ordinal);
        Assert.Contains("1. second", hands.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_of_the_scene_runs_at_its_speed_and_only_while_somebody_is_awaited()
    {
        var hands = new Hands();
        hands.Type(":status", after: 0.5);
        hands.Type(":quit", after: 0.25);
        var controller = Play(hands, speed: 4);
        Assert.Equal(TimeSpan.FromSeconds(3), controller.Play.Clock - controller.Play.Scenario.Start);
    }

    private static PlayController Play(Hands hands, double speed)
    {
        var controller = new PlayController(PlaySample.Setup(Changing), PlayMode.Coach);
        var text = new PlayText(Language.En, 100, new Ink(isOn: false), TimeZoneInfo.Utc, PlayMode.Coach);
        hands.Write(text.Of(controller.Begin()));
        Assert.False(new TrainDialogue(controller, hands, text, new RealTime(hands, speed), () => { }).Run(CancellationToken.None));
        return controller;
    }

    /// <summary>Somebody at a terminal, and the clock on the wall.</summary>
    private sealed class Hands : TimeProvider, ILineReader
    {
        private readonly Queue<(string? Line, double After)> _moves = new();
        private readonly System.Text.StringBuilder _seen = new();
        private long _now;

        public string Seen => _seen.ToString();

        public bool IsInteractive => true;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Type(string line, double after) => _moves.Enqueue((line, after));

        public void Wait(double seconds) => _moves.Enqueue((null, seconds));

        public LineResult Read(string prompt, Func<Tick>? tick)
        {
            while (_moves.TryDequeue(out var move))
            {
                _now += (long)(move.After * TimeSpan.TicksPerSecond);
                if (move.Line is { } line)
                    return new LineResult.Line(line);
                _seen.Append(CultureInfo.InvariantCulture, $"{tick!().Show}");
            }

            return new LineResult.EndOfInput();
        }

        public ConsoleKeyInfo? ReadKey(string prompt, Func<Tick>? tick) => null;

        public void Write(string text) => _seen.Append(text);
    }
}
