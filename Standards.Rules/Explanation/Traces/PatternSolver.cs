using Standards.Rules.Binding;

namespace Standards.Rules.Explanation.Traces;

/// <summary>Proposes events that match a pattern, or just miss it. Immutable; thread-safe.</summary>
internal sealed class PatternSolver(BoundRules rules, ConditionSolver conditions)
{
    private const int MostRoles = 4;

    /// <summary>Words that no phrase and no lexicon asks for.</summary>
    public const string OtherWords = "嗯。";

    private readonly int _speech = SpeechAct(rules);

    public IEnumerable<EventDraft> Matching(BoundPattern pattern, EventDraft seed) => pattern.Alternatives.SelectMany(a => Matching(a, seed));

    public IEnumerable<EventDraft> Matching(BoundAlternative alternative, EventDraft seed) => Shaped(alternative, seed)
        .SelectMany(d => Words(alternative.Saying, d))
        .SelectMany(d => alternative.Where is null ? [d] : conditions.Solve(alternative.Where, wanted: true, d));

    /// <summary>Events that look like one of the pattern and are not.</summary>
    public IEnumerable<EventDraft> Missing(BoundPattern pattern, EventDraft seed)
    {
        foreach (var alternative in pattern.Alternatives)
        {
            if (alternative.Where is { } where)
            {
                foreach (var draft in Shaped(alternative, seed).SelectMany(d => Words(alternative.Saying, d)).SelectMany(d => conditions.Solve(where, wanted: false, d)))
                    yield return draft;
            }

            if (alternative.Saying is not null)
            {
                foreach (var draft in Shaped(alternative, seed).Select(d => d.Saying(OtherWords)).OfType<EventDraft>())
                    yield return draft;
            }

            foreach (var role in OutsideOf(alternative))
            {
                if ((seed with { Act = Act(alternative) }).SpokenBy(role) is { } draft)
                    yield return draft;
            }
        }
    }

    /// <summary>Roles that the alternative does not accept; none where it accepts all.</summary>
    public IEnumerable<string> OutsideOf(BoundAlternative alternative) => alternative.Roles.IsDefault
        ? []
        : rules.Vocabulary.Roles.Where(r => !alternative.Roles.Contains(r.Name, StringComparer.Ordinal)).Select(r => r.Name).Take(MostRoles);

    /// <summary>An event that says something of no account.</summary>
    public EventDraft Speech => EventDraft.Empty with { Act = _speech, Say = OtherWords };

    /// <summary>The act of an event for which every act will do.</summary>
    public int Act(BoundAlternative alternative) => alternative.Act == BoundAlternative.AnyAct ? _speech : alternative.Act;

    private IEnumerable<EventDraft> Shaped(BoundAlternative alternative, EventDraft seed)
    {
        var draft = seed with { Act = Act(alternative) };
        if (alternative.Roles.IsDefault)
            return [draft];

        // The most general role first: it says least beyond what the norm says.
        return alternative.Roles.OrderByDescending(CasesOf).Take(MostRoles).Select(draft.SpokenBy).OfType<EventDraft>();
    }

    private int CasesOf(string role) => rules.Vocabulary.Roles.FirstOrDefault(r => string.Equals(r.Name, role, StringComparison.Ordinal))?.Cases.Length ?? 0;

    private static IEnumerable<EventDraft> Words(UtteranceTest? saying, EventDraft draft)
    {
        IEnumerable<string> texts = saying switch
        {
            UtteranceTest.Phrases phrases => phrases.Any.Select(p => PhraseSample.Of(p.Phrase)),
            UtteranceTest.Terms terms => terms.Any.SelectMany(t => t.Lexicon.Terms.Take(3)),
            _ => [],
        };
        return saying is null ? [draft] : texts.Select(draft.Saying).OfType<EventDraft>();
    }

    private static int SpeechAct(BoundRules rules)
    {
        for (var i = 0; i < rules.Vocabulary.Acts.Length; i++)
        {
            if (string.Equals(rules.Vocabulary.Acts[i].Name, "words.spoken", StringComparison.Ordinal))
                return i;
        }

        // A vocabulary without a word for speaking: any act can carry words.
        return rules.Vocabulary.Acts.Length - 1;
    }
}
