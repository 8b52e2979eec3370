using System.Text.Json.Nodes;

namespace Standards.SampleLogs;

/// <summary>What goes wrong while A is served at the desk and others wait.</summary>
internal enum BusyFlaw
{
    None,
    HandedOverAtTheLimit,
    HandedOverTooLate,
    SecondVisitorForgotten,
    UrgentVisitorTooLate,
    NotAskedToWait,
    ServedNextTooLate,
    NotExcused,
    ExcusedTooLate,
    BackTooLate,
    ColleagueSoughtTooLate,
    ColleagueNotIntroduced,
    NoSorryForDelay,
    ColleagueCalledForNothing,
    StateOfDeskNotLogged,
}

/// <summary>How a busy period at the desk goes.</summary>
internal enum BusyCourse
{
    /// <summary>A is done before B has waited three minutes.</summary>
    Quick,

    /// <summary>A colleague takes B.</summary>
    HandOver,

    /// <summary>A colleague takes C, whose matter is urgent; B is served next.</summary>
    Urgent,

    /// <summary>Colleagues take B and C; D is served next.</summary>
    ThreeWaiting,

    /// <summary>B does not wait.</summary>
    BLeaves,
}

/// <summary>Standard 2, scenario 1: A is in hand at the desk, others come.</summary>
internal sealed class BusyDesk(SampleLog day, string id, DateTimeOffset start, int desk)
{
    private const string HandOverNorm = "lf.busy-desk.hand-over";
    private readonly Script _script = new(day, id, "busy-desk", start);
    private readonly Person _staff = Person.FrontDesk(desk);

    /// <summary>The course on which a flaw can happen.</summary>
    public static BusyCourse CourseOf(BusyFlaw flaw) => flaw switch
    {
        BusyFlaw.NotAskedToWait or BusyFlaw.ServedNextTooLate or BusyFlaw.ColleagueCalledForNothing => BusyCourse.Quick,
        BusyFlaw.UrgentVisitorTooLate => BusyCourse.Urgent,
        BusyFlaw.SecondVisitorForgotten => BusyCourse.ThreeWaiting,
        BusyFlaw.StateOfDeskNotLogged => BusyCourse.BLeaves,
        _ => BusyCourse.HandOver,
    };

    public void Play(BusyCourse course, BusyFlaw flaw, bool isObserved)
    {
        Arrive("A", "idle");
        _script.Wait(2, 6).Say(_staff, Speech.Greeting(_script.Dice)).Wait(3, 9).Do(_staff, "visitor.served", Of("A")).Wait(40, 160);
        switch (course)
        {
            case BusyCourse.Quick:
                Quick(flaw, isObserved);
                break;
            case BusyCourse.HandOver:
                HandOver(flaw, isObserved);
                break;
            case BusyCourse.Urgent:
                Urgent(flaw);
                break;
            case BusyCourse.ThreeWaiting:
                ThreeWaiting(flaw);
                break;
            default:
                BLeaves(flaw);
                break;
        }
    }

    private void Quick(BusyFlaw flaw, bool isObserved)
    {
        Arrive("B", "serving");
        if (flaw is BusyFlaw.NotAskedToWait)
            _script.Plant("lf.busy-desk-1.ask-to-wait", Expected.Violated, "没有请B坐下稍等", "B was not asked to sit and wait");
        else
            _script.Wait(3, 9).Say(_staff, Speech.SitAndWait(_script.Dice));
        _script.Wait(40, 80).Do(_staff, "visitor.finished", Of("A", waiting: 1));
        if (flaw is BusyFlaw.ColleagueCalledForNothing)
        {
            CallForNothing();
            return;
        }

        if (flaw is BusyFlaw.ServedNextTooLate)
        {
            _script.GoTo(_script.Now.AddMilliseconds(60_001)).Do(_staff, "visitor.served", Of("B"))
                .Plant("lf.busy-desk-1.serve-next", Expected.Violated, "A办完后过了 60.001 秒才接待B", "B was served 60.001 s after A");
        }
        else
        {
            _script.Wait(3, 15).Do(_staff, "visitor.served", Of("B"));
        }

        _script.Wait(60, 240);
        if (isObserved)
            _script.Observe(Checklist.Good("lf.busy-desk.smile-and-nod", "lf.busy-desk-3.smile", "lf.busy-desk-3.nod"));
        _script.Do(_staff, "visitor.finished", Of("B", waiting: 0));
    }

    private void CallForNothing()
    {
        _script.Plant("lf.busy-desk-3.turn-to-b-yourself", Expected.Violated, "A三分钟内已办完，仍另找同事接待B", "A was done within three minutes, yet a colleague was called for B");
        _script.Wait(4, 6).Do(_staff, "colleague.called", Of("B", "idle")).Wait(8, 12);
        Introduce("B", "idle");
        _script.Wait(120, 240).Do(Person.Colleague, "visitor.finished", Of("B", waiting: 0));
    }

    private void HandOver(BusyFlaw flaw, bool isObserved)
    {
        Arrive("B", "serving");
        var arrived = _script.Now;
        AskToWait();
        if (flaw is BusyFlaw.ColleagueSoughtTooLate)
            _script.Wait(30, 50);
        else
            _script.Wait(80, 130);
        if (flaw is BusyFlaw.HandedOverAtTheLimit or BusyFlaw.HandedOverTooLate)
            _script.GoTo(arrived.AddSeconds(176));
        var excuse = Speech.ExcuseToA(_script.Dice);
        if (flaw is BusyFlaw.NotExcused)
            _script.Plant("lf.busy-desk-1.excuse-to-a", Expected.Violated, "寻找同事前没有请A稍等", "A was not asked to wait before a colleague was called");
        else if (flaw is not BusyFlaw.ExcusedTooLate)
            _script.Say(_staff, excuse);
        _script.Wait(1, 2).Do(_staff, "service.paused", Of("A", "serving")).Wait(1, 2);
        Call(flaw, arrived);
        if (flaw is BusyFlaw.ExcusedTooLate)
            SayTooLate(excuse);
        _script.Wait(10, 25);
        Introduce("B", "serving", flaw is BusyFlaw.ColleagueNotIntroduced);
        Resume(flaw);
        _script.Wait(40, 200).Do(_staff, "visitor.finished", Of("A", waiting: 0)).Wait(30, 200);
        if (isObserved)
            _script.Observe(Checklist.Good("lf.busy-desk.smile-and-nod", "lf.busy-desk.nod-on-introducing"));
        _script.Do(Person.Colleague, "visitor.finished", Of("B", waiting: 0));
    }

    private void Call(BusyFlaw flaw, DateTimeOffset arrived)
    {
        switch (flaw)
        {
            case BusyFlaw.HandedOverAtTheLimit:
                _script.GoTo(arrived.AddSeconds(180))
                    .Plant(HandOverNorm, Expected.Satisfied, "恰在等候第 3:00.000 分钟找同事", "the colleague was called at 3:00.000 exactly");
                break;
            case BusyFlaw.HandedOverTooLate:
                _script.GoTo(arrived.AddMilliseconds(180_001))
                    .Plant(HandOverNorm, Expected.Violated, "等候 3:00.001 才找同事", "the colleague was called after 3:00.001");
                break;
            case BusyFlaw.ColleagueSoughtTooLate:
                _script.Wait(61, 70)
                    .Plant("lf.busy-desk.seek-at-once", Expected.Violated, "放下A的业务一分钟后才找同事", "A's business was laid aside, but no colleague sought within a minute");
                break;
            default:
                break;
        }

        _script.Do(_staff, "colleague.called", Of("B", "serving"));
    }

    private void SayTooLate(string excuse)
    {
        _script.Wait(2, 4).Say(_staff, excuse)
            .Plant("lf.busy-desk-1.excuse-to-a", Expected.Violated, "找了同事之后才请A稍等", "A was asked to wait only after the colleague had been called")
            .Plant("lf.busy-desk-1.order", Expected.Violated, "先找同事后告知A，次序颠倒", "colleague first, excuse second: the wrong order");
    }

    private void Urgent(BusyFlaw flaw)
    {
        Arrive("B", "serving");
        AskToWait();
        _script.Wait(5, 12);
        Arrive("C", "serving", urgent: true);
        var arrived = _script.Now;
        _script.Wait(5, 10);
        if (flaw is BusyFlaw.UrgentVisitorTooLate)
            _script.GoTo(arrived.AddSeconds(66));
        _script.Say(_staff, Speech.ExcuseToA(_script.Dice)).Wait(1, 2).Do(_staff, "service.paused", Of("A", "serving")).Wait(1, 2);
        if (flaw is BusyFlaw.UrgentVisitorTooLate)
            _script.Plant("lf.busy-desk.hand-over-urgent", Expected.Violated, "C事情紧急，一分钟后才找同事", "C's matter was urgent, the colleague was called after more than a minute");
        _script.Do(_staff, "colleague.called", Of("C", "serving")).Wait(8, 15);
        Introduce("C", "serving");
        Resume(BusyFlaw.None);
        _script.Wait(10, 30).Do(_staff, "visitor.finished", Of("A", waiting: 1)).Wait(3, 10).Do(_staff, "visitor.served", Of("B"))
            .Wait(60, 180).Do(_staff, "visitor.finished", Of("B", waiting: 0))
            .Wait(10, 60).Do(Person.Colleague, "visitor.finished", Of("C", waiting: 0));
    }

    private void ThreeWaiting(BusyFlaw flaw)
    {
        Arrive("B", "serving");
        AskToWait();
        _script.Wait(15, 25);
        Arrive("C", "serving");
        var cArrived = _script.Now;
        AskToWait();
        _script.Wait(15, 25);
        Arrive("D", "serving");
        AskToWait();
        _script.Wait(10, 20).Say(_staff, Speech.ExcuseToA(_script.Dice)).Wait(1, 2).Do(_staff, "service.paused", Of("A", "serving")).Wait(1, 2)
            .Do(_staff, "colleague.called", Of("B", "serving"));
        if (flaw is not BusyFlaw.SecondVisitorForgotten)
            _script.Wait(1, 2).Do(_staff, "colleague.called", Of("C", "serving"));
        _script.Wait(8, 12);
        Introduce("B", "serving");
        if (flaw is not BusyFlaw.SecondVisitorForgotten)
            Introduce("C", "serving");
        Resume(BusyFlaw.None);
        _script.Wait(5, 15).Do(_staff, "visitor.finished", Of("A", waiting: flaw is BusyFlaw.SecondVisitorForgotten ? 2 : 1))
            .Wait(3, 8).Do(_staff, "visitor.served", Of("D"));
        if (flaw is BusyFlaw.SecondVisitorForgotten)
            ServeAtLast(cArrived);
        else
            _script.Wait(60, 180).Do(_staff, "visitor.finished", Of("D", waiting: 0));
    }

    private void ServeAtLast(DateTimeOffset arrived)
    {
        _script.Plant(HandOverNorm, Expected.Violated, "三人等候，C超过三分钟无人接待", "three waited; C was left for more than three minutes")
            .GoTo(arrived.AddSeconds(200)).Do(_staff, "visitor.finished", Of("D", waiting: 1))
            .Wait(5, 10).Do(_staff, "visitor.served", Of("C"))
            .Wait(60, 180).Do(_staff, "visitor.finished", Of("C", waiting: 0));
    }

    private void BLeaves(BusyFlaw flaw)
    {
        if (flaw is BusyFlaw.StateOfDeskNotLogged)
        {
            _script.Do(Person.Customer("B"), "visitor.arrived", Of("B"));
            foreach (var norm in new[] { HandOverNorm, "lf.busy-desk-1.ask-to-wait", "lf.busy-desk-3.turn-to-b-yourself" })
                _script.Plant(norm, Expected.Unknown, "B到达时未记录前台状态", "the state of the desk was not logged when B came");
            _script.Wait(240, 300).Do(_staff, "visitor.finished", Of("A", waiting: 1)).Wait(3, 10).Do(_staff, "visitor.served", Of("B"))
                .Wait(60, 180).Do(_staff, "visitor.finished", Of("B", waiting: 0));
            return;
        }

        Arrive("B", "serving");
        AskToWait();
        _script.Wait(50, 150).Do(Person.Customer("B"), "visitor.left", Of("B"))
            .Wait(60, 180).Do(_staff, "visitor.finished", Of("A", waiting: 0));
    }

    private void Introduce(string visitor, string activity, bool isForgotten = false)
    {
        _script.Do(Person.Colleague, "colleague.came", Of(visitor, activity)).Wait(1, 3);
        if (isForgotten)
            _script.Plant("lf.busy-desk.introduce-colleague", Expected.Violated, $"没有向{visitor}介绍同事", $"the colleague was not introduced to {visitor}");
        else
            _script.Say(_staff, Speech.Introduce(_script.Dice));
        _script.Wait(1, 2).Do(_staff, "visitor.handed_over", Of(visitor, activity))
            .Wait(1, 3).Do(Person.Colleague, "visitor.served", Of(visitor));
    }

    private void Resume(BusyFlaw flaw)
    {
        if (flaw is BusyFlaw.BackTooLate)
            _script.Wait(121, 150).Plant("lf.busy-desk-1.right-back", Expected.Violated, "两分钟后才回到A处", "back to A after more than two minutes");
        _script.Wait(4, 9).Do(_staff, "service.resumed", Of("A", "serving"));
        if (flaw is BusyFlaw.NoSorryForDelay)
            _script.Plant("lf.busy-desk.apologise-for-delay", Expected.Violated, "回来后没有向A致歉", "no apology to A for the delay");
        else
            _script.Wait(1, 3).Say(_staff, Speech.SorryForDelay(_script.Dice));
    }

    private void AskToWait() => _script.Wait(3, 9).Say(_staff, Speech.SitAndWait(_script.Dice));

    private void Arrive(string visitor, string activity, bool urgent = false)
    {
        var data = Of(visitor, activity);
        if (urgent)
            data["urgent"] = true;
        _script.Do(Person.Customer(visitor), "visitor.arrived", data);
    }

    private static JsonObject Of(string visitor, string? activity = null, int? waiting = null)
    {
        var data = new JsonObject { ["visitor"] = visitor };
        if (activity is not null)
            data["desk.activity"] = activity;
        if (waiting is { } number)
            data["waiting"] = number;
        return data;
    }
}
