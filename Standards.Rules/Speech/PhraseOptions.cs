using System.Collections.Immutable;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Speech;

/// <summary>How strictly a phrase is held. Immutable.</summary>
/// <remarks>
/// By default a phrase must be said word for word: a verdict about a person should not rest on a near miss that nobody
/// asked for. Punctuation, width, case, traditional characters, everyday fillers and words around the phrase never count.
/// </remarks>
public sealed record PhraseOptions
{
    public static readonly PhraseOptions Default = new();

    /// <summary>The most words that may be missing, extra or replaced; 0 by default, fewer than the words of the phrase.</summary>
    public int Tolerance { get; init; }

    /// <summary>
    /// Whether <c>您</c> and <c>你</c> are kept apart: true by default. Then each of them that the phrase has is a
    /// <see cref="Must"/> word. Where false, either stands for the other.
    /// </summary>
    public bool Polite { get; init; } = true;

    /// <summary>Fillers besides the everyday ones (<c>嗯</c>, <c>那个</c>, <c>um</c>): skipped inside the phrase, at no cost.</summary>
    public ImmutableArray<string> Fillers { get; init; } = [];

    /// <summary>Words of the phrase that no tolerance touches: neither missing, nor replaced, nor split by an extra word.</summary>
    public ImmutableArray<string> Must { get; init; } = [];
}

/// <summary>Where the text and the options of a phrase stand in the pack.</summary>
/// <param name="Text">From a start and a length in the phrase's text.</param>
/// <param name="Tolerance">The tolerance.</param>
/// <param name="Must">From the index of a must word.</param>
/// <param name="Filler">From the index of a filler.</param>
public sealed record PhraseSource(
    Func<int, int, SourceSpan> Text,
    SourceSpan Tolerance,
    Func<int, SourceSpan> Must,
    Func<int, SourceSpan> Filler)
{
    /// <summary>For a phrase that stands in no file.</summary>
    public static readonly PhraseSource None = new((_, _) => SourceSpan.None, SourceSpan.None, _ => SourceSpan.None, _ => SourceSpan.None);

    /// <summary>For a phrase whose place is known as a whole.</summary>
    public static PhraseSource At(SourceSpan span) => new((_, _) => span, span, _ => span, _ => span);
}
