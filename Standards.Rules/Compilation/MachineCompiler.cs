using Standards.Core.Time;
using Standards.Rules.Binding;

namespace Standards.Rules.Compilation;

/// <summary>Arranges the transitions of a process by state and act.</summary>
internal static class MachineCompiler
{
    public static MachinePlan Compile(BoundProcess process, bool isSilent, Func<Deadline, ClockPlan> clock) => new()
    {
        Process = process,
        States = [.. process.States.Select(s => Compile(process, s, clock))],
        HasTerminalState = process.HasTerminalState,
        IsSilent = isSilent,
    };

    private static StatePlan Compile(BoundProcess process, BoundState state, Func<Deadline, ClockPlan> clock)
    {
        var transitions = state.IsTerminal ? state.Transitions : state.Transitions.AddRange(process.Anywhere);
        var byAct = transitions
            .SelectMany(t => t.On.Alternatives.GroupBy(a => a.Act), (t, any) => (Act: any.Key, Plan: new TransitionPlan(PatternCompiler.Any(any.Select(PatternCompiler.Test)), t.To)))
            .ToLookup(t => t.Act, t => t.Plan);
        return new StatePlan
        {
            Transitions = [.. Enumerable.Range(0, byAct.Select(g => g.Key + 1).DefaultIfEmpty().Max()).Select(act => byAct[act].ToArray())],
            IsTerminal = state.IsTerminal,
            Timer = state.Timer is null ? null : clock(state.Timer.Lasting),
            TimerTo = state.Timer?.To ?? 0,
            TimerEmit = state.Timer?.Emit ?? -1,
        };
    }
}
