using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Complaints;

/// <summary>Items 1, 3 and 4 of node 7: the complainant is heard and first answered, the complaint reported and passed on.</summary>
internal sealed class Reception(ComplaintCase complaint)
{
    private static readonly string[] Questions =
        ["请问是从哪天开始的？", "请问具体在哪个位置，方便说一下吗？", "请问之前跟哪位同事反映过？", "请您把经过再说一下，我记下来。"];

    private static readonly string[] WillCorrect = ["好的，我们接下来进行整改，有进展就告诉您。", "好的，我们接下来马上进行整改。"];

    private static readonly string[] WillInvestigate = ["我们接下来立即调查，查清楚后给您回话。", "我们接下来马上查，请您放心。"];

    private static readonly string[] Heads = ["department-head", "customer-centre-supervisor", "company-leader"];

    private static readonly string[] Superiors = ["superior", "customer-centre-supervisor", "project-supervisor"];

    private readonly Dice _dice = complaint.Dice;
    private readonly DateTimeOffset _received = complaint.Received;

    /// <summary>Whether the person first asked passes the complaint on.</summary>
    public bool IsPassedOn { get; } = IsForADepartment(complaint) && (complaint.Has(ComplaintFlaw.PassedOnTooLate) || complaint.Has(ComplaintFlaw.PassedOnAtLimit) || complaint.Dice.Between(1, 10) <= 6);

    public void Play()
    {
        var isInPerson = complaint.Has(ComplaintFlaw.NoSeat) || _dice.Between(1, 10) <= 6;
        complaint.Facts(ComplaintFacts.Of(complaint, IsPassedOn, isInPerson));
        complaint.Do(_received, complaint.Client, "complaint.received", new JsonObject { ["client"] = complaint.Client.Name });
        complaint.Say(_received + _dice.Seconds(3, 15), complaint.Client, complaint.Grievance.Words);
        if (isInPerson)
            Seat();
        var heard = Listen();
        FirstAnswer(heard);
        Report();
        if (IsPassedOn)
            PassOn();
        else if (IsForADepartment(complaint))
            complaint.Do(complaint.After(_received, 12, 25), complaint.Assistant, "complaint.assigned", Party(complaint.Grievance.Department));
        if (complaint.IsObserved)
            Watch(complaint.After(heard, 3, 6));
    }

    private static bool IsForADepartment(ComplaintCase complaint) => !complaint.Is(ComplaintCourse.OnTheSpot, ComplaintCourse.Invalid, ComplaintCourse.Unsolvable);

    private void Seat()
    {
        if (complaint.Has(ComplaintFlaw.NoSeat))
            complaint.Breach("wy.complaint-reception.seat", "没有请投诉客户入座", "the complainant was not offered a seat");
        else
            complaint.Do(_received + _dice.Seconds(16, 40), complaint.Assistant, "courtesy.offered", new JsonObject { ["courtesy"] = "seat" });
    }

    private DateTimeOffset Listen()
    {
        var heard = _received + _dice.Seconds(80, 240);
        if (complaint.Has(ComplaintFlaw.Interrupted))
        {
            complaint.Do(_received + _dice.Seconds(42, 50), complaint.Assistant, "speech.interrupted");
            complaint.Breach("wy.complaint-reception.no-interruption", "打断客户说话", "the client was interrupted");
        }

        if (complaint.Has(ComplaintFlaw.TookPosition))
        {
            complaint.Do(_received + _dice.Seconds(52, 60), complaint.Assistant, "position.taken");
            complaint.Breach("wy.complaint-reception.no-hasty-position", "客户没讲完就表态", "a position was taken before the client had finished");
        }

        complaint.Do(heard, complaint.Client, "speech.ended");
        if (complaint.Has(ComplaintFlaw.NothingAsked))
        {
            complaint.Breach("wy.complaint-reception.ask-further", "没有进一步问清情况", "nothing further was asked");
            return heard;
        }

        var asked = heard + _dice.Seconds(8, 40);
        if (complaint.Has(ComplaintFlaw.AskedTooEarly))
        {
            asked = heard - _dice.Seconds(8, 15);
            complaint.Breach("wy.complaint-reception.ask-after-hearing", "客户没讲完就追问", "asked further before the client had finished");
        }

        complaint.Do(asked, complaint.Assistant, "complaint.inquired");
        complaint.Say(asked, complaint.Assistant, _dice.Pick(Questions));
        return heard;
    }

    private void FirstAnswer(DateTimeOffset heard)
    {
        if (complaint.Has(ComplaintFlaw.GapWhetherOnTheSpot))
        {
            foreach (var norm in new[] { "answer-on-spot", "holding-answer", "holding-words" })
                complaint.Leave("wy.complaint-reception." + norm, "未记录能否当场答复", "whether it could be answered on the spot was not logged");
        }

        if (complaint.Is(ComplaintCourse.OnTheSpot))
        {
            var answered = complaint.After(_received, 6, 25);
            if (complaint.Has(ComplaintFlaw.AnsweredTooLate))
            {
                answered = _received.AddMilliseconds(1_800_001);
                complaint.Breach("wy.complaint-reception.answer-on-spot", "能现场答复的，30:00.001 后才答复", "answered after 30:00.001 what could be answered on the spot");
            }

            complaint.Answer(answered, "on-the-spot");
            complaint.Say(answered, complaint.Assistant, $"{complaint.Grievance.Matter}的事，我们现在就处理，马上给您办好。");
            return;
        }

        var at = heard + _dice.Seconds(45, 150);
        if (complaint.Has(ComplaintFlaw.NoHoldingAnswer))
        {
            complaint.Say(at, complaint.Assistant, "知道了，您先回去吧。");
            complaint.Breach("wy.complaint-reception.holding-answer", "没有给出受重视的初步答复", "no answer that shows attention");
            complaint.Breach("wy.complaint-reception.holding-words", "没有使用规定的初步答复用语", "the set words of the first answer were not said");
            return;
        }

        complaint.Answer(at, "holding");
        if (complaint.Has(ComplaintFlaw.OtherHoldingWords))
            complaint.Breach("wy.complaint-reception.holding-words", "没有使用规定的初步答复用语，只说“知道了”", "not the set words of the first answer, only “noted”");
        complaint.Say(at, complaint.Assistant, complaint.Has(ComplaintFlaw.OtherHoldingWords) ? "这个事情我们知道了。" : _dice.Pick(complaint.Is(ComplaintCourse.Invalid, ComplaintCourse.Unsolvable) || _dice.Between(1, 2) == 1 ? WillInvestigate : WillCorrect));
    }

    private void Report()
    {
        var isMajor = complaint.Is(ComplaintCourse.Major);
        if (!isMajor && !string.Equals(complaint.Plan.Grade, "important", StringComparison.Ordinal))
            return;
        const string Upwards = "wy.complaint-limits.report-upwards";
        const string Major = "wy.complaint-limits.report-major";
        if (complaint.Has(ComplaintFlaw.NotReported))
        {
            complaint.Breach(Upwards, "重要投诉没有向上级报告", "an important complaint was not reported to a superior");
            return;
        }

        var at = complaint.After(_received, 4, 9);
        var party = _dice.Pick(isMajor ? Heads : Superiors);
        if (complaint.Has(ComplaintFlaw.ReportedTooLate))
        {
            at = _received.AddMilliseconds(600_001);
            complaint.Breach(Upwards, "10:00.001 后才向上级报告", "reported to a superior after 10:00.001");
            complaint.Breach(Major, "10:00.001 后才报部门主管或公司领导", "reported to the department head or a leader after 10:00.001");
        }
        else if (complaint.Has(ComplaintFlaw.ReportedAtLimit))
        {
            at = _received.AddMinutes(10);
            complaint.Keep(Major, "恰在第 10:00.000 分钟报告", "reported at 10:00.000 exactly");
        }
        else if (complaint.Has(ComplaintFlaw.ReportedToProjectSupervisorOnly))
        {
            party = "project-supervisor";
            complaint.Breach(Major, "重大投诉只报了项目主管", "a major complaint was reported to the project supervisor only");
        }

        complaint.Do(at, complaint.Assistant, "complaint.reported", Party(party));
        if (!isMajor && _dice.Between(1, 4) == 1)
            complaint.Do(OpeningHours.OnDuty(_dice, complaint.After(_received, 60, 180)), Staff.ProjectSupervisor, "complaint.reported", Party("company-leader"));
        if (!complaint.Has(ComplaintFlaw.LeaderToldByAssistant))
            return;
        complaint.Do(complaint.After(_received, 20, 40), complaint.Assistant, "complaint.reported", Party("company-leader"));
        complaint.Breach("wy.complaint-limits.superior-reports-on", "客户助理越级向公司领导报告重要投诉", "the assistant told a company leader of an important complaint");
    }

    private void PassOn()
    {
        const string Norm = "wy.complaint-limits.pass-on";
        var at = complaint.After(_received, 4, 9);
        if (complaint.Has(ComplaintFlaw.PassedOnTooLate))
        {
            at = _received.AddMilliseconds(600_001);
            complaint.Breach(Norm, "10:00.001 后才转报其他部门", "passed on after 10:00.001");
        }
        else if (complaint.Has(ComplaintFlaw.PassedOnAtLimit))
        {
            at = _received.AddMinutes(10);
            complaint.Keep(Norm, "恰在第 10:00.000 分钟转报", "passed on at 10:00.000 exactly");
        }

        complaint.Do(at, complaint.Assistant, "complaint.forwarded", Party(complaint.Grievance.Department));
    }

    private void Watch(DateTimeOffset at)
    {
        const string Item = "wy.complaint-reception.";
        if (complaint.Has(ComplaintFlaw.NotListened))
            complaint.Breach(Item + "listen", "观察员：没有耐心倾听", "the observer: no patient listening");
        if (complaint.Has(ComplaintFlaw.MadeExcuses))
            complaint.Breach(Item + "no-excuses", "观察员：随意辩解", "the observer: excuses were made");
        if (complaint.Has(ComplaintFlaw.Disputed))
            complaint.Breach(Item + "no-dispute", "观察员：与客户正面辩驳", "the observer: a dispute with the client");
        complaint.Tick(at, Item + "listen", complaint.Has(ComplaintFlaw.NotListened) ? "no" : "yes");
        complaint.Tick(at, Item + "no-excuses", complaint.Has(ComplaintFlaw.MadeExcuses) ? "yes" : "no");
        complaint.Tick(at, Item + "understand", "yes");
        complaint.Tick(at, Item + "no-dispute", complaint.Has(ComplaintFlaw.Disputed) ? "yes" : "no");
        complaint.Tick(at, Item + "guide", "yes");
    }

    private static JsonObject Party(string party) => new() { ["party"] = party };
}
