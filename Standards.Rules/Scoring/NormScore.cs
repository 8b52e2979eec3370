using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;

namespace Standards.Rules.Scoring;

/// <summary>A verdict as it counts: the evaluator's, or the one a person put in its place.</summary>
/// <param name="Finding">What the evaluator stated.</param>
/// <param name="Verdict">What counts; equal to the finding's where nobody corrected it.</param>
public sealed record ScoredFinding(Finding Finding, Verdict Verdict)
{
    /// <summary>Whether a person put another verdict in the place of the evaluator's.</summary>
    public bool IsCorrected => Verdict != Finding.Verdict;
}

/// <summary>How one norm was kept in one interaction. Immutable.</summary>
public sealed record NormScore
{
    public required string Norm { get; init; }

    public required LocalizedText Title { get; init; }

    public required ImmutableArray<string> Clauses { get; init; }

    public required Severity Severity { get; init; }

    public required Skill Skill { get; init; }

    /// <summary>What the norm counts where it was decided, in points; 0 for a norm that the pack does not score.</summary>
    public required double Weight { get; init; }

    /// <summary>The verdicts of the norm, by time.</summary>
    public required ImmutableArray<ScoredFinding> Findings { get; init; }

    /// <summary>Obligations kept.</summary>
    public int Kept => Count(Verdict.Satisfied);

    /// <summary>Obligations broken.</summary>
    public int Broken => Count(Verdict.Violated);

    /// <summary>Obligations that nobody can decide; they count neither way.</summary>
    public int Unknown => Count(Verdict.Unknown);

    /// <summary>Obligations still open; they count neither way.</summary>
    public int Pending => Count(Verdict.Pending);

    /// <summary>The points that were to be had: the weight, or 0 where nothing was decided.</summary>
    public double Possible => Kept + Broken > 0 ? Weight : 0;

    /// <summary>The points that were got: the weight times the share of decided obligations that were kept.</summary>
    public double Earned => Kept + Broken > 0 ? Weight * Kept / (Kept + Broken) : 0;

    /// <summary>The points that were lost.</summary>
    public double Lost => Possible - Earned;

    private int Count(Verdict verdict) => Findings.Count(f => f.Verdict == verdict);
}
