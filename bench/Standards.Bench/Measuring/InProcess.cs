using System.Diagnostics;
using Standards.Bench.Peers;

namespace Standards.Bench.Measuring;

/// <summary>Measures a prepared peer inside this process.</summary>
/// <param name="Runs">How many runs count.</param>
/// <param name="WarmUp">Whether to run unmeasured first, until the runtime has compiled the hot paths fully.</param>
internal sealed record InProcess(int Runs, bool WarmUp)
{
    private const int WarmUpRuns = 2;

    /// <summary>
    /// The runtime compiles hot code in the background, after a delay that is ten times as long where it sees one processor.
    /// </summary>
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(Environment.ProcessorCount == 1 ? 6 : 1.5);

    /// <summary>Prepares and measures a peer.</summary>
    public Measurement Measure(IPeer peer, string file)
    {
        var run = peer.Prepare(file);
        if (WarmUp)
            Warm(run);
        var seconds = new double[Runs];
        var allocated = long.MaxValue;
        Counts? counts = null;
        for (var i = 0; i < Runs; i++)
        {
            if (WarmUp)
                Settle();
            var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            counts = run();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - allocatedBefore);
        }

        Array.Sort(seconds);
        return new Measurement(peer.Name, counts!, seconds, WarmUp, allocated);
    }

    private static void Warm(Func<Counts> run)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < WarmUpRuns || Stopwatch.GetElapsedTime(start) < WarmUpTime; i++)
            run();
    }

    /// <summary>Leaves no garbage of the run before to be collected in the next.</summary>
    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
