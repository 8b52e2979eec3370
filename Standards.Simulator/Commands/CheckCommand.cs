using System.Collections.Immutable;
using System.Text.Json;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Coverage;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>check [DIR]</c>: every mistake of the packs, with positions.</summary>
internal sealed class CheckCommand : CommandDefinition
{
    private static readonly ArgumentSpec Directory = new("DIR", Texts.Directory, IsRequired: false);
    private static readonly OptionSpec Strict = new("--strict", null, Texts.Check.Strict);

    public override string Name => "check";

    public override LocalizedText Summary => Texts.Check.Summary;

    public override ImmutableArray<string> Formats => ["text", "jsonl"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Directory];

    public override ImmutableArray<OptionSpec> Options => [Strict];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards check rules", Texts.Check.ExampleHere),
        new("standards check rules --strict", Texts.Check.ExampleStrict),
        new("standards check rules --format jsonl", Texts.Check.ExampleJson),
    ];

    public override int Run(Invocation invocation)
    {
        var load = invocation.Load(invocation.RulesDirectory(invocation.Arguments(Directory).FirstOrDefault()), cases: true);
        var diagnostics = All(load);
        if (invocation.IsFormat("jsonl"))
            WriteJson(invocation, diagnostics);
        else
            WriteText(invocation, load, diagnostics);
        var worst = invocation.Has(Strict) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        return diagnostics.Any(d => d.Severity >= worst) ? ExitStatus.Bad : ExitStatus.Fine;
    }

    private static ImmutableArray<Diagnostic> All(RuleBookLoad load)
    {
        if (load.RuleBook is not { } book)
            return load.Diagnostics;
        var bag = new DiagnosticBag();
        foreach (var diagnostic in load.Diagnostics.Concat(CoverageReport.Of(book).Diagnostics()))
            bag.Add(diagnostic);
        return bag.ToSorted();
    }

    private static void WriteText(Invocation invocation, RuleBookLoad load, ImmutableArray<Diagnostic> diagnostics)
    {
        var page = invocation.NewPage().Block(invocation.Renderer(load, invocation.Ink.IsOn).Render(diagnostics)).Gap();
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
                Texts.Nouns.Packs.Times(book.Bound.Packs.Length), Texts.Nouns.Norms.Times(book.Bound.Norms.Length), Texts.Nouns.Cases.Times(book.Cases.Length))) + invocation.In(Texts.Colon)
            : "";
        page.Paragraph(counts + verdict, paint: errors > 0 ? page.Ink.Bad : warnings > 0 ? page.Ink.Doubtful : page.Ink.Good);
        invocation.Output.Text.Write(page.ToString());
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
