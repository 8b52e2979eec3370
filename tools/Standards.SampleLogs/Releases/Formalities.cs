using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Releases;

/// <summary>Items 1 to 4 of node 4: who carries what and why, and what is owed.</summary>
internal sealed class Formalities(ReleaseCase release)
{
    private readonly Dice _dice = release.Dice;

    public void Play()
    {
        Ask();
        if (release.Has(ReleaseFlaw.IdentityNotChecked))
            release.Breach("identify-carrier", "没有核清携带人身份就开条", "the slip was issued without the carrier's identity");
        else
            release.Wait(30, 120).Do(release.Assistant, "identity.checked", ("identity.of", "carrier"), ("carrier.kind", release.Plan.Carrier));
        if (release.Has(ReleaseFlaw.NothingDeclared))
            release.Breach("declare-names", "没有申报物品名称就开条", "the slip was issued without the names of the goods declared").Breach("declare-quantity", "没有申报物品数量就开条", "the slip was issued without the quantity declared");
        else
            release.Wait(30, 150).Do(release.Carrier, "goods.declared", ("goods.names", release.Goods.Names), ("goods.count", release.Goods.Count), ("goods.kind", release.Goods.Kind));
        if (release.Plan.Course is ReleaseCourse.Small or ReleaseCourse.FrequentSmall)
            return;
        if (release.Has(ReleaseFlaw.ReasonNotConfirmed))
            release.Breach("confirm-reason", "没有确认出门性质及原因就开条", "the slip was issued without nature and reason confirmed");
        else if (!release.Has(ReleaseFlaw.ReasonConfirmedTooLate))
            ConfirmReason();
        Pay();
        if (!release.Has(ReleaseFlaw.ReasonConfirmedTooLate))
            return;
        ConfirmReason();
        release.Breach("order", "先核交费、后确认原因，次序颠倒", "the payment was checked before the reason was confirmed: the wrong order");
    }

    private void Ask()
    {
        var facts = new JsonObject { ["carrier.kind"] = release.Plan.Carrier, ["release.reason"] = release.Plan.Reason, ["goods.kind"] = release.Goods.Kind };
        if (release.Plan.Course is ReleaseCourse.FrequentSmall)
            facts["release.frequent_single"] = true;
        release.Facts(facts).Do(release.Carrier, "release.requested", ("goods.kind", release.Goods.Kind), ("release.reason", release.Plan.Reason));
        release.Wait(3, 15).Say(release.Carrier, release.Plan switch
        {
            { IsMoveOut: true, Carrier: "company-employee" } => "我们公司搬走，办公用品要运出去。",
            { IsMoveOut: true } => "我今天搬家，想办放行条。",
            { Carrier: "owner" } => $"我要带{release.Goods.Names}出去，要办手续吗？",
            { Carrier: "nanny" or "housekeeper" } => $"东家让我把{release.Goods.Names}拿出去。",
            _ => $"我想把{release.Goods.Names}带出去。",
        });
    }

    private void ConfirmReason() => release.Wait(20, 90).Do(release.Assistant, "release.reason_confirmed", ("release.reason", release.Plan.Reason));

    private void Pay()
    {
        if (release.Has(ReleaseFlaw.CashierNotAsked))
        {
            release.Breach("ask-cashier", "没有与收银员核实交费情况就开条", "the slip was issued without the cashier's word on the fees");
            return;
        }

        var owes = release.Has(ReleaseFlaw.ArrearsNotSettled) || release.Plan.Course is ReleaseCourse.NotPaid || _dice.Between(1, 3) == 1;
        var arrears = owes ? _dice.Between(2000, 90_000) / 100.0 : 0.0;
        release.Wait(60, 200);
        if (_dice.Between(1, 4) == 1)
            release.Do(Staff.Cashier, "arrears.checked", ("arrears", arrears));
        else
            release.Do(release.Assistant, "arrears.checked", ("party", "cashier"), ("arrears", arrears));
        if (!release.Plan.IsMoveOut || release.Plan.Course is ReleaseCourse.NotPaid)
            return;
        if (release.Has(ReleaseFlaw.ArrearsNotSettled))
        {
            release.Breach("settle-arrears", "搬家迁出，欠费未结清就开条", "moving out: the slip was issued with fees owed")
                .Breach("settle-utilities", "搬家迁出，水电气费未结清就开条", "moving out: water, electricity and gas were not settled")
                .Breach("settle-management-fee", "搬家迁出，物管费未结清就开条", "moving out: the management fee was not settled")
                .Breach("none-with-arrears", "欠费未结清就放行", "released with fees owed");
            return;
        }

        Settle();
    }

    private void Settle()
    {
        List<string> kinds = ["water", "electricity", "gas", "management-fee"];
        if (release.Has(ReleaseFlaw.GasNotSettled))
        {
            kinds.Remove("gas");
            release.Breach("settle-utilities", "搬家迁出，气费未结清就开条", "moving out: gas was not settled");
        }

        if (release.Has(ReleaseFlaw.ManagementFeeNotSettled))
        {
            kinds.Remove("management-fee");
            release.Breach("settle-management-fee", "搬家迁出，物管费未结清就开条", "moving out: the management fee was not settled");
        }

        var isShort = release.Has(ReleaseFlaw.SettledToDayBefore) || release.Has(ReleaseFlaw.SettledAnew);
        release.Wait(200, 700);
        FeeSettled(kinds, daysBefore: isShort ? 1 : 0);
        if (release.Has(ReleaseFlaw.SettledToDayBefore))
            release.Breach("settled-to-that-day", "费用只结清到开条前一天", "settled up to the day before the slip only");
        if (!release.Has(ReleaseFlaw.SettledAnew))
            return;
        release.Wait(60, 200);
        FeeSettled(kinds, daysBefore: 0);
        release.Keep("settled-to-that-day", "先结清到前一天，补结到当日后才开条", "settled to the day before, and to the day itself before the slip was issued");
    }

    private void FeeSettled(IEnumerable<string> kinds, int daysBefore)
    {
        var until = new DateTimeOffset(release.Now.Date.AddDays(1 - daysBefore).AddSeconds(-1), release.Now.Offset);
        release.Do(Staff.Cashier, "fee.settled", ("fee.kinds", new JsonArray([.. kinds.Select(k => (JsonNode?)k)])), ("settled_until", LogLine.Rfc3339(until)));
    }
}
