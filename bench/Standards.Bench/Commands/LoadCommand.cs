using System.Diagnostics;
using System.Globalization;
using Standards.Rules;

namespace Standards.Bench.Commands;

/// <summary>
/// <c>load</c>: how long it takes to load, check and compile a rules directory, beside reading its files alone. Everything in one
/// process, warm: the median of the runs.
/// </summary>
internal static class LoadCommand
{
    public static int Run(ReadOnlySpan<string> words)
    {
        var line = new BenchCommandLine(words, ["--runs"], []);
        var directory = line.File is { } named && Directory.Exists(named) ? named : throw new UsageException("name the rules directory");
        var runs = line.Number("--runs", 9, least: 1);
        var files = Directory.GetFiles(directory, "*.yaml", SearchOption.AllDirectories);
        var bytes = files.Sum(f => new FileInfo(f).Length);
        var read = Median(runs, () => files.Sum(f => File.ReadAllBytes(f).LongLength));
        var load = Median(runs, () => Norms(directory, new RuleBookOptions()));
        var cases = Median(runs, () => Norms(directory, new RuleBookOptions { Cases = true }));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"name":"load","directory":"{{directory}}","files":{{files.Length}},"bytes":{{bytes}},"readMilliseconds":{{read:0.0}},"loadMilliseconds":{{load:0.0}},"loadWithCasesMilliseconds":{{cases:0.0}},"ratioToReading":{{load / read:0.0}}}"""));
        return 0;
    }

    private static long Norms(string directory, RuleBookOptions options)
    {
        var load = RuleBook.Load(directory, options);
        return load.RuleBook?.NormIds.Length ?? throw new InvalidOperationException($"{directory} has mistakes: `standards check {directory}` shows them");
    }

    private static double Median(int runs, Func<long> work)
    {
        for (var i = 0; i < 3; i++)
            work();
        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[runs / 2];
    }
}
