using System.Collections.Immutable;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Reading;

/// <summary>Reads logs into batches of events.</summary>
internal static class LogReader
{
    /// <summary>
    /// Reads all inputs in order. Mistakes in them never throw: each is reported to <paramref name="diagnostics"/>, and the rest is read.
    /// </summary>
    /// <param name="inputs">Their indices are the <see cref="EventRecord.File"/> of the events.</param>
    /// <param name="schema">The names that the events are resolved to.</param>
    /// <param name="options">How to read.</param>
    /// <param name="consume">
    /// Called on the caller's thread, in the order of the lines. A batch and all that it refers to, but for strings, is valid only during the call.
    /// </param>
    /// <param name="diagnostics">Complete when the call returns; in input order.</param>
    /// <exception cref="Exception">Whatever <paramref name="consume"/> throws.</exception>
    public static LogReadResult Read(
        ImmutableArray<LogInput> inputs,
        EventSchema schema,
        LogReaderOptions options,
        Action<EventBatch> consume,
        LogDiagnosticBag diagnostics)
    {
        var names = new EventNames(schema);
        var total = inputs.Select(OpenLog.LengthOf).Aggregate((long?)0, (sum, length) => sum + length);
        using var source = new InputBlocks(inputs, names, options);
        var pipeline = new BlockPipeline(
            source,
            () => new JsonLinesParser(names, options),
            () => new LogBlock(options.BlockSize, options.KeptDiagnostics),
            options.Workers);
        var result = default(LogReadResult);
        pipeline.Run(block =>
        {
            diagnostics.Take(block);
            if (block.Batch.Count > 0)
                consume(block.Batch);
            result = new LogReadResult(result.Events + block.Batch.Count, result.Rejected + block.Rejected, block.BytesDone);
            options.Progress?.Invoke(new LogProgress(block.BytesDone, total));
        });
        return result;
    }
}
