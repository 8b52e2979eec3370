using System.Text.Json.Nodes;

namespace Standards.SampleLogs.Complaints;

/// <summary>The facts of a complaint: every circumstance that a criterion asks for, so that the grade can be told.</summary>
internal static class ComplaintFacts
{
    public static JsonObject Of(ComplaintCase complaint, bool isPassedOn, bool isInPerson)
    {
        var dice = complaint.Dice;
        var facts = new JsonObject
        {
            ["channel"] = isInPerson ? "in-person" : "phone",
            ["complaint.on_spot"] = complaint.Is(ComplaintCourse.OnTheSpot),
            ["first_contact.able"] = !isPassedOn,
            ["complaint.prompt"] = complaint.Is(ComplaintCourse.OnTheSpot, ComplaintCourse.AtOnce),

            // Near misses: promised but raised once or twice only; several complainants, but fewer than five.
            ["service.promised"] = dice.Between(1, 4) == 1,
            ["complaint.times_raised"] = dice.Between(1, 2),
            ["complaint.unsolved"] = true,
            ["service.provided"] = true,
            ["service.shortfall"] = false,
            ["company.fault"] = dice.Between(1, 3) == 1,
            ["harm.economic_loss"] = false,
            ["harm.injury"] = false,
            ["harm.psychological"] = false,
            ["complaint.sudden"] = false,
            ["complaint.large_area"] = false,
            ["complaint.complainants"] = Math.Max(1, dice.Between(1, 10) - 6),
            ["complaint.company_class"] = "none",
            ["need.reasonable"] = true,
            ["need.met_in_time"] = true,
            ["complaint.effect"] = "slight",
            ["complaint.cause"] = new JsonArray("other"),
            ["complaint.resentment"] = "slight",
            ["complaint.easily_solved"] = false,
        };
        foreach (var (name, value) in JsonNode.Parse(complaint.Grievance.Circumstances)!.AsObject())
            facts[name] = value?.DeepClone();
        if (complaint.Is(ComplaintCourse.HalfDay, ComplaintCourse.HalfDayApproved) && dice.Between(1, 2) == 1)
            facts["complaint.special"] = true;
        if (complaint.Is(ComplaintCourse.ClientPeriod))
            facts["complaint.client_deadline"] = LogLine.Rfc3339(complaint.ClientDeadline);
        LeaveOut(complaint, facts);
        return facts;
    }

    private static void LeaveOut(ComplaintCase complaint, JsonObject facts)
    {
        if (complaint.Has(ComplaintFlaw.GapWhetherOnTheSpot))
            facts.Remove("complaint.on_spot");
        if (!complaint.Has(ComplaintFlaw.GapWhetherAble))
            return;
        facts.Remove("first_contact.able");
        complaint.Leave("wy.complaint-limits.pass-on", "未记录首问人能否处理", "whether the person first asked could settle it was not logged");
    }
}
