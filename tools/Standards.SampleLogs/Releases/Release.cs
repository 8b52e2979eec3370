namespace Standards.SampleLogs.Releases;

/// <summary>A release from the request until the archive part is filed.</summary>
internal sealed class Release(ReleaseCase release)
{
    public void Play()
    {
        var day = release.Now;
        new Formalities(release).Play();
        if (release.Plan.Course is ReleaseCourse.Small or ReleaseCourse.FrequentSmall)
        {
            LetSmallThingsGo();
            return;
        }

        if (release.Plan.Course is ReleaseCourse.NotPaid)
        {
            release.Wait(30, 90).Say(release.Assistant, "抱歉，费用还没有结清，结清以后才能办放行。");
            return;
        }

        if (!release.Has(ReleaseFlaw.NoSlip))
        {
            DateTimeOffset? called = null;
            if (release.Plan.Asked is { } party && (called = new Consultation(release, party).Play()) is null)
                return;
            new Slip(release, called).Play();
        }

        new Gate(release).Play();
        if (release.Has(ReleaseFlaw.NoSlip))
            return;
        if (release.Has(ReleaseFlaw.NotFiled))
            release.Breach("file-slip", "存档联没有存档", "the archive part was not filed");
        else
            release.GoTo(OpeningHours.Open(new DateTimeOffset(day.Date.AddDays(2), day.Offset))).Wait(600, 14_400).Do(Staff.Archivist, "record.filed", ("form", "release-slip"));
    }

    private void LetSmallThingsGo()
    {
        if (release.Plan.Course is ReleaseCourse.FrequentSmall)
        {
            if (release.Has(ReleaseFlaw.NotWatched))
                release.Breach("watch", "频繁、非正常单件携出，没有留意", "single items were carried out often and abnormally, and nobody noted it");
            else
                release.Wait(20, 60).Do(Staff.Guard, "release.watched", ("client", release.Carrier.Name));
        }

        release.Wait(30, 120).Do(release.Carrier, "goods.left", ("goods.kind", release.Goods.Kind));
    }
}
