using Standards.Bench.Hand;
using Standards.Bench.Scanning;
using Standards.Bench.Workload;

namespace Standards.Bench.Peers;

/// <summary>
/// From the file to the counts by hand: parses and judges on the way, keeping no event. A file that turns out not to be
/// in order of time is loaded, sorted and judged from the start.
/// </summary>
internal sealed class HandProcess : IPeer
{
    public string Name => "hand-process";

    public Scope Scope => Scope.File;

    public Func<Counts> Prepare(string file) => () => InOnePass(file) ?? AfterSorting(file);

    private static Counts? InOnePass(string file)
    {
        var parser = new LogEventParser();
        var norms = new OnlineTenNorms(1024);
        var batch = new LogEvent[Batches.Size];
        var filled = 0;
        long events = 0, last = long.MinValue;
        using var lines = new LineReader(file);
        while (lines.TryRead(out var line))
        {
            var e = parser.Parse(line);
            if (e.At < last)
                return null;
            last = e.At;
            batch[filled++] = e;
            if (filled < batch.Length)
                continue;
            norms.Take(batch);
            events += filled;
            filled = 0;
        }

        norms.Take(batch.AsSpan(0, filled));
        return Counts.Of(events + filled, parser.Cases.Count, norms.Finish(parser.Cases.Count));
    }

    private static Counts AfterSorting(string file)
    {
        var log = LoadedLog.Read(file);
        var norms = new OnlineTenNorms(log.CaseIds.Count);
        norms.Take(log.InOrderOfTime());
        return Counts.Of(log.Events.Count, log.CaseIds.Count, norms.Finish(log.CaseIds.Count));
    }
}
