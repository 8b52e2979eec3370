namespace Standards.Bench.Workload;

/// <summary>The acts of the ten-norm workload, in the order of <see cref="Names.Acts"/>.</summary>
internal enum Act : byte
{
    Arrive,
    Greet,
    QueueStart,
    Served,
    Handoff,
    Accept,
    Reply,
    Record,
    Grade,
    ReportToSuperior,
    Resolve,
    FollowUp,
    Close,
    Argue,
}

/// <summary>The severity that a grade carries; other acts carry none.</summary>
internal enum Severity : byte
{
    None,
    Minor,
    Moderate,
    Major,
}
