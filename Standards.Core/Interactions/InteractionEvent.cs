using System.Collections.Frozen;
using Standards.Core.Values;

namespace Standards.Core.Interactions;

/// <summary>
/// One event of an interaction, as an application or a log states it. Immutable.
/// </summary>
/// <param name="Case">The id of the interaction.</param>
/// <param name="At">When it happened.</param>
/// <param name="Act">The kind of the event, a name of the vocabulary; <see cref="CaseFacts"/> states facts of the case.</param>
public sealed record InteractionEvent(string Case, Instant At, string Act)
{
    /// <summary>The act whose data are facts of the whole interaction, whenever they are stated.</summary>
    public const string CaseFacts = "case.facts";

    /// <summary>The process that the interaction runs through; needed on one event of a case only.</summary>
    public string? Process { get; init; }

    /// <summary>Who acted, for instance <c>visitor:B</c>.</summary>
    public string? Actor { get; init; }

    /// <summary>The role in which the actor acted, a name of the vocabulary.</summary>
    public string? Role { get; init; }

    /// <summary>The words spoken.</summary>
    public string? Say { get; init; }

    /// <summary>Attributes by their full dotted name.</summary>
    public FrozenDictionary<string, Value> Data { get; init; } = FrozenDictionary<string, Value>.Empty;

    /// <summary>The log file that holds the event; null for a live event.</summary>
    public string? File { get; init; }

    /// <summary>The line of the event in its file, from 1; for a live event its number in the session, from 1.</summary>
    public long Line { get; init; }
}
