using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Simulator.Playing;
using Standards.Simulator.Records;

namespace Standards.Simulator.Proving;

/// <summary>Plays lines through a controller of its own, and keeps what they did. Not thread-safe.</summary>
internal sealed class Player : IDisposable
{
    private readonly PlayController _controller;
    private readonly List<string> _lines = [];

    public Player(PlaySetup setup, IEnumerable<string> lines)
    {
        Setup = setup;
        _controller = new PlayController(setup, PlayMode.Exam);
        _controller.Begin();
        foreach (var line in lines)
            Type(line);
    }

    public PlaySetup Setup { get; }

    public Play Play => _controller.Play;

    /// <summary>What was typed.</summary>
    public ImmutableArray<string> Lines => [.. _lines];

    /// <summary>Takes a move, and returns what it decided.</summary>
    public ImmutableArray<PlayLine.Judged> Take(Move move)
    {
        var judged = ImmutableArray.CreateBuilder<PlayLine.Judged>();
        foreach (var line in move.Lines(Play))
            judged.AddRange(Type(line).OfType<PlayLine.Judged>());
        return judged.ToImmutable();
    }

    /// <summary>Waits until the scenario ends, by itself or at its limit.</summary>
    public void Idle()
    {
        var wait = new Move.Wait(Setup.Scenario.Limit);
        while (!Play.IsEnded)
            Take(wait);
    }

    /// <summary>Another player who has come to the same place.</summary>
    public Player Fork() => new(Setup, _lines);

    public void Dispose() => _controller.Dispose();

    private ImmutableArray<PlayLine> Type(string line)
    {
        _lines.Add(line);
        return _controller.Accept(line);
    }

    /// <summary>The norms broken, now that the scenario has ended.</summary>
    public IEnumerable<Finding> Violations() => Play.Verdicts().Where(f => f.Verdict == Verdict.Violated);
}
