using Standards.Core.Findings;
using Standards.Rules.Compilation;

namespace Standards.Rules.Evaluation;

/// <summary>The end of an interaction, and the end of judging it.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Lets time pass up to <paramref name="now"/>: what was due before it is decided.</summary>
    public void Advance(CaseState state, long now)
    {
        if (!state.Started || state.NextDue >= now)
            return;
        LoadFacts(state);
        ExpireBefore(state, now);
    }

    /// <summary>
    /// States the verdicts that are still open, as they stand at <paramref name="asOf"/>; with <paramref name="close"/> the
    /// interaction ends there, or at its last event where <paramref name="asOf"/> is <see cref="long.MaxValue"/>. Call once a case.
    /// </summary>
    public void Complete(CaseState state, long asOf, bool close)
    {
        if (state.Started)
        {
            Advance(state, asOf);
            if (!state.Program.StandingIsBlind)
                LoadFacts(state);
            if (close)
                EndAll(state, asOf == long.MaxValue ? long.MinValue : asOf);
            foreach (var local in state.Program.Standing)
                CompleteStanding(state, ref state.State(local), state.Program.Plans[local], state.HasEnded(state.Program.PackOf[local]));

            StateOpen(state, close);
        }

        var indices = state.Program.Indices;
        foreach (ref var norm in state.Table)
        {
            if (norm.Satisfied > 0)
                Satisfied[indices[norm.Tag - 1]] += norm.Satisfied;
        }
    }

    /// <summary>Opens a standing norm that no event has touched; where it can only have been kept, that is all.</summary>
    private void CompleteStanding(CaseState state, ref NormState norm, NormPlan plan, bool ended)
    {
        if ((norm.Bits & (NormState.Opened | NormState.Decided)) != 0)
            return;
        if (ended && plan.IsBlind && !plan.NeedsSpeech && !plan.HasExceptionEvents && !_wantsAll
            && (plan.Kind == PlanKind.Absence || (plan.Kind == PlanKind.Count && plan.AtLeast == 0)))
            norm.Satisfied++;
        else
            TouchStanding(state, ref norm, plan);
    }

    private void StateOpen(CaseState state, bool close)
    {
        foreach (ref var norm in state.Nodes == 0 ? [] : state.Table)
        {
            for (var node = norm.Head; node != 0; node = _pool[node].Next)
            {
                ref var item = ref _pool[node];
                if ((item.Flags & ObligationFlags.NotOpen) != 0)
                    continue;
                var plan = state.Program.Plans[norm.Tag - 1];
                if (item.Due == long.MaxValue && close)
                    DecideAtEnd(state, ref norm, plan, node, Math.Max(state.EndOf(state.Program.PackOf[norm.Tag - 1]), item.At));
                else
                    Emit(state, ref norm, plan, Verdict.Pending, item.At, in item, default, 0);
            }
        }
    }

    /// <summary>Ends the interaction for every pack for which it has not ended: with its last event, or later.</summary>
    private void EndAll(CaseState state, long earliest)
    {
        for (var pack = 0; pack < state.Program.EndingMachines.Length; pack++)
        {
            if (!state.HasEnded(pack))
                End(state, pack, Math.Max(earliest, state.EndOf(pack)));
        }
    }

    /// <summary>Ends the interaction for the packs all of whose processes have come to their ends.</summary>
    private void EndWhereAllIsDone(CaseState state, long at)
    {
        var machines = state.Program.EndingMachines;
        for (var pack = 0; pack < machines.Length; pack++)
        {
            if (machines[pack].Length > 0 && !state.HasEnded(pack) && AreTerminal(state, machines[pack]))
                End(state, pack, at);
        }
    }

    /// <summary>Ends the interaction for a pack: what has no clock is decided, but for what an observer may answer until it is closed.</summary>
    private void End(CaseState state, int pack, long at)
    {
        state.SetMark(pack, at);
        state.EndedPacks |= 1UL << pack;
        var packOf = state.Program.PackOf;
        foreach (var local in state.Program.Standing)
        {
            if (packOf[local] == pack && state.Program.Plans[local].NeedsSpeech)
                TouchStanding(state, ref state.State(local), state.Program.Plans[local]);
        }

        foreach (ref var norm in state.Nodes == 0 ? [] : state.Table)
        {
            if (norm.Head == 0 || packOf[norm.Tag - 1] != pack)
                continue;
            var plan = state.Program.Plans[norm.Tag - 1];
            if (plan.Kind is PlanKind.Machine or PlanKind.Check || plan.SilenceIsUnknown)
                continue;
            for (int node = norm.Head, previous = 0; node != 0;)
            {
                ref var item = ref _pool[node];
                var next = item.Next;
                if (item.Due == long.MaxValue && (item.Flags & ObligationFlags.NotOpen) == 0)
                {
                    DecideAtEnd(state, ref norm, plan, node, at);
                    previous = Close(state, ref norm, plan, previous, node);
                }
                else
                {
                    previous = node;
                }

                node = next;
            }
        }
    }

    /// <summary>The next instant, in ticks, at which time decides something or ends a state; <see cref="long.MaxValue"/> for none.</summary>
    public long NextDeadline(CaseState state)
    {
        var earliest = long.MaxValue;
        foreach (ref var norm in state.Table)
        {
            for (var node = norm.Head; node != 0; node = _pool[node].Next)
                earliest = Math.Min(earliest, _pool[node].Due);
        }

        return earliest;
    }

    /// <summary>Calls <paramref name="visit"/> for each obligation that is open and has a clock of time.</summary>
    public void VisitOpen(CaseState state, Action<NormPlan, Obligation> visit)
    {
        foreach (ref var norm in state.Table)
        {
            for (var node = norm.Head; node != 0; node = _pool[node].Next)
            {
                if ((_pool[node].Flags & ObligationFlags.NotOpen) == 0)
                    visit(state.Program.Plans[norm.Tag - 1], _pool[node]);
            }
        }
    }

    /// <summary>The present states of the case's machines, by process id; a machine that lost its way is left out.</summary>
    public static System.Collections.Immutable.ImmutableSortedDictionary<string, string> States(CaseState state)
    {
        var states = System.Collections.Immutable.ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var local in state.Program.Machines)
        {
            ref var norm = ref state.State(local);
            var process = state.Program.Plans[local].Machine!.Process;
            if ((norm.Bits & NormState.Lost) == 0)
                states[process.Id] = process.States[norm.Bits & NormState.LowMask].Id;
        }

        return states.ToImmutable();
    }
}
