using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Sessions;

/// <summary>Keeps the verdicts of one session, and tells what changed.</summary>
internal sealed class SessionSink(RuleBook book, string caseId) : IVerdictSink
{
    private List<VerdictRecord> _records = [];

    /// <summary>What stood before the verdicts were last made anew.</summary>
    private List<VerdictRecord> _earlier = [];
    private int _generation;

    /// <summary>A place among the verdicts.</summary>
    /// <param name="Generation">How often they had been made anew.</param>
    /// <param name="Count">How many there were.</param>
    public readonly record struct Mark(int Generation, int Count);

    public bool WantsAll => true;

    public Mark Here => new(_generation, _records.Count);

    public void Add(CaseState state, in VerdictRecord record) => _records.Add(record);

    public void AddContradiction(CaseState state, in FactContradiction contradiction)
    {
    }

    /// <summary>The verdicts are about to be made anew.</summary>
    public void Clear()
    {
        (_earlier, _records) = (_records, []);
        _generation++;
    }

    /// <summary>Verdicts that were not there at the mark, or stood otherwise. They were made anew once since, at most.</summary>
    public ImmutableArray<Finding> ChangedSince(Mark mark)
    {
        if (mark.Generation == _generation)
            return _records.Count == mark.Count ? [] : Compose(_records.Skip(mark.Count));
        var before = new Dictionary<(int, long, EventReference, string), int>();
        foreach (var record in _earlier.Take(mark.Count))
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
