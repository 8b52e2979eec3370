using System.Text.Json.Nodes;

namespace Standards.SampleLogs;

/// <summary>What goes wrong in an incident at a service centre.</summary>
internal enum CentreFlaw
{
    None,
    NoTea,
    DirectorToldTooLate,
    Conflict,
    QuestionNotAnswered,
    WrongRoom,
    JuniorAnswered,
    LeaderToldTooLate,
    FrontDeskLed,
    Onlookers,
    InterviewWithoutInstruction,
}

/// <summary>Section 5: sudden incidents at a service centre, of each class. The record of the incident is a script of its own.</summary>
internal sealed class CentreIncident(SampleLog day, string id, DateTimeOffset start)
{
    private readonly Script _script = new(day, id, "incident-reception", start);
    private readonly Person _desk = Person.FrontDesk(3);
    private readonly Person _visitor = Person.Visitor(id);

    /// <summary>Class A. Returns the script, at the end of the handling.</summary>
    public Script PlayOwner(CentreFlaw flaw, bool isTypical)
    {
        var facts = Facts("A", "owner", "complaint", irrational: true);
        if (isTypical)
            facts["incident.typical"] = true;
        _script.Facts(facts).Do(_visitor, "visitor.arrived").Wait(10, 30)
            .Do(_desk, "courtesy.offered", new JsonObject { ["courtesy"] = "seat" }).Wait(20, 90);
        if (flaw is CentreFlaw.NoTea)
            _script.Plant("lf.management-office-a.offer-tea", Expected.Violated, "没有主动倒茶", "no tea was offered");
        else
            _script.Do(_desk, "courtesy.offered", new JsonObject { ["courtesy"] = "tea" });
        _script.Wait(30, 120).Do(Person.AssistantDirector, "visitor.served").Wait(200, 600);
        if (flaw is CentreFlaw.DirectorToldTooLate || isTypical)
            LoseControl(flaw);
        _script.Wait(600, 1500).Do(Person.AssistantDirector, "record.filled", new JsonObject
        {
            ["form"] = "reception-record",
            ["persons_involved"] = "业主一人",
            ["matter"] = "停车纠纷",
            ["outcome"] = "已答复",
            ["filled_by"] = Person.AssistantDirector.Name,
        });
        if (flaw is CentreFlaw.Conflict)
            WatchConflict();
        return Close(Person.AssistantDirector);
    }

    /// <summary>Class B.</summary>
    public Script PlayEmployee(CentreFlaw flaw)
    {
        _script.Facts(Facts("B", "criticised-employee", "complaint", irrational: true)).Do(_visitor, "visitor.arrived")
            .Wait(60, 200).Do(Person.AssistantDirector, "visitor.served")
            .Wait(60, 200).Do(_visitor, "question.raised", new JsonObject { ["matter"] = "批评处理" }).Wait(60, 300);
        if (flaw is CentreFlaw.QuestionNotAnswered)
            _script.Plant("lf.management-office-b.answer", Expected.Violated, "没有答复员工的问题", "the employee's question was not answered");
        else
            _script.Do(Person.AssistantDirector, "question.answered", new JsonObject { ["matter"] = "批评处理", ["matter.clear"] = true });
        _script.Wait(60, 200).Do(Person.AssistantDirector, "control.lost")
            .Wait(60, 200).Do(Person.AssistantDirector, "party.notified", Notice("personnel-specialist"));
        if (flaw is CentreFlaw.WrongRoom)
            _script.Plant("lf.management-office-b.coordinate-in-manager-room", Expected.Violated, "在会议室而不是管理处经理办公室协调", "coordinated in a meeting room, not in the office manager's");
        _script.Wait(300, 900).Do(
            Person.PersonnelSpecialist,
            "incident.coordinated",
            new JsonObject { ["place"] = flaw is CentreFlaw.WrongRoom ? "meeting-room" : "office-manager-room" });
        return Close(Person.PersonnelSpecialist);
    }

    /// <summary>Class C: media or an authority.</summary>
    public Script PlayMediaOrAuthority(CentreFlaw flaw, string visitorKind)
    {
        var isMedia = string.Equals(visitorKind, "media", StringComparison.Ordinal);
        _script.Facts(Facts("C", visitorKind, isMedia ? "interview" : "inspection", irrational: false)).Do(_visitor, "visitor.arrived");
        var arrived = _script.Now;
        _script.Wait(40, 200).Do(Person.SecurityCaptain, "party.notified", Notice("office-manager")).Wait(30, 90);
        if (flaw is CentreFlaw.FrontDeskLed)
            _script.Plant("lf.management-office-c.who-leads", Expected.Violated, "由前台带领来访者", "the front desk led the visitors");
        _script.Do(flaw is CentreFlaw.FrontDeskLed ? _desk : Person.SecurityCaptain, "visitor.placed", new JsonObject { ["place"] = "reception-area" })
            .Wait(30, 90).Do(Person.SecurityCaptain, "security.arranged");
        if (flaw is CentreFlaw.Onlookers)
            _script.Wait(20, 60).Do(Person.SecurityCaptain, "crowd.gathered").Plant("lf.management-office-c.no-onlookers", Expected.Violated, "业主围观", "owners crowded round");
        _script.Wait(30, 90).Do(Person.AssistantDirector, "visitor.served").Wait(30, 90);
        if (flaw is CentreFlaw.JuniorAnswered)
        {
            _script.Do(_desk, "question.answered", new JsonObject { ["matter"] = "停水原因", ["matter.clear"] = false }).Wait(20, 60)
                .Plant("lf.management-office-c.no-unclear-answer", Expected.Violated, "前台直接回答自己不清楚的问题", "the front desk answered what it was not clear about");
        }

        _script.Do(Person.OfficeManager, "party.notified", Notice("administration-personnel-department"));
        TellLeader(flaw, arrived);
        if (isMedia)
            AssignInterviewee(flaw);
        return Close(Person.OfficeManager);
    }

    private void LoseControl(CentreFlaw flaw)
    {
        _script.Do(Person.AssistantDirector, "control.lost");
        var lost = _script.Now;
        _script.Wait(5, 20).Do(Person.AssistantDirector, "visitor.calmed");
        if (flaw is CentreFlaw.DirectorToldTooLate)
        {
            _script.GoTo(lost.AddMilliseconds(300_001))
                .Plant("lf.management-office-a.tell-director", Expected.Violated, "失控 5:00.001 后才知会园区主任", "the park director was told 5:00.001 after control was lost");
        }
        else
        {
            _script.Wait(20, 100);
        }

        _script.Do(Person.AssistantDirector, "party.notified", Notice("park-director"))
            .Wait(200, 400).Do(Person.ParkDirector, "party.arrived", new JsonObject { ["party"] = "park-director" })
            .Wait(10, 60).Do(Person.ParkDirector, "visitor.served")
            .Wait(60, 200).Do(Person.ParkDirector, "incident.coordinated", new JsonObject { ["place"] = "talks-room" });
    }

    private void WatchConflict()
    {
        var sheet = Checklist.Good("lf.management-office-a.be-polite", "lf.management-office-a.stay-alert", "lf.management-office-a.watch-for-media")
            .Without("lf.management-office-a.no-conflict", "lf.management-office-a.no-hostility", "lf.management-office-a.no-comment-on-customer");
        _script.Observe(sheet.With("lf.management-office-a.no-conflict", "yes"))
            .Plant("lf.management-office-a.no-conflict", Expected.Violated, "观察员：与业主发生正面冲突", "the observer: head-on conflict with the owner");
    }

    private void TellLeader(CentreFlaw flaw, DateTimeOffset arrived)
    {
        if (flaw is CentreFlaw.LeaderToldTooLate)
        {
            _script.GoTo(arrived.AddMilliseconds(1_800_001))
                .Plant("lf.management-office-c.report-to-leader", Expected.Violated, "30:00.001 后才向分管领导汇报", "the leader in charge was told after 30:00.001");
        }
        else
        {
            _script.Wait(60, 400);
        }

        _script.Do(Person.OfficeManager, "party.notified", Notice("leader-in-charge"));
    }

    private void AssignInterviewee(CentreFlaw flaw)
    {
        if (flaw is CentreFlaw.InterviewWithoutInstruction)
            _script.Plant("lf.management-office-c.assign-as-instructed", Expected.Violated, "未收到公司要求就安排受访", "interviewees were assigned without the company's instruction");
        else
            _script.Wait(200, 600).Do(Person.OfficeManager, "instruction.received", new JsonObject { ["party"] = "administration-personnel-department" });
        _script.Wait(60, 200).Do(Person.OfficeManager, "interviewee.assigned");
    }

    private Script Close(Person closer) => _script.Wait(600, 1800).Do(_visitor, "visitor.left").Wait(60, 300).Do(closer, "incident.closed");

    private static JsonObject Notice(string party) => new() { ["party"] = party, ["channel"] = "phone" };

    private static JsonObject Facts(string @class, string kind, string purpose, bool irrational) => new()
    {
        ["site.kind"] = "project-service-centre-office",
        ["incident.class"] = @class,
        ["visitor.kind"] = kind,
        ["visitor.has_appointment"] = false,
        ["visitor.irrational"] = irrational,
        ["visit.purpose"] = purpose,
    };
}
