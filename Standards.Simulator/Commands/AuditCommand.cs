using System.Collections.Immutable;
using System.Globalization;
using Standards.Audit;
using Standards.Audit.Mapping;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Syntax.Expressions;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>audit LOG...</c>: verdicts over logs.</summary>
internal sealed class AuditCommand : CommandDefinition
{
    private const int ShownDiagnostics = 50;
    private const string StandardInput = "-";

    private static readonly ArgumentSpec Logs = new("LOG", Texts.Audit.Logs, IsRepeatable: true);
    private static readonly OptionSpec Map = new("--map", "FILE", Texts.Audit.Map);
    private static readonly OptionSpec AsOf = new("--as-of", "INSTANT", Texts.Audit.AsOf);
    private static readonly OptionSpec Everything = new("--all", null, Texts.Audit.All);
    private static readonly OptionSpec Complete = new("--complete", null, Texts.Audit.Complete);
    private static readonly OptionSpec FailOn = new("--fail-on", "SEVERITY", Texts.Audit.FailOn);
    private static readonly OptionSpec Limit = new("--limit", "N", Texts.Audit.Limit);
    private static readonly OptionSpec Bom = new("--bom", null, Texts.Audit.Bom);

    private static readonly string[] Severities = ["critical", "major", "minor", "never"];

    public override string Name => "audit";

    public override LocalizedText Summary => Texts.Audit.Summary;

    public override ImmutableArray<string> Formats => ["text", "jsonl", "csv"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Logs];

    public override ImmutableArray<OptionSpec> Options => [Map, AsOf, Everything, Complete, FailOn, Limit, Bom];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards audit calls.jsonl", Texts.Audit.ExampleLog),
        new("standards audit visits.csv --map visits.yaml --format jsonl --output findings.jsonl", Texts.Audit.ExampleCsv),
        new("standards audit 2026-03.jsonl.gz --as-of 2026-04-01T00:00:00+08:00 --fail-on critical", Texts.Audit.ExampleCi),
    ];

    public override int Run(Invocation invocation)
    {
        var asOf = InstantOf(invocation);
        var failOn = Threshold(invocation.OneOf(FailOn, Severities));
        var limit = invocation.Number(Limit) ?? FindingText.UsualLimit;
        var (book, load) = invocation.LoadOrFail();
        var mapping = MappingOf(invocation, book, load);
        using var spool = new InputSpool(invocation.Input, invocation.Cancellation);
        var inputs = Inputs(invocation, mapping, spool);
        var progress = invocation.Terminal.ShowsProgress ? new ProgressLine(invocation.Error, invocation.Time, invocation.Language) : null;
        var options = AuditOptions.Default with
        {
            AsOf = asOf,
            All = invocation.Has(Everything),
            Complete = invocation.Has(Complete),
            Time = invocation.Time,
            Reading = LogReaderOptions.Default with
            {
                Progress = p =>
                {
                    invocation.Cancellation.ThrowIfCancellationRequested();
                    progress?.Show(() => Text(p));
                },
            },
        };
        var result = new Auditor(book, options).Run(inputs);
        progress?.Clear();
        ShowDiagnostics(invocation, result.Diagnostics);
        Write(invocation, result, book, limit);
        return result.IsIncomplete ? ExitStatus.Bad : failOn is { } least && result.Worst >= least ? ExitStatus.Violated : ExitStatus.Fine;
    }

    private static LocalizedText Text(LogProgress progress) => progress.BytesTotal is > 0 and var total
        ? Texts.Audit.ProgressOf.With(Megabytes(progress.BytesDone), Megabytes(total), ((double)progress.BytesDone / total).ToString("P0", CultureInfo.InvariantCulture))
        : Texts.Audit.Progress.With(Megabytes(progress.BytesDone));

    private static string Megabytes(long bytes) => (bytes / 1_000_000.0).ToString("N1", CultureInfo.InvariantCulture);

    private static void Write(Invocation invocation, AuditResult result, RuleBook book, int limit)
    {
        var zone = book.Compiled.Zone;
        switch (invocation.Format)
        {
            case "jsonl":
                new FindingJson(invocation.Language, zone).Write(invocation.Output.Bytes, result.Findings, invocation.Cancellation);
                break;
            case "csv":
                new FindingCsv(invocation.Language, zone).Write(invocation.Output.Bytes, result.Findings, invocation.Has(Bom), invocation.Cancellation);
                break;
            default:
                new FindingText(invocation, zone, Checklist(book)).Write(result, limit, invocation.Has(Everything));
                break;
        }
    }

    private static HashSet<string> Checklist(RuleBook book) =>
        book.Bound.Norms.Where(n => n.Form is NormForm.Observe).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);

    private static Instant? InstantOf(Invocation invocation)
    {
        if (invocation.Value(AsOf) is not { } text)
            return null;
        return TimestampText.TryParse(text, out var instant) ? instant : throw new CommandFailure(Texts.Audit.BadAsOf.With(text), Texts.Audit.InstantForm);
    }

    /// <summary>The least severity that counts; null for none.</summary>
    private static Severity? Threshold(string? word) => word switch
    {
        "critical" => Severity.Critical,
        "major" => Severity.Major,
        "never" => null,
        _ => Severity.Minor,
    };

    private static LogMapping? MappingOf(Invocation invocation, RuleBook book, RuleBookLoad load)
    {
        if (invocation.Value(Map) is not { } path)
            return null;
        var diagnostics = new DiagnosticBag();
        var mapping = LogMappingReader.Read(path, book, load.Sources, diagnostics);
        invocation.ShowDiagnostics(diagnostics.ToSorted(), load);
        return mapping ?? throw new CommandFailure(Texts.Audit.BadMap.With(path));
    }

    private static ImmutableArray<LogInput> Inputs(Invocation invocation, LogMapping? mapping, InputSpool spool)
    {
        var inputs = ImmutableArray.CreateBuilder<LogInput>();
        foreach (var path in invocation.Arguments(Logs))
        {
            var isTable = IsTable(path, mapping is not null);
            if (isTable && mapping is null)
                throw new CommandFailure(Texts.Audit.NeedsMap.With(path), Texts.Audit.NameMap);
            var input = string.Equals(path, StandardInput, StringComparison.Ordinal) ? spool.Take() : LogInput.Of(path);
            inputs.Add(isTable ? input with { Mapping = mapping } : input);
        }

        return inputs.ToImmutable();
    }

    /// <summary>By its name; a name that says nothing is a table where there is a mapping.</summary>
    private static bool IsTable(string path, bool hasMapping)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" or ".TSV" => true,
            ".JSONL" or ".NDJSON" or ".JSON" => false,
            _ => hasMapping,
        };
    }

    private static void ShowDiagnostics(Invocation invocation, LogDiagnosticBag bag)
    {
        if (bag.Total == 0)
            return;
        var shown = bag.Items.Length > ShownDiagnostics ? bag.Items[..ShownDiagnostics] : bag.Items;
        invocation.ShowDiagnostics(shown, ShownDiagnostics);
        if (bag.Total > shown.Length)
            invocation.Error.Write(invocation.In(Texts.Audit.MoreDiagnostics.With(Noun.Number(bag.Total - shown.Length))) + "\n");
    }
}
