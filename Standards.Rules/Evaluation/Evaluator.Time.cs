using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Compilation;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Evaluation;

/// <summary>What time does: obligations run out, states end, standing obligations begin.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Opens the one obligation of a standing norm, unless that is done or decided.</summary>
    private void TouchStanding(CaseState state, ref NormState norm, NormPlan plan, Truth keyed = Truth.True, Value key = default)
    {
        if ((norm.Bits & NormState.Decided) != 0 || (plan.Key < 0 ? (norm.Bits & NormState.Opened) != 0 : keyed == Truth.Unknown || IsOpened(ref norm, key)))
            return;
        norm.Bits |= NormState.Opened;
        if (plan.IsBlind && plan.Clock is null && !plan.HasExceptionEvents && !state.Ended)
        {
            OpenPlain(state, ref norm, plan, state.FirstAt, state.First);
            return;
        }

        var obligation = new Obligation { At = state.FirstAt, Due = long.MaxValue, Activation = state.First, Key = plan.Key < 0 ? default : key };
        if (plan.HasExceptionEvents && IsExcepted(ref norm, plan, in obligation))
        {
            DecideStanding(state, ref norm, plan, Verdict.NotApplicable, ref obligation, null);
            return;
        }

        if (plan.HasExceptionEvents && MayBeExcepted(ref norm, plan, in obligation))
            obligation.Flags |= ObligationFlags.MaybeExcepted;
        var (data, say) = (_frame.DataCount, _frame.Say);
        _frame.DataCount = 0;
        var applies = plan.StandingWhen is null ? Truth.True : plan.StandingWhen.Test(_frame);
        var fault = applies == Truth.Unknown ? plan.StandingWhen!.Explain(_frame) : null;
        var excepted = plan.ExceptThat is null ? Truth.False : plan.ExceptThat.Test(_frame);
        (_frame.DataCount, _frame.Say) = (data, say);

        if (applies == Truth.False)
        {
            norm.Bits |= NormState.Decided;
            return;
        }

        if (excepted == Truth.True || applies == Truth.Unknown)
        {
            DecideStanding(state, ref norm, plan, excepted == Truth.True ? Verdict.NotApplicable : Verdict.Unknown, ref obligation, fault);
            return;
        }

        if (excepted == Truth.Unknown)
            obligation.Flags |= ObligationFlags.MaybeExcepted;
        OpenObligation(state, ref norm, plan, ref obligation);
        if (state.Ended && norm.Head != 0 && _pool[norm.Head].Due == long.MaxValue)
        {
            DecideAtEnd(state, ref norm, plan, norm.Head, state.EndAt);
            Close(state, ref norm, plan, 0, norm.Head);
        }
    }

    private bool IsOpened(ref NormState norm, Value key)
    {
        for (var node = norm.Head; node != 0; node = _pool[node].Next)
        {
            ref var item = ref _pool[node];
            if ((item.Flags & ObligationFlags.Excepted) == 0 && item.Key == key)
                return true;
        }

        return false;
    }

    private void DecideStanding(CaseState state, ref NormState norm, NormPlan plan, Verdict verdict, ref Obligation obligation, object? detail)
    {
        Emit(state, ref norm, plan, verdict, obligation.At, in obligation, default, 0, detail);
        if (plan.Key < 0)
        {
            norm.Bits |= NormState.Decided;
            return;
        }

        var mark = Rent(state);
        obligation.Flags = ObligationFlags.Decided;
        obligation.Next = norm.Head;
        _pool[mark] = obligation;
        norm.Head = mark;
    }

    /// <summary>
    /// Decides, in the order of time, what was due before <paramref name="limit"/>: a deadline includes its last instant.
    /// Overwrites the frame.
    /// </summary>
    private void ExpireBefore(CaseState state, long limit)
    {
        while (state.Program.HasTimers)
        {
            var next = EarliestTimer(state, limit);
            if (next.Norm < 0)
                break;
            ExpireObligations(state, next.At);
            FireTimer(state, next.Norm, next.At);
        }

        ExpireObligations(state, limit);
        state.NextDue = state.Clocks == 0 ? long.MaxValue : NextDeadline(state);
    }

    /// <summary>The first timer due before <paramref name="limit"/>, by the place of its norm in the table; else -1 and the limit.</summary>
    private (int Norm, long At) EarliestTimer(CaseState state, long limit)
    {
        var found = (Norm: -1, At: limit);
        foreach (var local in state.Program.Machines)
        {
            ref var norm = ref state.State(local);
            for (var node = norm.Head; node != 0; node = _pool[node].Next)
            {
                if (_pool[node].Due < found.At)
                    found = (local, _pool[node].Due);
            }
        }

        return found;
    }

    private void ExpireObligations(CaseState state, long limit)
    {
        var table = state.Table;
        for (var i = 0; i < table.Length; i++)
        {
            ref var norm = ref table[i];
            if (norm.Head == 0)
                continue;
            var plan = state.Program.Plans[norm.Tag - 1];
            if (plan.Kind == PlanKind.Machine)
                continue;
            for (int node = norm.Head, previous = 0; node != 0;)
            {
                ref var item = ref _pool[node];
                var next = item.Next;
                if (item.Due < limit)
                {
                    DecideAtEnd(state, ref norm, plan, node, Math.Max(item.Due, item.At));
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

    /// <summary>States the verdict of an open obligation whose window ends at <paramref name="at"/> with no event.</summary>
    private void DecideAtEnd(CaseState state, ref NormState norm, NormPlan plan, int node, long at)
    {
        ref var item = ref _pool[node];
        var (verdict, detail) = plan.Kind switch
        {
            PlanKind.Response => Missed(state, plan, ref item),
            PlanKind.Absence => Kept(state, plan, ref item),
            PlanKind.Count => Counted(plan, ref item),
            _ => (Verdict.Satisfied, null),
        };
        Emit(state, ref norm, plan, verdict, at, in item, default, 0, detail);
    }

    private static (Verdict Verdict, object? Detail) Missed(CaseState state, NormPlan plan, ref Obligation item)
    {
        if ((item.Flags & ObligationFlags.Candidate) != 0)
            return (Verdict.Unknown, item.Extra?.Fault);
        if (plan.SilenceIsUnknown)
            return (Verdict.Unknown, null);
        if (plan.NeedsSpeech && !state.SpeechLogged)
            return (Verdict.Unknown, NoSpeech.Instance);
        return (Blame(in item), item.Extra?.NearMiss);
    }

    private static (Verdict Verdict, object? Detail) Kept(CaseState state, NormPlan plan, ref Obligation item)
    {
        if ((item.Flags & ObligationFlags.Candidate) != 0)
            return (Verdict.Unknown, item.Extra?.Fault);
        if (plan.NeedsSpeech && !state.SpeechLogged)
            return (Verdict.Unknown, NoSpeech.Instance);
        return (Verdict.Satisfied, null);
    }

    private static (Verdict Verdict, object? Detail) Counted(NormPlan plan, ref Obligation item)
    {
        var most = item.Count + item.MaybeCount + (item.Extra?.MaybeDistinct?.Count ?? 0);
        if (item.Count >= plan.AtLeast && most <= plan.AtMost)
            return (Verdict.Satisfied, null);
        return most < plan.AtLeast ? (Blame(in item), BoxedCounts.Of(item.Count)) : (Verdict.Unknown, item.Extra?.Fault);
    }

    private void StartMachine(CaseState state, int local, long at)
    {
        ref var norm = ref state.State(local);
        Enter(state, ref norm, state.Program.Plans[local].Machine!, state.Program.Plans[local].Machine!.Process.Initial, at);
    }

    private void Enter(CaseState state, ref NormState norm, MachinePlan machine, int to, long at)
    {
        if (norm.Head != 0)
        {
            var timer = norm.Head;
            norm.Head = 0;
            Free(state, timer);
        }

        norm.Bits = (norm.Bits & ~NormState.LowMask) | to;
        var entered = machine.States[to];
        if (entered.Timer is null || !entered.Timer.TryResolve(at, _frame, out _, out var due, out _))
            return;
        var node = Rent(state);
        _pool[node] = new Obligation { At = at, Due = due, Flags = ObligationFlags.Timer };
        norm.Head = node;
        if (due != long.MaxValue)
            StartClock(state, due);
    }

    /// <summary>Takes an act of the machine's alphabet. True where the machine reaches a terminal state.</summary>
    private bool Transit(CaseState state, in Listener listener, long at, EventReference reference)
    {
        var plan = listener.Plan;
        ref var norm = ref state.State(listener.Local);
        if ((norm.Bits & NormState.Lost) != 0)
            return false;
        var machine = plan.Machine!;
        var present = norm.Bits & NormState.LowMask;
        foreach (ref readonly var transition in machine.States[present].Allowed(reference.Act))
        {
            var holds = transition.Test is null ? Truth.True : transition.Test.Test(_frame);
            if (holds == Truth.False)
                continue;
            if (holds == Truth.Unknown)
            {
                norm.Bits |= NormState.Lost;
                EmitAt(state, ref norm, plan, Verdict.Unknown, at, reference, transition.Test!.Explain(_frame));
                return false;
            }

            if (_wantsAll)
                EmitAt(state, ref norm, plan, Verdict.Satisfied, at, reference, null);
            else
                norm.Satisfied++;
            if (transition.To == present)
                return false;
            Enter(state, ref norm, machine, transition.To, at);
            return machine.States[transition.To].IsTerminal;
        }

        EmitAt(state, ref norm, plan, Verdict.Violated, at, reference, new OutOfOrder(present));
        return false;
    }

    /// <summary>A verdict on one event.</summary>
    private void EmitAt(CaseState state, ref NormState norm, NormPlan plan, Verdict verdict, long at, EventReference reference, object? detail)
    {
        var obligation = new Obligation { At = at, Due = long.MaxValue, Activation = reference };
        Emit(state, ref norm, plan, verdict, at, in obligation, default, 0, detail);
    }

    private void FireTimer(CaseState state, int local, long at)
    {
        LoadFacts(state);
        var machine = state.Program.Plans[local].Machine!;
        ref var norm = ref state.State(local);
        var left = machine.States[norm.Bits & NormState.LowMask];
        Enter(state, ref norm, machine, left.TimerTo, at);
        state.LastAt = Math.Max(state.LastAt, at);
        if (left.TimerEmit >= 0)
        {
            LoadEmitted(state, left.TimerEmit, at);
            Dispatch(state, state.Program.Listeners[left.TimerEmit + 1], at, new EventReference(left.TimerEmit, 0, EventReference.Emitted));
        }

        if (machine.States[left.TimerTo].IsTerminal && !state.Ended && AllMachinesTerminal(state))
            End(state, at);
    }

    private void LoadEmitted(CaseState state, int act, long at)
    {
        LoadFacts(state);
        _frame.At = new Instant(at);
        _frame.Act = _rules.Schema.Acts[act];
    }

    /// <summary>A frame that sees the facts of the case and no event.</summary>
    private void LoadFacts(CaseState state)
    {
        _frame.DataCount = 0;
        _frame.Facts = state.Facts;
        _frame.FactCount = state.FactCount;
        _frame.Act = null;
        _frame.Role = null;
        _frame.Actor = null;
        _frame.Say = null;
        _frame.Activation = null;
        _current = state;
    }

    private static bool AllMachinesTerminal(CaseState state)
    {
        var any = false;
        foreach (var local in state.Program.Machines)
        {
            var machine = state.Program.Plans[local].Machine!;
            if (!machine.HasTerminalState)
                continue;
            if (!machine.States[state.State(local).Bits & NormState.LowMask].IsTerminal)
                return false;
            any = true;
        }

        return any;
    }
}

/// <summary>No event carried words, so nobody can tell what was said.</summary>
internal sealed class NoSpeech
{
    public static readonly NoSpeech Instance = new();

    private NoSpeech()
    {
    }
}

/// <summary>The state in which an act came that it does not allow.</summary>
internal sealed record OutOfOrder(int State);
