using Standards.Core.Findings;
using Standards.Core.Values;

namespace Standards.Rules.Evaluation;

/// <summary>A verdict as the evaluator states it; a finding is made of it only where somebody reads it.</summary>
internal struct VerdictRecord
{
    /// <summary>Index of the norm's plan.</summary>
    public int Norm;

    public Verdict Verdict;

    /// <summary>When it was decided; for an open obligation, when it was activated. UTC ticks.</summary>
    public long At;

    /// <summary>UTC ticks; <see cref="long.MaxValue"/> for no clock.</summary>
    public long Due;

    public long ActivatedAt;

    /// <summary>The event that activated the obligation; default for none.</summary>
    public EventReference Activation;

    public long DecidedBy;

    /// <summary>The event that decided it; default where time did.</summary>
    public EventReference Decision;

    public Value Key;

    /// <summary>Why: a fault, missing prerequisites, a tariff, a near miss; null where the norm says it all.</summary>
    public object? Detail;
}

/// <summary>Where an event stands: file, line and act in one word.</summary>
internal readonly record struct EventReference(ulong Bits)
{
    private const int LineBits = 36;
    private const int FileBits = 14;

    /// <summary>An event that the log does not hold: the timer of a process emitted it.</summary>
    public const long Emitted = 0;

    public EventReference(int act, int file, long line)
        : this(((ulong)(uint)(act + 2) << (LineBits + FileBits)) | ((ulong)(uint)file << LineBits) | ((ulong)line & ((1UL << LineBits) - 1)))
    {
    }

    public bool IsNone => Bits == 0;

    /// <summary>Index of the act; -1 for an act that no pack knows.</summary>
    public int Act => (int)(Bits >> (LineBits + FileBits)) - 2;

    public int File => (int)(Bits >> LineBits) & ((1 << FileBits) - 1);

    public long Line => (long)(Bits & ((1UL << LineBits) - 1));
}

/// <summary>Takes the verdicts of an evaluator.</summary>
internal interface IVerdictSink
{
    /// <summary>Whether satisfied and not applicable verdicts are wanted one by one; else satisfied ones are only counted.</summary>
    bool WantsAll { get; }

    void Add(CaseState state, in VerdictRecord record);

    /// <summary>The case states two values for one fact; the first stands.</summary>
    void AddContradiction(CaseState state, in FactContradiction contradiction);
}

/// <summary>Two values for one fact of a case.</summary>
internal readonly record struct FactContradiction(int Attribute, Value First, Value Second, EventReference At);
