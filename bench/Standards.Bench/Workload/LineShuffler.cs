namespace Standards.Bench.Workload;

/// <summary>
/// Puts the lines of a file in uniformly random order in memory that does not grow with the file: every line is dealt
/// to one of many temporary files, each of which is then shuffled by itself. The order depends on the seed and on the
/// number of lines alone, so that two files of the same events are shuffled alike.
/// </summary>
internal static class LineShuffler
{
    private const int LinesPerPile = 250_000;

    /// <summary>Shuffles a file in place. The first <paramref name="headerLines"/> lines stay.</summary>
    public static void Shuffle(string path, long lines, int headerLines, ulong seed)
    {
        var random = new SeededRandom(seed);
        var piles = new FileStream[lines / LinesPerPile + 1];
        var shuffled = path + ".shuffled";
        try
        {
            for (var pile = 0; pile < piles.Length; pile++)
                piles[pile] = TemporaryBeside(path, pile);
            using (var target = File.Create(shuffled))
            {
                Deal(path, headerLines, target, piles, random);
                foreach (var pile in piles)
                    Gather(pile, target, random);
            }

            File.Move(shuffled, path, overwrite: true);
        }
        finally
        {
            foreach (var pile in piles)
                pile?.Dispose();
            File.Delete(shuffled);
        }
    }

    private static FileStream TemporaryBeside(string path, int pile) =>
        new($"{path}.pile{pile}", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);

    private static void Deal(string path, int headerLines, FileStream header, FileStream[] piles, SeededRandom random)
    {
        using var reader = new Scanning.LineReader(path);
        while (reader.TryRead(out var line))
        {
            var target = headerLines-- > 0 ? header : piles[random.Below(piles.Length)];
            target.Write(line);
            target.WriteByte((byte)'\n');
        }
    }

    private static void Gather(FileStream pile, FileStream target, SeededRandom random)
    {
        var bytes = new byte[pile.Length];
        pile.Position = 0;
        pile.ReadExactly(bytes);
        var lines = new List<Range>();
        for (var start = 0; start < bytes.Length;)
        {
            var end = start + bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
            lines.Add(start..end);
            start = end;
        }

        for (var last = lines.Count - 1; last > 0; last--)
        {
            var other = random.Below(last + 1);
            (lines[last], lines[other]) = (lines[other], lines[last]);
        }

        foreach (var line in lines)
            target.Write(bytes.AsSpan(line));
    }
}
