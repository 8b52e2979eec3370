using System.Collections.Immutable;
using System.Text;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Consoles;
using Standards.Simulator.Observing;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>observe PROCESS</c>: a trainer ticks what happens in a role-play between people, and it is judged as any log.</summary>
internal sealed class ObserveCommand : CommandDefinition
{
    private static readonly ArgumentSpec Process = new("PROCESS", Texts.Observe.ProcessArgument, IsRequired: false);
    private static readonly OptionSpec Trainee = new("--trainee", "NAME", Texts.Observe.Trainee);
    private static readonly OptionSpec Trainer = new("--trainer", "NAME", Texts.Observe.Trainer);
    private static readonly OptionSpec Fact = new("--fact", "NAME=VALUE", Texts.Observe.Fact, IsRepeatable: true);
    private static readonly OptionSpec Script = new("--script", "FILE", Texts.Observe.Script);
    private static readonly OptionSpec Start = new("--start", "INSTANT", Texts.Observe.Start);
    private static readonly OptionSpec Html = new("--html", "FILE", Texts.Observe.Html);
    private static readonly OptionSpec Resume = new("--resume", "ID", Texts.Observe.ResumeOption);

    public override string Name => "observe";

    public override LocalizedText Summary => Texts.Observe.Summary;

    public override ImmutableArray<string> Formats => ["text"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Process];

    public override ImmutableArray<OptionSpec> Options => [Trainee, Trainer, Fact, Script, Start, Resume, StoreOption.Spec, Html];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards observe busy-desk --trainee 张三", Texts.Observe.ExampleLive),
        new("standards observe busy-desk --script visit.txt --start 2026-03-02T09:00:00+08:00", Texts.Observe.ExampleScript),
        new("standards observe --resume 20260302-0900-busy-desk", Texts.Observe.ExampleResume),
    ];

    public override int Run(Invocation invocation)
    {
        var (book, _) = invocation.LoadOrFail();
        if (invocation.Value(Html) is { } html)
            StoreOption.Spare(invocation, html);
        using var store = invocation.Has(Resume) ? StoreOption.OpenExisting(invocation) : StoreOption.Open(invocation);
        var reader = LineReaders.For(invocation, invocation.Value(Script));
        var (control, trainee) = invocation.Value(Resume) is { } id ? GoOn(invocation, book, store, id) : Begin(invocation, book, store, reader);
        using var observation = control.Observation;
        Greet(invocation, reader, control, trainee);
        using var result = new ObservationResult(invocation, store, control, trainee, invocation.Value(Html));
        var dialogue = new ObserverRun(invocation, reader, control);
        ObserverEnd end;
        try
        {
            end = dialogue.Run(result.Keep);
        }
        catch
        {
            // Whatever went wrong, what was seen is not lost.
            result.Save();
            throw;
        }

        return result.End(end, dialogue.Mistakes);
    }

    private static (ObserverControl Control, string Trainee) Begin(Invocation invocation, RuleBook book, AttemptStore store, ILineReader reader)
    {
        if (invocation.Arguments(Process) is not [var process])
            throw new CommandFailure(Texts.Observe.ProcessMissing, Texts.Observe.ListProcesses);
        var observable = Observable(book, process, invocation);
        var now = Instant.From(invocation.Time.GetUtcNow());
        var startedAt = StartOf(invocation) ?? new Instant(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond));
        var facts = Facts(invocation, observable, startedAt);
        var trainee = invocation.Value(Trainee) is { Length: > 0 } named ? named : null;
        if (reader.IsInteractive)
        {
            trainee ??= reader.Read(invocation.In(Texts.Observe.AskTrainee) + invocation.In(Texts.Colon), tick: null) is LineResult.Line { Text: var typed } && typed.Trim().Length > 0 ? typed.Trim() : null;
            if (reader.ReadKey(invocation.In(Texts.Observe.PressToStart), tick: null) is null)
                throw new OperationCanceledException(invocation.Cancellation);
            startedAt = StartOf(invocation) ?? Instant.From(invocation.Time.GetUtcNow());
            startedAt = new Instant(startedAt.Ticks - (startedAt.Ticks % TimeSpan.TicksPerMillisecond));
        }

        var id = store.NextId(TimeZoneInfo.ConvertTime(startedAt.ToDateTimeOffset(), observable.Zone), process);
        var control = new ObserverControl(observable, new Observation(observable.Book, id, process, startedAt), invocation.Value(Trainer) ?? invocation.In(Texts.Observe.Unnamed));
        if (!facts.IsEmpty)
            control.Apply(new ObserverLine(TimeSpan.Zero, new ObserverCommand.Enter(Core.Interactions.InteractionEvent.CaseFacts, TimeSpan.Zero) { Data = facts }));
        return (control, trainee ?? invocation.In(Texts.Observe.Anonymous));
    }

    private static ImmutableSortedDictionary<string, Core.Values.Value> Facts(Invocation invocation, ObservableProcess process, Instant startedAt)
    {
        var script = new ObserverScript(process, new ObserverKeys(process), startedAt);
        var facts = ObservedAct.NoData;
        foreach (var fact in invocation.Values(Fact))
        {
            var (name, value) = script.ReadAttribute(fact);
            facts = facts.SetItem(name, value);
        }

        return facts;
    }

    private static (ObserverControl Control, string Trainee) GoOn(Invocation invocation, RuleBook book, AttemptStore store, string id)
    {
        var surplus = new[] { Trainee, Trainer, Fact, Start }.Where(invocation.Has).Select(o => o.Name).Concat(invocation.Arguments(Process)).FirstOrDefault();
        if (surplus is not null)
            throw new CommandFailure(Texts.Observe.ResumeAlone.With(surplus), Texts.Observe.ResumeKeepsThat);
        var record = store.Find(id) ?? throw new CommandFailure(Texts.Observe.NoAttempt.With(id), Texts.Observe.ListAttempts);
        if (record.Kind != AttemptKind.Observation)
            throw new CommandFailure(Texts.Observe.NoObservation.With(id), Texts.Observe.ListAttempts);
        if (record.IsFinished)
            throw new CommandFailure(Texts.Observe.IsFinished.With(id), Texts.Observe.ListAttempts);
        var packs = record.Packs.Select(p => p.Split('@')[0]).Distinct(StringComparer.Ordinal).ToList();
        var process = ObservableProcess.Of(packs is [var pack] && book.Bound.Packs.Any(p => string.Equals(p.Id, pack, StringComparison.Ordinal)) ? book.Alone(pack) : book, record.Subject);
        if (!process.PackLabels.SequenceEqual(record.Packs, StringComparer.Ordinal))
            throw new CommandFailure(Texts.Observe.OtherPacks.With(id, string.Join(", ", record.Packs), string.Join(", ", process.PackLabels)), Texts.Observe.UseThosePacks);
        return (ObservationRecord.Resume(record, process), record.Trainee);
    }

    /// <summary>The process in the one pack that has it, or that the user names.</summary>
    private static ObservableProcess Observable(RuleBook book, string process, Invocation invocation)
    {
        var packs = ObservableProcess.PacksOf(book, process);
        if (packs.IsEmpty)
            throw new CommandFailure(Texts.Observe.NoProcess.With(SourceExcerpt.Printable(process)), Suggestion.DidYouMean(process, book.Bound.ProcessIds) ?? Texts.Observe.ListProcesses);
        if (packs is not [var pack])
            throw new CommandFailure(Texts.Observe.SeveralPacks.With(process, string.Join(", ", packs.Select(p => $"`{p}`"))), Texts.Observe.NamePack.With(packs[0]));
        var observable = ObservableProcess.Of(book.Alone(pack), process);
        return observable.Acts.IsEmpty && observable.Checklist.IsEmpty ? throw new CommandFailure(Texts.Observe.NothingToSee.With(process)) : observable;
    }

    private static Instant? StartOf(Invocation invocation)
    {
        if (invocation.Value(Start) is not { } text)
            return null;
        if (Rfc3339.TryRead(Encoding.UTF8.GetBytes(text), out var ticks) != TimeFault.None)
            throw new CommandFailure(Texts.Observe.BadStart.With(SourceExcerpt.Printable(text)));
        return new Instant(ticks) <= Instant.From(invocation.Time.GetUtcNow()) ? new Instant(ticks) : throw new CommandFailure(Texts.Observe.StartInFuture.With(text));
    }

    private static void Greet(Invocation invocation, ILineReader reader, ObserverControl control, string trainee)
    {
        var page = invocation.NewPage();
        page.Paragraph(invocation.In(Texts.Observe.Watching.With(invocation.In(control.Process.Title), control.Process.Id, trainee, control.Trainer)), paint: page.Ink.Bold);
        if (invocation.Has(Resume))
            page.Paragraph(invocation.In(Texts.Observe.Resumed.With(control.Observation.Id, control.Observation.Acts.Length, OffsetText.Short(control.Elapsed))));
        reader.Write(page.ToString());
    }
}
