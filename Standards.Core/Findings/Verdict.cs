namespace Standards.Core.Findings;

/// <summary>What became of an obligation. Every obligation ends in exactly one.</summary>
public enum Verdict : byte
{
    /// <summary>Never activated, or excepted.</summary>
    NotApplicable = 0,

    /// <summary>Kept.</summary>
    Satisfied,

    /// <summary>Broken.</summary>
    Violated,

    /// <summary>Open, and its time has not run out.</summary>
    Pending,

    /// <summary>The log lacks what would decide it. Never counted as violated, nor as satisfied.</summary>
    Unknown,
}

/// <summary>How much a broken norm weighs.</summary>
public enum Severity : byte
{
    Minor = 0,
    Major,
    Critical,
}
