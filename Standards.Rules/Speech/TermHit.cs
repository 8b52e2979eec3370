namespace Standards.Rules.Speech;

/// <summary>A forbidden term in an utterance. Immutable.</summary>
/// <param name="Term">The term as the list has it.</param>
/// <param name="Index">Its index in the list; the first one where several have the same words.</param>
/// <param name="Range">Where it stands in the utterance.</param>
public readonly record struct TermHit(string Term, int Index, TextRange Range);

/// <summary>Which of several overlapping hits are reported.</summary>
public enum HitOverlap
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>From the left: the longest that begins first, then the next that begins after its end.</summary>
    LongestLeftmost,
}
