using System.Collections.Immutable;

namespace Standards.Rules.Speech;

/// <summary>How an utterance differs from a phrase in one place.</summary>
public enum DifferenceKind
{
    /// <summary>Words of the phrase were not said.</summary>
    Missing,

    /// <summary>Words were said that the phrase does not have there.</summary>
    Extra,

    /// <summary>Other words were said than the phrase has.</summary>
    Replaced,
}

/// <summary>Neighbouring words that differ in the same way. Immutable.</summary>
/// <param name="Kind">How.</param>
/// <param name="Expected">The words of the phrase; empty for extra words.</param>
/// <param name="InPhrase">Where those stand in the phrase's text; of length 0 for extra words.</param>
/// <param name="Said">The words of the utterance; empty for missing words.</param>
/// <param name="InUtterance">Where those stand in the utterance; of length 0 for missing words.</param>
/// <param name="IsForbidden">Whether no tolerance covers it: a must word, a <c>您</c>, the value of a slot.</param>
public sealed record WordDifference(
    DifferenceKind Kind,
    string Expected,
    TextRange InPhrase,
    string Said,
    TextRange InUtterance,
    bool IsForbidden);

/// <summary>What was said in a slot. Immutable.</summary>
/// <param name="Name">The slot.</param>
/// <param name="Value">The words as said, with what stands between them.</param>
/// <param name="Range">Where they stand in the utterance.</param>
public sealed record SlotBinding(string Name, string Value, TextRange Range);

/// <summary>An utterance held against a phrase. Immutable.</summary>
/// <param name="IsMatch">Whether the utterance has the phrase, within the tolerance.</param>
/// <param name="Distance">
/// The least number of words that must be put in, left out or replaced, over all passages and alternatives; one that no
/// tolerance covers counts as the tolerance and one. So it is a match where this is no more than the tolerance.
/// </param>
/// <param name="Passage">The passage of the utterance that comes closest.</param>
/// <param name="Slots">What was said in slots, in order; a slot in which nothing was said is left out.</param>
/// <param name="Differences">
/// In order; empty where every word was said. Both lists are also empty for a passage too long to be shown, which only
/// thousands of fillers can make.
/// </param>
public sealed record PhraseMatch(
    bool IsMatch,
    int Distance,
    TextRange Passage,
    ImmutableArray<SlotBinding> Slots,
    ImmutableArray<WordDifference> Differences)
{
    /// <summary>What was said in a slot; null where nothing was.</summary>
    public string? this[string slot] => Slots.FirstOrDefault(s => string.Equals(s.Name, slot, StringComparison.Ordinal))?.Value;
}
