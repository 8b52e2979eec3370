namespace Standards.SampleLogs.Complaints;

/// <summary>How a complaint runs: which limit it has, and whether it is kept.</summary>
internal enum ComplaintCourse
{
    /// <summary>Minor: answered and settled on the spot.</summary>
    OnTheSpot,

    /// <summary>Minor: the department settles it within the hour.</summary>
    AtOnce,

    /// <summary>Minor: the client says by when.</summary>
    ClientPeriod,

    /// <summary>Minor: special circumstances, half a day.</summary>
    HalfDay,

    /// <summary>Minor, half a day, and the manager in charge approves more.</summary>
    HalfDayApproved,

    /// <summary>Important: a day.</summary>
    Important,

    /// <summary>Important, and the manager of the management department approves more.</summary>
    ImportantApproved,

    /// <summary>Major: an answer in two days, a solution in fifteen.</summary>
    Major,

    /// <summary>Minor or important with an approved overrun, unsettled for a week: major from then on.</summary>
    TurnsMajor,

    /// <summary>Cannot be solved; the client is told so, and when to expect more.</summary>
    Unsolvable,

    /// <summary>Not valid: explained.</summary>
    Invalid,
}
