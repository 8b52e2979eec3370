using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Complaints;

/// <summary>Items 1, 6 and 7 of node 7: the feedback is reported and agreed to, the client told the course and the result, the forms filled in.</summary>
internal sealed class Reply(ComplaintCase complaint, DateTimeOffset handled)
{
    private readonly Dice _dice = complaint.Dice;

    /// <summary>Returns when the client was told.</summary>
    public DateTimeOffset Play()
    {
        var isNextDayPlanted = complaint.Has(ComplaintFlaw.RepliedOnNextDay) || complaint.Has(ComplaintFlaw.RepliedOnDayAfterAgreement);

        // Late in the evening the customer centre hears of it in the morning.
        var feedback = handled.Hour >= 19 && !isNextDayPlanted
            ? new DateTimeOffset(handled.Date.AddDays(1).AddHours(8.5), handled.Offset) + _dice.Seconds(0, 1200)
            : complaint.After(handled, 5, 40);
        complaint.Do(feedback, complaint.Assistant, "complaint.feedback_received", new JsonObject { ["department"] = complaint.Grievance.Department });
        ReportFeedback(complaint.After(feedback, 3, 12));
        var known = complaint.After(feedback, 13, 20);
        if (complaint.Has(ComplaintFlaw.NotInvestigated))
            complaint.Breach("wy.complaint-handling.investigate-first", "没有了解清楚情况就回复结果", "answered without the circumstances being understood");
        else
            complaint.Do(known, Staff.CustomerManager, "complaint.investigated");
        var replied = Agree(feedback, complaint.After(known, 2, 10));
        Tell(replied);
        FillForms(replied);
        Settle(replied);
        return replied;
    }

    private void ReportFeedback(DateTimeOffset at)
    {
        const string ToManager = "wy.complaint-handling.report-to-manager";
        if (complaint.Has(ComplaintFlaw.FeedbackNotReported))
        {
            complaint.Breach("wy.complaint-handling.report-feedback", "没有上报部门反馈", "the feedback was not reported");
            complaint.Breach(ToManager, "没有将反馈上报客户经理", "the feedback was not reported to the customer manager");
            return;
        }

        var isToSupervisor = complaint.Has(ComplaintFlaw.FeedbackReportedToSupervisorOnly);
        if (isToSupervisor)
            complaint.Breach(ToManager, "反馈只报了项目主管", "the feedback was reported to the project supervisor only");
        complaint.Do(at, complaint.Assistant, "complaint.feedback_reported", new JsonObject { ["party"] = isToSupervisor ? "project-supervisor" : "customer-manager" });
    }

    /// <summary>The customer manager agrees. Returns when the client is to be told.</summary>
    private DateTimeOffset Agree(DateTimeOffset feedback, DateTimeOffset agreed)
    {
        var nextDay = new DateTimeOffset(feedback.Date.AddDays(1).AddHours(8), feedback.Offset);
        var replied = complaint.After(agreed, 3, 25);
        if (complaint.Has(ComplaintFlaw.RepliedOnNextDay))
        {
            agreed = nextDay + _dice.Seconds(0, 300);
            replied = complaint.After(agreed, 3, 15);
            complaint.Breach("wy.complaint-handling.reply-same-day", "收到反馈第二天才回复结果", "the result was given on the day after the feedback");
        }

        if (complaint.Has(ComplaintFlaw.RepliedOnDayAfterAgreement))
        {
            replied = complaint.After(nextDay, 3, 15);
            complaint.Breach("wy.complaint-handling.reply-same-day", "收到反馈第二天才回复结果", "the result was given on the day after the feedback");
            complaint.Breach("wy.complaint-handling.reply-after-agreement", "经理同意第二天才回复客户", "the client was answered on the day after the manager's agreement");
        }

        if (complaint.Has(ComplaintFlaw.ResultNotAgreed))
            complaint.Breach("wy.complaint-handling.manager-agrees", "未经客户经理同意就回复结果", "the result was given without the customer manager's agreement");
        else
            complaint.Do(agreed, Staff.CustomerManager, "approval.given", new JsonObject { ["approval.of"] = "complaint-result" });
        return replied;
    }

    private void Tell(DateTimeOffset at)
    {
        if (complaint.Has(ComplaintFlaw.CourseNotTold))
        {
            complaint.Answer(at, "result", "result");
            complaint.Breach("wy.complaint-handling.tell-course", "没有告知处理过程", "the client was not told the course");
        }
        else if (complaint.Has(ComplaintFlaw.ResultNotTold))
        {
            complaint.Answer(at, "result", "course");
            complaint.Breach("wy.complaint-handling.tell-result", "没有讲清处理结果", "the client was not told the result");
        }
        else
        {
            complaint.Answer(at, "result", "course", "result");
        }

        complaint.Say(at, complaint.Assistant, complaint.Has(ComplaintFlaw.ResultNotTold)
            ? $"您好，{complaint.Grievance.Matter}的事，责任部门去现场看过了。"
            : $"您好，{complaint.Grievance.Matter}的事，责任部门到现场核实后作了处理，{complaint.Grievance.Outcome}。");
        if (!complaint.IsObserved)
            return;
        var isBad = complaint.Has(ComplaintFlaw.RespectNotShown);
        complaint.Tick(complaint.After(at, 1, 2), "wy.complaint-handling.reply-shows-respect", isBad ? "no" : "yes");
        if (isBad)
            complaint.Breach("wy.complaint-handling.reply-shows-respect", "观察员：答复没有体现重视", "the observer: the reply did not show that the complaint was valued");
    }

    private void FillForms(DateTimeOffset replied)
    {
        if (complaint.Has(ComplaintFlaw.ReplyTimeNotNoted))
            complaint.Breach("wy.complaint-handling.note-reply-time", "记录表上没有注明回复时间", "the time of the reply was not noted on the record");
        else
            complaint.Fill(complaint.After(replied, 2, 5), complaint.Assistant, "complaint-record-reply", ("reply_time", LogLine.Rfc3339(replied)));
        if (complaint.Has(ComplaintFlaw.NoReplyForm))
            complaint.Breach("wy.complaint-handling.reply-form", "没有用《客户建议/意见受理回复表》回复", "no suggestion and opinion reply form");
        else
            complaint.Fill(complaint.After(replied, 5, 9), complaint.Assistant, "complaint-reply", ("outcome", complaint.Grievance.Outcome));
        var filled = complaint.After(replied, 10, 20);
        if (complaint.Has(ComplaintFlaw.OpinionFormIncomplete))
        {
            complaint.Fill(filled, complaint.Assistant, "opinion-form", ("matter", complaint.Grievance.Matter), ("course_of_events", "责任部门到现场核实并处理"));
            complaint.Breach("wy.complaint-handling.opinion-form", "业主意见受理表缺“处理结果”一栏", "the owner opinion form lacks the result");
        }
        else
        {
            complaint.Fill(filled, complaint.Assistant, "opinion-form", ("matter", complaint.Grievance.Matter), ("course_of_events", "责任部门到现场核实并处理"), ("outcome", complaint.Grievance.Outcome));
        }

        if (complaint.Has(ComplaintFlaw.OpinionFormNotSigned))
            complaint.Breach("wy.complaint-handling.client-opinion", "业主意见受理表没有客户签署的意见就存档", "the owner opinion form was filed without the client's opinion");
        else
            complaint.Do(complaint.After(filled, 10, 90), complaint.Client, "form.signed", new JsonObject { ["form"] = "opinion-form", ["signer"] = "client" });
        if (complaint.Has(ComplaintFlaw.OpinionFormNotFiled))
            complaint.Breach("wy.complaint-handling.file-form", "业主意见受理表没有存档", "the owner opinion form was not filed");
        else
            complaint.Do(OpeningHours.OnDuty(_dice, complaint.After(filled, 95, 200)), Staff.Archivist, "record.filed", new JsonObject { ["form"] = "opinion-form" });
    }

    private void Settle(DateTimeOffset replied)
    {
        const string Norm = "wy.complaint-limits.major-solve";
        var hasTurned = complaint.Is(ComplaintCourse.TurnsMajor);
        var settled = complaint.After(replied, 4, 10);
        if (complaint.Has(ComplaintFlaw.SolvedTooLate))
        {
            settled = complaint.Received.AddDays(hasTurned ? 22 : 15).AddMilliseconds(1);
            if (hasTurned)
                complaint.Breach("wy.complaint-week.solve", "成为重大投诉十五天零 0.001 秒后才解决", "solved fifteen days and 0.001 s after it became major");
            else
                complaint.Breach(Norm, "十五天零 0.001 秒后才解决", "solved after fifteen days and 0.001 s");
        }
        else if (complaint.Has(ComplaintFlaw.SolvedAtLimit))
        {
            settled = complaint.Received.AddDays(15);
            complaint.Keep(Norm, "恰在第十五天的最后一刻解决", "solved at the last instant of the fifteenth day");
        }

        complaint.Do(settled, complaint.Assistant, "complaint.settled");
    }
}
