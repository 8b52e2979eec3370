using System.Diagnostics;
using System.Globalization;
using Standards.Core;
using Standards.Rules;
using Standards.Simulator.Output;
using Standards.Simulator.Playing;
using Standards.Simulator.Proving;
using Standards.Simulator.Records;
using Standards.Simulator.Scenarios;

namespace Standards.Bench.Commands;

/// <summary>
/// <c>train</c>: how long a trainee waits, from the line typed to the next prompt, with all packs loaded: every scenario is played to its
/// ends, flawlessly and badly, and each line is timed: what it does, what of it is told, the choices and the prompt.
/// </summary>
internal static class TrainCommand
{
    private const int Width = 100;

    public static int Run(ReadOnlySpan<string> words)
    {
        var line = new BenchCommandLine(words, ["--rounds"], []);
        var directory = line.File is { } named && Directory.Exists(named) ? named : throw new UsageException("name the rules directory");
        var rounds = line.Number("--rounds", 5, least: 1);
        var book = RuleBook.Load(directory).RuleBook ?? throw new InvalidOperationException("the rules have mistakes");
        var library = ScenarioLibrary.Load(directory, book);
        var plays = new List<(PlaySetup Setup, IReadOnlyList<string> Lines)>();
        foreach (var scenario in library.Scenarios)
        {
            // The judge is what all packs together would be for this scenario: nothing that is loaded is left out.
            var proof = new ScenarioProver(scenario, book.Alone(scenario.Pack)).Prove();
            foreach (var path in proof.Flawless.Take(1).Append(proof.Worst!))
                plays.Add((new PlaySetup(scenario, book, path.Seed, "attempt"), path.Lines));
        }

        // The first round warms the program up; a trainee's first line is what it measures.
        var first = Round(plays);
        var times = Enumerable.Range(0, rounds).SelectMany(_ => Round(plays)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{library.Scenarios.Length} scenarios, {plays.Count} plays, {times.Count / rounds} lines, {rounds} rounds"));
        Show("first round", first);
        Show("warm", times);
        return 0;
    }

    private static List<double> Round(List<(PlaySetup Setup, IReadOnlyList<string> Lines)> plays)
    {
        var times = new List<double>();
        foreach (var (setup, lines) in plays)
        {
            using var controller = new PlayController(setup, PlayMode.Coach);
            var text = new PlayText(Language.Zh, Width, new Ink(isOn: true), setup.Judge.Compiled.Zone, PlayMode.Coach);
            controller.Begin();
            foreach (var line in lines)
            {
                var began = Stopwatch.GetTimestamp();
                var shown = text.Of(controller.Accept(line));
                if (controller.Prompt is PlayPrompt.Choose choose)
                    shown += text.Choices(choose, controller.Play);
                shown += text.Prompt(controller.Prompt, controller.Play);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (shown.Length == 0)
                    throw new InvalidOperationException("nothing was shown");
            }
        }

        return times;
    }

    private static void Show(string what, List<double> times)
    {
        times.Sort();
        double At(double share) => times[Math.Min(times.Count - 1, (int)(times.Count * share))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {At(0.5):0.000} ms, 99th percentile {At(0.99):0.000} ms, slowest {times[^1]:0.000} ms"));
    }
}
