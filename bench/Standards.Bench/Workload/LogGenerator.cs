namespace Standards.Bench.Workload;

/// <summary>Writes <c>log_N.jsonl</c> (and, if asked, <c>log_N.csv</c>) with <c>truth_N.json</c> beside it.</summary>
/// <param name="Cases">How many cases; each makes about 9.8 events.</param>
/// <param name="Seed">The same seed makes the same bytes on every machine.</param>
/// <param name="Directory">Where to write; made where it does not exist.</param>
/// <param name="Shuffle">Whether to put the lines in random order; else they are in order of time.</param>
/// <param name="Csv">Whether to write the same events as comma-separated values too.</param>
internal sealed record LogGenerator(int Cases, ulong Seed, string Directory, bool Shuffle, bool Csv)
{
    /// <summary>Writes the files and returns the path of the log.</summary>
    public string Run()
    {
        System.IO.Directory.CreateDirectory(Directory);
        var log = Path.Combine(Directory, $"log_{Cases}.jsonl");
        var csv = Path.ChangeExtension(log, ".csv");
        var source = new OverlappingCases(Cases, Seed);
        var events = WriteInOrder(source, log, Csv ? csv : null);
        if (Shuffle)
        {
            LineShuffler.Shuffle(log, events, headerLines: 0, Seed);
            if (Csv)
                LineShuffler.Shuffle(csv, events, headerLines: 1, Seed);
        }

        Truth.Write(log, Cases, Seed, events, source.Tally);
        return log;
    }

    private static long WriteInOrder(OverlappingCases source, string log, string? csv)
    {
        using var json = Create(log);
        using var table = csv is null ? null : Create(csv);
        table?.Write(System.Text.Encoding.UTF8.GetBytes(LogLine.CsvHeader));
        Span<byte> line = stackalloc byte[LogLine.MaxLength];
        var events = 0L;
        foreach (var generated in source.Events())
        {
            json.Write(line[..LogLine.WriteJson(line, generated)]);
            table?.Write(line[..LogLine.WriteCsv(line, generated)]);
            events++;
        }

        return events;
    }

    private static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
}
