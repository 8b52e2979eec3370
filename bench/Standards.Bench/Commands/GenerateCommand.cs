using Standards.Bench.Workload;

namespace Standards.Bench.Commands;

/// <summary><c>generate</c>: a log and its truth.</summary>
internal static class GenerateCommand
{
    public static int Run(ReadOnlySpan<string> words)
    {
        var line = new BenchCommandLine(words, ["--cases", "--seed", "--out"], ["--shuffle", "--csv"]);
        if (line.File is { } extra)
            throw new UsageException($"unexpected `{extra}`");
        var cases = line.Number("--cases", 0, least: 1);
        if (cases == 0)
            throw new UsageException("`--cases` is needed");
        var generator = new LogGenerator(
            cases,
            (ulong)line.Number("--seed", 42, least: 0),
            line.Last("--out") ?? throw new UsageException("`--out` is needed"),
            line.Has("--shuffle"),
            line.Has("--csv"));
        var log = generator.Run();
        Console.WriteLine(log);
        Console.WriteLine(File.ReadAllText(Truth.PathFor(log)));
        return 0;
    }
}
