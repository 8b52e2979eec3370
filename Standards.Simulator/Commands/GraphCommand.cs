using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>graph PROCESS</c>: a state machine as Mermaid or DOT.</summary>
internal sealed class GraphCommand : CommandDefinition
{
    private static readonly ArgumentSpec Process = new("PROCESS", Texts.Graph.Process);

    public override string Name => "graph";

    public override LocalizedText Summary => Texts.Graph.Summary;

    public override ImmutableArray<string> Formats => ["mermaid", "dot"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Process];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards graph busy-desk", Texts.Graph.ExampleMermaid),
        new("standards graph busy-desk --format dot | dot -Tsvg -o busy-desk.svg", Texts.Graph.ExampleDot),
    ];

    public override int Run(Invocation invocation)
    {
        var (book, _) = invocation.LoadOrFail();
        var id = invocation.Arguments(Process)[0];
        var machines = book.Bound.Processes.Where(p => string.Equals(p.Id, id, StringComparison.Ordinal)).ToList();
        if (machines.Count == 0)
        {
            throw book.Bound.ProcessIds.Contains(id, StringComparer.Ordinal)
                ? new CommandFailure(Texts.Graph.NoMachine.With(id))
                : new CommandFailure(Texts.Graph.UnknownProcess.With(id), Suggestion.DidYouMean(id, book.Bound.Processes.Select(p => p.Id)));
        }

        var graph = new ProcessGraph(book.Bound, invocation.Language);
        foreach (var machine in machines)
            invocation.Output.Text.Write(invocation.IsFormat("dot") ? graph.Dot(machine) : graph.Mermaid(machine));
        return ExitStatus.Fine;
    }
}
