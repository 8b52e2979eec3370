namespace Standards.Bench.Workload;

/// <summary>One event of the log with what its line needs of its case.</summary>
internal readonly record struct GeneratedEvent(LogEvent Event, CaseFacts Facts);

/// <summary>What every line of a case repeats.</summary>
internal sealed record CaseFacts(string Channel, double Amount);

/// <summary>
/// The events of many overlapping cases in order of time, then of case. Only the open cases are in memory: a heap of
/// some ten thousand, however long the log.
/// </summary>
internal sealed class OverlappingCases(int cases, ulong seed)
{
    private const double MeanGap = 25_920;

    private static readonly long Beginning = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly SeededRandom _random = new(seed);
    private readonly PriorityQueue<OpenCase, (long At, int Case)> _open = new();

    /// <summary>What the oracle found in the cases so far; complete when <see cref="Events"/> has ended.</summary>
    public Tally Tally { get; } = new();

    /// <summary>The events of the log; to be enumerated once.</summary>
    public IEnumerable<GeneratedEvent> Events()
    {
        var maker = new CaseMaker(_random);
        double start = Beginning;
        for (var index = 0; index < cases; index++)
        {
            start += _random.Exponential(MeanGap);
            var made = maker.Make(index, (long)start);
            var facts = new CaseFacts(Names.Channels[_random.Below(Names.Channels.Length)], Math.Round(_random.LogNormal(4, 1), 2));
            Tally.Add(BruteForceOracle.Violated(made));

            // INVARIANT: no case has an event before its start, so nothing that comes later can precede these.
            while (_open.TryPeek(out _, out var next) && next.At <= (long)start)
                yield return TakeNext();
            _open.Enqueue(new OpenCase(made, facts), (made[0].At, index));
        }

        while (_open.Count > 0)
            yield return TakeNext();
    }

    private GeneratedEvent TakeNext()
    {
        var open = _open.Dequeue();
        var taken = new GeneratedEvent(open.Events[open.Position++], open.Facts);
        if (open.Position < open.Events.Length)
            _open.Enqueue(open, (open.Events[open.Position].At, taken.Event.Case));
        return taken;
    }

    private sealed class OpenCase(LogEvent[] events, CaseFacts facts)
    {
        public LogEvent[] Events { get; } = events;

        public CaseFacts Facts { get; } = facts;

        public int Position { get; set; }
    }
}
