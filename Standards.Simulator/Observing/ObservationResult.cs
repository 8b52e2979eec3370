using Standards.Rules.Scoring;
using Standards.Simulator.Commands;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>What becomes of an observation that was closed or left: it is kept, and what it came to is shown. Not thread-safe.</summary>
internal sealed class ObservationResult(Invocation invocation, IAttemptSink sink, ObserverControl control, string trainee)
{
    private readonly Scorer _scorer = new(control.Process.Book);

    /// <summary>The option that names the store.</summary>
    public static OptionSpec Store { get; } = new("--store", "FILE", Texts.Observe.Trainee);

    public static IAttemptSink OpenStore(Invocation invocation) => new MemorySink();

    /// <summary>Keeps the observation as it stands.</summary>
    public AttemptRecord Save()
    {
        var record = ObservationRecord.Of(control, trainee, invocation.Value(CommonOptions.Profile), invocation.Language);
        sink.Save(record, _scorer);
        return record;
    }

    /// <summary>Keeps the observation, shows what it came to, and returns the exit status.</summary>
    /// <param name="end">How the dialogue ended.</param>
    /// <param name="mistakes">Lines that were left out.</param>
    /// <param name="html">Where the debrief goes as a page of HTML; null for nowhere.</param>
    public int End(ObserverEnd end, int mistakes, string? html)
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

        var card = _scorer.Score(record.Scored(), record.Scoring);
        page.Paragraph(invocation.In(Texts.Observe.ClosedAs.With(record.Id)));
        page.Line($"{card.Earned:0.#} / {card.Possible:0.#}");
        invocation.Output.Text.Write(page.ToString());
        return mistakes > 0 ? ExitStatus.Bad : card.IsPassed ? ExitStatus.Fine : ExitStatus.Violated;
    }

    private sealed class MemorySink : IAttemptSink
    {
        public string NextId(DateTimeOffset now, string subject) => $"{now:yyyyMMdd-HHmm}-{subject}";

        public void Save(AttemptRecord attempt, Scorer scorer)
        {
        }

        public AttemptRecord? Find(string id) => null;

        public void Dispose()
        {
        }
    }
}
