using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Scoring;

namespace Standards.Simulator.Records;

/// <summary>An attempt as lists show it, without what was done in it. Immutable.</summary>
internal sealed record AttemptSummary
{
    public required string Id { get; init; }

    public required AttemptKind Kind { get; init; }

    public required string Subject { get; init; }

    public required LocalizedText Title { get; init; }

    public required string Trainee { get; init; }

    public required ImmutableArray<string> Packs { get; init; }

    public required PlayMode Mode { get; init; }

    public required Instant StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public required bool IsFinished { get; init; }

    public required AttemptScore Score { get; init; }
}

/// <summary>What an attempt scored, by the evaluator alone and as a trainer left it. Immutable.</summary>
/// <param name="Earned">Points got.</param>
/// <param name="Possible">Points that were to be had.</param>
/// <param name="Share">From 0 to 1; null where nothing was decided.</param>
/// <param name="IsPassed">Whether the attempt passes.</param>
/// <param name="MachineShare">The share by the evaluator's verdicts alone.</param>
/// <param name="IsMachinePassed">Whether it passes by the evaluator's verdicts alone.</param>
/// <param name="Corrections">How many verdicts have a trainer's word.</param>
internal sealed record AttemptScore(double Earned, double Possible, double? Share, bool IsPassed, double? MachineShare, bool IsMachinePassed, int Corrections)
{
    /// <summary>Whether a trainer changed what the evaluator's verdicts come to.</summary>
    public bool IsCorrected => Share != MachineShare || IsPassed != IsMachinePassed;
}

/// <summary>The points of one norm in one attempt, corrections counted. Immutable.</summary>
/// <param name="Attempt">The id of the attempt.</param>
/// <param name="Section">The section of the standard.</param>
/// <param name="SectionTitle">What it is called.</param>
/// <param name="Skill">What it tries.</param>
/// <param name="Earned">Points got.</param>
/// <param name="Possible">Points that were to be had; more than 0.</param>
internal sealed record NormPoints(string Attempt, string Section, LocalizedText SectionTitle, Skill Skill, double Earned, double Possible);
