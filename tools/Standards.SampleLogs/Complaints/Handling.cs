using System.Globalization;
using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Complaints;

/// <summary>Item 6 of node 7: the complaint is handled within the limit of its grade, or somebody in charge approves more.</summary>
internal sealed class Handling(ComplaintCase complaint)
{
    private readonly Dice _dice = complaint.Dice;
    private readonly DateTimeOffset _received = complaint.Received;

    /// <summary>Returns when the department had handled it.</summary>
    public DateTimeOffset Play()
    {
        Approve();
        if (complaint.Is(ComplaintCourse.Major))
            AnswerDefinitely();
        var handled = Instant();
        var department = Staff.Department(complaint.Grievance.Department);
        if (complaint.Has(ComplaintFlaw.ClosedUnanswered))
        {
            complaint.Do(handled, department, "complaint.settled");
            complaint.Breach("wy.complaint-handling.answer-before-closing", "没有回复客户就关闭投诉", "closed without an answer to the client");
        }
        else
        {
            complaint.Do(handled, department, "complaint.handled", new JsonObject { ["department"] = complaint.Grievance.Department });
        }

        return handled;
    }

    private DateTimeOffset Instant()
    {
        var (due, norm) = complaint.Limit;
        if (complaint.Has(ComplaintFlaw.HandledTooLate))
        {
            complaint.Breach(norm, $"未经批准，过时限 {At(due)} 0.001 秒才处理完", $"handled 0.001 s after the limit of {At(due)}, no overrun approved");
            return due.AddMilliseconds(1);
        }

        if (complaint.Has(ComplaintFlaw.HandledAtLimit))
        {
            complaint.Keep(norm, $"恰在时限 {At(due)} 处理完", $"handled at the limit of {At(due)} exactly");
            return due;
        }

        if (IsApproved)
            return OpeningHours.Staffed(_dice, due.AddHours(3), due.AddDays(3));
        return complaint.Plan.Course switch
        {
            ComplaintCourse.AtOnce => complaint.After(_received, 22, 55),
            ComplaintCourse.ClientPeriod => OpeningHours.Staffed(_dice, _received.AddHours(2), due.AddMinutes(-10)),
            ComplaintCourse.HalfDay => OpeningHours.Staffed(_dice, OpeningHours.Open(_received).AddMinutes(45), due.AddMinutes(-10)),
            ComplaintCourse.Important => OpeningHours.Staffed(_dice, _received.AddHours(2), _received.AddHours(23)),
            ComplaintCourse.Major when complaint.Has(ComplaintFlaw.SolvedTooLate) || complaint.Has(ComplaintFlaw.SolvedAtLimit) => OpeningHours.Staffed(_dice, _received.AddDays(13), _received.AddDays(14)),
            ComplaintCourse.TurnsMajor when complaint.Has(ComplaintFlaw.SolvedTooLate) => OpeningHours.Staffed(_dice, _received.AddDays(20), _received.AddDays(21)),
            ComplaintCourse.Major => OpeningHours.Staffed(_dice, _received.AddDays(3), _received.AddDays(12)),
            _ => OpeningHours.Staffed(_dice, _received.AddHours(230), _received.AddDays(14)),
        };
    }

    private bool IsApproved => complaint.Is(ComplaintCourse.HalfDayApproved, ComplaintCourse.ImportantApproved)
        || complaint.Has(ComplaintFlaw.ApprovedByWrongManager) || complaint.Has(ComplaintFlaw.ApprovedTooLate);

    /// <summary>An overrun is approved before the limit by the manager whom the grade names.</summary>
    public void Approve()
    {
        if (!IsApproved && !complaint.Is(ComplaintCourse.TurnsMajor, ComplaintCourse.Unsolvable))
            return;
        var (due, norm) = complaint.Limit;
        var isImportant = string.Equals(complaint.Plan.Grade, "important", StringComparison.Ordinal);
        var approver = isImportant ? Staff.ManagementDepartmentManager : Staff.ManagerInCharge;
        var at = OpeningHours.Staffed(_dice, OpeningHours.Open(_received).AddHours(1) is var first && first < due ? first : _received.AddHours(2), due.AddMinutes(-5));
        if (complaint.Has(ComplaintFlaw.ApprovedByWrongManager))
        {
            approver = isImportant ? Staff.ManagerInCharge : Staff.CustomerManager;
            complaint.Breach(
                isImportant ? "wy.complaint-limits.important-overrun" : "wy.complaint-limits.minor-overrun",
                isImportant ? "超时由主管经理而不是管理部经理批准" : "超时由客户经理而不是主管经理批准",
                isImportant ? "the overrun was approved by the manager in charge, not by the manager of the management department" : "the overrun was approved by the customer manager, not by the manager in charge");
            complaint.Breach(norm, "超时未经有权的经理批准", "the limit passed without the approval of the right manager");
        }

        if (complaint.Has(ComplaintFlaw.ApprovedTooLate))
        {
            at = due.AddMilliseconds(1);
            complaint.Breach(norm, "过时限 0.001 秒才批准超时", "the overrun was approved 0.001 s after the limit");
        }

        complaint.Do(at, approver, "approval.given", new JsonObject { ["approval.of"] = "complaint-overrun" });
    }

    private void AnswerDefinitely()
    {
        const string Norm = "wy.complaint-limits.major-answer";
        var at = OpeningHours.Staffed(_dice, _received.AddHours(3), _received.AddHours(46));
        if (complaint.Has(ComplaintFlaw.DefiniteAnswerTooLate))
        {
            at = _received.AddDays(2).AddMilliseconds(1);
            complaint.Breach(Norm, "两天零 0.001 秒后才明确答复客户", "definitely answered after two days and 0.001 s");
        }
        else if (complaint.Has(ComplaintFlaw.DefiniteAnswerAtLimit))
        {
            at = _received.AddDays(2);
            complaint.Keep(Norm, "恰在第 48:00:00.000 小时明确答复客户", "definitely answered after 48:00:00.000 exactly");
        }

        complaint.Answer(at, "definite", "reason", "next-answer-time");
        complaint.Say(at, complaint.Assistant, $"您好，{complaint.Grievance.Matter}的事已经查明，责任部门正在处理，处理完马上告诉您。");
    }

    private static string At(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
