using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Binding;
using Standards.Rules.Explanation.Traces;
using Standards.Rules.Speech;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary><c>say</c>: the words of a situation, typed; and of words that must not be said, whether some may be said.</summary>
internal sealed class SayQuestions(DrillMaterial material) : IQuestionMaker
{
    private const int FewestWords = 2;

    public DrillKind Kind => DrillKind.Say;

    public IEnumerable<(BoundNorm Norm, int Difficulty)> Norms() => material.Norms.Values
        .Where(n => Said(n) is not null || Banned(n) is not null)
        .Select(n => (n, Said(n)?.Min(p => p.Phrase.Template.FewestWords) > 12 ? 1 : 0));

    public DrillQuestion? Make(BoundNorm norm, DrillRandom random) => Said(norm) is { } phrases ? Wording(norm, phrases) : Permission(norm, random);

    /// <summary>The phrases of which one must be said; null where that is not all that the norm asks.</summary>
    private static ImmutableArray<BoundPhrase>? Said(BoundNorm norm)
    {
        ImmutableArray<BoundPhrase> phrases = norm.Form switch
        {
            NormForm.Say say => say.Phrases,
            NormForm.Require require => PhrasesOf(require.Pattern),
            _ => [],
        };
        return phrases.IsEmpty || phrases.Any(p => p.Phrase.Template.FewestWords < FewestWords) ? null : phrases;
    }

    /// <summary>What must not be said; null where that is not all that the norm forbids.</summary>
    private static Func<string, ImmutableArray<string>>? Banned(BoundNorm norm) => norm.Form switch
    {
        NormForm.NeverSay never => text => [.. never.Lexicons.SelectMany(l => l.Lexicon.Find(TokenText.Of(text))).Select(h => h.Term)],
        NormForm.Forbid forbid when PhrasesOf(forbid.Pattern) is { IsEmpty: false } phrases =>
            text => [.. phrases.Select(p => (p, Match: p.Phrase.Match(TokenText.Of(text)))).Where(p => p.Match.IsMatch).Select(p => text.Substring(p.Match.Passage.Start, p.Match.Passage.Length))],
        _ => null,
    };

    private static ImmutableArray<BoundPhrase> PhrasesOf(BoundPattern pattern) =>
        pattern.Alternatives.All(a => a is { Where: null, Saying: UtteranceTest.Phrases }) ? [.. pattern.Alternatives.SelectMany(a => ((UtteranceTest.Phrases)a.Saying!).Any)] : [];

    private DrillQuestion.Wording Wording(BoundNorm norm, ImmutableArray<BoundPhrase> phrases) => new(phrases)
    {
        Kind = Kind,
        Norm = norm,
        Setting = material.Setting(norm, []),
        Prompt = Texts.Drill.SayIt.With(Situation(norm), norm.Title),
    };

    private DrillQuestion.Choice? Permission(BoundNorm norm, DrillRandom random)
    {
        var find = Banned(norm)!;
        var mayBeSaid = random.OnceIn(2);
        var sentences = mayBeSaid ? Harmless(norm) : Harmful(norm, random);
        foreach (var sentence in random.Shuffled(sentences))
        {
            var found = find(sentence);
            if (found.IsEmpty != mayBeSaid)
                continue;
            ImmutableArray<DrillChoice> choices = [new(DrillChoice.Yes, Texts.Drill.Yes), new(DrillChoice.No, Texts.Drill.No)];
            return new DrillQuestion.Choice(ChoiceKind.Permission, choices, mayBeSaid ? 0 : 1)
            {
                Kind = Kind,
                Norm = norm,
                Setting = material.Setting(norm, []),
                Prompt = Texts.Drill.MaySay.With(Situation(norm), new LocalizedText(sentence, sentence)),
                Why = [mayBeSaid ? Texts.Drill.NoTerm : Texts.Drill.HasTerm.With(string.Join(Texts.ListComma.Zh, found.Distinct(StringComparer.Ordinal).Select(t => $"“{t}”")))],
            };
        }

        return null;
    }

    /// <summary>The words themselves, alone and behind an opening.</summary>
    private IEnumerable<string> Harmful(BoundNorm norm, DrillRandom random)
    {
        var openings = Openings(norm).ToList();
        foreach (var term in Terms(norm))
        {
            yield return term;
            if (openings.Count > 0)
                yield return $"{random.Pick(openings)}，{term}。";
        }
    }

    /// <summary>What the pack's own norms want said, and the longer words in which the forbidden ones do no harm.</summary>
    private IEnumerable<string> Harmless(BoundNorm norm) => norm.Form is NormForm.NeverSay never
        ? never.Lexicons.SelectMany(l => l.Lexicon.Exceptions).Concat(Openings(norm))
        : Openings(norm);

    private static IEnumerable<string> Terms(BoundNorm norm) => norm.Form switch
    {
        NormForm.NeverSay never => never.Lexicons.SelectMany(l => l.Lexicon.Terms),
        NormForm.Forbid forbid => PhrasesOf(forbid.Pattern).SelectMany(p => PhraseWords.Samples(p.Phrase.Template)),
        _ => [],
    };

    /// <summary>Phrases of the pack that hold nothing that any of its norms forbids.</summary>
    private IEnumerable<string> Openings(BoundNorm norm)
    {
        var ofPack = material.Norms.Values.Where(n => ReferenceEquals(n.Pack, norm.Pack)).ToList();
        var bans = ofPack.Select(Banned).OfType<Func<string, ImmutableArray<string>>>().ToList();
        return ofPack.Select(Said).OfType<ImmutableArray<BoundPhrase>>().Select(p => PhraseSample.Of(p[0].Phrase).TrimEnd('。', '.', '？', '?', '！', '!'))
            .Distinct(StringComparer.Ordinal).Where(s => bans.TrueForAll(b => b(s).IsEmpty));
    }

    private LocalizedText Situation(BoundNorm norm) => norm.On is { } on ? Texts.Drill.Situation.With(material.Describer.Pattern(on)) : Texts.Drill.AnyTime;
}
