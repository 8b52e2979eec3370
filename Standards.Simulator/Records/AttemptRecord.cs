using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules.Scoring;

namespace Standards.Simulator.Records;

/// <summary>What was attempted.</summary>
internal enum AttemptKind
{
    /// <summary>A scenario, played at the console.</summary>
    Scenario = 0,

    /// <summary>A role-play between people, ticked by an observer.</summary>
    Observation,
}

/// <summary>Whether the program helps while the attempt goes on.</summary>
internal enum PlayMode
{
    /// <summary>Warns before a deadline breaks, gives hints, and takes steps back.</summary>
    Coach = 0,

    /// <summary>Is silent until the debrief.</summary>
    Exam,
}

/// <summary>
/// An attempt, whole: what was typed, what happened, and what was judged. Playing <see cref="Inputs"/> again with the same scenario, packs
/// and seed gives the same events and verdicts. Immutable.
/// </summary>
internal sealed record AttemptRecord
{
    /// <summary>The attempt's own id, and the case id of its interaction.</summary>
    public required string Id { get; init; }

    public required AttemptKind Kind { get; init; }

    /// <summary>The id of the scenario; of the process for an observation.</summary>
    public required string Subject { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The processes of the interaction.</summary>
    public required ImmutableArray<string> Processes { get; init; }

    /// <summary>Who was trained; never empty.</summary>
    public required string Trainee { get; init; }

    /// <summary>The packs that judged, with their versions: <c>lf@1.0.0</c>.</summary>
    public required ImmutableArray<string> Packs { get; init; }

    /// <summary>The profile that chose the house settings; null for the packs' own.</summary>
    public string? Profile { get; init; }

    public required ulong Seed { get; init; }

    public required PlayMode Mode { get; init; }

    public required Language Language { get; init; }

    /// <summary>Wall-clock time.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Wall-clock time of the last input.</summary>
    public required Instant EndedAt { get; init; }

    /// <summary>How long the interaction took on its own clock.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether it came to an end; an attempt that was quit can be resumed.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>How many hints were asked for.</summary>
    public int Hints { get; init; }

    /// <summary>The lines typed, and the ticks of the wall clock between them (<c>:tick 3.2 s</c>), as a script plays them.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    /// <summary>The instant, on the interaction's clock, at which it was closed or left.</summary>
    public required Instant Clock { get; init; }

    public required ImmutableArray<InteractionEvent> Events { get; init; }

    /// <summary>Every verdict as the evaluator gave it.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What a trainer changed, in the order in which it was entered; a later one of the same verdict replaces an earlier one.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>Remarks of a trainer or an observer, in the order in which they were entered.</summary>
    public ImmutableArray<AttemptNote> Notes { get; init; } = [];

    /// <summary>What the points are worth in this attempt.</summary>
    public ScoringOptions Scoring { get; init; } = ScoringOptions.Default;

    /// <summary>The verdicts with the corrections in their places.</summary>
    public IEnumerable<ScoredFinding> Scored() =>
        Findings.Select(f => new ScoredFinding(f, Corrections.LastOrDefault(c => c.Concerns(f))?.Verdict ?? f.Verdict));
}

/// <summary>What a trainer says to a verdict of the evaluator.</summary>
internal enum CorrectionKind
{
    /// <summary>It stands.</summary>
    Accepted = 0,

    /// <summary>Another verdict stands in its place.</summary>
    Adjusted,

    /// <summary>It does not count: the obligation is taken as not applicable.</summary>
    Rejected,
}

/// <summary>A trainer's word on one verdict. Both are kept. Immutable.</summary>
/// <param name="Norm">The norm of the verdict.</param>
/// <param name="Key">The key of its obligation; null without.</param>
/// <param name="At">When, on the interaction's clock, the verdict was decided.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Verdict">What counts now.</param>
/// <param name="Reason">Never empty.</param>
/// <param name="Trainer">Who corrected; never empty.</param>
/// <param name="EnteredAt">Wall-clock time.</param>
internal sealed record Correction(
    string Norm, string? Key, Instant At, CorrectionKind Kind, Verdict Verdict, string Reason, string Trainer, Instant EnteredAt)
{
    public bool Concerns(Finding finding) =>
        string.Equals(finding.Norm, Norm, StringComparison.Ordinal) && string.Equals(finding.Key, Key, StringComparison.Ordinal) && finding.At == At;
}

/// <summary>A remark on an attempt. Immutable.</summary>
/// <param name="At">The instant on the interaction's clock that it is about.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Never empty.</param>
internal sealed record AttemptNote(Instant At, string Author, string Text);
