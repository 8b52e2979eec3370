using Standards.Bench.Measuring;
using Standards.Bench.Peers;
using Standards.Bench.Workload;

namespace Standards.Bench.Commands;

/// <summary>
/// <c>verify</c>: small logs of many seeds, in order and shuffled, on which every peer must count what the brute-force
/// oracle counts. Measures nothing.
/// </summary>
internal static class VerifyCommand
{
    private static readonly InProcess Once = new(Runs: 1, WarmUp: false);

    public static int Run(ReadOnlySpan<string> words)
    {
        var line = new BenchCommandLine(words, ["--seeds", "--cases"], []);
        var seeds = line.Number("--seeds", 10, least: 1);
        var cases = line.Number("--cases", 1000, least: 1);
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            for (var seed = 1; seed <= seeds; seed++)
            {
                foreach (var shuffle in (ReadOnlySpan<bool>)[false, true])
                    VerifyLog(new LogGenerator(cases, (ulong)seed, directory.FullName, shuffle, Csv: false).Run(), seed, shuffle);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        Console.WriteLine($"{PeerCatalog.All.Length} peers agree with the oracle on {seeds * 2} logs of {cases} cases");
        return 0;
    }

    private static void VerifyLog(string log, int seed, bool shuffled)
    {
        var truth = Truth.Beside(log);
        foreach (var peer in PeerCatalog.All)
        {
            if (Once.Measure(peer, log).Counts.DifferenceFrom(truth) is { } difference)
                throw new TruthException($"`{peer.Name}` counted wrong (seed {seed}, {(shuffled ? "shuffled" : "in order")}): {difference}");
        }
    }
}
