namespace Standards.SampleLogs.Complaints;

/// <summary>What is to happen in one complaint. Immutable.</summary>
internal sealed record ComplaintPlan(ComplaintCourse Course, params IReadOnlyList<ComplaintFlaw> Flaws)
{
    /// <summary>The criterion that grades it; null for any that fits the course.</summary>
    public string? Criterion { get; init; }

    /// <summary>A minor complaint where <see cref="ComplaintCourse.TurnsMajor"/>; else an important one.</summary>
    public bool IsMinorAtFirst { get; init; } = true;

    /// <summary>On how many of the first days of the month it may come, so that it is over before the month is.</summary>
    public int Days => Flaws.Count == 0
        ? Course is ComplaintCourse.TurnsMajor ? 22 : Month.Days
        : Course switch
        {
            ComplaintCourse.OnTheSpot or ComplaintCourse.Invalid => 27,
            ComplaintCourse.AtOnce or ComplaintCourse.HalfDay or ComplaintCourse.Important => Flaws.Any(f => f is ComplaintFlaw.ApprovedByWrongManager or ComplaintFlaw.ApprovedTooLate) ? 19 : 22,
            ComplaintCourse.Major => 9,
            ComplaintCourse.TurnsMajor => Flaws.Contains(ComplaintFlaw.SolvedTooLate) ? 4 : 10,
            _ => 20,
        };

    public string Grade => Course switch
    {
        ComplaintCourse.Major => "major",
        ComplaintCourse.Important or ComplaintCourse.ImportantApproved => "important",
        ComplaintCourse.TurnsMajor when !IsMinorAtFirst => "important",
        _ => "minor",
    };
}
