using System.Collections.Immutable;
using Standards.Rules;
using Standards.Simulator.Playing;
using Standards.Simulator.Records;
using Standards.Simulator.Scenarios;
using Standards.Tests.Documentation;

namespace Standards.Tests.Playing;

/// <summary>Small scenarios around a few lines.</summary>
internal static class PlaySample
{
    private const string Norms = """
        # file: demo/processes/example.yaml
        processes:
        - id: demo
          title: {zh: 示例流程, en: Example process}
        # file: demo/norms/example.yaml
        process: demo
        severity: major
        phrases:
        - {id: demo.hello, text: 您好请坐, tolerance: 1}
        norms:
        - id: demo.serve
          clause: D.1
          title: {zh: 三分钟内接待, en: Serve within three minutes}
          on: visitor.arrived
          require: visitor.served
          within: 3 min
        - id: demo.greet
          clause: D.1
          title: {zh: 打招呼, en: Greet}
          on: visitor.arrived
          say: demo.hello
          speaker: staff
          within: 1 min
        # file: demo/scenarios/example.yaml
        id: demo.example
        title: {zh: 示例, en: Example}
        process: demo
        difficulty: 1
        minutes: 2
        role: front-desk
        scene: {zh: 你在前台。, en: You are at the front desk.}

        """;

    /// <summary>A scenario of these lines after its head, ready to be played.</summary>
    public static PlaySetup Setup(string lines, ulong seed = 1) => RulesSample.Load(Norms.ReplaceLineEndings("\n") + lines.ReplaceLineEndings("\n"), (directory, load) =>
    {
        var book = load.RuleBook ?? throw new InvalidOperationException(string.Join('\n', load.Diagnostics.Select(d => d.Message(Core.Language.En))));
        var library = ScenarioLibrary.Load(directory, book);
        return library.Scenarios is [var scenario]
            ? new PlaySetup(scenario, book, seed, "play")
            : throw new InvalidOperationException(string.Join('\n', library.Diagnostics.Select(d => $"{d.Span} {d.Code} {d.Message(Core.Language.En)}")));
    });

    /// <summary>Plays lines and returns the controller with everything that was told.</summary>
    public static (PlayController Controller, ImmutableArray<PlayLine> Told) Played(PlaySetup setup, PlayMode mode, params string[] lines)
    {
        var controller = new PlayController(setup, mode);
        var told = controller.Begin().ToBuilder();
        foreach (var line in lines)
            told.AddRange(controller.Accept(line));
        return (controller, told.ToImmutable());
    }

    public static (PlayController Controller, ImmutableArray<PlayLine> Told) Played(string scenario, params string[] lines) => Played(Setup(scenario), PlayMode.Coach, lines);

    /// <summary>What was seen, said and done, with the seconds since the beginning.</summary>
    public static IEnumerable<string> Texts(PlayController controller, IEnumerable<PlayLine> told) => told.Select(line => line switch
    {
        PlayLine.Tells tells => tells.Text.En,
        PlayLine.Says says => $"{says.Who.En}: {says.Words.En}",
        PlayLine.Did did => $"did {did.Title.En}" + (did.Words is null ? "" : $" <{did.Words}>"),
        PlayLine.MoodChanged mood => $"mood {mood.Who.En} {mood.From} -> {mood.To}",
        PlayLine.Warned warned => "warned " + warned.Obligation.Norm,
        PlayLine.Judged judged => $"{judged.Finding.Verdict} {judged.Finding.Norm}",
        PlayLine.Ended ended => "end: " + ended.Text.En,
        PlayLine.Refused => "refused",
        _ => null,
    } is { } text ? $"{(line.At - controller.Play.Scenario.Start).TotalSeconds:0.#} {text}" : null).OfType<string>();
}
