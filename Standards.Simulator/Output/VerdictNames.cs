using Standards.Core.Findings;

namespace Standards.Simulator.Output;

/// <summary>Verdicts and severities as programs read them: the same in every language.</summary>
internal static class VerdictNames
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Satisfied => "satisfied",
        Verdict.Violated => "violated",
        Verdict.Pending => "pending",
        Verdict.Unknown => "unknown",
        _ => "not-applicable",
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.Major => "major",
        _ => "minor",
    };
}
