using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Coverage;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Output;
using Standards.Simulator.Proving;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>check [DIR]</c>: every mistake of the packs, with positions.</summary>
internal sealed class CheckCommand : CommandDefinition
{
    private static readonly ArgumentSpec Directory = new("DIR", Texts.Directory, IsRequired: false);
    private static readonly OptionSpec Strict = new("--strict", null, Texts.Check.Strict);

    private static readonly OptionSpec Paths = new("--paths", null, Texts.Check.Paths);
    private static readonly OptionSpec Only = new("--scenario", "ID", Texts.Check.Only);

    public override string Name => "check";

    public override LocalizedText Summary => Texts.Check.Summary;

    public override ImmutableArray<string> Formats => ["text", "jsonl"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Directory];

    public override ImmutableArray<OptionSpec> Options => [Strict, Paths, Only];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards check rules", Texts.Check.ExampleHere),
        new("standards check rules --strict", Texts.Check.ExampleStrict),
        new("standards check rules --format jsonl", Texts.Check.ExampleJson),
        new("standards check --pack lf --scenario lf.busy-desk-serving --paths", Texts.Check.ExamplePaths),
    ];

    public override int Run(Invocation invocation)
    {
        var directory = invocation.RulesDirectory(invocation.Arguments(Directory).FirstOrDefault());
        var load = invocation.Load(directory, cases: !invocation.Has(Only));
        var scenarios = load.RuleBook is { } book ? Prove(invocation, directory, book) : null;
        var diagnostics = All(load, scenarios);
        if (invocation.IsFormat("jsonl"))
            WriteJson(invocation, diagnostics);
        else
            WriteText(invocation, load, scenarios, diagnostics);
        var worst = invocation.Has(Strict) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        return diagnostics.Any(d => d.Severity >= worst) ? ExitStatus.Bad : ExitStatus.Fine;
    }

    private static ScenarioCheck Prove(Invocation invocation, string directory, RuleBook book)
    {
        var only = invocation.Value(Only);
        var library = ScenarioLibrary.Load(directory, book, only);
        if (only is not null)
        {
            var ids = library.Scenarios.Select(s => s.Id).ToList();
            library = library with { Scenarios = library.Scenarios.RemoveAll(s => !string.Equals(s.Id, only, StringComparison.Ordinal)) };
            if (library.Scenarios.IsEmpty && !library.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
                throw new CommandFailure(Texts.Train.UnknownScenario.With(only), Suggestion.DidYouMean(only, ids) ?? Texts.Train.ListScenarios);
        }

        var progress = invocation.Terminal.ShowsProgress ? new ProgressLine(invocation.Error, invocation.Time, invocation.Language) : null;
        var check = ScenarioCheck.Of(library, book, (done, all) => progress?.Show(() => Texts.Check.Proved.With(Noun.Number(done), Noun.Number(all))), invocation.Cancellation);
        progress?.Clear();
        return check;
    }

    private static ImmutableArray<Diagnostic> All(RuleBookLoad load, ScenarioCheck? scenarios)
    {
        if (load.RuleBook is not { } book)
            return load.Diagnostics;
        var bag = new DiagnosticBag();
        foreach (var diagnostic in load.Diagnostics.Concat(CoverageReport.Of(book).Diagnostics()).Concat(scenarios?.Diagnostics ?? []))
            bag.Add(diagnostic);
        return bag.ToSorted();
    }

    private static void WriteText(Invocation invocation, RuleBookLoad load, ScenarioCheck? scenarios, ImmutableArray<Diagnostic> diagnostics)
    {
        var renderer = invocation.Renderer(path => load.Sources.Find(path) ?? scenarios?.Library.Sources.Find(path), invocation.Ink.IsOn);
        var page = invocation.NewPage().Block(renderer.Render(diagnostics)).Gap();
        if (invocation.Has(Paths))
            WritePaths(invocation, page, scenarios);
        var errors = diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var warnings = diagnostics.Count(d => d.Severity == DiagnosticSeverity.Warning);
        List<LocalizedText> mistakes = [];
        if (errors > 0)
            mistakes.Add(Texts.Nouns.Errors.Times(errors));
        if (warnings > 0)
            mistakes.Add(Texts.Nouns.Warnings.Times(warnings));
        var verdict = mistakes.Count == 0 ? invocation.In(Texts.Check.Fine) : string.Join(invocation.In(Texts.Comma), mistakes.Select(invocation.In));
        var counts = load.RuleBook is { } book
            ? invocation.In(Texts.Check.Counts.With(
                Texts.Nouns.Packs.Times(book.Bound.Packs.Length), Texts.Nouns.Norms.Times(book.Bound.Norms.Length), Texts.Nouns.Cases.Times(book.Cases.Length), Texts.Nouns.Scenarios.Times(scenarios!.Library.Scenarios.Length))) + invocation.In(Texts.Colon)
            : "";
        page.Paragraph(counts + verdict, paint: errors > 0 ? page.Ink.Bad : warnings > 0 ? page.Ink.Doubtful : page.Ink.Good);
        invocation.Output.Text.Write(page.ToString());
    }

    /// <summary>The flawless way through each scenario, and the worst, as lines that a script may hold.</summary>
    private static void WritePaths(Invocation invocation, Page page, ScenarioCheck? scenarios)
    {
        foreach (var (scenario, proof) in scenarios?.Proofs ?? [])
        {
            page.Heading($"{scenario.Id}: {invocation.In(scenario.Title)}");
            foreach (var path in proof.Flawless)
                WritePath(page, invocation.In(Texts.Check.Flawless.With(path.Seed.ToString(CultureInfo.InvariantCulture))), path);
            if (proof.Worst is { } worst)
                WritePath(page, invocation.In(Texts.Check.Worst.With(worst.Score.Share is { } share ? Noun.Percent(share) : "0")), worst);
        }

        page.Gap();
    }

    private static void WritePath(Page page, string title, ScenarioPath path)
    {
        page.Paragraph(title, indent: 2, paint: page.Ink.Dim);
        foreach (var line in path.Lines)
            page.Paragraph(line, indent: 4, hang: 2);
        foreach (var norm in path.Score.Norms.Where(n => n.Broken > 0))
            page.Paragraph($"- {norm.Norm} ({string.Join(", ", norm.Clauses)})", indent: 4, hang: 2, paint: page.Ink.Bad);
    }

    private static void WriteJson(Invocation invocation, ImmutableArray<Diagnostic> diagnostics)
    {
        using var lines = new JsonLines(invocation.Output.Bytes);
        foreach (var diagnostic in diagnostics)
            lines.Write(diagnostic, Members(invocation.Language));
    }

    private static Action<Utf8JsonWriter, Diagnostic> Members(Language language) => (json, diagnostic) =>
    {
        json.WriteString("code"u8, diagnostic.Code);
        json.WriteString("name"u8, diagnostic.Descriptor.Name);
        json.WriteString("severity"u8, diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "note",
        });
        json.WriteString("file"u8, diagnostic.Span.File);
        json.WriteNumber("line"u8, diagnostic.Span.Line);
        json.WriteNumber("column"u8, diagnostic.Span.Column);
        json.WriteNumber("length"u8, diagnostic.Span.Length);
        json.WriteString("message"u8, diagnostic.Message(language));
        if (diagnostic.Help is { } help)
            json.WriteString("help"u8, help.In(language));
    };
}
