using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Compilation;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Evaluation;

/// <summary>
/// Norms that are decided at the activation, and what they remember of earlier events: for each key, and apart from that of the
/// events that had no key.
/// </summary>
internal sealed partial class Evaluator
{
    private void Check(CaseState state, ref NormState norm, NormPlan plan, long at, in Obligation obligation)
    {
        var memory = plan.PrerequisiteBits == 0
            ? norm.Head == 0 ? default : Recall(ref norm, plan, obligation.Key)
            : new CheckMemory((uint)norm.Bits & plan.PrerequisiteBits, ((uint)norm.Bits >> BeforeCheck.MostInBits) & plan.PrerequisiteBits, null, null);
        var truth = plan.Check!.Decide(_frame, ref memory, out var detail);
        var verdict = truth switch
        {
            Truth.True => Verdict.Satisfied,
            Truth.Unknown => Verdict.Unknown,
            _ => Blame(plan, in obligation),
        };
        Emit(state, ref norm, plan, verdict, at, in obligation, default, 0, detail);
    }

    private CheckMemory Recall(ref NormState norm, NormPlan plan, Value key)
    {
        var memory = default(CheckMemory);
        int keyless = 0, forgotten = 0;
        for (var node = norm.Head; node != 0; node = _pool[node].Next)
        {
            ref var item = ref _pool[node];
            if ((item.Flags & ObligationFlags.Memory) == 0)
                continue;
            if (plan.Key >= 0 && item.Key.IsMissing)
            {
                keyless = node;
            }
            else if (plan.Key < 0 || item.Key == key)
            {
                memory = new CheckMemory((uint)item.Count, (uint)item.MaybeCount, item.Extra?.LastSeen, item.Extra?.LastMaybe);
                forgotten = (int)item.From;
            }
        }

        return keyless == 0 ? memory : WithKeyless(memory, in _pool[keyless], forgotten);
    }

    /// <summary>Any event without the key may have been of this one, unless the key began afresh after it.</summary>
    private static CheckMemory WithKeyless(CheckMemory memory, in Obligation keyless, int forgotten)
    {
        var times = keyless.Extra!.LastMaybe is null ? null : (long[])keyless.Extra.LastMaybe.Clone();
        for (var k = 0; k < keyless.Extra.Moments!.Length; k++)
        {
            var bit = 1u << k;
            var own = (memory.MaybeSeen & bit) != 0 && memory.LastMaybe is not null ? memory.LastMaybe[k] : long.MinValue;
            if (keyless.Extra.Moments[k] > forgotten)
                memory.MaybeSeen |= bit;
            else if (times is not null)
                times[k] = long.MinValue;
            if (times is not null)
                times[k] = Math.Max(times[k], own);
        }

        memory.LastMaybe = times;
        return memory;
    }

    private void NotePrerequisite(CaseState state, in Listener listener, long at)
    {
        var holds = Holds(in listener);
        if (holds == Truth.False)
            return;
        var plan = listener.Plan;
        ref var norm = ref state.State(listener.Local);
        if (plan.PrerequisiteBits != 0)
        {
            norm.Bits |= 1 << (holds == Truth.True ? listener.Index : listener.Index + BeforeCheck.MostInBits);
            return;
        }

        var keyed = KeyOf(plan, out var key);
        ref var memory = ref MemoryOf(state, ref norm, plan, key);
        var isCertain = holds == Truth.True && keyed == Truth.True;
        if (isCertain)
            memory.Count |= 1 << listener.Index;
        else
            memory.MaybeCount |= 1 << listener.Index;
        if (plan.Check is not BeforeCheck { Window: var window, Count: var count })
            return;
        if (keyed == Truth.Unknown)
            ((memory.Extra ??= new ObligationExtra()).Moments ??= new int[count])[listener.Index] = state.Moment;
        if (window is null)
            return;
        var extra = memory.Extra ??= new ObligationExtra();
        var times = isCertain ? extra.LastSeen ??= NewTimes(count) : extra.LastMaybe ??= NewTimes(count);
        times[listener.Index] = at;
    }

    private static long[] NewTimes(int count)
    {
        var times = new long[count];
        Array.Fill(times, long.MinValue);
        return times;
    }

    private ref Obligation MemoryOf(CaseState state, ref NormState norm, NormPlan plan, Value key)
    {
        for (var node = norm.Head; node != 0; node = _pool[node].Next)
        {
            ref var item = ref _pool[node];
            if ((item.Flags & ObligationFlags.Memory) != 0 && (plan.Key < 0 || item.Key == key))
                return ref item;
        }

        var fresh = Rent(state);
        _pool[fresh] = new Obligation { Due = long.MaxValue, Flags = ObligationFlags.Memory, Key = key, Next = norm.Head };
        norm.Head = fresh;
        return ref _pool[fresh];
    }

    private void ForgetPrerequisites(CaseState state, in Listener listener)
    {
        var holds = Holds(in listener);
        if (holds == Truth.False)
            return;
        var plan = listener.Plan;
        ref var norm = ref state.State(listener.Local);
        if (plan.PrerequisiteBits != 0)
        {
            var seen = norm.Bits & (int)plan.PrerequisiteBits;
            norm.Bits &= holds == Truth.True ? ~NormState.LowMask : ~(int)plan.PrerequisiteBits;
            norm.Bits |= holds == Truth.True ? 0 : seen << BeforeCheck.MostInBits;
            return;
        }

        var keyed = KeyOf(plan, out var key);
        if (holds == Truth.True && keyed == Truth.True)
        {
            ref var own = ref MemoryOf(state, ref norm, plan, key);
            own.Count = 0;
            own.MaybeCount = 0;
            own.From = state.Moment;
            return;
        }

        for (var node = norm.Head; node != 0; node = _pool[node].Next)
        {
            ref var item = ref _pool[node];
            if ((item.Flags & ObligationFlags.Memory) != 0 && (plan.Key < 0 || keyed == Truth.Unknown || item.Key == key))
                Doubt(ref item);
        }
    }

    /// <summary>What was seen for certain may have been forgotten.</summary>
    private static void Doubt(ref Obligation memory)
    {
        if (memory.Extra?.LastSeen is { } seen)
        {
            var maybe = memory.Extra.LastMaybe ??= NewTimes(seen.Length);
            for (var k = 0; k < seen.Length; k++)
            {
                var had = (memory.MaybeCount & (1 << k)) != 0 ? maybe[k] : long.MinValue;
                maybe[k] = (memory.Count & (1 << k)) != 0 ? Math.Max(had, seen[k]) : had;
            }
        }

        memory.MaybeCount |= memory.Count;
        memory.Count = 0;
    }
}
