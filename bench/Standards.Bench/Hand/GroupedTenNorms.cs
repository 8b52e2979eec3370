using Standards.Bench.Workload;

namespace Standards.Bench.Hand;

/// <summary>
/// The ten norms by hand over events grouped by case: the state of the one open case lives in registers. The speed of
/// light of a log that somebody has sorted for us.
/// </summary>
internal static class GroupedTenNorms
{
    /// <summary>Judges whole cases: each case's events side by side, in order of time.</summary>
    public static void Take(ReadOnlySpan<LogEvent> wholeCases, Tally tally)
    {
        for (var start = 0; start < wholeCases.Length;)
        {
            var end = EndOfCase(wholeCases, start);
            tally.Add(Violated(wholeCases[start..end]));
            start = end;
        }
    }

    /// <summary>Where the case that begins at <paramref name="start"/> ends.</summary>
    public static int EndOfCase(ReadOnlySpan<LogEvent> events, int start)
    {
        var index = events[start].Case;
        do
            start++;
        while (start < events.Length && events[start].Case == index);
        return start;
    }

    private static NormSet Violated(ReadOnlySpan<LogEvent> events)
    {
        long greetBy = 0, serveBy = 0, replyBy = 0, reportBy = 0, followUpBy = 0;
        var grades = 0;
        bool accepted = false, recorded = false, resolved = false;
        var violated = NormSet.None;
        foreach (ref readonly var e in events)
        {
            var at = e.At;
            switch (e.Act)
            {
                case Act.Arrive:
                    greetBy = greetBy == 0 ? at + Bounds.Greet : greetBy;
                    break;
                case Act.Greet:
                    violated |= Late(greetBy, at, NormSet.N1);
                    greetBy = 0;
                    break;
                case Act.QueueStart:
                    serveBy = serveBy == 0 ? at + Bounds.Queue : serveBy;
                    break;
                case Act.Served or Act.Handoff:
                    violated |= Late(serveBy, at, NormSet.N9);
                    serveBy = 0;
                    break;
                case Act.Accept:
                    accepted = true;
                    replyBy = replyBy == 0 ? at + Bounds.Reply : replyBy;
                    break;
                case Act.Reply:
                    violated |= Late(replyBy, at, NormSet.N5);
                    replyBy = 0;
                    break;
                case Act.Record:
                    recorded = true;
                    break;
                case Act.Grade:
                    grades++;
                    violated |= recorded ? NormSet.None : NormSet.N2;
                    if (e.Severity == Severity.Major && reportBy == 0)
                        reportBy = at + Bounds.Report;
                    break;
                case Act.ReportToSuperior:
                    violated |= Late(reportBy, at, NormSet.N4);
                    reportBy = 0;
                    break;
                case Act.Resolve:
                    resolved = true;
                    followUpBy = followUpBy == 0 ? at + Bounds.FollowUp : followUpBy;
                    break;
                case Act.FollowUp:
                    violated |= Late(followUpBy, at, NormSet.N6);
                    followUpBy = 0;
                    break;
                case Act.Close:
                    violated |= resolved ? NormSet.None : NormSet.N7;
                    break;
                case Act.Argue:
                    violated |= NormSet.N8;
                    break;
            }
        }

        return violated
            | (greetBy != 0 ? NormSet.N1 : 0)
            | (grades != 1 ? NormSet.N3 : 0)
            | (reportBy != 0 ? NormSet.N4 : 0)
            | (replyBy != 0 ? NormSet.N5 : 0)
            | (followUpBy != 0 ? NormSet.N6 : 0)
            | (serveBy != 0 ? NormSet.N9 : 0)
            | (accepted ? 0 : NormSet.N10);
    }

    private static NormSet Late(long by, long at, NormSet norm) => by != 0 && at > by ? norm : NormSet.None;
}
