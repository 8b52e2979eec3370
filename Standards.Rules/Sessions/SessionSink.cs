using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Sessions;

/// <summary>Keeps the verdicts of one session, and tells what changed.</summary>
internal sealed class SessionSink(RuleBook book, string caseId) : IVerdictSink
{
    private readonly List<VerdictRecord> _records = [];

    public bool WantsAll => true;

    public void Add(CaseState state, in VerdictRecord record) => _records.Add(record);

    public void AddContradiction(CaseState state, in FactContradiction contradiction)
    {
    }

    public void Clear() => _records.Clear();

    /// <summary>The verdicts before a change.</summary>
    public ImmutableArray<VerdictRecord> Mark() => [.. _records];

    /// <summary>Verdicts that were not there at the mark, or stood otherwise.</summary>
    public ImmutableArray<Finding> ChangedSince(ImmutableArray<VerdictRecord> mark)
    {
        if (_records.Count == mark.Length && _records.Count == 0)
            return [];
        var before = new Dictionary<(int, long, EventReference, string), int>();
        foreach (var record in mark)
        {
            var identity = Identity(record);
            before[identity] = before.GetValueOrDefault(identity) + 1;
        }

        var changed = new List<VerdictRecord>();
        foreach (var record in _records)
        {
            var identity = Identity(record);
            if (before.GetValueOrDefault(identity) is > 0 and var left)
                before[identity] = left - 1;
            else
                changed.Add(record);
        }

        return Compose(changed);
    }

    public ImmutableArray<Finding> All() => Compose(_records);

    private ImmutableArray<Finding> Compose(IEnumerable<VerdictRecord> records) =>
    [
        .. records.Select(r => book.Composer.Compose(caseId, r, _ => null))
            .OrderBy(f => f.At).ThenBy(f => f.Norm, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal),
    ];

    private static (int, long, EventReference, string) Identity(VerdictRecord record) =>
        (record.Norm, record.At, record.Activation, $"{record.Verdict} {record.Key} {record.Decision.Bits}");
}
