using Standards.Rules.Binding;
using Standards.Rules.Speech;

namespace Standards.Tests.Oracle;

/// <summary>Whether an event matches a pattern: yes, no, or null for what the log does not tell.</summary>
internal sealed class NaivePattern(NaiveExpression expressions)
{
    public bool? Matches(BoundPattern pattern, View view) => AnyOf(pattern.Alternatives.Select(a => Matches(a, view)));

    private bool? Matches(BoundAlternative alternative, View view)
    {
        var happening = view.Event!;
        if (alternative.Act != BoundAlternative.AnyAct && alternative.Act != happening.Act)
            return false;
        bool? role = alternative.Roles.IsDefault ? true
            : happening.Role is null ? null
            : alternative.Roles.Contains(happening.Role, StringComparer.Ordinal);
        return AllOf(
            role,
            alternative.Saying is null || (happening.Say is not null && Says(alternative.Saying, TokenText.Of(happening.Say))),
            alternative.Where is null ? true : expressions.Holds(alternative.Where, view));
    }

    private static bool Says(UtteranceTest test, TokenText words) => test switch
    {
        UtteranceTest.Phrases phrases => phrases.Any.Any(p => p.Phrase.Match(words).IsMatch),
        UtteranceTest.Terms terms => terms.Any.Any(l => !l.Lexicon.Find(words).IsEmpty),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    public static bool? AllOf(params IEnumerable<bool?> truths)
    {
        var all = truths.ToList();
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }

    public static bool? AnyOf(params IEnumerable<bool?> truths)
    {
        var all = truths.ToList();
        return all.Contains(true) ? true : all.Contains(null) ? null : false;
    }
}
