using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Interactions;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Evaluation;
using Standards.Rules.Sessions;

namespace Standards.Simulator.Drills;

/// <summary>Lets the evaluator judge interactions by one pack alone, as the packs' cases are meant. Not thread-safe.</summary>
internal sealed class CaseJudge(RuleBook book)
{
    private const string CaseId = "drill";

    private readonly EventBatch _batch = new();
    private readonly Dictionary<string, RuleBook> _alone = new(StringComparer.Ordinal);

    /// <summary>The rules of the pack as if no other were loaded.</summary>
    public RuleBook Alone(string pack)
    {
        if (!_alone.TryGetValue(pack, out var alone))
            _alone.Add(pack, alone = book.Bound.Packs.All(p => string.Equals(p.Id, pack, StringComparison.Ordinal)) ? book : book.Alone(pack));
        return alone;
    }

    /// <summary>Every verdict of the interaction; events are numbered from 1 in their order.</summary>
    /// <param name="asOf">Where the clock stops, leaving the interaction open; null where every deadline passes and it is closed.</param>
    public List<JudgedVerdict> Judge(string pack, ImmutableArray<string> processes, IReadOnlyList<InteractionEvent> events, Instant? asOf = null)
    {
        var rules = Alone(pack).Compiled;
        var sink = new Sink();
        var evaluator = new Evaluator(rules, sink);
        _batch.Clear();
        for (var i = 0; i < events.Count; i++)
            rules.Encoder.Encode(_batch, events[i] with { Line = i + 1, File = null });
        var state = new InteractionReplay(rules, evaluator).Replay(0, _batch, [.. processes.Select(rules.Encoder.Process).Where(p => p >= 0)]);
        evaluator.Complete(state, asOf?.Ticks ?? long.MaxValue, close: asOf is null);
        evaluator.Release(state);
        return [.. sink.Records.Select(r => new JudgedVerdict(rules.Plans[r.Norm], r))];
    }

    /// <summary>A live session of the interaction's first events.</summary>
    public Session Open(string pack, ImmutableArray<string> processes, IEnumerable<InteractionEvent> events)
    {
        var alone = Alone(pack);
        var session = alone.Open(CaseId, [.. processes.Where(p => alone.Compiled.Encoder.Process(p) >= 0)]);
        foreach (var item in events)
            session.Observe(item with { Case = CaseId });
        return session;
    }

    private sealed class Sink : IVerdictSink
    {
        public List<VerdictRecord> Records { get; } = [];

        public bool WantsAll => true;

        public void Add(CaseState state, in VerdictRecord record) => Records.Add(record);

        public void AddContradiction(CaseState state, in FactContradiction contradiction)
        {
        }
    }
}
