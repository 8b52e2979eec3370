using System.Collections.Immutable;
using Standards.Core.Interactions;
using Standards.Rules.Binding;
using Standards.Rules.Speech;

namespace Standards.Simulator.Debriefs;

/// <summary>The words that a norm asks for. Immutable.</summary>
/// <param name="Phrases">One of these.</param>
/// <param name="Roles">Who must say them; default for anybody.</param>
/// <param name="ComesBefore">Whether they must be said before what activates the norm, not after it.</param>
internal sealed record SpeechDemand(ImmutableArray<BoundPhrase> Phrases, ImmutableArray<string> Roles, bool ComesBefore)
{
    /// <summary>What the norm asks to be said; null where it does not ask for words, or for other things as well.</summary>
    public static SpeechDemand? Of(BoundNorm norm) => norm.Form switch
    {
        NormForm.Say say => new(say.Phrases, RolesOf(say.Pattern), ComesBefore: false),
        NormForm.Require { Pattern: var pattern } when PhrasesOf(pattern) is { IsEmpty: false } phrases => new(phrases, RolesOf(pattern), ComesBefore: false),
        NormForm.Before { Prerequisites: [BoundPrerequisite.Earlier { Pattern: var pattern }] } when PhrasesOf(pattern) is { IsEmpty: false } phrases =>
            new(phrases, RolesOf(pattern), ComesBefore: true),
        _ => null,
    };

    /// <summary>The best that was said, and how it matches; null where nothing was said that shares enough words to be meant for it.</summary>
    public SpeechAttempt? Nearest(IEnumerable<InteractionEvent> utterances)
    {
        SpeechAttempt? nearest = null;
        foreach (var utterance in utterances.Where(Speaks))
        {
            var words = TokenText.Of(utterance.Say!);
            foreach (var phrase in Phrases)
            {
                var attempt = new SpeechAttempt(phrase.Phrase, phrase.Phrase.Match(words), utterance);
                if (attempt.IsMeant(words) && (nearest is null || attempt.Match.Distance < nearest.Match.Distance))
                    nearest = attempt;
            }
        }

        return nearest;
    }

    private bool Speaks(InteractionEvent item) =>
        !string.IsNullOrWhiteSpace(item.Say) && (Roles.IsDefault || item.Role is null || Roles.Contains(item.Role, StringComparer.Ordinal));

    private static ImmutableArray<BoundPhrase> PhrasesOf(BoundPattern pattern) => pattern.Alternatives.All(a => a.Saying is UtteranceTest.Phrases)
        ? [.. pattern.Alternatives.SelectMany(a => ((UtteranceTest.Phrases)a.Saying!).Any)]
        : [];

    private static ImmutableArray<string> RolesOf(BoundPattern pattern) => pattern.Alternatives.Any(a => a.Roles.IsDefault)
        ? default
        : [.. pattern.Alternatives.SelectMany(a => a.Roles).Distinct(StringComparer.Ordinal)];
}

/// <summary>An utterance held against a phrase. Immutable.</summary>
internal sealed record SpeechAttempt(Phrase Phrase, PhraseMatch Match, InteractionEvent Utterance)
{
    /// <summary>At least half of the phrase was said, or nothing but a part of it: what shares less was meant for something else.</summary>
    public bool IsMeant(TokenText words)
    {
        if (Match.IsMatch)
            return true;
        var missing = Match.Differences.Sum(d => TokenText.Of(d.Expected).Count);
        return missing * 2 <= Phrase.Template.FewestWords
            || (Match.Differences.All(d => d.Said.Length == 0) && words.Count > 1 && Match.Passage.Length > 0 && missing < Phrase.Template.FewestWords);
    }
}
