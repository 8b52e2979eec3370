using Standards.Bench.Hand;
using Standards.Bench.Scanning;
using Standards.Bench.Workload;

namespace Standards.Bench.Peers;

/// <summary>The ten norms by hand over events that stand grouped by case.</summary>
internal sealed class HandGrouped : IPeer
{
    public string Name => "hand-grouped";

    public Scope Scope => Scope.Evaluation;

    public Func<Counts> Prepare(string file)
    {
        var log = LoadedLog.Read(file);
        var events = log.GroupedByCase();
        var cases = log.CaseIds.Count;
        return () =>
        {
            var tally = new Tally();
            for (var start = 0; start < events.Length;)
            {
                var lastCase = Math.Min(start + Batches.Size, events.Length) - 1;
                var end = GroupedTenNorms.EndOfCase(events, lastCase);
                GroupedTenNorms.Take(events.AsSpan(start, end - start), tally);
                start = end;
            }

            return Counts.Of(events.Length, cases, tally);
        };
    }
}
