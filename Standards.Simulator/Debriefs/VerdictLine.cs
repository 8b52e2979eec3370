using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>One verdict, with what the debrief says of it. Immutable.</summary>
internal sealed record VerdictLine
{
    public required Finding Finding { get; init; }

    /// <summary>What counts: the evaluator's verdict, or the one that a trainer put in its place.</summary>
    public required Verdict Counted { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The points that it costs: what the norm lost, shared among its broken obligations.</summary>
    public required double Lost { get; init; }

    public required ImmutableArray<ClauseText> Clauses { get; init; }

    /// <summary>What the norm expects; empty for the norm of a process, which depends on its state.</summary>
    public required LocalizedText Expected { get; init; }

    /// <summary>Whether it only says that an act kept to its process, as nearly every act does.</summary>
    public required bool IsRoutine { get; init; }

    /// <summary>What was expected and what was found, without the title.</summary>
    public required LocalizedText Found { get; init; }

    /// <summary>The event that decided it; null where time or the end did.</summary>
    public required InteractionEvent? DecidedBy { get; init; }

    /// <summary>Whether neither an event nor a clock decided it, but the end of the interaction.</summary>
    public required bool IsDecidedByEnd { get; init; }

    /// <summary>The words concerned; null for a norm that is not about words, and where they were said as they stand.</summary>
    public Wording? Wording { get; init; }

    /// <summary>How the clock stood; null for a norm without one.</summary>
    public TimeMargin? Margin { get; init; }

    /// <summary>The question of an observer that the norm asks; null for other norms.</summary>
    public LocalizedText? Question { get; init; }

    /// <summary>The correction that stands; null where nobody entered one.</summary>
    public Correction? Correction { get; init; }

    /// <summary>Whether it was said word for word, and what was said before it was not an attempt at it.</summary>
    public bool IsExactAtFirst { get; init; }

    public bool IsCorrected => Counted != Finding.Verdict;

    public bool IsBroken => Counted == Verdict.Violated;

    public bool IsKept => Counted == Verdict.Satisfied;
}

/// <summary>How an obligation stood to its clock. Immutable.</summary>
/// <param name="Due">The last instant at which it could be kept.</param>
/// <param name="Spare">The time left when it was kept; null where it was not.</param>
/// <param name="Late">How long after <paramref name="Due"/> what was expected came after all; null where it never did.</param>
/// <param name="Came">The event that came too late; null for none.</param>
internal sealed record TimeMargin(Instant Due, TimeSpan? Spare, TimeSpan? Late, InteractionEvent? Came);
