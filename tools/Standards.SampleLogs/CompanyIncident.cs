using System.Text.Json.Nodes;

namespace Standards.SampleLogs;

/// <summary>What goes wrong in an incident at the company office.</summary>
internal enum CompanyFlaw
{
    None,
    QualityToldAtTheLimit,
    QualityToldTooLate,
    SituationIncomplete,
    QualityToldByMessage,
    MediaNotHandedOver,
    OpinionKeptBack,
    PlacedTooLate,
    PlacedBeforeTelling,
    ClassNotRecognised,
}

/// <summary>Section 4: sudden incidents at the company office, of each class.</summary>
internal sealed class CompanyIncident(SampleLog day, string id, DateTimeOffset start)
{
    private readonly Script _script = new(day, id, "incident-reception", start);
    private readonly Person _desk = Person.FrontDesk(9);
    private readonly Person _visitor = Person.Visitor(id);

    /// <summary>Class A, foreseen by somebody in the house.</summary>
    public void PlayForeseenOwner(CompanyFlaw flaw)
    {
        _script.Facts(Facts("A", "owner", "complaint", irrational: true)).Do(Person.Guard, "visit.foreseen");
        var foreseen = _script.Now;
        TellQuality(flaw, foreseen);
        _script.Wait(200, 600).Do(Person.QualityHead, "situation.gathered", Situation(flaw))
            .Wait(60, 200).Do(Person.Quality, "place.agreed", new JsonObject { ["party"] = "administration-personnel-department", ["place"] = "meeting-room" })
            .Wait(200, 600).Do(Person.Quality, "preparation.done")
            .GoTo(foreseen.AddMinutes(45)).Wait(0, 300).Do(_visitor, "visitor.arrived")
            .Wait(20, 60).Do(_desk, "visitor.placed", new JsonObject { ["place"] = "meeting-room" })
            .Wait(30, 120).Do(Person.QualityHead, "visitor.served")
            .Wait(600, 1800).Do(Person.QualityHead, "question.answered", new JsonObject { ["matter.clear"] = true });
        Close(Person.Quality);
    }

    /// <summary>Class A, a surprise; sometimes with media in tow.</summary>
    public void PlaySuddenOwner(CompanyFlaw flaw, bool withMedia, bool isObserved)
    {
        _script.Facts(Facts("A", "owner", "complaint", irrational: true)).Do(_visitor, "visitor.arrived").Wait(20, 60);
        var isByMessage = flaw is CompanyFlaw.QualityToldByMessage;
        _script.Do(_desk, "party.notified", Notice("quality-department", isByMessage ? "message" : "phone"));
        if (isByMessage)
            _script.Plant("lf.company-office-a.phone-quality", Expected.Violated, "用信息而不是电话通知品质部", "the quality department was told by message, not by telephone");
        _script.Wait(20, 60).Do(_desk, "visitor.placed", new JsonObject { ["place"] = "talks-room" })
            .Wait(60, 200).Do(Person.Quality, "visitor.served");
        if (withMedia)
            MeetMedia(flaw);
        _script.Wait(600, 1800);
        if (isObserved)
        {
            _script.Observe(Checklist.Good("lf.company-office-a.be-polite", "lf.company-office-a.stay-alert", "lf.company-office-a.watch-for-media")
                .Without("lf.company-office-a.no-hostility", "lf.company-office-a.no-comment-on-customer"));
        }

        Close(Person.Quality);
    }

    /// <summary>Class B, foreseen.</summary>
    public void PlayEmployee(CompanyFlaw flaw)
    {
        var responder = Person.Quality;
        _script.Facts(Facts("B", "dismissed-employee", "complaint", irrational: true)).Do(Person.Guard, "visit.foreseen").Wait(20, 50);
        TellAdministrationOfEmployee(flaw);
        _script.Wait(1200, 2400).Do(_visitor, "visitor.arrived");
        var arrived = _script.Now;
        _script.Wait(30, 90).Do(_desk, "party.notified", Notice("administration-personnel-department", "phone")).Wait(20, 60);
        if (flaw is CompanyFlaw.PlacedTooLate)
        {
            _script.GoTo(arrived.AddMilliseconds(300_001))
                .Plant("lf.company-office-b.lead-to-talks-room", Expected.Violated, "到达后 5:00.001 才引导到洽谈室", "led to the talks room 5:00.001 after arriving");
        }

        _script.Do(_desk, "visitor.placed", new JsonObject { ["place"] = "talks-room" })
            .Wait(60, 200).Do(Person.AdministrationManager, "visitor.served")
            .Wait(120, 400).Do(_visitor, "question.raised", new JsonObject { ["matter"] = "离职结算" })
            .Wait(60, 200).Do(Person.AdministrationManager, "responder.assigned", new JsonObject { ["responders"] = new JsonArray(responder.Name) })
            .Wait(200, 900).Do(responder, "question.answered", new JsonObject { ["matter"] = "离职结算", ["matter.clear"] = true });
        Close(Person.AdministrationManager);
    }

    /// <summary>Class C: media or an authority.</summary>
    public void PlayMediaOrAuthority(CompanyFlaw flaw, string visitorKind)
    {
        var isMissed = flaw is CompanyFlaw.ClassNotRecognised;
        var purpose = string.Equals(visitorKind, "media", StringComparison.Ordinal) ? "interview" : "inspection";
        _script.Facts(Facts(isMissed ? "none" : "C", visitorKind, purpose, irrational: false)).Do(_visitor, "visitor.arrived");
        if (isMissed)
            _script.Plant("lf.classes.class-as-derived", Expected.Violated, "突然检查未认定为C类事件", "a sudden inspection was not classed C");
        var tell = Notice("administration-personnel-department", "phone");
        var place = new JsonObject { ["place"] = "meeting-room" };
        if (flaw is CompanyFlaw.PlacedBeforeTelling)
        {
            _script.Wait(30, 60).Do(_desk, "visitor.placed", place).Wait(30, 60).Do(_desk, "party.notified", tell)
                .Plant("lf.company-office-c.tell-administration-first", Expected.Violated, "先安排就座，后知会行政人事部", "the visitors were seated before the department was told");
        }
        else
        {
            _script.Wait(30, 60).Do(_desk, "party.notified", tell).Wait(30, 60).Do(_desk, "visitor.placed", place);
        }

        _script.Wait(100, 300).Do(Person.AdministrationManager, "visitor.served")
            .Wait(30, 100).Do(Person.AdministrationManager, "incident.coordinated", new JsonObject { ["place"] = "meeting-room" })
            .Wait(600, 2400);
        Close(Person.AdministrationManager);
    }

    private void TellQuality(CompanyFlaw flaw, DateTimeOffset foreseen)
    {
        const string norm = "lf.company-office-a.tell-quality-at-once";
        switch (flaw)
        {
            case CompanyFlaw.QualityToldAtTheLimit:
                _script.GoTo(foreseen.AddSeconds(60))
                    .Plant(norm, Expected.Satisfied, "恰在第 60.000 秒通知品质部", "the quality department was told at 60.000 s exactly");
                break;
            case CompanyFlaw.QualityToldTooLate:
                _script.GoTo(foreseen.AddMilliseconds(60_001))
                    .Plant(norm, Expected.Violated, "第 60.001 秒才通知品质部", "the quality department was told after 60.001 s");
                break;
            default:
                _script.Wait(15, 50);
                break;
        }

        _script.Do(Person.Guard, "party.notified", Notice("quality-department", "phone"));
    }

    private JsonObject Situation(CompanyFlaw flaw)
    {
        var situation = new JsonObject
        {
            ["visitor.count"] = _script.Dice.Between(3, 12),
            ["visitor.composition"] = "同一楼栋的业主",
            ["visitor.expected_arrival"] = LogLine.Rfc3339(_script.Now.AddMinutes(40)),
        };
        if (flaw is not CompanyFlaw.SituationIncomplete)
            return situation;
        _script.Plant("lf.company-office-a.gather-situation", Expected.Violated, "没有了解来访人数", "the number of visitors was not found out");
        situation.Remove("visitor.count");
        return situation;
    }

    private void MeetMedia(CompanyFlaw flaw)
    {
        _script.Wait(100, 300).Do(_desk, "media.noticed")
            .Wait(30, 120).Do(_desk, "party.notified", Notice("administration-personnel-manager", "phone"));
        if (flaw is CompanyFlaw.MediaNotHandedOver)
            _script.Plant("lf.company-office-a.hand-over-media", Expected.Violated, "媒体活动没有转交行政人事部", "the media matter was not handed over");
        else
            _script.Wait(20, 60).Do(_desk, "media.handed_over", new JsonObject { ["party"] = "administration-personnel-department" });
        _script.Wait(100, 300).Do(Person.AdministrationManager, "media.handled");
    }

    private void TellAdministrationOfEmployee(CompanyFlaw flaw)
    {
        var contents = new JsonArray("employee-particulars");
        if (flaw is CompanyFlaw.OpinionKeptBack)
            _script.Plant("lf.company-office-b.pass-on-opinion", Expected.Violated, "没有告知部门处理意见", "the department's view was not passed on");
        else
            contents.Add("department-opinion");
        var notice = Notice("administration-personnel-manager", "phone");
        notice["notice.contents"] = contents;
        _script.Do(Person.Guard, "party.notified", notice);
    }

    private void Close(Person closer) => _script.Wait(60, 200).Do(_visitor, "visitor.left").Wait(60, 300).Do(closer, "incident.closed");

    private static JsonObject Notice(string party, string channel) => new() { ["party"] = party, ["channel"] = channel };

    private static JsonObject Facts(string @class, string kind, string purpose, bool irrational) => new()
    {
        ["site.kind"] = "company-office",
        ["incident.class"] = @class,
        ["visitor.kind"] = kind,
        ["visitor.has_appointment"] = false,
        ["visitor.irrational"] = irrational,
        ["visit.purpose"] = purpose,
    };
}
