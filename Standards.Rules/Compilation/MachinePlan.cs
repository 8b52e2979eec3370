using System.Collections.Immutable;
using Standards.Rules.Binding;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Compilation;

/// <summary>A state machine as the evaluator runs it. Immutable.</summary>
internal sealed class MachinePlan
{
    public required BoundProcess Process { get; init; }

    public required ImmutableArray<StatePlan> States { get; init; }

    public required bool HasTerminalState { get; init; }

    /// <summary>Runs without judging.</summary>
    public required bool IsSilent { get; init; }
}

/// <summary>A state: its transitions by act, in the order in which they are tried.</summary>
internal sealed class StatePlan
{
    /// <summary>By act; empty or beyond the end for an act that the state does not allow.</summary>
    public required TransitionPlan[][] Transitions { get; init; }

    public ReadOnlySpan<TransitionPlan> Allowed(int act) => act < Transitions.Length ? Transitions[act] : [];

    public required bool IsTerminal { get; init; }

    public ClockPlan? Timer { get; init; }

    public int TimerTo { get; init; }

    /// <summary>The act to emit when the timer runs out; -1 for none.</summary>
    public int TimerEmit { get; init; } = -1;
}

internal readonly record struct TransitionPlan(Condition? Test, int To);
