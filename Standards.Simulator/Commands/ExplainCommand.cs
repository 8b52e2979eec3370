using System.Collections.Immutable;
using System.Text.Json;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Diagnostics;
using Standards.Rules.Explanation;
using Standards.Rules.Explanation.Traces;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>explain NORM</c>: a norm in words, with an interaction that keeps it and one that breaks it.</summary>
internal sealed class ExplainCommand : CommandDefinition
{
    private static readonly ArgumentSpec Norm = new("NORM", Texts.Explain.Norm);

    public override string Name => "explain";

    public override LocalizedText Summary => Texts.Explain.Summary;

    public override ImmutableArray<string> Formats => ["text", "jsonl"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Norm];

    public override ImmutableArray<Example> Examples => [new("standards explain lf.busy-desk.hand-over", Texts.Explain.ExampleOne)];

    public override int Run(Invocation invocation)
    {
        var id = invocation.Arguments(Norm)[0];
        var (book, explanation) = Explain(invocation, id, cases: false);

        // Few norms need the packs' cases for an example, and most of the time of loading goes into those.
        if (explanation.LacksExample)
            (book, explanation) = Explain(invocation, id, cases: true);
        if (invocation.IsFormat("jsonl"))
            WriteJson(invocation, explanation);
        else
            invocation.Output.Text.Write(new ExplanationText(invocation, book).Of(explanation));
        return ExitStatus.Fine;
    }

    private static (RuleBook Book, NormExplanation Explanation) Explain(Invocation invocation, string id, bool cases)
    {
        var (book, load) = invocation.LoadOrFail(cases: cases);

        // Of several versions the last is the one in force, or about to be.
        var norm = book.Bound.Norms.LastOrDefault(n => string.Equals(n.Id, id, StringComparison.Ordinal))
            ?? throw new CommandFailure(Texts.Explain.UnknownNorm.With(id), Suggestion.DidYouMean(id, book.NormIds) ?? Texts.Explain.ListNorms);
        return (book, NormExplanation.Of(book, norm, load.Sources));
    }

    private static void WriteJson(Invocation invocation, NormExplanation explanation)
    {
        using var lines = new JsonLines(invocation.Output.Bytes);
        lines.Write(explanation, (json, e) =>
        {
            var instants = new InstantText(e.Norm.Pack.Calendar.Zone);
            json.WriteString("norm"u8, e.Norm.Id);
            JsonLines.WriteText(json, "title", e.Norm.Title);
            json.WriteString("form"u8, FormNames.Of(e.Norm.Form));
            json.WriteString("severity"u8, VerdictNames.Of(e.Norm.Severity));
            json.WriteString("pack"u8, e.Norm.Pack.Label);
            json.WriteString("file"u8, e.Norm.Span.File);
            json.WriteNumber("line"u8, e.Norm.Span.Line);
            JsonLines.WriteList(json, "clauses", e.Norm.Clauses);
            json.WriteStartArray("reading"u8);
            foreach (var line in e.Reading)
            {
                json.WriteStartObject();
                json.WriteString("about"u8, line.About.In(invocation.Language));
                json.WriteString("text"u8, line.Text.In(invocation.Language));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("settings"u8);
            foreach (var setting in e.Settings)
                json.WriteString(setting.Name, setting.Text);
            json.WriteEndObject();
            Trace(json, "kept", e.Kept, instants);
            Trace(json, "broken", e.Broken, instants);
        });
    }

    /// <summary>The events of a trace in the form of a log.</summary>
    private static void Trace(Utf8JsonWriter json, string name, GeneratedTrace? trace, InstantText instants)
    {
        if (trace is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in trace.Events)
        {
            json.WriteStartObject();
            EventJson.Members(json, item, item == trace.Events[0] && !trace.Processes.IsEmpty ? trace.Processes[0] : null, instants);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
