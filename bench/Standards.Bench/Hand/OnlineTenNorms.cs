using Standards.Bench.Workload;

namespace Standards.Bench.Hand;

/// <summary>
/// The ten norms by hand: one state struct a case, one switch an event, events in order of time over interleaved cases.
/// What an evaluator that keeps its promises for any rule book is measured against. Not thread-safe.
/// </summary>
/// <remarks>
/// Of several open obligations of one norm only the earliest deadline is kept: an answer in its time answers the later
/// ones too, and one that is late has violated the norm for the case whatever becomes of them.
/// </remarks>
internal sealed class OnlineTenNorms
{
    private CaseState[] _cases;

    public OnlineTenNorms(int expectedCases) => _cases = new CaseState[Math.Max(expectedCases, 1)];

    /// <summary>Forgets everything, and keeps the memory.</summary>
    public void Clear() => Array.Clear(_cases);

    /// <summary>Takes events that are not earlier than those before.</summary>
    public void Take(ReadOnlySpan<LogEvent> events)
    {
        var cases = _cases;
        foreach (ref readonly var e in events)
        {
            if ((uint)e.Case >= (uint)cases.Length)
                cases = Grow(e.Case);
            ref var state = ref cases[e.Case];
            switch (e.Act)
            {
                case Act.Arrive:
                    Ask(ref state.GreetBy, e.At + Bounds.Greet);
                    break;
                case Act.Greet:
                    Answer(ref state.GreetBy, e.At, ref state.Violated, NormSet.N1);
                    break;
                case Act.QueueStart:
                    Ask(ref state.ServeBy, e.At + Bounds.Queue);
                    break;
                case Act.Served or Act.Handoff:
                    Answer(ref state.ServeBy, e.At, ref state.Violated, NormSet.N9);
                    break;
                case Act.Accept:
                    state.Accepted = true;
                    Ask(ref state.ReplyBy, e.At + Bounds.Reply);
                    break;
                case Act.Reply:
                    Answer(ref state.ReplyBy, e.At, ref state.Violated, NormSet.N5);
                    break;
                case Act.Record:
                    state.Recorded = true;
                    break;
                case Act.Grade:
                    state.Grades++;
                    if (!state.Recorded)
                        state.Violated |= NormSet.N2;
                    if (e.Severity == Severity.Major)
                        Ask(ref state.ReportBy, e.At + Bounds.Report);
                    break;
                case Act.ReportToSuperior:
                    Answer(ref state.ReportBy, e.At, ref state.Violated, NormSet.N4);
                    break;
                case Act.Resolve:
                    state.Resolved = true;
                    Ask(ref state.FollowUpBy, e.At + Bounds.FollowUp);
                    break;
                case Act.FollowUp:
                    Answer(ref state.FollowUpBy, e.At, ref state.Violated, NormSet.N6);
                    break;
                case Act.Close:
                    if (!state.Resolved)
                        state.Violated |= NormSet.N7;
                    break;
                case Act.Argue:
                    state.Violated |= NormSet.N8;
                    break;
            }
        }
    }

    /// <summary>The verdicts when time has run out for every open obligation, over the first <paramref name="caseCount"/> cases.</summary>
    public Tally Finish(int caseCount)
    {
        var tally = new Tally();
        foreach (ref readonly var state in _cases.AsSpan(0, caseCount))
            tally.Add(state.AtTheEnd());
        return tally;
    }

    private static void Ask(ref long by, long deadline)
    {
        if (by == 0)
            by = deadline;
    }

    private static void Answer(ref long by, long at, ref NormSet violated, NormSet norm)
    {
        if (by != 0 && at > by)
            violated |= norm;
        by = 0;
    }

    private CaseState[] Grow(int index)
    {
        Array.Resize(ref _cases, Math.Max(_cases.Length * 2, index + 1));
        return _cases;
    }

    /// <summary>Deadlines are in milliseconds since 1970; zero where nothing is open.</summary>
    private struct CaseState
    {
        public long GreetBy;
        public long ServeBy;
        public long ReplyBy;
        public long ReportBy;
        public long FollowUpBy;
        public NormSet Violated;
        public ushort Grades;
        public bool Accepted;
        public bool Recorded;
        public bool Resolved;

        public readonly NormSet AtTheEnd() =>
            Violated
            | (GreetBy != 0 ? NormSet.N1 : 0)
            | (Grades != 1 ? NormSet.N3 : 0)
            | (ReportBy != 0 ? NormSet.N4 : 0)
            | (ReplyBy != 0 ? NormSet.N5 : 0)
            | (FollowUpBy != 0 ? NormSet.N6 : 0)
            | (ServeBy != 0 ? NormSet.N9 : 0)
            | (!Accepted ? NormSet.N10 : 0);
    }
}
