using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Speech;

namespace Standards.Rules.Binding;

/// <summary>What an event must be like: one of several alternatives. Immutable.</summary>
internal sealed record BoundPattern(ImmutableArray<BoundAlternative> Alternatives, SourceSpan Span);

/// <summary>One alternative of a pattern; all parts must hold.</summary>
/// <param name="Act">Index of the act; <see cref="AnyAct"/> for every act.</param>
/// <param name="Roles">The names of the roles accepted, their cases included; default (not just empty) accepts every role.</param>
/// <param name="Saying">What the words must contain; null where the words do not matter.</param>
/// <param name="Where">A condition on the event; null for none.</param>
internal sealed record BoundAlternative(int Act, ImmutableArray<string> Roles, UtteranceTest? Saying, BoundExpression? Where, SourceSpan Span)
{
    public const int AnyAct = -1;
}

/// <summary>A test of the words spoken.</summary>
internal abstract record UtteranceTest
{
    private UtteranceTest()
    {
    }

    /// <summary>At least one of the phrases is said.</summary>
    public sealed record Phrases(ImmutableArray<BoundPhrase> Any) : UtteranceTest;

    /// <summary>A term of one of the lexicons is said.</summary>
    public sealed record Terms(ImmutableArray<BoundLexicon> Any) : UtteranceTest;
}

/// <summary>A phrase of a pack.</summary>
internal sealed record BoundPhrase(string Id, string Text, Phrase Phrase, SourceSpan Span);

/// <summary>A list of terms that must not be said.</summary>
internal sealed record BoundLexicon(string Id, ForbiddenLexicon Lexicon, SourceSpan Span);
