using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Core.Interactions;

namespace Standards.Rules.Binding;

/// <summary>A short interaction with the verdicts that it must get: one of a pack's own tests. Immutable.</summary>
internal sealed record PackCase
{
    public required string Id { get; init; }

    public required string Pack { get; init; }

    public LocalizedText Title { get; init; } = LocalizedText.Empty;

    public required ImmutableArray<string> Processes { get; init; }

    public required ImmutableArray<InteractionEvent> Events { get; init; }

    /// <summary>Where the clock stops; null where it runs until every deadline has passed and the interaction is closed.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>Expected findings. Violated and unknown ones are the complete list of their kind.</summary>
    public required ImmutableArray<ExpectedFinding> Expected { get; init; }

    /// <summary>Observation items that nobody ticked are not compared.</summary>
    public bool IgnoreUnanswered { get; init; }

    public required SourceSpan Span { get; init; }
}

/// <param name="At">When it must have been decided; null for any time.</param>
/// <param name="Key">The key value; null for any.</param>
internal sealed record ExpectedFinding(string Norm, Verdict Verdict, Instant? At, string? Key, SourceSpan Span);
