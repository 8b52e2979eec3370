namespace Standards.SampleLogs.Releases;

/// <summary>Item 5 of node 4: the owner, the householder or the company is telephoned and agrees, or not.</summary>
internal sealed class Consultation(ReleaseCase release, string party)
{
    private const string Reached = "reached";

    private readonly Dice _dice = release.Dice;

    /// <summary>Returns when the party was reached; null where it was not. Then nothing may go.</summary>
    public DateTimeOffset? Play()
    {
        if (release.Has(ReleaseFlaw.PartyNotPhoned))
        {
            Consent("message");
            release.Breach(IsCompany ? "phone-company" : "phone-owner", "没有电话核实，只看了一条信息", "not telephoned: only a message was shown");
            return release.Now;
        }

        if (release.Has(ReleaseFlaw.ReleasedWhileUnreachable))
        {
            Call("unreachable");
            release.Breach("phone-owner", "没有打通业主电话就开条", "the slip was issued although the owner had not been reached")
                .Breach("owner-agrees", "没有征得业主同意就开条", "the slip was issued without the owner's consent")
                .Breach("none-while-unreachable", "联系不上业主仍放行", "released while the owner could not be reached");
            return release.Now;
        }

        var attempts = release.Has(ReleaseFlaw.ReachedAtTheThirdCall) || release.Plan.Course is ReleaseCourse.OwnerUnreachable ? 2 : _dice.Between(1, 6) == 1 ? 1 : 0;
        for (var i = 0; i < attempts; i++)
        {
            Call(_dice.Between(1, 2) == 1 ? "unreachable" : "absent");
            release.Wait(600, 2400);
        }

        if (release.Has(ReleaseFlaw.ReachedAtTheThirdCall))
            release.Keep("none-while-unreachable", "前两次联系不上，第三次打通后才放行", "unreachable twice, released after the third call");
        if (release.Plan.Course is ReleaseCourse.OwnerUnreachable)
        {
            release.Say(release.Assistant, "抱歉，暂时联系不上业主，等联系上了再给您办放行。");
            return null;
        }

        Call(Reached);
        if (release.Has(ReleaseFlaw.OwnerPhonedByGuard))
            release.Breach("phone-owner-of-tenant", "租户迁出，由门岗而不是客户助理打电话", "a tenant moves out: the guard telephoned the owner, not the assistant");
        var called = release.Now;
        release.Wait(10, 30).Say(release.Assistant, $"您好，有人要从您那里带{release.Goods.Names}出门，请问您同意吗？");
        return Decide() ? called : null;
    }

    private bool IsCompany => string.Equals(party, "company-contact", StringComparison.Ordinal);

    private bool Decide()
    {
        if (release.Plan.Course is ReleaseCourse.OwnerRefuses || release.Has(ReleaseFlaw.RefusedThenAgreed))
        {
            release.Wait(5, 20).Say(release.Consenting, "先别让他搬，我要问清楚。").Do(release.Consenting, "consent.refused", ("consent.to", "release"), ("channel", "phone"));
            if (release.Plan.Course is ReleaseCourse.OwnerRefuses)
                return false;
            release.Wait(900, 2400);
            Call(Reached);
            release.Keep("owner-agrees", "业主先不同意，问清后同意才开条", "the owner refused at first, and agreed before the slip was issued");
        }

        if (release.Has(ReleaseFlaw.NoConsent))
        {
            release.Breach(
                IsCompany ? "company-agrees" : release.Plan is { Carrier: "tenant", IsMoveOut: true } ? "owner-agrees-to-move" : "owner-agrees",
                "对方还没答复同意就开条",
                "the slip was issued before the answer had come");
        }
        else
        {
            release.Wait(5, 20).Say(release.Consenting, _dice.Pick(["同意，让他拿吧。", "可以，我知道这事。", "同意。"]));
            Consent("phone");
        }

        return true;
    }

    private void Consent(string channel) => release.Wait(5, 15).Do(release.Consenting, "consent.given", ("consent.to", "release"), ("channel", channel));

    private void Call(string result)
    {
        var caller = release.Has(ReleaseFlaw.OwnerPhonedByGuard) ? Staff.Guard : release.Assistant;
        release.Wait(60, 200).Do(caller, "party.contacted", ("party", party), ("channel", "phone"), ("contact.purpose", "verify-release"), ("contact.result", result));
    }
}
