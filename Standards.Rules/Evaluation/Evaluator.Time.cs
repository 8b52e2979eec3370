using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Compilation;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Evaluation;

/// <summary>What time does: obligations run out, states end, standing obligations begin.</summary>
internal sealed partial class Evaluator
{
    /// <summary>
    /// Opens the one obligation of a standing norm, or the one of the key, unless that is done or decided. What the norm asks of the
    /// beginning it asks of the facts alone, so that it does not matter which event opens it.
    /// </summary>
    private void TouchStanding(CaseState state, ref NormState norm, NormPlan plan, Truth keyed = Truth.True, Value key = default)
    {
        if ((norm.Bits & NormState.Decided) != 0 || (plan.Key < 0 ? (norm.Bits & NormState.Opened) != 0 : keyed == Truth.Unknown || IsOpened(ref norm, key)))
            return;
        if (plan.IsBlind && plan.Clock is null && !plan.HasExceptionEvents && !HasEnded(state, in norm, plan))
        {
            norm.Bits |= NormState.Opened;
            OpenPlain(state, ref norm, plan, state.FirstAt, state.First);
            return;
        }

        var facts = FactsOf(state);
        var applies = plan.StandingWhen is null ? Truth.True : plan.StandingWhen.Test(facts);
        if (applies == Truth.False)
        {
            norm.Bits |= NormState.Decided;
            return;
        }

        var obligation = new Obligation { At = state.FirstAt, Due = long.MaxValue, Activation = state.First, Key = plan.Key < 0 ? default : key };
        object? fault = null;
        var known = plan.Clock is null || plan.Clock.TryResolve(obligation.At, facts, out obligation.From, out obligation.Due, out fault);
        if (!known)
            obligation.Due = long.MaxValue;
        if ((plan.Key >= 0 || plan.Kind == PlanKind.Order) && (obligation.Due == long.MaxValue ? HasEnded(state, in norm, plan) : obligation.Due < state.LastAt))
            return;
        norm.Bits |= NormState.Opened;
        var excepted = plan.ExceptThat is null ? Truth.False : plan.ExceptThat.Test(facts);
        if (excepted == Truth.True)
            DecideStanding(state, ref norm, plan, Verdict.NotApplicable, ref obligation, null);
        else if (applies == Truth.Unknown)
            DecideStanding(state, ref norm, plan, Verdict.Unknown, ref obligation, plan.StandingWhen!.Explain(facts));
        else if (!known)
            DecideStanding(state, ref norm, plan, Verdict.Unknown, ref obligation, fault);
        else if (plan.HasExceptionEvents && IsExcepted(ref norm, plan, in obligation))
            DecideStanding(state, ref norm, plan, Verdict.NotApplicable, ref obligation, null);
        else
            OpenStanding(state, ref norm, plan, ref obligation, excepted);
    }

    /// <summary>Notes an event without the key for obligations whose key has not been seen yet.</summary>
    private void DoubtEveryKey(CaseState state, ref NormState norm, in Listener listener, long at, Value distinct)
    {
        var plan = listener.Plan;
        long from = 0, due = long.MaxValue;
        if (plan.Clock?.TryResolve(state.FirstAt, FactsOf(state), out from, out due, out _) == false || at < from || at > due || (due == long.MaxValue && HasEnded(state, in norm, plan)))
            return;
        ref var every = ref MemoryOf(state, ref norm, plan, Value.Missing);
        if ((every.Flags & ObligationFlags.Candidate) == 0)
            every.At = at;
        MarkCandidate(ref every, listener.Test, Truth.Unknown, plan);
        if (plan.Kind == PlanKind.Count)
            CountEvent(ref every, plan, Truth.Unknown, distinct);
    }

    /// <summary>Takes over what events without the key may have been; null where there were none, else the instant of the first.</summary>
    private long? TakeDoubts(ref NormState norm, ref Obligation obligation)
    {
        for (var node = norm.Head; node != 0; node = _pool[node].Next)
        {
            ref var every = ref _pool[node];
            if ((every.Flags & ObligationFlags.Memory) == 0)
                continue;
            obligation.Flags |= ObligationFlags.Candidate;
            obligation.MaybeCount = every.MaybeCount;
            obligation.Extra = new ObligationExtra { Fault = every.Extra?.Fault, MaybeDistinct = every.Extra?.MaybeDistinct is { } maybe ? [.. maybe] : null };
            return every.At;
        }

        return null;
    }

    private void OpenStanding(CaseState state, ref NormState norm, NormPlan plan, ref Obligation obligation, Truth excepted)
    {
        if (excepted == Truth.Unknown || MayBeExcepted(ref norm, plan, in obligation))
            obligation.Flags |= ObligationFlags.MaybeExcepted;
        if (plan.Key >= 0 && TakeDoubts(ref norm, ref obligation) is { } doubted && plan.Kind == PlanKind.Order)
        {
            DecideStanding(state, ref norm, plan, Verdict.Unknown, ref obligation, obligation.Extra?.Fault, doubted);
            return;
        }

        var node = Link(state, ref norm, ref obligation);
        if (obligation.Due == long.MaxValue && HasEnded(state, in norm, plan))
        {
            DecideAtEnd(state, ref norm, plan, node, state.EndOf(state.Program.PackOf[norm.Tag - 1]));
            Close(state, ref norm, plan, 0, node);
        }
    }

    /// <summary>Whether what has no clock is over for the norm; an observer may answer until the interaction is closed.</summary>
    private static bool HasEnded(CaseState state, in NormState norm, NormPlan plan) =>
        state.EndedPacks != 0 && !plan.SilenceIsUnknown && state.HasEnded(state.Program.PackOf[norm.Tag - 1]);

    /// <summary>A frame that sees the facts of the case, no event and no state.</summary>
    private Frame FactsOf(CaseState state)
    {
        _facts.Facts = state.Facts;
        _facts.FactCount = state.FactCount;
        return _facts;
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

    private void DecideStanding(CaseState state, ref NormState norm, NormPlan plan, Verdict verdict, ref Obligation obligation, object? detail, long? at = null)
    {
        obligation.Due = long.MaxValue;
        Emit(state, ref norm, plan, verdict, at ?? obligation.At, in obligation, default, 0, detail);
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
        return (Blame(plan, in item), item.Extra?.NearMiss);
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
        var most = MostCounted(in item);
        if (item.Count >= plan.AtLeast && most <= plan.AtMost)
            return (Verdict.Satisfied, null);
        return most < plan.AtLeast ? (Blame(plan, in item), BoxedCounts.Of(item.Count)) : (Verdict.Unknown, item.Extra?.Fault);
    }

    private void StartMachine(CaseState state, int local, long at)
    {
        ref var norm = ref state.State(local);
        Enter(state, ref norm, state.Program.Plans[local].Machine!, state.Program.Plans[local].Machine!.Process.Initial, at);
    }

    private void Enter(CaseState state, ref NormState norm, MachinePlan machine, int to, long at)
    {
        StopTimer(state, ref norm);
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

    private void StopTimer(CaseState state, ref NormState norm)
    {
        if (norm.Head == 0)
            return;
        var timer = norm.Head;
        norm.Head = 0;
        Free(state, timer);
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
                StopTimer(state, ref norm);
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
        if (plan.Machine!.IsSilent)
            return;
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
        var pack = state.Program.PackOf[local];
        if (!state.HasEnded(pack))
            state.SetMark(pack, at);
        if (left.TimerEmit >= 0)
        {
            LoadEmitted(state, left.TimerEmit, at);
            Dispatch(state, state.Program.Listeners[left.TimerEmit + 1], at, new EventReference(left.TimerEmit, 0, EventReference.Emitted), pack);
        }

        if (machine.States[left.TimerTo].IsTerminal)
            EndWhereAllIsDone(state, at);
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

    private static bool AreTerminal(CaseState state, int[] machines)
    {
        foreach (var local in machines)
        {
            if (!state.Program.Plans[local].Machine!.States[state.State(local).Bits & NormState.LowMask].IsTerminal)
                return false;
        }

        return true;
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
