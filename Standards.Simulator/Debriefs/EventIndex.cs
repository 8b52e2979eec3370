using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>Finds the events of an attempt by the numbers that evidence carries. Immutable.</summary>
internal sealed class EventIndex
{
    private readonly FrozenDictionary<long, InteractionEvent> _byNumber;

    public EventIndex(AttemptRecord attempt)
    {
        ByTime = [.. attempt.Events.OrderBy(e => e.At)];
        _byNumber = attempt.Events.Select((item, i) => (Number: i + 1L, item)).ToFrozenDictionary(e => e.Number, e => e.item);
    }

    /// <summary>By time, then as they came.</summary>
    public ImmutableArray<InteractionEvent> ByTime { get; }

    /// <summary>The event of the evidence; null for one that a timer emitted.</summary>
    public InteractionEvent? Find(Evidence evidence) =>
        _byNumber.TryGetValue(evidence.Line, out var item) && item.At == evidence.At && string.Equals(item.Act, evidence.Act, StringComparison.Ordinal) ? item : null;

    /// <summary>The event that decided the verdict: the last of its evidence, if it happened then. Null where time decided.</summary>
    public InteractionEvent? Decider(Finding finding) =>
        finding.Evidence is [.., var last] && last.At == finding.At ? Find(last) : null;
}
