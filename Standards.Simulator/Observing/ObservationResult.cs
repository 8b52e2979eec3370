using Standards.Rules.Scoring;
using Standards.Simulator.Commands;
using Standards.Simulator.Debriefs;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>What becomes of an observation that was closed or left: it is kept, and what it came to is shown. Not thread-safe.</summary>
/// <param name="html">Where the debrief goes as a page of HTML; null for nowhere.</param>
internal sealed class ObservationResult(Invocation invocation, AttemptStore store, ObserverControl control, string trainee, string? html) : IDisposable
{
    // A file that cannot be written is better known before the observation than after it.
    private readonly OutputTarget? _html = html is null ? null : new OutputTarget(TextWriter.Null, html);
    private readonly Scorer _scorer = new(control.Process.Book);

    /// <summary>Keeps the observation as it stands while it goes on: what cannot be kept now is kept at the end.</summary>
    public void Keep()
    {
        try
        {
            store.Save(Record(), _scorer);
        }
        catch (CommandFailure)
        {
            // Somebody else may hold the store for the moment.
        }
    }

    /// <summary>Keeps the observation as it stands; where the store takes nothing, its lines are shown, to be entered again.</summary>
    /// <exception cref="CommandFailure">It cannot be kept.</exception>
    public AttemptRecord Save()
    {
        var record = Record();
        try
        {
            store.Save(record, _scorer);
        }
        catch (CommandFailure)
        {
            invocation.Error.Write(invocation.In(Texts.Observe.CannotKeep.With(record.Subject, new InstantText(control.Process.Zone).Full(record.StartedAt))) + "\n");
            foreach (var line in record.Inputs)
                invocation.Error.Write(line + "\n");
            throw;
        }

        return record;
    }

    /// <summary>Keeps the observation, shows what it came to, and returns the exit status.</summary>
    /// <param name="end">How the dialogue ended.</param>
    /// <param name="mistakes">Lines that were left out.</param>
    public int End(ObserverEnd end, int mistakes)
    {
        var record = Save();
        var page = invocation.NewPage().Gap();
        if (mistakes > 0)
            page.Paragraph(invocation.In(Texts.Observe.Mistakes.With(mistakes)), paint: page.Ink.Bad);
        if (!record.IsFinished)
        {
            page.Paragraph(invocation.In(Texts.Observe.Kept.With(record.Id))).Line(invocation.In(Texts.Observe.HowToResume.With(record.Id)));
            invocation.Output.Text.Write(page.ToString());
            return end == ObserverEnd.Interrupted ? ExitStatus.Interrupted : ExitStatus.Bad;
        }

        page.Paragraph(invocation.In(Texts.Observe.ClosedAs.With(record.Id))).Gap();
        var earlier = store.List(AttemptQuery.All with { Trainee = record.Trainee, Subject = record.Subject, IsFinished = true }).Where(a => !string.Equals(a.Id, record.Id, StringComparison.Ordinal));
        var debrief = Debrief.Of(record, control.Process.Book, [.. earlier]);
        invocation.Output.Text.Write(page.ToString() + new DebriefText(invocation.NewPage(), invocation.Language).Write(debrief));
        _html?.Text.Write(new DebriefHtml(invocation.Language).Of(debrief));
        _html?.Commit();
        return mistakes > 0 ? ExitStatus.Bad : debrief.Counted.Card.IsPassed ? ExitStatus.Fine : ExitStatus.Violated;
    }

    public void Dispose() => _html?.Dispose();

    private AttemptRecord Record() => ObservationRecord.Of(control, trainee, invocation.Value(CommonOptions.Profile), invocation.Language);
}
