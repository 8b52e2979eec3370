using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Core.Time;

namespace Standards.Rules.Binding;

/// <summary>A state machine with its names resolved. Immutable.</summary>
internal sealed record BoundProcess
{
    public required string Id { get; init; }

    /// <summary>The index of the process in the rule book.</summary>
    public required int Index { get; init; }

    public required string Pack { get; init; }

    /// <summary>Measures the timers of states.</summary>
    public required WorkingCalendar Calendar { get; init; }

    public required LocalizedText Title { get; init; }

    public required ImmutableArray<string> Clauses { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>An event that matches enters the process; null where only the event's <c>process</c> does.</summary>
    public BoundPattern? Starts { get; init; }

    public required int Initial { get; init; }

    public required ImmutableArray<BoundState> States { get; init; }

    /// <summary>Transitions that hold in every state that is not terminal, tried after the state's own.</summary>
    public ImmutableArray<BoundTransition> Anywhere { get; init; } = [];

    public required SourceSpan Span { get; init; }

    public bool HasTerminalState => States.Any(s => s.IsTerminal);

    /// <summary>Indices of the acts that the process is concerned with, ascending.</summary>
    public ImmutableArray<int> Alphabet =>
    [
        .. States.SelectMany(s => s.Transitions).Concat(Anywhere)
            .SelectMany(t => t.On.Alternatives).Select(a => a.Act).Distinct().Order(),
    ];
}

/// <summary>A state. Immutable.</summary>
internal sealed record BoundState(string Id, LocalizedText Title, bool IsTerminal, ImmutableArray<BoundTransition> Transitions, BoundTimer? Timer, SourceSpan Span);

/// <summary>A transition to the state with index <paramref name="To"/>.</summary>
internal sealed record BoundTransition(BoundPattern On, int To, SourceSpan Span);

/// <summary>Leaves a state when it has lasted <paramref name="Lasting"/>; <paramref name="Emit"/> is an act, or -1.</summary>
internal sealed record BoundTimer(Deadline Lasting, int Emit, int To, SourceSpan Span);
