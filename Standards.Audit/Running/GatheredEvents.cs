using Standards.Rules.Evaluation;

namespace Standards.Audit.Running;

/// <summary>Events of several cases, gathered from a log in any order, to be handed out case by case. Not thread-safe.</summary>
internal sealed class GatheredEvents
{
    private readonly Dictionary<int, (int First, int Last)> _chains = [];
    private readonly EventBatch _all = new();
    private int[] _next = new int[4096];

    public void Add(int number, EventBatch source, in EventRecord record)
    {
        var index = _all.Count;
        ref var copy = ref _all.AddEvent();
        copy = record;
        copy.DataStart = _all.DataCount;
        foreach (ref readonly var value in source.Data.AsSpan(record.DataStart, record.DataCount))
            _all.AddData(value);

        if (index == _next.Length)
            Array.Resize(ref _next, index * 2);
        _next[index] = -1;
        if (_chains.TryGetValue(number, out var chain))
        {
            _next[chain.Last] = index;
            _chains[number] = (chain.First, index);
        }
        else
        {
            _chains.Add(number, (index, index));
        }
    }

    /// <summary>Each case with its events in input order; the batch is reused.</summary>
    public IEnumerable<(int Number, EventBatch Events)> Cases()
    {
        var batch = new EventBatch();
        foreach (var (number, chain) in _chains)
        {
            batch.Clear();
            for (var i = chain.First; i >= 0; i = _next[i])
                CopyTo(batch, i);
            yield return (number, batch);
        }
    }

    private void CopyTo(EventBatch batch, int index)
    {
        ref readonly var record = ref _all.Events[index];
        ref var copy = ref batch.AddEvent();
        copy = record;
        copy.DataStart = batch.DataCount;
        foreach (ref readonly var value in _all.Data.AsSpan(record.DataStart, record.DataCount))
            batch.AddData(value);
    }
}
