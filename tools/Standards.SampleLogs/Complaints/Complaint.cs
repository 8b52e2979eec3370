using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Complaints;

/// <summary>A complaint from its receipt to its close.</summary>
internal sealed class Complaint(ComplaintCase complaint)
{
    private readonly Dice _dice = complaint.Dice;

    public void Play()
    {
        new Reception(complaint).Play();
        var grading = new Grading(complaint);
        grading.Play();
        if (complaint.Is(ComplaintCourse.OnTheSpot))
            SettleOnTheSpot();
        else if (complaint.Is(ComplaintCourse.Invalid))
            Explain(grading.Judged);
        else if (complaint.Is(ComplaintCourse.Unsolvable))
            ExplainLimits();
        else
            Handle();
        complaint.Do(OpeningHours.Staffed(_dice, complaint.Last.AddMinutes(10), complaint.Last.AddHours(16)), complaint.Assistant, "complaint.closed");
    }

    private void SettleOnTheSpot()
    {
        if (complaint.Has(ComplaintFlaw.ClosedUnsettled))
            complaint.Breach("wy.complaint-limits.follow-through", "没有解决就关闭投诉", "closed without having been settled");
        else
            complaint.Do(complaint.After(complaint.Received, 31, 55), complaint.Assistant, "complaint.settled");
    }

    private void Handle()
    {
        var handled = new Handling(complaint).Play();
        if (complaint.Has(ComplaintFlaw.ClosedUnanswered))
            return;
        var replied = new Reply(complaint, handled).Play();
        new FollowUp(complaint, handled, replied).Play();
    }

    private void Explain(DateTimeOffset judged)
    {
        var at = OpeningHours.Staffed(_dice, judged.AddMinutes(10), judged.AddHours(26));
        if (complaint.Has(ComplaintFlaw.NotExplained))
        {
            complaint.Answer(at, "definite");
            complaint.Say(at, complaint.Assistant, "您好，您反映的事我们不受理。");
            complaint.Breach("wy.complaint-grading.explain-invalid", "无效投诉没有解释", "an invalid complaint was not explained");
            return;
        }

        if (_dice.Between(1, 2) == 1)
            complaint.Answer(at, "explanation", "reason");
        else
            complaint.Do(at, complaint.Assistant, "topic.explained", new JsonObject { ["topic"] = "misunderstanding" });
        complaint.Say(at, complaint.Assistant, $"您好，关于{complaint.Grievance.Matter}，{complaint.Grievance.Outcome}，给您造成误会，请您谅解。");
        if (!complaint.IsObserved)
            return;
        var isImpatient = complaint.Has(ComplaintFlaw.ExplainedImpatiently);
        complaint.Tick(complaint.After(at, 1, 3), "wy.complaint-grading.explain-politely", isImpatient ? "no" : "yes");
        if (isImpatient)
            complaint.Breach("wy.complaint-grading.explain-politely", "观察员：解释不礼貌、不耐心", "the observer: impolite and impatient");
    }

    private void ExplainLimits()
    {
        new Handling(complaint).Approve();
        var (due, _) = complaint.Limit;
        var found = OpeningHours.Staffed(_dice, due.AddHours(1), due.AddDays(2));
        complaint.Do(found, Staff.ProjectSupervisor, "complaint.unsolvable");
        var told = complaint.After(found, 10, 60);
        if (complaint.Has(ComplaintFlaw.LimitsNotExplained))
        {
            complaint.Answer(told, "definite");
            complaint.Say(told, complaint.Assistant, "您好，这个我们办不了。");
            complaint.Breach("wy.complaint-reception.explain-limits", "没有婉转讲清不能解决的原因", "it was not explained tactfully why the complaint could not be solved");
        }
        else
        {
            complaint.Do(told, complaint.Assistant, "topic.explained", new JsonObject { ["topic"] = "complaint-limits" });
            complaint.Say(told, complaint.Assistant, $"您好，{complaint.Grievance.Matter}的事超出物业的权限，我们已报相关部门，有消息会告诉您。");
        }

        if (complaint.Has(ComplaintFlaw.NextReplyNotPromised))
            complaint.Breach("wy.complaint-reception.next-reply", "没有约定下次回复时间", "no time of the next reply was fixed");
        else
            complaint.Do(told + _dice.Seconds(20, 60), complaint.Assistant, "promise.made", new JsonObject { ["due"] = LogLine.Rfc3339(new DateTimeOffset(told.Date.AddDays(7).AddHours(18), told.Offset)) });
    }
}
