using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Compilation;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Evaluation;

/// <summary>What one event does to the norms that listen to its act.</summary>
internal sealed partial class Evaluator
{
    /// <param name="onlyPack">The pack of the machine that emitted the act, which is nobody else's; -1 for an event of the log.</param>
    private void Dispatch(CaseState state, Listener[] listeners, long at, EventReference reference, int onlyPack = -1)
    {
        var ends = false;
        state.Moment++;
        for (var i = 0; i < listeners.Length; i++)
        {
            ref readonly var listener = ref listeners[i];
            if (onlyPack >= 0 && state.Program.PackOf[listener.Local] != onlyPack)
                continue;
            switch (listener.Role)
            {
                case ListenerRole.Discharge:
                    Discharge(state, in listener, at, reference);
                    break;
                case ListenerRole.Activate:
                    Activate(state, in listener, at, reference);
                    break;
                case ListenerRole.Prerequisite:
                    NotePrerequisite(state, in listener, at);
                    break;
                case ListenerRole.Breach:
                    Breach(state, in listener, at, reference);
                    break;
                case ListenerRole.Hit:
                    Hit(state, in listener, at, reference);
                    break;
                case ListenerRole.Machine:
                    ends |= Transit(state, in listener, at, reference);
                    break;
                case ListenerRole.Step:
                    TakeStep(state, in listener, at, reference);
                    break;
                case ListenerRole.Except:
                    Except(state, in listener, at, reference);
                    break;
                case ListenerRole.Until:
                    EndWindow(state, in listener, at, reference);
                    break;
                case ListenerRole.UnitTick:
                    TickUnit(state, in listener, at, reference);
                    break;
                default:
                    ForgetPrerequisites(state, in listener);
                    break;
            }
        }

        if (ends)
            EndWhereAllIsDone(state, at);
    }

    private Truth Holds(in Listener listener) => listener.Test is null ? Truth.True : listener.Test.Test(_frame);

    /// <summary>Whether the event belongs to the obligation's key; an event without the key may.</summary>
    private Truth KeyOf(NormPlan plan, out Value key)
    {
        if (plan.Key < 0)
        {
            key = default;
            return Truth.True;
        }

        key = _frame.AttributeOrDefault(plan.Key);
        return key.IsMissing ? Truth.Unknown : Truth.True;
    }

    private static Truth And(Truth left, Truth right) =>
        left == Truth.False || right == Truth.False ? Truth.False : left == Truth.True && right == Truth.True ? Truth.True : Truth.Unknown;

    private Truth TestFor(in Listener listener, ref Obligation obligation, Truth holds)
    {
        if (!listener.Plan.ReadsActivation || listener.Test is null)
            return holds;
        _frame.Activation = obligation.Extra?.Captured;
        _frame.ActivationAt = new Instant(obligation.At);
        var result = listener.Test.Test(_frame);
        _frame.Activation = null;
        return result;
    }

    private void Activate(CaseState state, in Listener listener, long at, EventReference reference)
    {
        var holds = Holds(in listener);
        if (holds == Truth.False)
            return;
        var plan = listener.Plan;
        ref var norm = ref state.State(listener.Local);
        if (holds == Truth.True && plan.IsPlainResponse)
        {
            OpenPlain(state, ref norm, plan, at, reference);
            return;
        }

        if (holds == Truth.True && plan.PrerequisiteBits != 0 && ((uint)norm.Bits & plan.PrerequisiteBits) == plan.PrerequisiteBits
            && !_wantsAll && plan.IsBlind && !plan.HasExceptionEvents)
        {
            norm.Satisfied++;
            return;
        }

        var obligation = new Obligation { At = at, Due = long.MaxValue, Activation = reference };
        var keyed = KeyOf(plan, out obligation.Key);
        if (plan.HasExceptionEvents && IsExcepted(ref norm, plan, in obligation))
        {
            Emit(state, ref norm, plan, Verdict.NotApplicable, at, in obligation, default, 0);
            return;
        }

        var excepted = plan.ExceptThat is null ? Truth.False : plan.ExceptThat.Test(_frame);
        if (excepted == Truth.True)
        {
            Emit(state, ref norm, plan, Verdict.NotApplicable, at, in obligation, default, 0);
            return;
        }

        if (holds == Truth.Unknown || keyed == Truth.Unknown)
        {
            var fault = holds == Truth.Unknown ? listener.Test!.Explain(_frame) : plan.MissingKey;
            Emit(state, ref norm, plan, Verdict.Unknown, at, in obligation, default, 0, fault);
            return;
        }

        if (excepted == Truth.Unknown || (plan.HasExceptionEvents && MayBeExcepted(ref norm, plan, in obligation)))
            obligation.Flags |= ObligationFlags.MaybeExcepted;
        if (plan.Kind == PlanKind.Check)
            Check(state, ref norm, plan, at, in obligation);
        else
            OpenObligation(state, ref norm, plan, ref obligation);
    }

    /// <summary>Opens an obligation that nothing but an answer or time can decide.</summary>
    private void OpenPlain(CaseState state, ref NormState norm, NormPlan plan, long at, EventReference reference)
    {
        var due = plan.Clock is ElapsedClock clock ? clock.DueAfter(at) : long.MaxValue;
        if (due != long.MaxValue)
            StartClock(state, due);
        var node = Rent(state);
        ref var item = ref _pool[node];
        item.At = at;
        item.Due = due;
        item.From = plan.IsStanding ? 0 : at;
        item.Activation = reference;
        item.Next = norm.Head;
        norm.Head = node;
    }

    /// <summary>Opens an obligation of a response, an absence or a count.</summary>
    private void OpenObligation(CaseState state, ref NormState norm, NormPlan plan, ref Obligation obligation)
    {
        if (plan.Clock is not null)
        {
            if (!plan.Clock.TryResolve(obligation.At, _frame, out obligation.From, out obligation.Due, out var fault))
            {
                obligation.Due = long.MaxValue;
                Emit(state, ref norm, plan, Verdict.Unknown, obligation.At, in obligation, default, 0, fault);
                return;
            }
        }

        if (plan.Captures.Length > 0)
        {
            var captured = new Value[plan.Captures.Length];
            for (var i = 0; i < captured.Length; i++)
                captured[i] = plan.Captures[i] == NormPlan.CapturedActor ? _frame.ActorValue : _frame.Attribute(plan.Captures[i]);
            obligation.Extra = new ObligationExtra { Captured = captured };
        }

        Link(state, ref norm, ref obligation);
    }

    private int Link(CaseState state, ref NormState norm, ref Obligation obligation)
    {
        if (obligation.Due != long.MaxValue)
            StartClock(state, obligation.Due);
        var node = Rent(state);
        obligation.Next = norm.Head;
        _pool[node] = obligation;
        norm.Head = node;
        return node;
    }

    private void Discharge(CaseState state, in Listener listener, long at, EventReference reference)
    {
        var plan = listener.Plan;
        ref var norm = ref state.State(listener.Local);
        if (plan.IsStanding)
            TouchStanding(state, ref norm, plan);
        if (norm.Head == 0)
            return;
        var holds = !plan.ReadsActivation ? Holds(in listener) : Truth.True;
        if (holds == Truth.True && plan.IsPlainResponse && !_wantsAll)
        {
            DischargePlain(state, ref norm);
            return;
        }

        if (holds == Truth.False)
        {
            if (plan.NearMiss is not null)
                LookAtNearMiss(ref norm, plan);
            return;
        }

        var keyed = KeyOf(plan, out var key);
        for (int node = norm.Head, previous = 0; node != 0;)
        {
            ref var item = ref _pool[node];
            var next = item.Next;
            if ((item.Flags & ObligationFlags.NotOpen) != 0 || at < item.From || at > item.Due || (plan.Key >= 0 && keyed == Truth.True && item.Key != key))
            {
                previous = node;
                node = next;
                continue;
            }

            var truth = And(TestFor(in listener, ref item, holds), keyed);
            var units = truth == Truth.False || plan.UnitLimit < 0 ? 0 : UnitsBefore(plan, in item);
            var counted = units is null ? Truth.Unknown : TruthLogic.Of(units <= plan.UnitLimit || plan.UnitLimit < 0);
            if (truth == Truth.True && counted == Truth.True)
            {
                Unlink(ref norm, previous, node);
                if (plan.IsStanding)
                    norm.Bits |= NormState.Decided;
                var verdict = (item.Flags & ObligationFlags.MaybeBroken) != 0 ? Verdict.Unknown : Verdict.Satisfied;
                Emit(state, ref norm, plan, verdict, at, in item, reference, at);
                Free(state, node);
            }
            else if (truth == Truth.True && counted == Truth.False)
            {
                Unlink(ref norm, previous, node);
                if (plan.IsStanding)
                    norm.Bits |= NormState.Decided;
                Emit(state, ref norm, plan, Blame(plan, in item), at, in item, reference, at, BoxedCounts.Of(units!.Value));
                Free(state, node);
            }
            else
            {
                if (truth != Truth.False && counted != Truth.False)
                    MarkCandidate(ref item, listener.Test, keyed, plan);
                else if (truth != Truth.False)
                    item.Flags |= ObligationFlags.MaybeBroken;
                previous = node;
            }

            node = next;
        }
    }

    /// <summary>One answer keeps all that is open.</summary>
    private void DischargePlain(CaseState state, ref NormState norm)
    {
        for (var node = norm.Head; node != 0;)
        {
            var next = _pool[node].Next;
            Free(state, node);
            norm.Satisfied++;
            node = next;
        }

        norm.Head = 0;
    }

    /// <summary>How many units the answer says it came after, or the log counted; null where neither tells.</summary>
    private int? UnitsBefore(NormPlan plan, in Obligation item)
    {
        var number = plan.UnitAttribute >= 0 ? _frame.EventAttribute(plan.UnitAttribute) : Value.Missing;
        return number.Kind switch
        {
            ValueKind.Int => (int)Math.Clamp(number.AsInt, 0, int.MaxValue),
            ValueKind.Double => (int)Math.Clamp((long)number.AsDouble, 0, int.MaxValue),
            _ => item.Count > 0 ? item.Count : null,
        };
    }

    private void TickUnit(CaseState state, in Listener listener, long at, EventReference reference)
    {
        var plan = listener.Plan;
        ref var norm = ref state.State(listener.Local);
        var keyed = KeyOf(plan, out var key);
        for (int node = norm.Head, previous = 0; node != 0;)
        {
            ref var item = ref _pool[node];
            var next = item.Next;
            var isOther = plan.Key >= 0 && keyed == Truth.True && item.Key != key;
            if ((item.Flags & ObligationFlags.NotOpen) != 0 || isOther || ++item.Count <= plan.UnitLimit)
            {
                previous = node;
                node = next;
                continue;
            }

            Unlink(ref norm, previous, node);
            if (plan.IsStanding)
                norm.Bits |= NormState.Decided;
            Emit(state, ref norm, plan, Blame(plan, in item), at, in item, reference, at, BoxedCounts.Of(item.Count));
            Free(state, node);
            node = next;
        }
    }

    private void LookAtNearMiss(ref NormState norm, NormPlan plan)
    {
        for (var node = norm.Head; node != 0; node = _pool[node].Next)
        {
            ref var item = ref _pool[node];
            if ((item.Flags & ObligationFlags.NotOpen) != 0)
                continue;
            var seen = plan.NearMiss!.Look(_frame, item.Extra?.NearMiss);
            if (seen is not null)
                (item.Extra ??= new ObligationExtra()).NearMiss = seen;
        }
    }

    private void MarkCandidate(ref Obligation item, Condition? test, Truth keyed, NormPlan plan)
    {
        item.Flags |= ObligationFlags.Candidate;
        item.Extra ??= new ObligationExtra();
        item.Extra.Fault ??= keyed == Truth.Unknown ? plan.MissingKey : test?.Explain(_frame);
    }

    private void Breach(CaseState state, in Listener listener, long at, EventReference reference)
    {
        var plan = listener.Plan;
        var holds = !plan.ReadsActivation ? Holds(in listener) : Truth.True;
        if (holds == Truth.False)
            return;
        ref var norm = ref state.State(listener.Local);
        var keyed = KeyOf(plan, out var key);
        if (plan.IsStanding && (plan.Key >= 0 || (norm.Bits & (NormState.Opened | NormState.Decided)) == 0))
            TouchStanding(state, ref norm, plan, keyed, key);
        if (plan.IsStanding && keyed == Truth.Unknown)
            DoubtEveryKey(state, ref norm, in listener, at, default);
        for (int node = norm.Head, previous = 0; node != 0;)
        {
            ref var item = ref _pool[node];
            var next = item.Next;
            var truth = (item.Flags & ObligationFlags.NotOpen) != 0 || at < item.From || at > item.Due || (plan.Key >= 0 && keyed == Truth.True && item.Key != key)
                ? Truth.False
                : And(TestFor(in listener, ref item, holds), keyed);
            if (truth == Truth.Unknown && plan.Kind == PlanKind.Response)
                item.Flags |= ObligationFlags.MaybeBroken;
            else if (truth == Truth.Unknown)
                MarkCandidate(ref item, listener.Test, keyed, plan);
            if (truth != Truth.True)
            {
                previous = node;
                node = next;
                continue;
            }

            Emit(state, ref norm, plan, Blame(plan, in item), at, in item, reference, at, MatchDetail(plan));
            previous = Close(state, ref norm, plan, previous, node);
            node = next;
        }
    }

    private object? MatchDetail(NormPlan plan) => plan.NearMiss?.Look(_frame, null);

    private void Hit(CaseState state, in Listener listener, long at, EventReference reference)
    {
        var plan = listener.Plan;
        ref var norm = ref state.State(listener.Local);
        var holds = !plan.ReadsActivation ? Holds(in listener) : Truth.True;
        if (holds == Truth.False)
            return;
        if (plan.IsBlind && plan.IsStanding && holds == Truth.True)
        {
            HitPlain(state, ref norm, plan, at, reference);
            return;
        }

        var keyed = KeyOf(plan, out var key);
        if (plan.IsStanding && (plan.Key >= 0 || (norm.Bits & (NormState.Opened | NormState.Decided)) == 0))
            TouchStanding(state, ref norm, plan, keyed, key);
        var distinct = plan.Distinct >= 0 ? _frame.AttributeOrDefault(plan.Distinct) : default;
        if (plan.IsStanding && keyed == Truth.Unknown)
            DoubtEveryKey(state, ref norm, in listener, at, distinct);
        for (int node = norm.Head, previous = 0; node != 0;)
        {
            ref var item = ref _pool[node];
            var next = item.Next;
            var truth = (item.Flags & ObligationFlags.NotOpen) != 0 || at < item.From || at > item.Due || (plan.Key >= 0 && keyed == Truth.True && item.Key != key)
                ? Truth.False
                : And(TestFor(in listener, ref item, holds), keyed);
            if (truth != Truth.False)
                CountEvent(ref item, plan, truth, distinct);
            if (truth == Truth.Unknown)
                MarkCandidate(ref item, listener.Test, keyed, plan);
            var decided = truth != Truth.True ? (Verdict?)null
                : item.Count > plan.AtMost ? Blame(plan, in item)
                : plan.AtMost == int.MaxValue && item.Count >= plan.AtLeast ? Verdict.Satisfied
                : null;
            if (decided is { } verdict)
            {
                Emit(state, ref norm, plan, verdict, at, in item, reference, at, verdict == Verdict.Satisfied ? null : BoxedCounts.Of(item.Count));
                previous = Close(state, ref norm, plan, previous, node);
            }
            else
            {
                previous = node;
            }

            node = next;
        }
    }

    /// <summary>Counts an event of a standing norm that looks at nothing.</summary>
    private void HitPlain(CaseState state, ref NormState norm, NormPlan plan, long at, EventReference reference)
    {
        if ((norm.Bits & (NormState.Opened | NormState.Decided)) == 0)
            TouchStanding(state, ref norm, plan);
        if ((norm.Bits & NormState.Decided) != 0 || norm.Head == 0)
            return;
        ref var item = ref _pool[norm.Head];
        if (at < item.From)
            return;
        item.Count++;
        if (item.Count > plan.AtMost)
            Emit(state, ref norm, plan, Blame(plan, in item), at, in item, reference, at, BoxedCounts.Of(item.Count));
        else if (plan.AtMost == int.MaxValue && item.Count >= plan.AtLeast)
            Emit(state, ref norm, plan, Verdict.Satisfied, at, in item, reference, at);
        else
            return;
        Close(state, ref norm, plan, 0, norm.Head);
    }

    private static void CountEvent(ref Obligation item, NormPlan plan, Truth truth, Value distinct)
    {
        if (plan.Distinct < 0)
        {
            if (truth == Truth.True)
                item.Count++;
            else
                item.MaybeCount++;
            return;
        }

        var extra = item.Extra ??= new ObligationExtra();
        if (truth == Truth.True && !distinct.IsMissing)
        {
            if ((extra.Distinct ??= []).Add(distinct))
                item.Count++;
            extra.MaybeDistinct?.Remove(distinct);
        }
        else if (distinct.IsMissing)
        {
            item.Flags |= ObligationFlags.Candidate;
            extra.Fault ??= plan.MissingKey;
            item.MaybeCount++;
        }
        else if (extra.Distinct?.Contains(distinct) != true)
        {
            (extra.MaybeDistinct ??= []).Add(distinct);
        }
    }

    private void TakeStep(CaseState state, in Listener listener, long at, EventReference reference)
    {
        var plan = listener.Plan;
        uint taken = 0;
        var unknown = false;
        Condition? doubtful = null;
        foreach (var step in listener.Steps)
        {
            switch (step.Test is null ? Truth.True : step.Test.Test(_frame))
            {
                case Truth.True:
                    taken |= 1u << step.Step;
                    break;
                case Truth.Unknown:
                    unknown = true;
                    doubtful = step.Test;
                    break;
            }
        }

        if (taken == 0 && !unknown)
            return;
        ref var norm = ref state.State(listener.Local);
        var keyed = KeyOf(plan, out var key);
        TouchStanding(state, ref norm, plan, keyed, key);
        if (keyed == Truth.Unknown)
            DoubtEveryKey(state, ref norm, in listener, at, default);
        for (int node = norm.Head, previous = 0; node != 0;)
        {
            ref var item = ref _pool[node];
            var next = item.Next;
            if ((item.Flags & ObligationFlags.NotOpen) != 0 || (plan.Key >= 0 && keyed == Truth.True && item.Key != key))
            {
                previous = node;
                node = next;
                continue;
            }

            if (unknown || keyed == Truth.Unknown)
            {
                var fault = keyed == Truth.Unknown ? plan.MissingKey : doubtful!.Explain(_frame);
                Emit(state, ref norm, plan, Verdict.Unknown, at, in item, reference, at, fault);
                previous = Close(state, ref norm, plan, previous, node);
                node = next;
                continue;
            }

            var outcome = plan.SkipSteps ? StepSkipping(ref item, taken) : StepStrictly(ref item, taken);
            if (outcome == Truth.False)
            {
                Emit(state, ref norm, plan, Blame(plan, in item), at, in item, reference, at, new OutOfStep(item.Count, taken));
                previous = Close(state, ref norm, plan, previous, node);
            }
            else if (item.Count == plan.StepCount && !plan.SkipSteps)
            {
                Emit(state, ref norm, plan, Verdict.Satisfied, at, in item, reference, at);
                previous = Close(state, ref norm, plan, previous, node);
            }
            else
            {
                previous = node;
            }

            node = next;
        }
    }

    /// <summary><see cref="Obligation.Count"/> is the number of leading steps taken.</summary>
    private static Truth StepStrictly(ref Obligation item, uint taken)
    {
        if ((taken & (1u << item.Count)) != 0)
        {
            item.Count++;
            return Truth.True;
        }

        return (taken & ((1u << item.Count) - 1)) != 0 ? Truth.True : Truth.False;
    }

    /// <summary><see cref="Obligation.Count"/> is one more than the latest step taken; <see cref="Obligation.MaybeCount"/> has a bit for each taken.</summary>
    private static Truth StepSkipping(ref Obligation item, uint taken)
    {
        var seen = (uint)item.MaybeCount;
        var forward = taken & ~((1u << item.Count) - 1);
        if (forward != 0)
        {
            var step = System.Numerics.BitOperations.TrailingZeroCount(forward);
            item.Count = step + 1;
            item.MaybeCount |= 1 << step;
            return Truth.True;
        }

        return (taken & seen) != 0 ? Truth.True : Truth.False;
    }

    private void Except(CaseState state, in Listener listener, long at, EventReference reference)
    {
        var holds = Holds(in listener);
        if (holds == Truth.False)
            return;
        var plan = listener.Plan;
        ref var norm = ref state.State(listener.Local);
        var keyed = KeyOf(plan, out var key);
        var all = plan.Key < 0 || keyed == Truth.Unknown;
        for (int node = norm.Head, previous = 0; node != 0;)
        {
            ref var item = ref _pool[node];
            var next = item.Next;
            if ((item.Flags & ObligationFlags.NotOpen) != 0 || (!all && item.Key != key))
            {
                previous = node;
            }
            else if (holds == Truth.Unknown)
            {
                item.Flags |= ObligationFlags.MaybeExcepted;
                previous = node;
            }
            else
            {
                Unlink(ref norm, previous, node);
                Emit(state, ref norm, plan, Released(plan, in item), at, in item, reference, at, item.Extra?.Fault);
                Free(state, node);
            }

            node = next;
        }

        if (all)
            norm.Bits |= holds == Truth.True ? NormState.Excepted : NormState.MaybeExcepted;
        else
            Mark(state, ref norm, key, ObligationFlags.Excepted | (holds == Truth.Unknown ? ObligationFlags.MaybeExcepted : 0));
    }

    private void Mark(CaseState state, ref NormState norm, Value key, ObligationFlags flags)
    {
        var mark = Rent(state);
        _pool[mark] = new Obligation { Due = long.MaxValue, Key = key, Flags = flags, Next = norm.Head };
        norm.Head = mark;
    }

    /// <summary>A window that ends before its key has been seen is not opened any more.</summary>
    private void EndUnseen(CaseState state, ref NormState norm, Truth keyed, Truth ends, Value key)
    {
        if (keyed == Truth.Unknown)
            norm.Bits |= NormState.MaybeExcepted;
        else if (!IsOpened(ref norm, key))
            Mark(state, ref norm, key, ends == Truth.True ? ObligationFlags.Decided : ObligationFlags.Excepted | ObligationFlags.MaybeExcepted);
    }

    private bool IsExcepted(ref NormState norm, NormPlan plan, in Obligation obligation)
    {
        if ((norm.Bits & NormState.Excepted) != 0)
            return true;
        return plan.Key >= 0 && HasMark(ref norm, in obligation, ObligationFlags.Excepted);
    }

    private bool MayBeExcepted(ref NormState norm, NormPlan plan, in Obligation obligation)
    {
        if ((norm.Bits & NormState.MaybeExcepted) != 0)
            return true;
        return plan.Key >= 0 && HasMark(ref norm, in obligation, ObligationFlags.Excepted | ObligationFlags.MaybeExcepted);
    }

    private bool HasMark(ref NormState norm, in Obligation obligation, ObligationFlags mark)
    {
        const ObligationFlags Both = ObligationFlags.Excepted | ObligationFlags.MaybeExcepted;
        for (var node = norm.Head; node != 0; node = _pool[node].Next)
        {
            ref var item = ref _pool[node];
            if ((item.Flags & Both) == mark && item.Key == obligation.Key)
                return true;
        }

        return false;
    }

    private void EndWindow(CaseState state, in Listener listener, long at, EventReference reference)
    {
        var plan = listener.Plan;
        ref var norm = ref state.State(listener.Local);
        if (plan.IsStanding && plan.Key < 0)
            TouchStanding(state, ref norm, plan);
        if (norm.Head == 0 && !plan.IsStanding)
            return;
        var holds = !plan.ReadsActivation ? Holds(in listener) : Truth.True;
        if (holds == Truth.False)
            return;
        var keyed = KeyOf(plan, out var key);
        if (plan.IsStanding && plan.Key >= 0)
            EndUnseen(state, ref norm, keyed, And(holds, keyed), key);
        for (int node = norm.Head, previous = 0; node != 0;)
        {
            ref var item = ref _pool[node];
            var next = item.Next;
            var truth = (item.Flags & ObligationFlags.NotOpen) != 0 || at > item.Due || (plan.Key >= 0 && keyed == Truth.True && item.Key != key)
                ? Truth.False
                : And(TestFor(in listener, ref item, holds), keyed);
            if (truth == Truth.Unknown)
                item.Flags |= ObligationFlags.MaybeExcepted;
            if (truth != Truth.True)
            {
                previous = node;
                node = next;
                continue;
            }

            var (verdict, detail) = plan.Kind == PlanKind.Absence ? Kept(state, plan, ref item) : (Released(plan, in item), item.Extra?.Fault);
            Emit(state, ref norm, plan, verdict, at, in item, reference, at, detail);
            previous = Close(state, ref norm, plan, previous, node);
            node = next;
        }
    }

    /// <summary>What a breach amounts to: unknown where an exception may hold, or where an event may have fulfilled before.</summary>
    private static Verdict Blame(NormPlan plan, in Obligation item)
    {
        var doubt = ObligationFlags.MaybeExcepted | (plan.Kind == PlanKind.Response ? ObligationFlags.Candidate : ObligationFlags.None);
        return (item.Flags & doubt) != 0 ? Verdict.Unknown : Verdict.Violated;
    }

    /// <summary>What an exception or a release amounts to: unknown where an event before it may have decided.</summary>
    private static Verdict Released(NormPlan plan, in Obligation item)
    {
        var isDoubtful = plan.Kind == PlanKind.Count
            ? MostCounted(in item) is var most && (most > plan.AtMost || (plan.AtMost == int.MaxValue && most >= plan.AtLeast))
            : (item.Flags & (ObligationFlags.Candidate | ObligationFlags.MaybeBroken)) != 0;
        return isDoubtful ? Verdict.Unknown : Verdict.NotApplicable;
    }

    /// <summary>How many events count if all that may count do.</summary>
    private static int MostCounted(in Obligation item) => item.Count + item.MaybeCount + (item.Extra?.MaybeDistinct?.Count ?? 0);

    private int Rent(CaseState state)
    {
        state.Nodes++;
        return _pool.Rent();
    }

    /// <summary>Gives an obligation back to the pool.</summary>
    private void Free(CaseState state, int node)
    {
        state.Nodes--;
        if (_pool[node].Due != long.MaxValue)
            StopClock(state);
        _pool.Return(node);
    }

    private static void StartClock(CaseState state, long due)
    {
        state.Clocks++;
        if (due < state.NextDue)
            state.NextDue = due;
    }

    private static void StopClock(CaseState state)
    {
        if (--state.Clocks == 0)
            state.NextDue = long.MaxValue;
    }

    private void Unlink(ref NormState norm, int previous, int node)
    {
        if (previous == 0)
            norm.Head = _pool[node].Next;
        else
            _pool[previous].Next = _pool[node].Next;
    }

    /// <summary>Closes an obligation that is decided. That of a standing norm leaves a mark, so that it is not opened again. Returns the node before the next.</summary>
    private int Close(CaseState state, ref NormState norm, NormPlan plan, int previous, int node)
    {
        if (plan.IsStanding && plan.Key >= 0)
        {
            ref var item = ref _pool[node];
            if (item.Due != long.MaxValue)
                StopClock(state);
            item.Flags = ObligationFlags.Decided;
            item.Due = long.MaxValue;
            item.Extra = null;
            return node;
        }

        Unlink(ref norm, previous, node);
        Free(state, node);
        if (plan.IsStanding)
            norm.Bits |= NormState.Decided;
        return previous;
    }
}

/// <summary>Numbers as details of verdicts, without an allocation for the small ones.</summary>
internal static class BoxedCounts
{
    private static readonly object[] Small = [.. Enumerable.Range(0, 64).Select(i => (object)i)];

    public static object Of(int count) => (uint)count < (uint)Small.Length ? Small[count] : count;
}

/// <summary>A step taken too early: how many had been taken, and which ones the event could be (a bit each).</summary>
internal sealed record OutOfStep(int Taken, uint Attempted);
