using System.Collections.Immutable;

namespace Standards.Rules.Speech;

/// <summary>One step of a phrase: a fixed word, or any word of a slot.</summary>
/// <param name="Key">The token key of a fixed word.</param>
/// <param name="OtherKey">A key that will do as well; otherwise <paramref name="Key"/>.</param>
/// <param name="IsAny">Whether every token will do.</param>
/// <param name="IsFixed">Whether no tolerance covers that this step is left out, or that something else is said.</param>
/// <param name="IsJoined">Whether no tolerance covers an extra word right before this step.</param>
/// <param name="Slot">Index of the slot, or -1.</param>
/// <param name="Range">In the template's text.</param>
/// <param name="Expected">The expected words where they do not stand in the template: those of a slot's value.</param>
internal readonly record struct PhraseStep(
    ulong Key,
    ulong OtherKey,
    bool IsAny,
    bool IsFixed,
    bool IsJoined,
    int Slot,
    TextRange Range,
    string? Expected)
{
    /// <summary>What it costs to leave this step out, or to say something else: one more than the tolerance where it is fixed.</summary>
    public int EditCost(int tolerance) => IsFixed ? tolerance + 1 : 1;

    /// <summary>What it costs to say an extra word right before this step.</summary>
    public int ExtraCost(int tolerance) => IsJoined ? tolerance + 1 : 1;

    public bool Takes(ulong key) => IsAny || key == Key || key == OtherKey;
}

/// <summary>
/// A phrase as a graph of steps without cycles; each way from its beginning to its end is one way to say it.
/// INVARIANT: the steps are in topological order. Immutable.
/// </summary>
internal sealed class PhraseProgram
{
    /// <summary>Stands for the beginning of the phrase among the predecessors of a step.</summary>
    public const int Beginning = -1;

    public required ImmutableArray<PhraseStep> Steps { get; init; }

    /// <summary>The most edits that still make a match.</summary>
    public required int Tolerance { get; init; }

    /// <summary>For each step, the steps that may come right before it, without <see cref="Beginning"/>.</summary>
    public required ImmutableArray<ImmutableArray<int>> Before { get; init; }

    /// <summary>For each step, the steps that may come right after it, the first alternative first.</summary>
    public required ImmutableArray<ImmutableArray<int>> After { get; init; }

    /// <summary>The steps that may come first.</summary>
    public required ImmutableArray<int> First { get; init; }

    public required ImmutableArray<bool> IsFirst { get; init; }

    public required ImmutableArray<bool> IsLast { get; init; }

    /// <summary>Whether a phrase of no words at all will do: one of slots alone.</summary>
    public required bool MayBeEmpty { get; init; }

    /// <summary>
    /// All ways to say the phrase as plain runs of keys; empty where it has slots or too many ways.
    /// </summary>
    public required ImmutableArray<ulong[]> PlainWays { get; init; }
}
