using Standards.Rules.Diagnostics;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>Finds what the command line names; what is not there is a failure that says what is.</summary>
internal static class KnownAttempts
{
    /// <exception cref="CommandFailure">There is no attempt of the id.</exception>
    public static ScoredAttempt Require(AttemptStore store, string id) =>
        store.FindScored(id) ?? throw new CommandFailure(Texts.Records.UnknownAttempt.With(id), Suggestion.DidYouMean(id, store.Ids()) ?? Texts.Records.ListAttempts);

    /// <exception cref="CommandFailure">Nobody of that name has attempted anything.</exception>
    public static void RequireTrainee(AttemptStore store, string trainee)
    {
        var names = store.Trainees();
        if (!names.Contains(trainee, StringComparer.Ordinal))
            throw new CommandFailure(Texts.Records.UnknownTrainee.With(trainee), Suggestion.DidYouMean(trainee, names) ?? Texts.Records.ListAttempts);
    }

    /// <exception cref="CommandFailure">Nobody has attempted it.</exception>
    public static void RequireSubject(AttemptStore store, string subject)
    {
        var subjects = store.Summaries(AttemptQuery.All).Select(a => a.Subject).Distinct(StringComparer.Ordinal).ToList();
        if (!subjects.Contains(subject, StringComparer.Ordinal))
            throw new CommandFailure(Texts.Records.UnknownSubject.With(subject), Suggestion.DidYouMean(subject, subjects) ?? Texts.Records.ListAttempts);
    }
}
