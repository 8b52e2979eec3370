using System.Collections.Immutable;

namespace Standards.Core.Findings;

/// <summary>An event that decided a verdict.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Act">Its act.</param>
/// <param name="File">The log file; null for a live event.</param>
/// <param name="Line">The line in the file, or the event's number in the session, from 1.</param>
public sealed record Evidence(Instant At, string Act, string? File, long Line);

/// <summary>A verdict with what defends it. Immutable.</summary>
public sealed record Finding
{
    /// <summary>The interaction.</summary>
    public required string Case { get; init; }

    /// <summary>The id of the norm.</summary>
    public required string Norm { get; init; }

    /// <summary>The clauses that the norm cites.</summary>
    public required ImmutableArray<string> Clauses { get; init; }

    /// <summary>The pack and its version, <c>lf@1.0.0</c>.</summary>
    public required string Pack { get; init; }

    public required Verdict Verdict { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>When the verdict was decided; for an open obligation, when it was activated.</summary>
    public required Instant At { get; init; }

    /// <summary>The last instant at which the obligation could be kept; null where it has no clock.</summary>
    public Instant? Due { get; init; }

    /// <summary>The key value of a norm with <c>per</c>; null without.</summary>
    public string? Key { get; init; }

    /// <summary>What was expected and what was found.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>The events that decided it, in the order of time.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }
}
