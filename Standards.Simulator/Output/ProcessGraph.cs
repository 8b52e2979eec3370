using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Rules.Binding;
using Standards.Rules.Explanation;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Output;

/// <summary>A state machine as Mermaid or DOT text, every name in it escaped. Immutable.</summary>
internal sealed class ProcessGraph(BoundRules rules, Language language)
{
    private readonly NormDescriber _describer = new(rules);

    /// <summary>A <c>stateDiagram-v2</c> of Mermaid.</summary>
    public string Mermaid(BoundProcess process)
    {
        var text = new StringBuilder();
        text.Append("---\ntitle: ").Append(Quoted(Title(process))).Append("\n---\nstateDiagram-v2\n");
        for (var i = 0; i < process.States.Length; i++)
            text.Append("  state \"").Append(MermaidText(StateTitle(process.States[i]))).Append("\" as ").Append(Id(i)).Append('\n');
        if (!process.Anywhere.IsEmpty)
            text.Append("  state \"").Append(MermaidText(Texts.Graph.Anywhere.In(language))).Append("\" as anywhere\n");
        text.Append("  [*] --> ").Append(Id(process.Initial)).Append('\n');
        foreach (var (from, to, label, _) in Edges(process))
            text.Append("  ").Append(from).Append(" --> ").Append(to).Append(" : ").Append(MermaidText(label)).Append('\n');
        for (var i = 0; i < process.States.Length; i++)
        {
            if (process.States[i].IsTerminal)
                text.Append("  ").Append(Id(i)).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    /// <summary>A <c>digraph</c> of the DOT language.</summary>
    public string Dot(BoundProcess process)
    {
        var text = new StringBuilder();
        text.Append("digraph ").Append(Quoted(process.Id)).Append(" {\n  label=").Append(Quoted(Title(process)))
            .Append(";\n  labelloc=t;\n  node [shape=box, style=rounded];\n  start [shape=point];\n");
        for (var i = 0; i < process.States.Length; i++)
        {
            var shape = process.States[i].IsTerminal ? ", peripheries=2" : "";
            text.Append("  ").Append(Id(i)).Append(" [label=").Append(Quoted(StateTitle(process.States[i]))).Append(shape).Append("];\n");
        }

        if (!process.Anywhere.IsEmpty)
            text.Append("  anywhere [label=").Append(Quoted(Texts.Graph.Anywhere.In(language))).Append(", style=\"rounded,dashed\"];\n");
        text.Append("  start -> ").Append(Id(process.Initial)).Append(";\n");
        foreach (var (from, to, label, isTimer) in Edges(process))
            text.Append("  ").Append(from).Append(" -> ").Append(to).Append(" [label=").Append(Quoted(label)).Append(isTimer ? ", style=dashed" : "").Append("];\n");
        return text.Append("}\n").ToString();
    }

    private IEnumerable<(string From, string To, string Label, bool IsTimer)> Edges(BoundProcess process)
    {
        for (var i = 0; i < process.States.Length; i++)
        {
            foreach (var transition in process.States[i].Transitions)
                yield return (Id(i), Id(transition.To), Label(transition), false);
            if (process.States[i].Timer is { } timer)
                yield return (Id(i), Id(timer.To), Label(timer), true);
        }

        foreach (var transition in process.Anywhere)
            yield return ("anywhere", Id(transition.To), Label(transition), false);
    }

    /// <summary>The acts with their guards in brackets, as UML writes them.</summary>
    private string Label(BoundTransition transition) => string.Join(
        language == Language.Zh ? " 或 " : " or ",
        transition.On.Alternatives.Select(a =>
        {
            var plain = _describer.Pattern(new BoundPattern([a with { Where = null }], a.Span)).In(language);
            return a.Where is { } where ? $"{plain} [{where.Text}]" : plain;
        }));

    private string Label(BoundTimer timer)
    {
        var lasting = timer.Lasting.Describe(language);
        return timer.Emit < 0
            ? Texts.Graph.After.With(lasting).In(language)
            : Texts.Graph.Emits.With(lasting, _describer.ActTitle(timer.Emit).In(language)).In(language);
    }

    private string Title(BoundProcess process) => $"{process.Title.In(language)} ({process.Pack})";

    private string StateTitle(BoundState state) => state.Title.In(language) is { Length: > 0 } title ? title : state.Id;

    private static string Id(int state) => "s" + state.ToString(CultureInfo.InvariantCulture);

    /// <summary>A quoted string, as YAML and DOT both read it.</summary>
    private static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ") + "\"";

    /// <summary>What Mermaid would take for syntax is written as a numbered character.</summary>
    private static string MermaidText(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (c is ':' or ';' or '#' or '"' or '<' or '>' or '{' or '}' or '%' or '\\' or '&')
                escaped.Append('#').Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
