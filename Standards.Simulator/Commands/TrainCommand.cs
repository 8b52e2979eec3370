using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Diagnostics;
using Standards.Rules.Scoring;
using Standards.Simulator.Consoles;
using Standards.Simulator.Output;
using Standards.Simulator.Playing;
using Standards.Simulator.Records;
using Standards.Simulator.Scenarios;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>train [SCENARIO]</c>: lists the scenarios, or plays one.</summary>
internal sealed class TrainCommand : CommandDefinition
{
    private static readonly ArgumentSpec Wanted = new("SCENARIO", Texts.Train.Scenario, IsRequired: false);
    private static readonly OptionSpec Script = new("--script", "FILE", Texts.Train.Script);
    private static readonly OptionSpec Seed = new("--seed", "N", Texts.Train.Seed);
    private static readonly OptionSpec Speed = new("--speed", "N", Texts.Train.Speed);
    private static readonly OptionSpec Mode = new("--mode", "coach|exam", Texts.Train.Mode);
    private static readonly OptionSpec Trainee = new("--trainee", "NAME", Texts.Train.Trainee);

    public override string Name => "train";

    public override LocalizedText Summary => Texts.Train.Summary;

    public override ImmutableArray<string> Formats => ["text"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Wanted];

    public override ImmutableArray<OptionSpec> Options => [Script, Seed, Speed, Mode, Trainee];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards train", Texts.Train.ExampleList),
        new("standards train lf.busy-desk-serving", Texts.Train.ExamplePlay),
        new("standards train lf.busy-desk-serving --mode exam --speed 2", Texts.Train.ExampleExam),
        new("standards train lf.busy-desk-serving --script answers.txt --seed 1", Texts.Train.ExampleScript),
    ];

    public override int Run(Invocation invocation)
    {
        var directory = invocation.RulesDirectory();
        var (book, _) = invocation.LoadOrFail();
        if (invocation.Arguments(Wanted).FirstOrDefault() is not { } id)
            return List(invocation, directory, book);
        var library = ScenarioLibrary.Load(directory, book, id);
        var scenario = library.Find(id) ?? throw Unknown(invocation, library, directory, book, id);
        var setup = new PlaySetup(scenario, book.Bound.Packs.Length == 1 ? book : book.Alone(scenario.Pack), SeedOf(invocation), "attempt");
        var mode = invocation.OneOf(Mode, ["coach", "exam"]) is "exam" ? PlayMode.Exam : PlayMode.Coach;
        var text = new PlayText(invocation.Language, invocation.Terminal.Width, invocation.Ink, book.Compiled.Zone, mode);
        using var controller = new PlayController(setup, mode);
        using var input = invocation.Value(Script) is { } file ? File.OpenText(file) : new StreamReader(invocation.Input, Encoding.UTF8);
        var reader = new PlainLineReader(input, invocation.Output.Text);
        reader.Write(text.Of(controller.Begin()));
        new TrainDialogue(controller, reader, text, null).Run(invocation.Cancellation);
        var card = new Scorer(setup.Judge).Score(controller.Play.Verdicts(), scenario.Scoring);
        foreach (var norm in card.Norms.Where(n => n.Broken > 0))
            reader.Write($"  {norm.Norm} {string.Join(",", norm.Clauses)} -{norm.Lost}\n");
        reader.Write(string.Create(CultureInfo.InvariantCulture, $"{card.Earned}/{card.Possible} {(card.IsPassed ? "passed" : "failed")} unknown {card.Unknown} pending {card.Pending}\n"));
        return card.IsPassed ? ExitStatus.Fine : ExitStatus.Violated;
    }

    private static ulong SeedOf(Invocation invocation)
    {
        if (invocation.Value(Seed) is not { } text)
            return (ulong)invocation.Time.GetUtcNow().UtcTicks % 1_000_000;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : throw new CommandFailure(Texts.Train.BadSeed.With(text), null);
    }

    private static CommandFailure Unknown(Invocation invocation, ScenarioLibrary library, string directory, RuleBook book, string id)
    {
        if (library.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            invocation.Error.Write(new DiagnosticRenderer(library.Sources.Find, RenderOptions.Default with { Language = invocation.Language }).Render(library.Diagnostics));
            return new CommandFailure(Texts.Train.BadScenario.With(id), null);
        }

        return new CommandFailure(
            Texts.Train.UnknownScenario.With(id),
            Suggestion.DidYouMean(id, ScenarioLibrary.Load(directory, book).Scenarios.Select(s => s.Id)) ?? Texts.Train.ListScenarios);
    }

    private static int List(Invocation invocation, string directory, RuleBook book)
    {
        var library = ScenarioLibrary.Load(directory, book);
        foreach (var scenario in library.Scenarios)
            invocation.Output.Text.Write($"{scenario.Id} {invocation.In(scenario.Title)}\n");
        return ExitStatus.Fine;
    }
}
