using System.Collections.Immutable;
using Standards.Audit.Reading;
using Standards.Audit.Running;
using Standards.Rules.Compilation;
using Standards.Rules.Evaluation;

namespace Standards.Bench.Ours;

/// <summary>A log in memory as the evaluator takes it: events in one batch, each with the number of its case.</summary>
internal sealed class PreloadedLog
{
    public EventBatch Events { get; } = new();

    public List<int> Cases { get; } = [];

    public CaseIndex Index { get; } = new();

    public static PreloadedLog Read(string file, CompiledRules rules)
    {
        var log = new PreloadedLog();
        LogReader.Read([LogInput.Of(file)], rules.Schema, LogReaderOptions.Default, log.Take, new LogDiagnosticBag());
        return log;
    }

    private void Take(EventBatch batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            ref readonly var record = ref batch.Events[i];
            Cases.Add(Index.GetOrAdd(batch.CaseId(in record), out _));
            ref var copy = ref Events.AddEvent();
            copy = record;
            copy.DataStart = Events.DataCount;
            foreach (ref readonly var value in batch.Data.AsSpan(record.DataStart, record.DataCount))
                Events.AddData(value);
        }
    }
}
