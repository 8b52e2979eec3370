using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules.Compilation;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Explanation.Traces;

/// <summary>Lets the evaluator judge proposals by one norm. Not thread-safe.</summary>
internal sealed class TraceRunner(RuleBook book, NormPlan plan)
{
    public const string CaseId = "example";

    private readonly EventEncoder _encoder = book.Compiled.Encoder;
    private readonly Sink _sink = new(plan.Index);
    private readonly EventBatch _batch = new();
    private Evaluator? _evaluator;

    /// <summary>What the norm says of the trace once every deadline has passed and the interaction is closed.</summary>
    public IReadOnlyList<VerdictRecord> Run(TraceProposal proposal) => Run(Events(proposal), proposal.Processes);

    /// <summary>As <see cref="Run(TraceProposal)"/>, of events.</summary>
    public IReadOnlyList<VerdictRecord> Run(ImmutableArray<InteractionEvent> events, ImmutableArray<int> processes)
    {
        _sink.Records.Clear();
        _batch.Clear();
        foreach (var item in events)
            _encoder.Encode(_batch, item);
        _evaluator ??= new Evaluator(book.Compiled, _sink);
        var state = new InteractionReplay(book.Compiled, _evaluator).Replay(0, _batch, processes);
        _evaluator.Complete(state, long.MaxValue, close: true);
        _evaluator.Release(state);
        return _sink.Records;
    }

    public GeneratedTrace Trace(TraceProposal proposal, VerdictRecord? record) => Trace(Events(proposal), proposal.Processes, record);

    public GeneratedTrace Trace(ImmutableArray<InteractionEvent> events, ImmutableArray<int> processes, VerdictRecord? record) => new(
        events,
        [.. processes.Select(p => book.Bound.ProcessIds[p])],
        record is { } decided ? book.Composer.Compose(CaseId, decided, _ => null) : null);

    private ImmutableArray<InteractionEvent> Events(TraceProposal proposal)
    {
        var events = ImmutableArray.CreateBuilder<InteractionEvent>();
        var steps = proposal.Steps.OrderBy(s => s.At).ToList();
        if (proposal.Facts.Count > 0)
            events.Add(new InteractionEvent(CaseId, steps[0].At, InteractionEvent.CaseFacts) { Data = Data(proposal.Facts), Line = 1 });
        foreach (var step in steps)
        {
            events.Add(new InteractionEvent(CaseId, step.At, book.Bound.Vocabulary.Acts[step.Draft.Act].Name)
            {
                Actor = step.Draft.Actor,
                Role = step.Draft.Role,
                Say = step.Draft.Say,
                Data = Data(step.Draft.Data),
                Line = events.Count + 1,
            });
        }

        return events.ToImmutable();
    }

    private FrozenDictionary<string, Value> Data(ImmutableSortedDictionary<int, Value> data) =>
        data.ToFrozenDictionary(d => book.Bound.Vocabulary.Attributes[d.Key].Name, d => d.Value, StringComparer.Ordinal);

    private sealed class Sink(int norm) : IVerdictSink
    {
        public List<VerdictRecord> Records { get; } = [];

        public bool WantsAll => true;

        public void Add(CaseState state, in VerdictRecord record)
        {
            if (record.Norm == norm)
                Records.Add(record);
        }

        public void AddContradiction(CaseState state, in FactContradiction contradiction)
        {
        }
    }
}
