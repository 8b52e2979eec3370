using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Compilation;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Evaluation;

/// <summary>
/// Judges one interaction of which all events are known, in whatever order they came: sorts them by time, then by input
/// order; finds its processes; states its facts first. A live session and a bulk audit both fall back on it. Not thread-safe.
/// </summary>
internal sealed class InteractionReplay(CompiledRules rules, Evaluator evaluator)
{
    private int[] _order = [];

    /// <summary>Judges the events of the batch and leaves the case open.</summary>
    /// <param name="id">The caller's index of the case.</param>
    /// <param name="batch">Events of this one case, in input order.</param>
    /// <param name="named">Processes that the caller names besides the events.</param>
    public CaseState Replay(int id, EventBatch batch, ImmutableArray<int> named)
    {
        Sort(batch);
        var state = evaluator.Open(id, Processes(batch, named));
        for (var i = 0; i < batch.Count; i++)
        {
            ref readonly var record = ref batch.Events[_order[i]];
            if (record.Act == EventSchema.CaseFactsAct)
                evaluator.TakeTimelessFacts(state, batch, in record);
        }

        for (var i = 0; i < batch.Count; i++)
        {
            ref readonly var record = ref batch.Events[_order[i]];
            if (record.Act != EventSchema.CaseFactsAct && evaluator.Step(state, batch, in record) != StepResult.Taken)
                throw new InvalidOperationException("a sorted interaction of known processes cannot need a replay");
        }

        return state;
    }

    private void Sort(EventBatch batch)
    {
        if (_order.Length < batch.Count)
            _order = new int[Math.Max(batch.Count, _order.Length * 2)];
        for (var i = 0; i < batch.Count; i++)
            _order[i] = i;
        var events = batch.Events;
        _order.AsSpan(0, batch.Count).Sort((a, b) =>
        {
            var byTime = events[a].At.CompareTo(events[b].At);
            return byTime != 0 ? byTime : a.CompareTo(b);
        });
    }

    /// <summary>The processes that the events name, and those whose start they match, given the facts of the case.</summary>
    private ProcessSet Processes(EventBatch batch, ImmutableArray<int> named)
    {
        var set = ProcessSet.Of(named);
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch.Events[i].Process >= 0)
                set = set.With(batch.Events[i].Process);
        }

        return rules.HasEntries ? evaluator.WithEntries(set, batch, _order) : set;
    }
}
