namespace Standards.SampleLogs.Releases;

using static ReleaseFlaw;

/// <summary>A month of releases: who carries what out, when, and which go wrong.</summary>
internal static class ReleaseMonth
{
    private const string MoveOut = "move-out";
    private const string Temporary = "temporary";

    private static readonly IReadOnlyList<ReleasePlan> Breached =
    [
        new("nanny", Temporary, IdentityNotChecked, BlanksNotStruck),
        new("relative", Temporary, NothingDeclared),
        new("worker", Temporary, ReasonNotConfirmed, OneCopy),
        new("owner", Temporary, CashierNotAsked, NotFiled),
        new("owner", MoveOut, ArrearsNotSettled),
        new("tenant", MoveOut, GasNotSettled),
        new("tenant", MoveOut, ManagementFeeNotSettled, SlipKeptByCarrier),
        new("owner", MoveOut, SettledToDayBefore, LeftWithoutRelease),
        new("tenant", MoveOut, OwnerPhonedByGuard, CallNotNoted),
        new("tenant", MoveOut, NoConsent),
        new("housekeeper", Temporary, PartyNotPhoned),
        new("nanny", Temporary, NoConsent, NoOwnerSignature),
        new("company-employee", Temporary, PartyNotPhoned),
        new("company-employee", Temporary, NoConsent, SlipIncomplete),
        new("tenant", Temporary, NoHandlerSignature, NoCarrierSignature),
        new("other", Temporary, NoSlip),
        new("tenant", Temporary, ReleasedWhileUnreachable),
        new("owner", Temporary, ReasonConfirmedTooLate, SlipIllegible),
        new("other", Temporary, NotWatched) { Course = ReleaseCourse.FrequentSmall },
    ];

    private static readonly IReadOnlyList<ReleasePlan> Narrow =
    [
        new("nanny", Temporary, RefusedThenAgreed),
        new("owner", MoveOut, SettledAnew),
        new("tenant", MoveOut, ReachedAtTheThirdCall),
        new("owner", Temporary, GapCopies),
        new("child", Temporary, GapSheetNotSeen),
    ];

    private static readonly (ReleasePlan Plan, int Count)[] Clean =
    [
        (new("owner", Temporary), 24), (new("owner", MoveOut), 12), (new("tenant", MoveOut), 17), (new("tenant", Temporary), 10),
        (new("nanny", Temporary), 9), (new("child", Temporary), 5), (new("relative", Temporary), 6), (new("housekeeper", Temporary), 4), (new("worker", Temporary), 7),
        (new("company-employee", Temporary), 11), (new("company-employee", MoveOut), 2), (new("other", Temporary), 2),
        (new("tenant", MoveOut) { Course = ReleaseCourse.NotPaid }, 3), (new("nanny", Temporary) { Course = ReleaseCourse.OwnerUnreachable }, 2),
        (new("tenant", MoveOut) { Course = ReleaseCourse.OwnerUnreachable }, 2), (new("relative", Temporary) { Course = ReleaseCourse.OwnerRefuses }, 2),
        (new("tenant", Temporary) { Course = ReleaseCourse.Small }, 4), (new("owner", Temporary) { Course = ReleaseCourse.Small }, 2), (new("worker", Temporary) { Course = ReleaseCourse.FrequentSmall }, 2),
    ];

    public static SampleLog Play(ulong seed)
    {
        var log = new SampleLog(new Dice(seed), Month.First);
        var plans = Breached.Concat(Narrow).Concat(Clean.SelectMany(c => Enumerable.Repeat(c.Plan, c.Count)));
        var arrivals = plans.Select(p => (Plan: p, At: Month.Arrival(log, Month.Days - 4))).OrderBy(a => a.At).ToList();
        for (var i = 0; i < arrivals.Count; i++)
        {
            var isObserved = i % 7 == 2 || arrivals[i].Plan.Flaws.Any(f => f is SlipIllegible or GapSheetNotSeen);
            new Release(new ReleaseCase(log, $"R-{i + 1:000}", arrivals[i].Plan, arrivals[i].At, isObserved)).Play();
        }

        log.Plant(new Planted("2026-03", "wy.item-release.watch-rate", Expected.Violated, "三位频繁单件携出的客户只留意了两位", "of three clients who often carry single items out only two were noted"));
        return log.Checked();
    }
}
