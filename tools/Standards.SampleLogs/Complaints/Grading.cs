using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Complaints;

/// <summary>Items 2 and 5 of node 7: the record, the opinion on it, valid or not, how grave; and what a week without a settlement makes of it.</summary>
internal sealed class Grading(ComplaintCase complaint)
{
    private readonly Dice _dice = complaint.Dice;
    private readonly DateTimeOffset _received = complaint.Received;

    /// <summary>When it is judged valid or not.</summary>
    public DateTimeOffset Judged { get; } = OpeningHours.OnDuty(complaint.Dice, complaint.After(complaint.Received, 25, 90));

    public void Play()
    {
        var signed = Record();
        Judge();
        if (!complaint.Is(ComplaintCourse.OnTheSpot, ComplaintCourse.Invalid, ComplaintCourse.Unsolvable))
            Collect(signed);
        if (complaint.Is(ComplaintCourse.TurnsMajor))
            TurnMajor(_received.AddDays(7));
    }

    /// <summary>Returns when the opinion was signed.</summary>
    private DateTimeOffset Record()
    {
        var signed = OpeningHours.OnDuty(_dice, complaint.After(_received, 35, 80));
        if (complaint.Has(ComplaintFlaw.NoRecord))
        {
            complaint.Breach("wy.complaint-handling.record", "没有填写《客户投诉、意见记录表》", "no complaint and opinion record");
            return signed;
        }

        var at = complaint.After(_received, 8, 20);
        var isByOther = complaint.Has(ComplaintFlaw.RecordedByGuard) || complaint.Has(ComplaintFlaw.RecordNotCompleted) || _dice.Between(1, 5) == 1;
        var writer = !isByOther ? complaint.Assistant : complaint.Has(ComplaintFlaw.RecordedByGuard) ? Staff.Guard : Staff.FirstContact(_dice);
        complaint.Fill(at, writer, "complaint-record", ("statement", complaint.Grievance.Words));
        if (complaint.Has(ComplaintFlaw.RecordedByGuard))
            complaint.Breach("wy.complaint-handling.who-records", "记录表由门岗填写", "the record was filled in by a guard");
        if (complaint.Has(ComplaintFlaw.RecordNotCompleted))
            complaint.Breach("wy.complaint-handling.assistant-completes", "客户助理没有填完记录表就签了意见", "the opinion was signed before the assistant had completed the record");
        else if (isByOther)
            complaint.Do(complaint.After(at, 2, 10), complaint.Assistant, "record.updated", new JsonObject { ["form"] = "complaint-record" });
        if (complaint.Has(ComplaintFlaw.NoOpinionSigned))
            complaint.Breach("wy.complaint-handling.supervisor-opinion", "客户中心主管没有签署处理意见", "the supervisor of the centre signed no opinion");
        else
            complaint.Do(signed, Staff.CentreSupervisor, "form.signed", new JsonObject { ["form"] = "complaint-record", ["signer"] = "customer-centre-supervisor" });
        return signed;
    }

    private void Judge()
    {
        if (complaint.Has(ComplaintFlaw.NotJudged))
        {
            complaint.Breach("wy.complaint-grading.judge", "没有界定投诉是否有效", "nobody decided whether the complaint was valid");
            return;
        }

        complaint.Do(Judged, Staff.ProjectSupervisor, "complaint.judged", new JsonObject { ["complaint.valid"] = !complaint.Is(ComplaintCourse.Invalid) });
        if (complaint.Is(ComplaintCourse.Invalid))
        {
            if (!complaint.Has(ComplaintFlaw.GradedThoughInvalid))
                return;
            Grade(complaint.After(Judged, 1, 8), Staff.ProjectSupervisor, "minor");
            complaint.Breach("wy.process.complaint", "已界定为无效投诉，仍然定级", "found not valid, and graded all the same");
            return;
        }

        if (complaint.Has(ComplaintFlaw.NotGraded))
        {
            complaint.Breach("wy.complaint-grading.grade-valid", "有效投诉没有界定轻重", "a valid complaint was not graded");
            return;
        }

        var grader = complaint.Has(ComplaintFlaw.GradedByAssistant) ? complaint.Assistant : Staff.ProjectSupervisor;
        if (complaint.Has(ComplaintFlaw.GradedByAssistant))
            complaint.Breach("wy.complaint-grading.supervisor-decides", "由客户助理定级", "graded by the assistant");
        var grade = Recorded();
        if (complaint.Has(ComplaintFlaw.GradedBeforeJudged))
        {
            Grade(Judged - _dice.Seconds(120, 600), grader, grade);
            complaint.Breach("wy.complaint-grading.judge-first", "未界定有效就先定级，界定后才确认", "graded before it was found valid, and confirmed only afterwards");
        }

        Grade(complaint.After(Judged, 1, 8), grader, grade);
    }

    private void Grade(DateTimeOffset at, Person grader, string grade) =>
        complaint.Do(at, grader, "complaint.graded", new JsonObject { ["complaint.grade"] = grade });

    private string Recorded()
    {
        var grade = complaint.Plan.Grade;
        var wrong = (complaint.Has(ComplaintFlaw.GradedTooLow), complaint.Has(ComplaintFlaw.GradedTooHigh), grade) switch
        {
            (true, _, "major") => "important",
            (true, _, _) => "minor",
            (_, true, "important") => "major",
            (_, true, _) => "important",
            _ => grade,
        };
        if (!string.Equals(wrong, grade, StringComparison.Ordinal))
            complaint.Breach("wy.complaint-grading.graded-right", $"按标准{complaint.Grievance.Criterion}应为{Name(grade)}，登记为{Name(wrong)}", $"recorded as {wrong}; by criterion {complaint.Grievance.Criterion} it is {grade}");
        return wrong;
    }

    private void Collect(DateTimeOffset signed)
    {
        var collector = Staff.DepartmentHead(complaint.Grievance.Department);
        if (complaint.Has(ComplaintFlaw.FormCollectedByTechnician))
        {
            collector = Staff.Technician;
            complaint.Breach("wy.complaint-handling.head-collects", "由维修人员而不是部门负责人领表", "the record was collected by a repairer, not by the head of the department");
        }

        complaint.Do(complaint.After(signed, 5, 40), collector, "form.collected", new JsonObject { ["form"] = "complaint-record", ["party"] = "customer-assistant" });
    }

    private void TurnMajor(DateTimeOffset week)
    {
        var reported = complaint.After(week, 1, 8);
        if (complaint.Has(ComplaintFlaw.WeekReportedTooLate))
            reported = week.AddMilliseconds(600_001);
        if (complaint.Has(ComplaintFlaw.WeekReportedTooLate) || complaint.Has(ComplaintFlaw.WeekNotReported))
        {
            var (zh, en) = complaint.Has(ComplaintFlaw.WeekNotReported)
                ? ("满一周成为重大投诉后没有报告", "major after a week, and not reported")
                : ("满一周成为重大投诉，10:00.001 后才报告", "major after a week, reported after 10:00.001");
            complaint.Breach("wy.complaint-week.report-major", zh, en);
            complaint.Breach("wy.complaint-week.report-upwards", zh, en);
        }

        if (!complaint.Has(ComplaintFlaw.WeekNotReported))
            complaint.Do(reported, complaint.Assistant, "complaint.reported", new JsonObject { ["party"] = "department-head" });
        GradeAnew(week);
        var answered = OpeningHours.Staffed(_dice, week.AddHours(2), week.AddHours(46));
        if (complaint.Has(ComplaintFlaw.WeekAnswerTooLate))
        {
            answered = week.AddDays(2).AddMilliseconds(1);
            complaint.Breach("wy.complaint-week.answer-definitely", "成为重大投诉两天零 0.001 秒后才明确答复", "definitely answered two days and 0.001 s after it became major");
        }

        complaint.Answer(answered, "definite", "reason", "next-answer-time");
        complaint.Say(answered, complaint.Assistant, $"您好，{complaint.Grievance.Matter}的事公司已列为重大投诉，本周内一定处理完。");
    }

    private void GradeAnew(DateTimeOffset week)
    {
        const string Norm = "wy.complaint-week.grade-anew";
        if (complaint.Has(ComplaintFlaw.NotGradedAnew))
        {
            complaint.Breach(Norm, "满一周未解决，没有改定为重大", "unsettled for a week, and not graded anew");
            return;
        }

        var graded = OpeningHours.OnDuty(_dice, complaint.After(week, 10, 60));
        if (complaint.Has(ComplaintFlaw.GradedAnewAtLimit))
        {
            graded = week.AddDays(1);
            complaint.Keep(Norm, "恰在满一周后的第 24:00:00.000 小时改定为重大", "graded major 24:00:00.000 after the week exactly");
        }

        Grade(graded, Staff.ProjectSupervisor, "major");
    }

    private static string Name(string grade) => grade switch
    {
        "major" => "重大",
        "important" => "重要",
        _ => "轻微",
    };
}
