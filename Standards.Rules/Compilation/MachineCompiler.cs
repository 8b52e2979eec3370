using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core.Time;
using Standards.Rules.Binding;

namespace Standards.Rules.Compilation;

/// <summary>Arranges the transitions of a process by state and act.</summary>
internal static class MachineCompiler
{
    public static MachinePlan Compile(BoundProcess process, Func<Deadline, ClockPlan> clock) => new()
    {
        Process = process,
        States = [.. process.States.Select(s => Compile(process, s, clock))],
        HasTerminalState = process.HasTerminalState,
    };

    private static StatePlan Compile(BoundProcess process, BoundState state, Func<Deadline, ClockPlan> clock)
    {
        var transitions = state.IsTerminal ? state.Transitions : state.Transitions.AddRange(process.Anywhere);
        return new StatePlan
        {
            Transitions = transitions
                .SelectMany(t => t.On.Alternatives.GroupBy(a => a.Act), (t, any) => (Act: any.Key, Plan: new TransitionPlan(PatternCompiler.Any(any.Select(PatternCompiler.Test)), t.To)))
                .GroupBy(t => t.Act)
                .ToFrozenDictionary(g => g.Key, g => g.Select(t => t.Plan).ToImmutableArray()),
            IsTerminal = state.IsTerminal,
            Timer = state.Timer is null ? null : clock(state.Timer.Lasting),
            TimerTo = state.Timer?.To ?? 0,
            TimerEmit = state.Timer?.Emit ?? -1,
        };
    }
}
