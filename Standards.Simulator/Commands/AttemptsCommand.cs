using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Standards.Core;
using Standards.Simulator.Debriefs;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>attempts [TRAINEE]</c>: what was attempted, and one attempt in full.</summary>
internal sealed class AttemptsCommand : CommandDefinition
{
    private static readonly ArgumentSpec Trainee = new("TRAINEE", Texts.Records.TraineeHelp, IsRequired: false);
    private static readonly OptionSpec Scenario = new("--scenario", "ID", Texts.Records.ScenarioHelp);
    private static readonly OptionSpec Show = new("--show", "ATTEMPT", Texts.Records.ShowHelp);
    private static readonly OptionSpec All = new("--all", null, Texts.Records.AllHelp);
    private static readonly OptionSpec Html = new("--html", "FILE", Texts.Train.Html);
    private static readonly OptionSpec Events = new("--events", "ATTEMPT", Texts.Records.EventsHelp);

    public override string Name => "attempts";

    public override LocalizedText Summary => Texts.Records.AttemptsSummary;

    public override ImmutableArray<string> Formats => ["text", "jsonl", "csv"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Trainee];

    public override ImmutableArray<OptionSpec> Options => [Scenario, Show, All, Html, Events, StoreOption.Spec];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards attempts", Texts.Records.ExampleAttempts),
        new("standards attempts --show 20260409-0930-busy-desk", Texts.Records.ExampleShow),
        new("standards attempts --events 20260409-0930-busy-desk --output attempt.jsonl", Texts.Records.ExampleEvents),
    ];

    public override int Run(Invocation invocation)
    {
        if (invocation.Has(Show) && invocation.Has(Events))
            throw new CommandFailure(Texts.Records.OneOfTwo.With(Show.Name, Events.Name));
        using var store = StoreOption.OpenExisting(invocation);
        if (invocation.Value(Show) is { } shown)
        {
            ShowOne(invocation, store, KnownAttempts.Require(store, shown));
            return ExitStatus.Fine;
        }

        if (invocation.Value(Events) is { } wanted)
            AttemptLog.Write(invocation.Output.Bytes, KnownAttempts.Require(store, wanted).Attempt, invocation.Time.LocalTimeZone);
        else
            List(invocation, store.Summaries(QueryOf(invocation, store)));
        return ExitStatus.Fine;
    }

    /// <summary>The debrief; where the packs have changed, what the store itself knows.</summary>
    private static void ShowOne(Invocation invocation, AttemptStore store, ScoredAttempt attempt)
    {
        var html = invocation.Value(Html);
        if (html is not null)
            StoreOption.Spare(invocation, html);
        if (AttemptDebrief.Of(invocation, store, attempt.Attempt) is { } debrief)
        {
            invocation.Output.Text.Write(new DebriefText(invocation.NewPage(), invocation.Language, invocation.Has(All)).Write(debrief).ToString());
            if (html is not null)
                AttemptDebrief.WriteHtml(invocation, debrief, html);
            return;
        }

        invocation.Output.Text.Write(new AttemptText(invocation).Of(attempt));
        invocation.Error.Write(invocation.NewPage().Paragraph(invocation.In(Texts.Records.OtherPacks.With(string.Join(", ", attempt.Attempt.Packs)))).ToString());
        if (html is not null)
            throw new CommandFailure(Texts.Records.NoDebrief.With(attempt.Attempt.Id));
    }

    private static AttemptQuery QueryOf(Invocation invocation, AttemptStore store)
    {
        var query = AttemptQuery.All with { Trainee = invocation.Arguments(Trainee).FirstOrDefault(), Subject = invocation.Value(Scenario) };
        if (query.Trainee is { } trainee)
            KnownAttempts.RequireTrainee(store, trainee);
        if (query.Subject is { } subject)
            KnownAttempts.RequireSubject(store, subject);
        return query;
    }

    private static void List(Invocation invocation, IReadOnlyList<AttemptSummary> attempts)
    {
        switch (invocation.Format)
        {
            case "jsonl":
                WriteJson(invocation, attempts);
                break;
            case "csv":
                WriteCsv(invocation, attempts);
                break;
            default:
                WriteText(invocation, attempts);
                break;
        }
    }

    private static void WriteText(Invocation invocation, IReadOnlyList<AttemptSummary> attempts)
    {
        if (attempts.Count == 0)
        {
            invocation.Output.Text.Write(invocation.In(Texts.Records.Nothing) + "\n");
            return;
        }

        var page = invocation.NewPage();
        var rows = attempts.Select(a => new AttemptLine(invocation, a)).ToList();
        if (AttemptLine.Table(invocation, rows) is { } table)
            page.Block(table);
        else
            rows.ForEach(r => r.AddTo(page));
        if (attempts.Any(a => a.Score.Corrections > 0))
            page.Gap().Paragraph(invocation.In(Texts.Records.StarMeans));
        invocation.Output.Text.Write(page.ToString());
    }

    private static void WriteJson(Invocation invocation, IReadOnlyList<AttemptSummary> attempts)
    {
        var instants = new InstantText(invocation.Time.LocalTimeZone);
        using var lines = new JsonLines(invocation.Output.Bytes);
        foreach (var attempt in attempts)
        {
            lines.Write(attempt, (json, a) =>
            {
                json.WriteString("attempt"u8, a.Id);
                json.WriteString("kind"u8, RecordWords.Kinds.Of(a.Kind));
                json.WriteString("subject"u8, a.Subject);
                JsonLines.WriteText(json, "title", a.Title);
                json.WriteString("trainee"u8, a.Trainee);
                JsonLines.WriteList(json, "packs", a.Packs);
                json.WriteString("mode"u8, RecordWords.Modes.Of(a.Mode));
                json.WriteString("startedAt"u8, instants.Full(a.StartedAt));
                json.WriteNumber("seconds"u8, a.Duration.TotalSeconds);
                json.WriteBoolean("finished"u8, a.IsFinished);
                json.WriteNumber("earned"u8, a.Score.Earned);
                json.WriteNumber("possible"u8, a.Score.Possible);
                WriteShare(json, "share", a.Score.Share);
                json.WriteBoolean("passed"u8, a.Score.IsPassed);
                WriteShare(json, "machineShare", a.Score.MachineShare);
                json.WriteBoolean("machinePassed"u8, a.Score.IsMachinePassed);
                json.WriteNumber("corrections"u8, a.Score.Corrections);
            });
        }
    }

    private static void WriteShare(Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private static void WriteCsv(Invocation invocation, IReadOnlyList<AttemptSummary> attempts)
    {
        var instants = new InstantText(invocation.Time.LocalTimeZone);
        var table = new StringBuilder();
        CsvCell.AppendRow(
            table, "attempt", "kind", "subject", "title", "trainee", "packs", "mode", "startedAt", "seconds", "finished", "earned", "possible", "share", "passed",
            "machineShare", "machinePassed", "corrections");
        foreach (var a in attempts)
        {
            CsvCell.AppendRow(
                table, a.Id, RecordWords.Kinds.Of(a.Kind), a.Subject, invocation.In(a.Title), a.Trainee, string.Join(' ', a.Packs), RecordWords.Modes.Of(a.Mode),
                instants.Full(a.StartedAt), Number(a.Duration.TotalSeconds), Flag(a.IsFinished), Number(a.Score.Earned), Number(a.Score.Possible), Number(a.Score.Share),
                Flag(a.Score.IsPassed), Number(a.Score.MachineShare), Flag(a.Score.IsMachinePassed), Number(a.Score.Corrections));
        }

        invocation.Output.Bytes.Write(Encoding.UTF8.GetBytes(table.ToString()));
    }

    private static string Number(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static string Flag(bool flag) => flag ? "true" : "false";
}
