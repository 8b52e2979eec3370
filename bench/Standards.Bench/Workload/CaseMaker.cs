namespace Standards.Bench.Workload;

/// <summary>
/// Makes one complaint case after the other: about 9.8 events each, about one breach in ten of each norm, many exactly
/// at a bound or one millisecond past it. Not thread-safe.
/// </summary>
internal sealed class CaseMaker(SeededRandom random)
{
    private const long Second = 1000;
    private const long Hour = 3600 * Second;

    private readonly List<LogEvent> _events = [];
    private int _case;

    /// <summary>The events of a case that starts at an instant, strictly increasing in time.</summary>
    public LogEvent[] Make(int index, long start)
    {
        _case = index;
        _events.Clear();
        Reception(start);
        var accepted = start + random.Between(60 * Second, 300 * Second);
        Acceptance(accepted);
        var graded = Grading(accepted);
        var closed = Resolution(graded + random.Between(1 * Hour, 48 * Hour));
        if (random.Chance(0.10))
            Add(random.Between(start + 1, closed), Act.Argue);
        return InStrictOrder();
    }

    private void Reception(long start)
    {
        Add(start, Act.Arrive);
        Answer(start, Act.Greet, 2 * Second, 59 * Second, Bounds.Greet, 400 * Second, 0.10);
        if (!random.Chance(0.40))
            return;
        var queued = start + random.Between(1 * Second, 30 * Second);
        Add(queued, Act.QueueStart);
        if (Delay(5 * Second, 179 * Second, Bounds.Queue, 900 * Second, 0.25) is { } delay)
            Add(queued + delay, random.Chance(0.6) ? Act.Served : Act.Handoff);
    }

    private void Acceptance(long accepted)
    {
        if (random.Chance(0.10))
            return;
        Add(accepted, Act.Accept);
        Answer(accepted, Act.Reply, 60 * Second, 3590 * Second, Bounds.Reply, 3 * Hour, 0.11);
        if (!random.Chance(0.03))
            return;
        var again = accepted + random.Between(200 * Second, 4 * Hour);
        Add(again, Act.Accept);
        Answer(again, Act.Reply, 60 * Second, 3590 * Second, Bounds.Reply, 3 * Hour, 0.20);
    }

    private long Grading(long accepted)
    {
        var recorded = accepted + random.Between(30 * Second, 300 * Second);
        var graded = recorded + random.Between(10 * Second, 120 * Second);
        var slip = random.NextDouble();
        if (slip < 0.09)
            (recorded, graded) = (graded, recorded);
        if (slip < 0.99)
            Add(recorded, Act.Record);
        var grades = random.NextDouble();
        if (grades >= 0.05)
            Grade(graded);
        if (grades >= 0.95)
            Grade(graded + random.Between(30 * Second, 900 * Second));
        return graded;
    }

    private void Grade(long at)
    {
        var severity = random.Below(10) switch
        {
            < 4 => Severity.Minor,
            < 7 => Severity.Moderate,
            _ => Severity.Major,
        };
        Add(at, Act.Grade, severity);
        if (severity == Severity.Major)
            Answer(at, Act.ReportToSuperior, 5 * Second, 590 * Second, Bounds.Report, 3000 * Second, 0.33);
    }

    private long Resolution(long resolved)
    {
        if (!random.Chance(0.005))
            Add(resolved, Act.Resolve);
        Answer(resolved, Act.FollowUp, 1 * Hour, 23 * Hour, Bounds.FollowUp, 44 * Hour, 0.10);
        var closed = random.Chance(0.095)
            ? resolved - random.Between(60 * Second, 1800 * Second)
            : resolved + random.Between(20 * Hour, 30 * Hour);
        Add(closed, Act.Close);
        return closed;
    }

    private void Answer(long asked, Act act, long soonest, long latest, long bound, long lateBy, double breach)
    {
        if (Delay(soonest, latest, bound, lateBy, breach) is { } delay)
            Add(asked + delay, act);
    }

    /// <summary>Within the bound, exactly at it, just past it, late, or never (null).</summary>
    private long? Delay(long soonest, long latest, long bound, long lateBy, double breach)
    {
        if (!random.Chance(breach))
            return random.Chance(0.02) ? bound : random.Between(soonest, latest);
        return random.NextDouble() switch
        {
            < 0.04 => bound + 1,
            < 0.52 => random.Between(bound + 1, lateBy),
            _ => null,
        };
    }

    private void Add(long at, Act act, Severity severity = Severity.None) => _events.Add(new LogEvent(at, _case, act, severity));

    private LogEvent[] InStrictOrder()
    {
        var ordered = _events.OrderBy(e => e.At).ToArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].At <= ordered[i - 1].At)
                ordered[i] = ordered[i] with { At = ordered[i - 1].At + 1 };
        }

        return ordered;
    }
}
