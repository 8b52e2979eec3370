using Standards.Bench.Hand;
using Standards.Bench.Scanning;

namespace Standards.Bench.Peers;

/// <summary>The ten norms by hand, online: the speed of light of a live evaluator.</summary>
internal sealed class HandOnline : IPeer
{
    public string Name => "hand-online";

    public Scope Scope => Scope.Evaluation;

    public Func<Counts> Prepare(string file)
    {
        var log = LoadedLog.Read(file);
        var events = log.InOrderOfTime();
        var cases = log.CaseIds.Count;
        var norms = new OnlineTenNorms(cases);
        return () =>
        {
            norms.Clear();
            for (var start = 0; start < events.Length; start += Batches.Size)
                norms.Take(events.AsSpan(start, Math.Min(Batches.Size, events.Length - start)));
            return Counts.Of(events.Length, cases, norms.Finish(cases));
        };
    }
}
