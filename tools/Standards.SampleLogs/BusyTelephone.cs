using System.Text.Json.Nodes;

namespace Standards.SampleLogs;

/// <summary>What goes wrong while A is on the telephone and B comes.</summary>
internal enum TelephoneFlaw
{
    None,
    BackAtTheLimit,
    BackTooLate,
    NotAskedToHold,
    AskedForTwoMinutes,
    HandedOverBeforeColleagueCame,
    VisitorWaitedTooLong,
    ReceiverLaidDownHard,
}

/// <summary>Standard 2, scenario 2: staff are on the telephone with A, B comes to the desk.</summary>
internal sealed class BusyTelephone(SampleLog day, string id, DateTimeOffset start, int desk)
{
    private readonly Script _script = new(day, id, "busy-desk", start);
    private readonly Person _staff = Person.FrontDesk(desk);
    private readonly Person _visitor = Person.Customer("B");

    public void Play(TelephoneFlaw flaw, bool isHandedOver, bool isObserved)
    {
        _script.Do(Person.Customer("A"), "call.started").Wait(2, 6).Do(_staff, "call.answered").Wait(20, 120);
        _script.Do(_visitor, "visitor.arrived", OfB());
        var arrived = _script.Now;
        if (flaw is TelephoneFlaw.VisitorWaitedTooLong)
            EndTooLate(arrived);
        else if (isHandedOver || flaw is not TelephoneFlaw.None)
            HandOver(flaw, isObserved);
        else
            EndInTime(isObserved);
    }

    private void EndInTime(bool isObserved)
    {
        _script.Wait(30, 150);
        if (isObserved)
            _script.Observe(Checklist.Good("lf.busy-desk.smile-and-nod", "lf.busy-desk-2.show-seat", "lf.busy-desk-3.smile", "lf.busy-desk-3.nod"));
        _script.Do(_staff, "call.ended").Do(_staff, "visitor.finished", new JsonObject { ["visitor"] = "A", ["waiting"] = 1 })
            .Wait(2, 8).Do(_staff, "visitor.served", new JsonObject { ["visitor"] = "B" })
            .Wait(60, 240).Do(_staff, "visitor.finished", new JsonObject { ["visitor"] = "B", ["waiting"] = 0 });
    }

    private void EndTooLate(DateTimeOffset arrived)
    {
        _script.Plant("lf.busy-desk.hand-over", Expected.Violated, "通话不停，B等候超过三分钟", "the call went on and B waited for more than three minutes")
            .GoTo(arrived.AddSeconds(190)).Wait(10, 60).Do(_staff, "call.ended")
            .Do(_staff, "visitor.finished", new JsonObject { ["visitor"] = "A", ["waiting"] = 1 })
            .Wait(2, 8).Do(_staff, "visitor.served", new JsonObject { ["visitor"] = "B" })
            .Wait(60, 240).Do(_staff, "visitor.finished", new JsonObject { ["visitor"] = "B", ["waiting"] = 0 });
    }

    private void HandOver(TelephoneFlaw flaw, bool isObserved)
    {
        _script.Wait(60, 140);
        AskToHold(flaw);
        _script.Wait(3, 4).Do(_staff, "service.paused", OnPhone("A"));
        var paused = _script.Now;
        _script.Wait(1, 2).Do(_staff, "colleague.called", OnPhone("B"));
        if (flaw is TelephoneFlaw.HandedOverBeforeColleagueCame)
        {
            _script.Wait(1, 2).Do(_staff, "visitor.handed_over", OnPhone("B"))
                .Plant("lf.busy-desk-2.order", Expected.Violated, "同事未到就交接B", "B was handed over before the colleague had come");
        }

        _script.Wait(3, 4).Do(Person.Colleague, "colleague.came", OnPhone("B")).Wait(1, 2).Say(_staff, Speech.Introduce(_script.Dice));
        if (flaw is not TelephoneFlaw.HandedOverBeforeColleagueCame)
            _script.Wait(1, 2).Do(_staff, "visitor.handed_over", OnPhone("B"));
        _script.Wait(1, 2).Do(Person.Colleague, "visitor.served", new JsonObject { ["visitor"] = "B" });
        PickUp(flaw, paused);
        _script.Wait(1, 2).Say(_staff, Speech.SorryForDelay(_script.Dice)).Wait(30, 200);
        if (isObserved || flaw is TelephoneFlaw.ReceiverLaidDownHard)
            _script.Observe(Watched(flaw));
        _script.Do(_staff, "call.ended").Do(_staff, "visitor.finished", new JsonObject { ["visitor"] = "A", ["waiting"] = 0 })
            .Wait(30, 200).Do(Person.Colleague, "visitor.finished", new JsonObject { ["visitor"] = "B", ["waiting"] = 0 });
    }

    private void AskToHold(TelephoneFlaw flaw)
    {
        switch (flaw)
        {
            case TelephoneFlaw.NotAskedToHold:
                _script.Plant("lf.busy-desk-2.ask-to-hold", Expected.Violated, "没有请A等候就放下听筒", "the receiver was laid down without asking A to hold");
                break;
            case TelephoneFlaw.AskedForTwoMinutes:
                _script.Say(_staff, "很抱歉,我这里有紧急事情需要处理一下,请您等我2分钟好么?我会马上回来。")
                    .Plant("lf.busy-desk-2.ask-to-hold", Expected.Violated, "请A等“2分钟”而不是“20秒”", "A was asked to hold for “2 minutes”, not “20 seconds”");
                break;
            default:
                _script.Say(_staff, Speech.Hold(_script.Dice));
                break;
        }
    }

    private void PickUp(TelephoneFlaw flaw, DateTimeOffset paused)
    {
        switch (flaw)
        {
            case TelephoneFlaw.BackAtTheLimit:
                _script.GoTo(paused.AddSeconds(20))
                    .Plant("lf.busy-desk-2.back-in-20-seconds", Expected.Satisfied, "恰在第 20.000 秒拿起话筒", "the receiver was picked up at 20.000 s exactly");
                break;
            case TelephoneFlaw.BackTooLate:
                _script.GoTo(paused.AddMilliseconds(20_001))
                    .Plant("lf.busy-desk-2.back-in-20-seconds", Expected.Violated, "第 20.001 秒才拿起话筒", "the receiver was picked up after 20.001 s");
                break;
            default:
                _script.Wait(1, 3);
                break;
        }

        _script.Do(_staff, "service.resumed", OnPhone("A"));
    }

    private Checklist Watched(TelephoneFlaw flaw)
    {
        var sheet = Checklist.Good(
            "lf.busy-desk.smile-and-nod",
            "lf.busy-desk.nod-on-introducing",
            "lf.busy-desk-2.show-seat",
            "lf.busy-desk-2.lay-down-gently",
            "lf.busy-desk-2.face-down",
            "lf.busy-desk-2.pick-up-gently");
        if (flaw is not TelephoneFlaw.ReceiverLaidDownHard)
            return sheet;
        _script.Plant("lf.busy-desk-2.lay-down-gently", Expected.Violated, "观察员：听筒放得很重", "the observer: the receiver was banged down");
        return sheet.With("lf.busy-desk-2.lay-down-gently", "no");
    }

    private static JsonObject OfB() => new() { ["visitor"] = "B", ["desk.activity"] = "phone" };

    private static JsonObject OnPhone(string visitor) => new() { ["visitor"] = visitor, ["desk.activity"] = "phone" };
}
