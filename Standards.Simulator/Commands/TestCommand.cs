using System.Collections.Immutable;
using System.Text.Json;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Cases;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>test [DIR]</c>: the packs' own cases.</summary>
internal sealed class TestCommand : CommandDefinition
{
    private static readonly ArgumentSpec Directory = new("DIR", Texts.Directory, IsRequired: false);
    private static readonly OptionSpec Filter = new("--filter", "TEXT", Texts.Test.Filter);
    private static readonly OptionSpec Mutants = new("--mutants", null, Texts.Test.Mutants);

    public override string Name => "test";

    public override LocalizedText Summary => Texts.Test.Summary;

    public override ImmutableArray<string> Formats => ["text", "jsonl"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Directory];

    public override ImmutableArray<OptionSpec> Options => [Filter, Mutants];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards test rules", Texts.Test.ExampleAll),
        new("standards test rules --filter busy-desk", Texts.Test.ExampleSome),
        new("standards test rules --pack lf --mutants", Texts.Test.ExampleMutants),
    ];

    public override int Run(Invocation invocation)
    {
        var (book, _) = invocation.LoadOrFail(invocation.Arguments(Directory).FirstOrDefault(), cases: true);
        var filter = invocation.Value(Filter);
        var cases = book.Cases.Where(c => filter is null || Matches(c, filter)).ToList();
        if (cases.Count == 0 && filter is not null)
            throw new CommandFailure(Texts.Test.None);
        var runner = new CaseRunner(book);
        var outcomes = new List<CaseOutcome>(cases.Count);
        foreach (var item in cases)
        {
            invocation.Cancellation.ThrowIfCancellationRequested();
            outcomes.Add(runner.Run(item));
        }

        if (invocation.IsFormat("jsonl"))
            WriteJson(invocation, outcomes, book.Compiled.Zone);
        else
            WriteText(invocation, outcomes, book.Compiled.Zone);
        if (!outcomes.TrueForAll(o => o.Passed))
            return ExitStatus.Violated;
        return invocation.Has(Mutants) ? CheckMutants(invocation, book) : ExitStatus.Fine;
    }

    /// <summary>Cases that pass may still look at nothing: weakens each norm in turn and shows what no case notices.</summary>
    private static int CheckMutants(Invocation invocation, RuleBook book)
    {
        var progress = invocation.Terminal.ShowsProgress ? new ProgressLine(invocation.Error, invocation.Time, invocation.Language) : null;
        var report = new MutationCheck(book).Run((done, all) => progress?.Show(() => Texts.Test.MutantsJudged.With(Noun.Number(done), Noun.Number(all))), invocation.Cancellation);
        progress?.Clear();
        if (invocation.IsFormat("jsonl"))
            WriteJson(invocation, report);
        else
            WriteText(invocation, report);
        return report.Survivors.IsEmpty ? ExitStatus.Fine : ExitStatus.Violated;
    }

    private static void WriteText(Invocation invocation, MutationReport report)
    {
        var page = invocation.NewPage();
        foreach (var group in report.Survivors.GroupBy(s => s.Id, StringComparer.Ordinal))
        {
            page.Gap().Paragraph($"{group.First().Span}: {group.Key}", paint: page.Ink.Bold);
            foreach (var survivor in group)
                page.Paragraph(invocation.In(survivor.Change), indent: 2);
        }

        var result = Texts.Test.MutantsResult.With(Noun.Number(report.Mutants), Noun.Number(report.Killed), Noun.Percent(report.Share));
        page.Gap().Paragraph(invocation.In(result), paint: report.Survivors.IsEmpty ? page.Ink.Good : page.Ink.Doubtful);
        invocation.Output.Text.Write(page.ToString());
    }

    private static void WriteJson(Invocation invocation, MutationReport report)
    {
        using var lines = new JsonLines(invocation.Output.Bytes);
        foreach (var survivor in report.Survivors)
        {
            lines.Write(survivor, (json, s) =>
            {
                json.WriteString("mutant"u8, s.Id);
                json.WriteString("change"u8, s.Change.In(invocation.Language));
                json.WriteString("file"u8, s.Span.File);
                json.WriteNumber("line"u8, s.Span.Line);
            });
        }
    }

    private static bool Matches(PackCase item, string filter)
    {
        bool Has(string text) => text.Contains(filter, StringComparison.OrdinalIgnoreCase);
        return Has(item.Id) || Has(item.Title.Zh) || Has(item.Title.En) || item.Expected.Any(e => Has(e.Norm));
    }

    private static void WriteText(Invocation invocation, List<CaseOutcome> outcomes, TimeZoneInfo zone)
    {
        var page = invocation.NewPage();
        var instants = new InstantText(zone);
        foreach (var outcome in outcomes.Where(o => !o.Passed))
        {
            page.Gap().Paragraph($"{outcome.Case.Span}: {outcome.Case.Id}", paint: page.Ink.Bold);
            if (outcome.Case.Title != LocalizedText.Empty)
                page.Paragraph(invocation.In(outcome.Case.Title), indent: 2);
            foreach (var (missing, came) in Pairs(outcome.Differences))
                Difference(invocation, page, missing, came, instants);
        }

        var failed = outcomes.Count(o => !o.Passed);
        var result = invocation.In(Texts.Test.Result.With(Noun.Number(outcomes.Count - failed), Noun.Number(failed)));
        page.Gap().Paragraph(result, paint: failed > 0 ? page.Ink.Bad : page.Ink.Good);
        invocation.Output.Text.Write(page.ToString());
    }

    /// <summary>What was expected beside what came of the same norm: mostly one mistake, not two.</summary>
    private static IEnumerable<(ExpectedFinding? Missing, Finding? Came)> Pairs(ImmutableArray<CaseDifference> differences)
    {
        var came = differences.Select(d => d.Finding).OfType<Finding>().ToList();
        foreach (var missing in differences.Select(d => d.Expected).OfType<ExpectedFinding>())
        {
            var beside = came.Find(f => string.Equals(f.Norm, missing.Norm, StringComparison.Ordinal));
            if (beside is not null)
                came.Remove(beside);
            yield return (missing, beside);
        }

        foreach (var finding in came)
            yield return (null, finding);
    }

    private static void Difference(Invocation invocation, Page page, ExpectedFinding? missing, Finding? came, InstantText instants)
    {
        string Say(LocalizedText text) => invocation.In(text);
        string Of(Verdict verdict, string norm, Instant? at, string? key) => Say(Texts.Of(verdict)) + " " + norm
            + (at is { } instant ? " " + Say(Texts.Test.At.With(instants.Short(instant))) : "")
            + (key is null ? "" : " " + Say(Texts.Test.Key.With(key)));
        var width = Math.Max(TextWrapper.Width(Say(Texts.Test.Expected)), TextWrapper.Width(Say(Texts.Test.Came)));
        page.Pair(Say(Texts.Test.Expected), missing is null ? Say(Texts.Test.Nothing) : Of(missing.Verdict, missing.Norm, missing.At, missing.Key), width);
        page.Pair(
            Say(Texts.Test.Came),
            came is null ? Say(Texts.Test.Nothing) : Of(came.Verdict, came.Norm, came.At, came.Key) + Say(Texts.Colon) + Say(came.Message),
            width);
    }

    private static void WriteJson(Invocation invocation, List<CaseOutcome> outcomes, TimeZoneInfo zone)
    {
        var instants = new InstantText(zone);
        using var lines = new JsonLines(invocation.Output.Bytes);
        foreach (var outcome in outcomes)
        {
            lines.Write(outcome, (json, o) =>
            {
                json.WriteString("case"u8, o.Case.Id);
                json.WriteString("pack"u8, o.Case.Pack);
                json.WriteBoolean("passed"u8, o.Passed);
                json.WriteString("file"u8, o.Case.Span.File);
                json.WriteNumber("line"u8, o.Case.Span.Line);
                json.WriteStartArray("differences"u8);
                foreach (var difference in o.Differences)
                    Difference(json, difference, instants, invocation.Language);
                json.WriteEndArray();
            });
        }
    }

    private static void Difference(Utf8JsonWriter json, CaseDifference difference, InstantText instants, Language language)
    {
        json.WriteStartObject();
        json.WriteString("difference"u8, difference.Expected is null ? "unexpected" : "missing");
        var (norm, verdict, at, key) = difference.Expected is { } expected
            ? (expected.Norm, expected.Verdict, expected.At, expected.Key)
            : (difference.Finding!.Norm, difference.Finding.Verdict, (Instant?)difference.Finding.At, difference.Finding.Key);
        json.WriteString("norm"u8, norm);
        json.WriteString("verdict"u8, VerdictNames.Of(verdict));
        if (at is { } instant)
            json.WriteString("at"u8, instants.Full(instant));
        if (key is not null)
            json.WriteString("key"u8, key);
        if (difference.Finding is { } finding)
            json.WriteString("message"u8, finding.Message.In(language));
        json.WriteEndObject();
    }
}
