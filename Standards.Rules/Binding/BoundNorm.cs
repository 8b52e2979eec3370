using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Rules.Binding.Expressions;

namespace Standards.Rules.Binding;

/// <summary>A norm with all its names resolved. Immutable; what the compiler and the reference evaluator of the tests both read.</summary>
internal sealed record BoundNorm
{
    public required string Id { get; init; }

    public required ImmutableArray<string> Clauses { get; init; }

    public required LocalizedText Title { get; init; }

    public required Severity Severity { get; init; }

    public required BoundPack Pack { get; init; }

    /// <summary>Indices of the processes whose interactions are judged; empty for all interactions.</summary>
    public ImmutableArray<int> Processes { get; init; } = [];

    /// <summary>All must hold at the activation; for a norm without <see cref="On"/> they see the facts of the case only.</summary>
    public ImmutableArray<BoundExpression> When { get; init; } = [];

    /// <summary>The activation; null where the obligation stands from the first event of the interaction.</summary>
    public BoundPattern? On { get; init; }

    /// <summary>Index of the attribute whose value keys the obligations; -1 for none.</summary>
    public int Per { get; init; } = -1;

    public ImmutableArray<BoundException> Unless { get; init; } = [];

    public required NormForm Form { get; init; }

    /// <summary>Attributes of the activating event that <c>activation.NAME</c> reads, by capture index.</summary>
    public ImmutableArray<int> Captures { get; init; } = [];

    /// <summary>Whether a condition reads <c>activation.NAME</c> or <c>activation.at</c>.</summary>
    public bool ReadsActivation { get; init; }

    public LocalizedText Note { get; init; } = LocalizedText.Empty;

    public bool Scored { get; init; } = true;

    public required SourceSpan Span { get; init; }

    /// <summary>False for the norm of a process that the profile disables.</summary>
    public bool IsJudged => Form is not NormForm.OutOfOrder { IsSilent: true };

    /// <summary>Whether the activations of a norm with that id except this one.</summary>
    public bool IsExceptedBy(string id) => Unless.Any(e => e is BoundException.Norm norm && string.Equals(norm.Id, id, StringComparison.Ordinal));

    /// <summary>The norm without the exceptions by norms of which that holds.</summary>
    public BoundNorm WithoutExceptions(Func<string, bool> by) => this with { Unless = Unless.RemoveAll(e => e is BoundException.Norm norm && by(norm.Id)) };
}

/// <summary>What excepts an obligation.</summary>
internal abstract record BoundException(ImmutableArray<string> Clauses)
{
    /// <summary>From a matching event on, obligations (of the same key) do not apply.</summary>
    public sealed record Event(BoundPattern Pattern, ImmutableArray<string> Clauses) : BoundException(Clauses);

    /// <summary>As <see cref="Event"/>, with the activations of another norm as events.</summary>
    public sealed record Norm(string Id, ImmutableArray<string> Clauses) : BoundException(Clauses);

    /// <summary>Tested at the activation.</summary>
    public sealed record That(BoundExpression Condition, ImmutableArray<string> Clauses) : BoundException(Clauses);
}
