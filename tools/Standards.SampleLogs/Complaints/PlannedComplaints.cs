namespace Standards.SampleLogs.Complaints;

using static ComplaintCourse;
using static ComplaintFlaw;

/// <summary>The complaints in which something is planted.</summary>
internal static class PlannedComplaints
{
    /// <summary>About one in eight; several have more than one breach.</summary>
    public static readonly IReadOnlyList<ComplaintPlan> Breached =
    [
        new(OnTheSpot, NoSeat, NothingAsked, AnsweredTooLate),
        new(AtOnce, Interrupted, TookPosition, GradedTooHigh),
        new(Important, Disputed, NotListened, MadeExcuses, RespectNotShown) { Criterion = "I2b" },
        new(Important, NoHoldingAnswer, GradedByAssistant) { Criterion = "I1" },
        new(Unsolvable, LimitsNotExplained, NextReplyNotPromised),
        new(AtOnce, GradedBeforeJudged, OpinionFormNotFiled),
        new(Important, GradedTooLow) { Criterion = "I3" },
        new(Major, GradedTooLow) { Criterion = "M5" },
        new(Major, GradedTooLow) { Criterion = "M1a" },
        new(Invalid, NotExplained, GradedThoughInvalid),
        new(Invalid, ExplainedImpatiently),
        new(Major, ReportedTooLate) { Criterion = "M2b" },
        new(Major, ReportedToProjectSupervisorOnly, DefiniteAnswerTooLate) { Criterion = "M4b" },
        new(Important, NotReported, RepliedOnDayAfterAgreement) { Criterion = "I2a" },
        new(Important, LeaderToldByAssistant, OpinionFormIncomplete),
        new(HalfDay, PassedOnTooLate, FeedbackReportedToSupervisorOnly),
        new(AtOnce, HandledTooLate),
        new(ClientPeriod, HandledTooLate, NotGraded, OpinionFormNotSigned, FollowUpNotRecorded),
        new(HalfDay, HandledTooLate),
        new(HalfDay, ApprovedByWrongManager),
        new(HalfDay, ApprovedTooLate),
        new(Important, HandledTooLate),
        new(Important, ApprovedByWrongManager),
        new(Important, ApprovedTooLate),
        new(Major, SolvedTooLate, FeedbackNotReported),
        new(OnTheSpot, ClosedUnsettled, NoRecord),
        new(HalfDay, NotJudged, RecordedByGuard, CourseNotTold),
        new(ClientPeriod, RecordNotCompleted, FormCollectedByTechnician),
        new(Important, NoOpinionSigned, SettledNotAsked, OpinionsNotAsked),
        new(HalfDay, NotInvestigated, ResultNotAgreed),
        new(ClientPeriod, RepliedOnNextDay),
        new(AtOnce, ReplyTimeNotNoted, NoReplyForm),
        new(HalfDay, AskedTooEarly, OtherHoldingWords, ResultNotTold, FollowUpWronglyClassed),
        new(HalfDay, ClosedUnanswered),
        new(ClientPeriod, FollowUpArrangedTooLate, NoFollowUp),
        new(TurnsMajor, NotGradedAnew, WeekNotReported),
        new(TurnsMajor, SolvedTooLate),
        new(TurnsMajor, WeekReportedTooLate, WeekAnswerTooLate) { IsMinorAtFirst = false },
    ];

    /// <summary>Kept at the last instant.</summary>
    public static readonly IReadOnlyList<ComplaintPlan> AtTheLimit =
    [
        new(Major, ReportedAtLimit, DefiniteAnswerAtLimit),
        new(HalfDay, PassedOnAtLimit),
        new(AtOnce, HandledAtLimit),
        new(ClientPeriod, HandledAtLimit),
        new(HalfDay, HandledAtLimit),
        new(Important, HandledAtLimit),
        new(Major, SolvedAtLimit),
        new(ClientPeriod, FollowUpArrangedAtLimit),
        new(TurnsMajor, GradedAnewAtLimit),
    ];

    /// <summary>Something is missing from the log.</summary>
    public static readonly IReadOnlyList<ComplaintPlan> WithGaps =
    [
        new(HalfDay, GapWhetherAble),
        new(HalfDay, GapWhetherOnTheSpot),
    ];
}
