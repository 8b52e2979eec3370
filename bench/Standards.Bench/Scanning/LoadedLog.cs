using Standards.Bench.Workload;

namespace Standards.Bench.Scanning;

/// <summary>A whole log in memory.</summary>
/// <param name="Events">In the order of the file.</param>
/// <param name="CaseIds">The ids of the cases by index.</param>
internal sealed record LoadedLog(List<LogEvent> Events, IReadOnlyList<string> CaseIds)
{
    public static LoadedLog Read(string path)
    {
        var parser = new LogEventParser();
        var events = new List<LogEvent>();
        using var lines = new LineReader(path);
        while (lines.TryRead(out var line))
            events.Add(parser.Parse(line));
        return new LoadedLog(events, parser.Cases.Ids);
    }

    /// <summary>By time, then in the order of the file.</summary>
    public LogEvent[] InOrderOfTime() => [.. Events.OrderBy(e => e.At)];

    /// <summary>By case, then by time, then in the order of the file.</summary>
    public LogEvent[] GroupedByCase() => [.. Events.OrderBy(e => e.Case).ThenBy(e => e.At)];
}
