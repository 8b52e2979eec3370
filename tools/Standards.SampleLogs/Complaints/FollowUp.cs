using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Complaints;

/// <summary>Node 7 item 8 and node 8: a follow-up is arranged within a day and made by telephone.</summary>
internal sealed class FollowUp(ComplaintCase complaint, DateTimeOffset handled, DateTimeOffset replied)
{
    private static readonly string[] SettledQuestions = ["我们给您处理好了没有？", "我们帮您处理好了没有？", "我们为您处理好了吗？"];
    private static readonly string[] OpinionsQuestions = ["您还有什么意见和建议吗？", "您还有其他意见或建议吗？", "您还有什么意见、建议吗？"];

    private readonly Dice _dice = complaint.Dice;

    public void Play()
    {
        var arranged = Arrange();
        if (complaint.Has(ComplaintFlaw.NoFollowUp))
        {
            complaint.Breach("wy.follow-up.after-complaint", "安排了回访但没有回访", "a follow-up was arranged, but not made");
            return;
        }

        var from = complaint.Last > arranged ? complaint.Last : arranged;
        Call(OpeningHours.Staffed(_dice, from.AddHours(14), from.AddHours(50)));
    }

    private DateTimeOffset Arrange()
    {
        const string Norm = "wy.complaint-handling.arrange-follow-up";
        // The client who was answered on the morning after is near the end of the day within which it must be arranged.
        var at = replied.Date > handled.Date ? complaint.After(replied, 2, 5) : complaint.After(replied, 10, 40);
        if (complaint.Has(ComplaintFlaw.FollowUpArrangedTooLate))
        {
            at = handled.AddDays(1).AddMilliseconds(1);
            complaint.Breach(Norm, "处理完毕一天零 0.001 秒后才安排回访", "the follow-up was arranged a day and 0.001 s after the handling");
        }
        else if (complaint.Has(ComplaintFlaw.FollowUpArrangedAtLimit))
        {
            at = handled.AddDays(1);
            complaint.Keep(Norm, "恰在处理完毕后 24:00:00.000 安排回访", "the follow-up was arranged 24:00:00.000 after the handling exactly");
        }

        complaint.Join("follow-up-visit", at, complaint.Assistant, "followup.arranged", new JsonObject { ["followup.of"] = "complaint" });
        return at;
    }

    private void Call(DateTimeOffset at)
    {
        var @class = complaint.Has(ComplaintFlaw.FollowUpWronglyClassed) ? "assistance-activity" : "repair-complaint-opinion";
        if (complaint.Has(ComplaintFlaw.FollowUpWronglyClassed))
            complaint.Breach("wy.follow-up.classed", "投诉回访登记为“救助、活动”类", "the follow-up of a complaint was classed as one of help or an activity");
        complaint.Do(at, complaint.Assistant, "followup.made", new JsonObject { ["followup.of"] = "complaint", ["followup.class"] = @class, ["channel"] = "phone" });
        complaint.Say(at.AddSeconds(5), complaint.Assistant, $"您好，打扰了，回访一下{complaint.Grievance.Matter}的事。");
        if (complaint.Has(ComplaintFlaw.SettledNotAsked))
            complaint.Breach("wy.follow-up.ask-settled", "回访没有问是否处理好", "the follow-up did not ask whether the matter was settled");
        else
            complaint.Say(at + _dice.Seconds(12, 20), complaint.Assistant, _dice.Pick(SettledQuestions));
        complaint.Say(at + _dice.Seconds(22, 35), complaint.Client, _dice.Pick(["处理好了，谢谢。", "嗯，好了。", "这回可以了。"]));
        if (complaint.Has(ComplaintFlaw.OpinionsNotAsked))
            complaint.Breach("wy.follow-up.ask-opinions", "回访没有问还有无意见和建议", "the follow-up did not ask for opinions and suggestions");
        else
            complaint.Say(at + _dice.Seconds(38, 50), complaint.Assistant, _dice.Pick(OpinionsQuestions));
        complaint.Say(at + _dice.Seconds(52, 70), complaint.Client, _dice.Pick(["没有了。", "以后早点来就行。", "希望别再出这种事。"]));
        if (complaint.Has(ComplaintFlaw.FollowUpNotRecorded))
            complaint.Breach("wy.follow-up.record", "回访没有登记", "the follow-up was not recorded");
        else
            complaint.Fill(complaint.After(at, 3, 10), complaint.Assistant, "followup-record");
    }
}
