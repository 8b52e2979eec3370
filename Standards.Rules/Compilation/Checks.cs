using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation;

/// <summary>Prerequisites that were missing, by number (a bit each); those in <paramref name="Doubtful"/> may have been there.</summary>
internal sealed record MissingPrerequisites(uint Missing, uint Doubtful);

/// <summary>The role that acted.</summary>
internal sealed record WrongRole(string Role);

/// <summary>An amount charged beside the amount derived.</summary>
internal sealed record TariffDifference(Value Derived, Value Charged);

/// <summary>A value recorded beside the value derived; the row of the table that gave it, or -1.</summary>
internal sealed record DecisionDifference(Value Derived, Value Recorded, int Row);

/// <summary>A word of the calendar about a date outside its range, or the like.</summary>
internal sealed record Undecidable(LocalizedText Reason);

internal sealed class BeforeCheck(ImmutableArray<Condition?> conditions, long? window) : CheckPlan
{
    /// <summary>The most prerequisites whose memory fits into the state of a norm.</summary>
    public const int MostInBits = 12;

    public int Count => conditions.Length;

    /// <summary>Whether each prerequisite is an earlier event, however long ago, and all fit into the state of the norm.</summary>
    public bool InBits => window is null && conditions.Length <= MostInBits && conditions.All(c => c is null);

    public long? Window => window;

    /// <param name="frame">The activating event.</param>
    /// <param name="memory">What came before. A condition in place k stands for itself; null stands for an earlier event.</param>
    public override Truth Decide(Frame frame, ref CheckMemory memory, out object? detail)
    {
        uint missing = 0, doubtful = 0;
        Fault? fault = null;
        for (var k = 0; k < conditions.Length; k++)
        {
            var truth = conditions[k] is { } condition ? condition.Test(frame) : Earlier(k, frame, in memory);
            if (truth == Truth.False)
                missing |= 1u << k;
            if (truth == Truth.Unknown)
            {
                doubtful |= 1u << k;
                fault ??= conditions[k]?.Explain(frame);
            }
        }

        detail = (missing | doubtful) == 0 ? null : missing == 0 && fault is not null ? fault : Missing(missing, doubtful);
        return missing != 0 ? Truth.False : doubtful != 0 ? Truth.Unknown : Truth.True;
    }

    /// <summary>The last description made: most violations of a norm are alike. A race makes it twice.</summary>
    private MissingPrerequisites? _lastMissing;

    private MissingPrerequisites Missing(uint missing, uint doubtful)
    {
        var last = _lastMissing;
        return last is not null && last.Missing == missing && last.Doubtful == doubtful ? last : _lastMissing = new MissingPrerequisites(missing, doubtful);
    }

    private Truth Earlier(int k, Frame frame, in CheckMemory memory)
    {
        var bit = 1u << k;
        var since = window is { } span ? frame.At.Ticks - span : long.MinValue;
        if ((memory.Seen & bit) != 0 && (window is null || memory.LastSeen![k] >= since))
            return Truth.True;
        return (memory.MaybeSeen & bit) != 0 && (window is null || memory.LastMaybe![k] >= since)
            ? Truth.Unknown
            : Truth.False;
    }
}

internal sealed class ByCheck(ImmutableArray<string> roles) : CheckPlan
{
    public override Truth Decide(Frame frame, ref CheckMemory memory, out object? detail)
    {
        detail = null;
        if (frame.Role is null)
        {
            detail = RoleCondition.NoRole;
            return Truth.Unknown;
        }

        if (roles.Contains(frame.Role, StringComparer.Ordinal))
            return Truth.True;
        detail = new WrongRole(frame.Role);
        return Truth.False;
    }
}

internal sealed class EnsureCheck(Condition condition) : CheckPlan
{
    public override Truth Decide(Frame frame, ref CheckMemory memory, out object? detail)
    {
        var truth = condition.Test(frame);
        detail = truth == Truth.Unknown ? condition.Explain(frame) : null;
        return truth;
    }
}

internal sealed class DuringCheck(Schedule? schedule, WorkingCalendar calendar) : CheckPlan
{
    public override Truth Decide(Frame frame, ref CheckMemory memory, out object? detail)
    {
        var open = schedule is null ? calendar.IsOpen(frame.At) : schedule.Contains(frame.At, calendar.Clock, calendar);
        detail = open.Outside is { } date ? new Undecidable(new DeadlineUnknown.OutsideCalendar(calendar.Id, date).Describe()) : null;
        return open.HasValue ? TruthLogic.Of(open.Value) : Truth.Unknown;
    }
}

internal sealed class DecideCheck(DecisionPlan decision, int recorded) : CheckPlan
{
    private readonly Fault _notRecorded = new(FaultKind.MissingAttribute, decision.Decision.Id);

    public override Truth Decide(Frame frame, ref CheckMemory memory, out object? detail)
    {
        var derived = decision.Decide(frame, out var row);
        var stated = frame.AttributeOrDefault(recorded);
        if (derived.IsMissing || stated.IsMissing)
        {
            detail = (object?)derived.Fault ?? stated.Fault ?? _notRecorded;
            return Truth.Unknown;
        }

        detail = derived == stated ? null : new DecisionDifference(derived, stated, row);
        return detail is null ? Truth.True : Truth.False;
    }
}

internal sealed class TariffCheck(Evaluable derived, int charged, Fault notCharged) : CheckPlan
{
    /// <summary>Half of the smallest coin of a currency with hundredths: amounts closer than that are the same.</summary>
    private const double Tolerance = 0.005;

    public override Truth Decide(Frame frame, ref CheckMemory memory, out object? detail)
    {
        var expected = derived.Evaluate(frame);
        var actual = frame.AttributeOrDefault(charged);
        if (expected.IsMissing || actual.IsMissing)
        {
            detail = (object?)expected.Fault ?? notCharged;
            return Truth.Unknown;
        }

        if (Math.Abs(Number(expected) - Number(actual)) < Tolerance)
        {
            detail = null;
            return Truth.True;
        }

        detail = new TariffDifference(expected, actual);
        return Truth.False;
    }

    private static double Number(Value value) => value.Kind == ValueKind.Int ? value.AsInt : value.AsDouble;
}
