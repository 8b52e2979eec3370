namespace Standards.SampleLogs.Complaints;

/// <summary>A month of complaints: which there are, when, and which of them go wrong.</summary>
internal static class ComplaintMonth
{
    private const int Complaints = 296;

    private static readonly (ComplaintCourse Course, int Count)[] Clean =
    [
        (ComplaintCourse.Invalid, 20), (ComplaintCourse.AtOnce, 42), (ComplaintCourse.ClientPeriod, 26), (ComplaintCourse.HalfDay, 34), (ComplaintCourse.HalfDayApproved, 8),
        (ComplaintCourse.Important, 34), (ComplaintCourse.ImportantApproved, 8), (ComplaintCourse.Major, 19), (ComplaintCourse.TurnsMajor, 8), (ComplaintCourse.Unsolvable, 4),
    ];

    public static SampleLog Play(ulong seed)
    {
        var log = new SampleLog(new Dice(seed), Month.First, Month.End);
        var plans = Plans();
        var arrivals = plans.Select(p => (Plan: p, At: Month.Arrival(log, p.Days))).OrderBy(a => a.At).ToList();
        for (var i = 0; i < arrivals.Count; i++)
        {
            var isObserved = i % 8 == 3 || arrivals[i].Plan.Flaws.Any(IsSeenByTheObserver);
            new Complaint(new ComplaintCase(log, $"K-{i + 1:000}", arrivals[i].Plan, arrivals[i].At, isObserved)).Play();
        }

        WeeklyStatistics.Play(log);
        return log.Checked();
    }

    private static List<ComplaintPlan> Plans()
    {
        var plans = PlannedComplaints.Breached.Concat(PlannedComplaints.AtTheLimit).Concat(PlannedComplaints.WithGaps).ToList();
        var turns = 0;
        foreach (var (course, count) in Clean)
            plans.AddRange(Enumerable.Range(0, count).Select(_ => new ComplaintPlan(course) { IsMinorAtFirst = turns++ % 2 == 0 }));
        while (plans.Count < Complaints)
            plans.Add(new ComplaintPlan(ComplaintCourse.OnTheSpot));
        return plans;
    }

    private static bool IsSeenByTheObserver(ComplaintFlaw flaw) =>
        flaw is ComplaintFlaw.NotListened or ComplaintFlaw.MadeExcuses or ComplaintFlaw.RespectNotShown or ComplaintFlaw.Disputed or ComplaintFlaw.ExplainedImpatiently;
}
