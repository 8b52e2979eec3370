using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;

namespace Standards.Rules.Binding;

/// <summary>Everything that a set of packs says, names resolved. Immutable.</summary>
internal sealed record BoundRules
{
    public required BoundVocabulary Vocabulary { get; init; }

    /// <summary>Indices of the attributes that some norm reads; a log may hold others.</summary>
    public required ImmutableArray<int> AttributesRead { get; init; }

    /// <summary>Ids of processes by index. A process may have a machine in several packs, or, named by norms alone, in none.</summary>
    public required ImmutableArray<string> ProcessIds { get; init; }

    public required ImmutableArray<BoundPack> Packs { get; init; }

    public required ImmutableArray<BoundProcess> Processes { get; init; }

    public required ImmutableArray<BoundDecision> Decisions { get; init; }

    /// <summary>Norms in the order packs, files, lines; the norm of each process after its pack's others.</summary>
    public required ImmutableArray<BoundNorm> Norms { get; init; }

    /// <summary>Ids of norms that are not among <see cref="Norms"/>: the profile disables them, or they were mistaken.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>What one pack says, as if no other were loaded.</summary>
    public BoundRules Alone(string pack) => this with
    {
        Packs = [.. Packs.Where(p => string.Equals(p.Id, pack, StringComparison.Ordinal))],
        Norms = [.. Norms.Where(n => string.Equals(n.Pack.Id, pack, StringComparison.Ordinal))],
        Processes = [.. Processes.Where(p => string.Equals(p.Pack, pack, StringComparison.Ordinal))],
    };
}

/// <summary>The merged vocabulary. Immutable.</summary>
internal sealed record BoundVocabulary
{
    /// <summary><c>case.facts</c> first, then <c>checklist.ticked</c>, then by name.</summary>
    public required ImmutableArray<BoundAct> Acts { get; init; }

    public required ImmutableArray<BoundAttribute> Attributes { get; init; }

    public required ImmutableArray<BoundRole> Roles { get; init; }

    public required ImmutableArray<BoundForm> Forms { get; init; }

    public required ImmutableArray<BoundUnit> Units { get; init; }

    public const int CaseFacts = 0;
    public const int ChecklistTicked = 1;

    /// <summary>Indices of the built-in attributes <c>item</c> and <c>seen</c>.</summary>
    public const int Item = 0;
    public const int Seen = 1;
}

/// <param name="Data">Indices of the attributes that its events are meant to carry.</param>
/// <param name="Span">Where the vocabulary names it; none for what is built in.</param>
internal sealed record BoundAct(string Name, LocalizedText Title, LocalizedText Means, ImmutableArray<int> Data, SourceSpan Span);

internal sealed record BoundAttribute(string Name, LocalizedText Title, ExpressionType Type, Value Default);

/// <param name="Is">The role that it is a case of; null for none.</param>
/// <param name="Cases">The role itself and every role that is one, directly or not.</param>
internal sealed record BoundRole(string Name, LocalizedText Title, string? Is, ImmutableArray<string> Cases);
