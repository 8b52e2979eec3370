namespace Standards.SampleLogs.Releases;

/// <summary>The goods leave: the guard lets them out and takes the client part of the slip.</summary>
internal sealed class Gate(ReleaseCase release)
{
    public void Play()
    {
        release.Wait(120, 1200);
        if (!release.Has(ReleaseFlaw.LeftWithoutRelease))
            release.Do(Staff.Guard, "goods.released", ("goods.kind", release.Goods.Kind));
        if (release.Has(ReleaseFlaw.NoSlip))
        {
            release.Breach("slip-first", "大件物品没有放行条就放行", "large goods were released without a slip")
                .Breach("handler-signs", "没有放行条，也就没有经办人签字", "no slip, so that no handler signed it")
                .Breach("carrier-signs", "没有放行条，也就没有携带人签字", "no slip, so that no carrier signed it")
                .Breach("owner-signs", "没有放行条，也就没有业主签字", "no slip, so that no owner signed it")
                .Breach("slip-to-guard", "没有放行条可交给保安", "no slip to hand to the guard");
        }
        else if (release.Has(ReleaseFlaw.SlipKeptByCarrier))
        {
            release.Breach("slip-to-guard", "出门时客户联没有交给保安", "the client part was not handed to the guard");
        }
        else
        {
            release.Wait(10, 40).Do(release.Carrier, "record.submitted", ("form", "release-slip"), ("party", "guard"));
        }

        if (release.Has(ReleaseFlaw.LeftWithoutRelease))
            release.BreachProcess("保安没有登记放行，大件物品就出了门", "large goods left without a release by the guard");
        Leave();
        if (release.Plan.IsMoveOut && release.Plan.Flaws.Count == 0 && release.Dice.Between(1, 3) == 1)
        {
            // A move takes two loads.
            release.Wait(1200, 3600).Do(Staff.Guard, "goods.released", ("goods.kind", release.Goods.Kind));
            Leave();
        }
    }

    private void Leave() => release.Wait(10, 60).Do(release.Carrier, "goods.left", ("goods.kind", release.Goods.Kind));
}
