using Standards.Bench.Measuring;
using Standards.Bench.Peers;
using Standards.Bench.Reports;
using Standards.Bench.Workload;

namespace Standards.Bench.Commands;

/// <summary>
/// A single peer: one cold run of a file scope (so that the process can be timed from outside), or the warm median of
/// nine of an evaluation; <c>--runs N</c> asks for the warm median of N of either.
/// </summary>
internal static class PeerCommand
{
    public static int Run(IPeer peer, ReadOnlySpan<string> words)
    {
        var line = new BenchCommandLine(words, ["--runs"], []);
        var file = line.ExistingFile;
        var cold = peer.Scope == Scope.File && !line.Has("--runs");
        var runs = line.Number("--runs", cold ? 1 : 9, least: 1);
        var measurement = new InProcess(runs, WarmUp: !cold).Measure(peer, file);
        var truth = Truth.Beside(file);
        Check(measurement, truth);
        Console.WriteLine(MeasurementLine.Write(measurement, file, truth is not null));
        return 0;
    }

    /// <exception cref="TruthException">The counts differ from the truth.</exception>
    /// <exception cref="UsageException">The log is empty: there is no figure per event.</exception>
    public static void Check(Measurement measurement, Truth? truth)
    {
        if (measurement.Counts.Events == 0)
            throw new UsageException("the log has no events");
        if (measurement.Counts.DifferenceFrom(truth) is { } difference)
            throw new TruthException($"`{measurement.Name}` counted wrong: {difference}");
    }
}
