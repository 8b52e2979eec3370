using System.Collections.Immutable;
using Standards.Bench.Measuring;
using Standards.Bench.Peers;
using Standards.Bench.Reports;
using Standards.Bench.Workload;

namespace Standards.Bench.Commands;

/// <summary><c>all</c> prints the tables of one run of everything; <c>report</c> also writes them to a page of results.</summary>
internal static class AllCommand
{
    private const int Launches = 3;

    public static int Run(ReadOnlySpan<string> words, bool report)
    {
        var line = new BenchCommandLine(words, ["--runs", "--with", "--out", "--label"], []);
        var file = Path.GetFullPath(line.ExistingFile);
        var runs = line.Number("--runs", 7, least: 5);
        var commands = Commands(file, line.All("--with"));
        var truth = Truth.Beside(file);

        var measured = Warm(file, runs);
        var events = measured[0].Counts.Events;
        var whole = WholeProcesses(runs, commands, events);
        var page = new ResultFile(
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            Machine.Current(),
            file,
            events,
            truth is not null,
            commands,
            [
                new("From the file to the result, as whole processes", PeerCatalog.FileYardstick, whole),
                new("From the file to the result, in warm processes", PeerCatalog.FileYardstick, Rows(measured, Scope.File)),
                new("Evaluation of events in memory, in warm processes", PeerCatalog.EvaluationYardstick, Rows(measured, Scope.Evaluation)),
            ]);
        foreach (var comparison in page.Comparisons)
            Console.WriteLine(ComparisonTable.Write(comparison));
        if (report)
            Save(page, line.Last("--out") ?? Path.Combine("bench", "results"), line.Last("--label"));
        return 0;
    }

    private static ImmutableArray<Measurement> WholeProcesses(int runs, ImmutableArray<ProcessCommand> commands, long events)
    {
        Console.Error.WriteLine("measuring whole processes");
        return [.. new WholeProcesses(runs).Measure(commands, events)];
    }

    private static ImmutableArray<ProcessCommand> Commands(string file, IReadOnlyList<string> others) =>
    [
        ProcessCommand.Self(Program.StartUp, Program.StartUp) with { ReadsLog = false },
        .. PeerCatalog.All.Where(peer => peer.Scope == Scope.File).Select(peer => ProcessCommand.Self(peer.Name, peer.Name, file)),
        .. others.Select(text => ProcessCommand.Parse(text, file) ?? throw new UsageException($"`--with {text}` is not NAME=COMMAND")),
    ];

    private static IReadOnlyList<Measurement> Warm(string file, int runs)
    {
        Console.Error.WriteLine("measuring warm processes");
        return new FreshProcesses(Launches, runs).Measure(PeerCatalog.All, file);
    }

    private static ImmutableArray<Measurement> Rows(IEnumerable<Measurement> measured, Scope scope) =>
        [.. measured.Where(row => PeerCatalog.Find(row.Name)!.Scope == scope)];

    private static void Save(ResultFile page, string directory, string? label)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, page.Name(label));
        File.WriteAllText(path, page.Write());
        Console.WriteLine($"wrote {path}");
    }
}
