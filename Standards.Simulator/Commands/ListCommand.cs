using System.Collections.Immutable;
using System.Text.Json;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Explanation;
using Standards.Simulator.Output;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>list norms|processes|clauses|acts|scenarios</c>: what there is.</summary>
internal sealed class ListCommand : CommandDefinition
{
    private static readonly ArgumentSpec What = new("WHAT", Texts.List.What);
    private static readonly string[] Kinds = ["norms", "processes", "clauses", "acts", "scenarios"];

    public override string Name => "list";

    public override LocalizedText Summary => Texts.List.Summary;

    public override ImmutableArray<string> Formats => ["text", "jsonl"];

    public override ImmutableArray<ArgumentSpec> Arguments => [What];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards list norms --pack lf", Texts.List.ExampleNorms),
        new("standards list acts --format jsonl", Texts.List.ExampleActs),
    ];

    public override int Run(Invocation invocation)
    {
        var what = invocation.Arguments(What)[0];
        if (!Kinds.Contains(what, StringComparer.Ordinal))
        {
            throw new CommandFailure(
                Texts.Usage.BadValue.With("WHAT", what),
                Rules.Diagnostics.Suggestion.DidYouMean(what, Kinds) ?? Texts.Usage.Possible.With(string.Join(", ", Kinds.Select(k => $"`{k}`"))));
        }

        var (book, _) = invocation.LoadOrFail();
        switch (what)
        {
            case "norms":
                Norms(invocation, book);
                break;
            case "processes":
                Processes(invocation, book);
                break;
            case "clauses":
                Clauses(invocation, book);
                break;
            case "acts":
                Acts(invocation, book);
                break;
            default:
                Scenarios(invocation, book);
                break;
        }

        return ExitStatus.Fine;
    }

    private static void Norms(Invocation invocation, RuleBook book) => Write(
        invocation,
        [.. book.Bound.Norms.Where(n => n.IsJudged)],
        table => table.Column(invocation.In(Texts.List.Id), isWhole: true).Column(invocation.In(Texts.List.Form), isWhole: true)
            .Column(invocation.In(Texts.List.Severity), isWhole: true).Column(invocation.In(Texts.List.Title)),
        (table, n) => table.Row(n.Id, FormNames.Of(n.Form), invocation.In(Texts.Of(n.Severity)), invocation.In(n.Title)),
        (json, n) =>
        {
            json.WriteString("norm"u8, n.Id);
            json.WriteString("pack"u8, n.Pack.Label);
            json.WriteString("form"u8, FormNames.Of(n.Form));
            json.WriteString("severity"u8, VerdictNames.Of(n.Severity));
            JsonLines.WriteText(json, "title", n.Title);
            JsonLines.WriteList(json, "clauses", n.Clauses);
            json.WriteString("file"u8, n.Span.File);
            json.WriteNumber("line"u8, n.Span.Line);
        });

    private static void Processes(Invocation invocation, RuleBook book) => Write(
        invocation,
        book.Bound.Processes,
        table => table.Column(invocation.In(Texts.List.Id), isWhole: true).Column(invocation.In(Texts.List.Pack), isWhole: true)
            .Column(invocation.In(Texts.List.Title)).Column(invocation.In(Texts.List.States)),
        (table, p) => table.Row(p.Id, p.Pack, invocation.In(p.Title), string.Join(", ", p.States.Select(s => s.Id))),
        (json, p) =>
        {
            json.WriteString("process"u8, p.Id);
            json.WriteString("pack"u8, p.Pack);
            JsonLines.WriteText(json, "title", p.Title);
            JsonLines.WriteList(json, "states", p.States.Select(s => s.Id));
        });

    private static void Clauses(Invocation invocation, RuleBook book) => Write(
        invocation,
        book.Bound.Packs.SelectMany(p => p.Clauses.Select(c => (Pack: p, Clause: c))),
        table => table.Column(invocation.In(Texts.List.Id), isWhole: true).Column(invocation.In(Texts.List.Kind), isWhole: true)
            .Column(invocation.In(Texts.List.Check), isWhole: true).Column(invocation.In(Texts.List.Text)),
        (table, c) => table.Row(c.Clause.Id, c.Clause.Kind, c.Clause.Check, invocation.In(c.Clause.Text)),
        (json, c) =>
        {
            json.WriteString("clause"u8, c.Clause.Id);
            json.WriteString("pack"u8, c.Pack.Label);
            json.WriteString("kind"u8, c.Clause.Kind);
            json.WriteString("check"u8, c.Clause.Check);
            JsonLines.WriteText(json, "text", c.Clause.Text);
        });

    private static void Acts(Invocation invocation, RuleBook book) => Write(
        invocation,
        book.Bound.Vocabulary.Acts,
        table => table.Column(invocation.In(Texts.List.Name), isWhole: true).Column(invocation.In(Texts.List.Title)).Column(invocation.In(Texts.List.Means)),
        (table, a) => table.Row(a.Name, invocation.In(a.Title), invocation.In(a.Means)),
        (json, a) =>
        {
            json.WriteString("act"u8, a.Name);
            JsonLines.WriteText(json, "title", a.Title);
            JsonLines.WriteText(json, "means", a.Means);
            JsonLines.WriteList(json, "data", a.Data.Select(i => book.Bound.Vocabulary.Attributes[i].Name));
        });

    private static void Scenarios(Invocation invocation, RuleBook book) => Write(
        invocation,
        ScenarioLibrary.Load(invocation.RulesDirectory(), book).Scenarios,
        table => table.Column(invocation.In(Texts.List.Id), isWhole: true).Column(invocation.In(Texts.List.Pack), isWhole: true).Column(invocation.In(Texts.List.Title)),
        (table, s) => table.Row(s.Id, s.Pack, invocation.In(s.Title)),
        (json, s) =>
        {
            json.WriteString("scenario"u8, s.Id);
            json.WriteString("pack"u8, s.Pack);
            JsonLines.WriteText(json, "title", s.Title);
        });

    private static void Write<T>(Invocation invocation, IEnumerable<T> items, Action<TextTable> columns, Action<TextTable, T> row, Action<Utf8JsonWriter, T> members)
    {
        if (invocation.IsFormat("jsonl"))
        {
            using var lines = new JsonLines(invocation.Output.Bytes);
            foreach (var item in items)
                lines.Write(item, members);
            return;
        }

        var all = items.ToList();
        if (all.Count == 0)
        {
            invocation.Output.Text.Write(invocation.In(Texts.List.Nothing) + "\n");
            return;
        }

        var table = invocation.NewTable();
        columns(table);
        foreach (var item in all)
            row(table, item);
        invocation.Output.Text.Write(table.Render());
    }
}
