using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>scenario new PROCESS</c>: begins a scenario.</summary>
internal sealed class ScenarioCommand : CommandDefinition
{
    private static readonly ArgumentSpec Verb = new("new", Texts.Scenario.New);
    private static readonly ArgumentSpec Process = new("PROCESS", Texts.Scenario.Process);
    private static readonly OptionSpec Id = new("--id", "ID", Texts.Scenario.Id);
    private static readonly OptionSpec From = new("--from", "CASE", Texts.Scenario.From);

    public override string Name => "scenario";

    public override LocalizedText Summary => Texts.Scenario.Summary;

    public override ImmutableArray<string> Formats => ["text"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Verb, Process];

    public override ImmutableArray<OptionSpec> Options => [Id, From];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards scenario new busy-desk --pack lf --output rules/lf/scenarios/busy-desk-new.yaml", Texts.Scenario.ExampleNew),
    ];

    public override int Run(Invocation invocation)
    {
        if (invocation.Arguments(Verb)[0] is not "new" and var verb)
            throw new CommandFailure(Texts.Usage.BadValue.With("scenario", verb), Texts.Usage.Possible.With("`new`"));
        var process = invocation.Arguments(Process)[0];
        var (loaded, _) = invocation.LoadOrFail(cases: true);
        if (!loaded.Bound.ProcessIds.Contains(process, StringComparer.Ordinal))
            throw new CommandFailure(Texts.Graph.UnknownProcess.With(process), Suggestion.DidYouMean(process, loaded.Bound.ProcessIds));
        foreach (var pack in loaded.Bound.Packs.Select(p => p.Id).Distinct(StringComparer.Ordinal))
        {
            var book = loaded.Bound.Packs.Length == 1 ? loaded : loaded.AloneWithCases(pack);
            var source = invocation.Value(From) is { } wanted
                ? book.Cases.FirstOrDefault(c => string.Equals(c.Id, wanted, StringComparison.Ordinal))
                : ScenarioDraft.SourceOf(book, process);
            if (source is null)
                continue;
            invocation.Output.Text.Write(ScenarioDraft.Of(book, source, process, invocation.Value(Id) ?? $"{pack}.{process}-new"));
            return ExitStatus.Fine;
        }

        throw new CommandFailure(
            invocation.Value(From) is { } missing ? Texts.Scenario.NoSuchCase.With(missing) : Texts.Scenario.NoCase.With(process), Texts.Scenario.NameCase);
    }
}
