using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;

namespace Standards.Rules.Binding;

/// <summary>The head of a pack. Immutable.</summary>
internal sealed record BoundPack
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required LocalizedText Title { get; init; }

    public LocalizedText Source { get; init; } = LocalizedText.Empty;

    /// <summary>First date in force, inclusive, in the calendar's zone; null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last date in force, inclusive; null for ever.</summary>
    public DateOnly? Until { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public ImmutableArray<BoundSetting> Settings { get; init; } = [];

    public ImmutableArray<BoundClause> Clauses { get; init; } = [];

    public required SourceSpan Span { get; init; }

    /// <summary>The pack as findings name it.</summary>
    public string Label => $"{Id}@{Version}";
}

/// <summary>A number that the standard leaves open and the house fixes.</summary>
/// <param name="Name">Without the pack's id.</param>
/// <param name="Text">The value as written, after the profile's override.</param>
/// <param name="Default">The value as the pack gives it.</param>
internal sealed record BoundSetting(string Name, string Text, string Default, LocalizedText Title, LocalizedText Note, ImmutableArray<string> Clauses, SourceSpan Span);

/// <summary>One atomic requirement of the standard.</summary>
/// <param name="Waiver">Why a norm that is weaker than the kind calls for is enough; null where none is.</param>
internal sealed record BoundClause(string Id, string? Process, string Kind, string Check, LocalizedText Text, string? Phrase, LocalizedText? Waiver, SourceSpan Span)
{
    public bool IsReference => string.Equals(Check, "reference", StringComparison.Ordinal);
}
