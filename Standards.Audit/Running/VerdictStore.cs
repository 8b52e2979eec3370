using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Running;

/// <summary>A verdict as it waits for the end of the run.</summary>
internal struct StoredVerdict
{
    public int Case;
    public int Norm;
    public long At;
    public long Due;
    public long ActivatedAt;
    public long DecidedBy;
    public EventReference Activation;
    public EventReference Decision;

    /// <summary>The key and the detail, where there is either.</summary>
    public Rest? Extra;
    public Verdict Verdict;

    public sealed record Rest(Value Key, object? Detail);

    public readonly VerdictRecord ToRecord() => new()
    {
        Norm = Norm,
        Verdict = Verdict,
        At = At,
        Due = Due,
        ActivatedAt = ActivatedAt,
        Activation = Activation,
        DecidedBy = DecidedBy,
        Decision = Decision,
        Key = Extra?.Key ?? default,
        Detail = Extra?.Detail,
    };
}

/// <summary>Keeps the verdicts of a run, in chunks that never move. Not thread-safe.</summary>
internal sealed class VerdictStore(int norms, bool all) : IVerdictSink
{
    private const int ChunkBits = 14;
    private const int ChunkSize = 1 << ChunkBits;
    private readonly List<StoredVerdict[]> _chunks = [];

    public int Count { get; private set; }

    public long[] Pending { get; } = new long[norms];

    public List<(int Case, FactContradiction Contradiction)> Contradictions { get; } = [];

    public bool WantsAll => all;

    public ref StoredVerdict this[int index] => ref _chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    public void Add(CaseState state, in VerdictRecord record)
    {
        if (record.Verdict == Verdict.Pending)
            Pending[record.Norm]++;
        if (!all && record.Verdict is Verdict.Pending)
            return;
        if (Count >> ChunkBits == _chunks.Count)
            _chunks.Add(new StoredVerdict[ChunkSize]);
        this[Count++] = new StoredVerdict
        {
            Case = state.Id,
            Norm = record.Norm,
            Verdict = record.Verdict,
            At = record.At,
            Due = record.Due,
            ActivatedAt = record.ActivatedAt,
            DecidedBy = record.DecidedBy,
            Activation = record.Activation,
            Decision = record.Decision,
            Extra = record.Key.IsMissing && record.Detail is null ? null : new StoredVerdict.Rest(record.Key, record.Detail),
        };
    }

    public void AddContradiction(CaseState state, in FactContradiction contradiction) => Contradictions.Add((state.Id, contradiction));
}
