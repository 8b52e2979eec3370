using System.Text.Json.Nodes;

namespace Standards.SampleLogs;

/// <summary>What goes wrong at a visit to the desk.</summary>
internal enum DeskFlaw
{
    None,
    GreetedAtTheLimit,
    GreetedTooLate,
    NotGreeted,
    GreetedWithoutRespect,
    CustomerSpokeFirst,
    NeedNotWorkedOut,
    ServiceNotGiven,
    NeedBeforeArrival,
    DidNotSmile,
    TeethNotShown,
    EyesNotSeen,
    SpeechNotLogged,
}

/// <summary>Standard 1: one customer at a free desk.</summary>
internal sealed class DeskVisit(SampleLog day, string id, DateTimeOffset start, int desk)
{
    private readonly Script _script = new(day, id, "desk-visit", start);
    private readonly Person _staff = Person.FrontDesk(desk);
    private readonly Person _customer = Person.Customer(id);
    private readonly Errand _errand = day.Dice.Pick(Errand.All);

    // Desks with an even number are staffed by men.
    private bool IsMan => desk % 2 == 0;

    public void Play(DeskFlaw flaw, bool isObserved)
    {
        _script.Facts(new JsonObject { ["staff.gender"] = IsMan ? "male" : "female" });
        if (flaw is DeskFlaw.NeedBeforeArrival)
            NoteNeedTooEarly();
        _script.Do(_customer, "visitor.arrived", new JsonObject { ["visitor"] = _customer.Name, ["visit.purpose"] = _errand.Purpose });
        Greet(flaw);
        Serve(flaw);
        _script.Wait(2, 15);
        if (isObserved || flaw is DeskFlaw.DidNotSmile or DeskFlaw.TeethNotShown or DeskFlaw.EyesNotSeen)
            _script.Observe(Watched(flaw));
        _script.Do(_customer, "visitor.left", new JsonObject { ["visitor"] = _customer.Name });
    }

    private void NoteNeedTooEarly()
    {
        _script.Do(_staff, "need.identified", new JsonObject { ["matter"] = _errand.Matter }).Wait(20, 60)
            .Plant("lf.process.desk-visit", Expected.Violated, "顾客尚未到达就登记了已判明需求", "the need is logged before the customer is there");
    }

    private void Greet(DeskFlaw flaw)
    {
        var arrived = _script.Now;
        switch (flaw)
        {
            case DeskFlaw.SpeechNotLogged:
                _script.Wait(3, 6)
                    .Plant("lf.warm-reception.greet", Expected.Unknown, "日志没有记录任何说话内容", "the log holds no speech at all");
                return;
            case DeskFlaw.GreetedAtTheLimit:
                _script.GoTo(arrived.AddSeconds(10)).Say(_staff, "您好,请问有什么能帮您?")
                    .Plant("lf.warm-reception.greet", Expected.Satisfied, "恰在第 10.000 秒打招呼", "greeted at 10.000 s exactly");
                break;
            case DeskFlaw.GreetedTooLate:
                _script.Wait(2, 4).Say(_staff, "稍等。").GoTo(arrived.AddMilliseconds(10_001)).Say(_staff, "您好,请问有什么能帮您?")
                    .Plant("lf.warm-reception.greet", Expected.Violated, "先说“稍等”，第 10.001 秒才打招呼", "“wait” first, the greeting after 10.001 s");
                break;
            case DeskFlaw.NotGreeted:
                _script.Wait(2, 5).Say(_staff, "下一位，什么事？")
                    .Plant("lf.warm-reception.greet", Expected.Violated, "没有说招呼用语，只说“下一位，什么事？”", "not the greeting but “next, what is it?”");
                break;
            case DeskFlaw.GreetedWithoutRespect:
                _script.Wait(2, 5).Say(_staff, "你好,请问有什么能帮你?")
                    .Plant("lf.warm-reception.greet", Expected.Violated, "招呼用语把“您”说成“你”", "the greeting with 你 in place of 您");
                break;
            case DeskFlaw.CustomerSpokeFirst:
                _script.Wait(2, 3).Say(_customer, "有人吗？").Wait(1, 3).Say(_staff, Speech.Greeting(_script.Dice))
                    .Plant("lf.warm-reception.speak-first", Expected.Violated, "顾客先开口", "the customer spoke first");
                break;
            default:
                _script.Wait(2, 8).Say(_staff, Speech.Greeting(_script.Dice));
                break;
        }

        _script.Wait(2, 6).Say(_customer, _errand.Words);
    }

    private void Serve(DeskFlaw flaw)
    {
        _script.Wait(5, 40);
        if (flaw is DeskFlaw.NeedNotWorkedOut)
            _script.Plant("lf.warm-reception.work-out-need", Expected.Violated, "没有判明需求就办理", "served without working out the need");
        else
            _script.Do(_staff, "need.identified", new JsonObject { ["matter"] = _errand.Matter });
        _script.Wait(60, 480);
        if (flaw is DeskFlaw.ServiceNotGiven)
            _script.Plant("lf.warm-reception.give-fitting-service", Expected.Violated, $"判明需求“{_errand.Matter}”后没有提供服务", $"no service for the need “{_errand.Matter}”");
        else
            _script.Do(_staff, "service.delivered", new JsonObject { ["matter"] = _errand.Matter });
    }

    private Checklist Watched(DeskFlaw flaw)
    {
        var sheet = Checklist.Good(
            "lf.warm-reception.stand-up",
            "lf.warm-reception.smile",
            "lf.warm-reception.make-eye-contact",
            "lf.warm-reception.rise-lightly",
            "lf.warm-reception.stand-straight",
            IsMan ? "lf.warm-reception.hands-of-men" : "lf.warm-reception.hands-of-women",
            "lf.warm-reception.seek-gaze",
            "lf.warm-reception.smile-with-eyes",
            "lf.warm-reception.show-six-teeth",
            "lf.warm-reception.be-sincere");
        switch (flaw)
        {
            case DeskFlaw.DidNotSmile:
                _script.Plant("lf.warm-reception.smile", Expected.Violated, "观察员未见微笑", "the observer saw no smile");
                return sheet.With("lf.warm-reception.smile", "no");
            case DeskFlaw.TeethNotShown:
                _script.Plant("lf.warm-reception.show-six-teeth", Expected.Violated, "观察员：微笑未露六颗牙齿", "the observer: the smile showed no six teeth");
                return sheet.With("lf.warm-reception.show-six-teeth", "no");
            case DeskFlaw.EyesNotSeen:
                _script.Plant("lf.warm-reception.smile-with-eyes", Expected.Unknown, "观察员看不到眼睛，勾选“未看到”", "the observer could not see the eyes and ticked not-seen");
                return sheet.With("lf.warm-reception.smile-with-eyes", "not-seen");
            default:
                return sheet;
        }
    }
}
