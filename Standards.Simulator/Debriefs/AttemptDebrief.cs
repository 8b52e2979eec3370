using Standards.Rules;
using Standards.Simulator.Output;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>The debrief of an attempt that was kept, by the packs that judged it.</summary>
internal static class AttemptDebrief
{
    /// <summary>The debrief; null where the packs that judged the attempt are not at hand any more.</summary>
    public static Debrief? Of(Invocation invocation, AttemptStore store, AttemptRecord attempt)
    {
        var packs = attempt.Packs.Select(p => p.Split('@')[0]).ToList();
        var load = RuleBook.Load(invocation.RulesDirectory(), new RuleBookOptions { Profile = attempt.Profile, Packs = [.. packs] });
        if (load.RuleBook is not { } book || !book.Bound.Packs.Select(p => p.Label).SequenceEqual(attempt.Packs, StringComparer.Ordinal))
            return null;
        var earlier = store.List(AttemptQuery.All with { Trainee = attempt.Trainee, Subject = attempt.Subject, IsFinished = true });
        return Debrief.Of(attempt, book, [.. earlier.Where(a => !string.Equals(a.Id, attempt.Id, StringComparison.Ordinal))]);
    }

    /// <summary>Writes a debrief as a page of HTML to a file.</summary>
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static void WriteHtml(Invocation invocation, Debrief debrief, string path)
    {
        using var file = new OutputTarget(TextWriter.Null, path);
        file.Text.Write(new DebriefHtml(invocation.Language).Of(debrief));
        file.Commit();
    }
}
