namespace Standards.SampleLogs;

/// <summary>What an audit must say of a planted obligation.</summary>
internal enum Expected
{
    /// <summary>Kept, by no more than the last instant.</summary>
    Satisfied,
    Violated,

    /// <summary>The log was made to lack what would decide it.</summary>
    Unknown,
}

/// <summary>One thing that was put into the log on purpose.</summary>
internal sealed record Planted(string Case, string Norm, Expected Verdict, string Zh, string En);
