using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Releases;

/// <summary>Items 6 and 7 of node 4: the slip in two parts and its signatures.</summary>
internal sealed class Slip(ReleaseCase release, DateTimeOffset? called)
{
    private readonly Dice _dice = release.Dice;

    public void Play()
    {
        release.Wait(60, 240);
        FillIn();
        if (release.IsObserved)
            Look();
        Sign(release.Assistant, "customer-centre-handler", ReleaseFlaw.NoHandlerSignature, "handler-signs", "经办人没有签字就放行", "released without the handler's signature");
        if (release.Plan.Asked is not null)
        {
            Sign(release.Carrier, "carrier", ReleaseFlaw.NoCarrierSignature, "carrier-signs", "携带人没有签字就放行", "released without the carrier's signature");
            release.GoTo(OpeningHours.Staffed(_dice, release.Now.AddMinutes(15), release.Now.AddHours(15)));
        }

        Sign(release.Owner, "owner", ReleaseFlaw.NoOwnerSignature, "owner-signs", "业主没有签字就放行", "released without the owner's signature");
    }

    private void FillIn()
    {
        var form = new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["form"] = "release-slip",
            ["goods.names"] = release.Goods.Names,
            ["goods.count"] = release.Goods.Count,
            ["release.reason"] = release.Plan.Reason,
            ["blank_struck"] = !release.Has(ReleaseFlaw.BlanksNotStruck),
            ["copies"] = release.Has(ReleaseFlaw.OneCopy) ? 1 : 2,
        };
        if (called is { } at && !release.Has(ReleaseFlaw.PartyNotPhoned) && !release.Has(ReleaseFlaw.ReleasedWhileUnreachable))
        {
            if (!release.Has(ReleaseFlaw.CallNotNoted))
                form["call_time"] = LogLine.Rfc3339(at);
            form["owner_opinion"] = release.Has(ReleaseFlaw.NoConsent) ? "待回复" : "同意";
        }

        if (release.Has(ReleaseFlaw.SlipIncomplete))
            form.Remove("goods.count");
        if (release.Has(ReleaseFlaw.GapCopies))
            form.Remove("copies");
        release.Do(release.Assistant, "record.filled", [.. form.Select(f => (f.Key, f.Value))]);
        PlantSlip();
    }

    private void PlantSlip()
    {
        if (release.Has(ReleaseFlaw.CallNotNoted))
            release.Breach("note-call", "放行条上没有记录去电时间", "the time of the call is not on the slip");
        if (release.Has(ReleaseFlaw.SlipIncomplete))
            release.Breach("slip-complete", "放行条没有写数量", "the slip lacks the quantity");
        if (release.Has(ReleaseFlaw.BlanksNotStruck))
            release.Breach("strike-blanks", "空白处没有划线", "blank space was not struck through");
        if (release.Has(ReleaseFlaw.OneCopy))
            release.Breach("two-parts", "放行条只有一联", "the slip has one part only");
        if (release.Has(ReleaseFlaw.GapCopies))
            release.Leave("two-parts", "未记录放行条几联", "the log does not tell how many parts the slip has");
    }

    private void Look()
    {
        const string Norm = "slip-legible";
        if (release.Has(ReleaseFlaw.SlipIllegible))
            release.Breach(Norm, "观察员：字迹不清", "the observer: not legible");
        if (release.Has(ReleaseFlaw.GapSheetNotSeen))
            release.Leave(Norm, "观察员没看到放行条，勾选“未看到”", "the observer did not see the slip and ticked not-seen");
        var seen = release.Has(ReleaseFlaw.SlipIllegible) ? "no" : release.Has(ReleaseFlaw.GapSheetNotSeen) ? "not-seen" : "yes";
        release.Wait(5, 20).Do(Person.Observer, "checklist.ticked", ("item", "wy.item-release." + Norm), ("seen", seen));
    }

    private void Sign(Person person, string signer, ReleaseFlaw flaw, string norm, string zh, string en)
    {
        if (release.Has(flaw))
            release.Breach(norm, zh, en);
        else
            release.Wait(10, 60).Do(person, "form.signed", ("form", "release-slip"), ("signer", signer));
    }
}
