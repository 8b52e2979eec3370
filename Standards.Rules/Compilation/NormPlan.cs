using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation;

/// <summary>How a norm runs. The many forms of the language come down to these few.</summary>
internal enum PlanKind : byte
{
    /// <summary>Something must come: require, say, record, observe.</summary>
    Response,

    /// <summary>Something must not come: forbid, never-say.</summary>
    Absence,

    /// <summary>Something must come so many times.</summary>
    Count,

    /// <summary>Steps in an order.</summary>
    Order,

    /// <summary>Decided at the activation: before, by, ensure, during, decide, tariff.</summary>
    Check,

    /// <summary>The state machine of a process.</summary>
    Machine,

    /// <summary>Over many interactions; not run by the evaluator of one.</summary>
    Quota,
}

/// <summary>A norm as the evaluator runs it. Immutable and shared between threads.</summary>
internal sealed class NormPlan
{
    /// <summary>Stands in <see cref="Captures"/> for who acted.</summary>
    public const int CapturedActor = NormScope.CapturedActor;

    public required int Index { get; init; }

    public required BoundNorm Norm { get; init; }

    public required PlanKind Kind { get; init; }

    /// <summary>The obligation stands from the first event on: the norm has no <c>on</c>.</summary>
    public required bool IsStanding { get; init; }

    /// <summary>For a standing norm: must hold over the facts; null for always.</summary>
    public Condition? StandingWhen { get; init; }

    /// <summary>Tested at each activation: where true, the obligation does not apply.</summary>
    public Condition? ExceptThat { get; init; }

    public bool HasExceptionEvents { get; init; }

    /// <summary>Index of the key attribute; -1 for none.</summary>
    public int Key { get; init; } = -1;

    /// <summary>Null where the obligation has no clock.</summary>
    public ClockPlan? Clock { get; init; }

    /// <summary>For a clock that counts acts: the last number allowed; -1 for a clock of time.</summary>
    public int UnitLimit { get; init; } = -1;

    /// <summary>The attribute of the answering event that carries the number of units; -1 for none.</summary>
    public int UnitAttribute { get; init; } = -1;

    /// <summary>Attributes of the activating event that later conditions read, by capture index.</summary>
    public ImmutableArray<int> Captures { get; init; } = [];

    /// <summary>Whether conditions differ from obligation to obligation, because they read the activating event.</summary>
    public bool ReadsActivation { get; init; }

    public int AtLeast { get; init; }

    /// <summary><see cref="int.MaxValue"/> for no upper bound.</summary>
    public int AtMost { get; init; } = int.MaxValue;

    public int Distinct { get; init; } = -1;

    public int StepCount { get; init; }

    public bool SkipSteps { get; init; }

    public CheckPlan? Check { get; init; }

    public MachinePlan? Machine { get; init; }

    /// <summary>The words decide: without any words logged the verdict is unknown.</summary>
    public bool NeedsSpeech { get; init; }

    /// <summary>No answer leaves the verdict unknown rather than violated: the observer ticked nothing.</summary>
    public bool SilenceIsUnknown { get; init; }

    /// <summary>Looks at an event that did not fulfil, to say later what was wrong with it; null for none.</summary>
    public NearMissPlan? NearMiss { get; init; }

    /// <summary>
    /// The norm never looks at an event: no key, no captured attributes, no condition of its own, a clock of elapsed time or
    /// none. What its listeners test is their own affair.
    /// </summary>
    public required bool IsBlind { get; init; }

    /// <summary>A blind response without exceptions or units: what is opened is discharged by the next answer, all of it.</summary>
    public bool IsPlainResponse => IsBlind && Kind == PlanKind.Response && !HasExceptionEvents && UnitLimit < 0 && !IsStanding;

    /// <summary>For prerequisites that are only seen or not: a bit each, all of which must be seen; 0 for anything else.</summary>
    public uint PrerequisiteBits { get; init; }

    /// <summary>What a missing key is called in a finding.</summary>
    public Fault? MissingKey { get; init; }
}

/// <summary>The clock of an obligation.</summary>
internal abstract class ClockPlan
{
    /// <summary>
    /// The window of an obligation activated at <paramref name="at"/>: ticks, both bounds inclusive;
    /// <see cref="long.MaxValue"/> where nothing bounds it above. False, with the reason, where the log or the calendar
    /// cannot tell.
    /// </summary>
    public abstract bool TryResolve(long at, Frame frame, out long from, out long due, out object? reason);
}

/// <summary>A clock of elapsed time: one addition.</summary>
internal sealed class ElapsedClock(long ticks) : ClockPlan
{
    public long Ticks { get; } = ticks;

    /// <summary>The last instant that counts; the end of the time line where the sum leaves it.</summary>
    public long DueAfter(long at) => Math.Min(at + Ticks, Core.Instant.MaxValue.Ticks);

    public override bool TryResolve(long at, Frame frame, out long from, out long due, out object? reason)
    {
        from = at;
        due = DueAfter(at);
        reason = null;
        return true;
    }
}

/// <summary>A decision taken at the activating event.</summary>
internal abstract class CheckPlan
{
    /// <summary>True: kept; false: broken; unknown: undecided. <paramref name="detail"/> says why not true.</summary>
    public abstract Truth Decide(Frame frame, ref CheckMemory memory, out object? detail);
}

/// <summary>What a check remembers of earlier events of its key.</summary>
/// <param name="Seen">Bit k: prerequisite k has been seen.</param>
/// <param name="MaybeSeen">Bit k: an event may have been prerequisite k.</param>
/// <param name="LastSeen">With a window: the last instant of each; null where none was seen, or without a window.</param>
/// <param name="LastMaybe">As <paramref name="LastSeen"/>, for those that may have been.</param>
internal record struct CheckMemory(uint Seen, uint MaybeSeen, long[]? LastSeen, long[]? LastMaybe);

/// <summary>Explains events that came close.</summary>
internal abstract class NearMissPlan
{
    /// <summary>A description of how the event of <paramref name="frame"/> fell short, or <paramref name="best"/> if that came closer.</summary>
    public abstract object? Look(Frame frame, object? best);
}
