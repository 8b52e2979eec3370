using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Consoles;
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
    private static readonly OptionSpec Mode = new("--mode", "MODE", Texts.Train.Mode);
    private static readonly OptionSpec Trainee = new("--trainee", "NAME", Texts.Train.Trainee);
    private static readonly OptionSpec Resume = new("--resume", "ATTEMPT", Texts.Train.Resume);
    private static readonly OptionSpec Html = new("--html", "FILE", Texts.Train.Html);
    private static readonly OptionSpec Xapi = new("--xapi", "FILE", Texts.Train.Xapi);

    /// <summary>Scripts play alike every time, also where nobody says from which seed.</summary>
    private const ulong SeedOfScripts = 1;

    public override string Name => "train";

    public override LocalizedText Summary => Texts.Train.Summary;

    public override ImmutableArray<string> Formats => ["text", "jsonl"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Wanted];

    public override ImmutableArray<OptionSpec> Options => [Mode, Seed, Speed, Script, Trainee, Resume, Html, Xapi, StoreOption.Spec];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards train", Texts.Train.ExampleList),
        new("standards train lf.busy-desk-serving", Texts.Train.ExamplePlay),
        new("standards train lf.busy-desk-serving --mode exam --speed 2", Texts.Train.ExampleExam),
        new("standards train lf.busy-desk-serving --script answers.txt --seed 1", Texts.Train.ExampleScript),
    ];

    public override int Run(Invocation invocation)
    {
        var options = OptionsOf(invocation);
        var directory = invocation.RulesDirectory();
        if (invocation.Value(Resume) is { } attempt)
            return Continue(invocation, directory, attempt, options);
        if (invocation.Arguments(Wanted).FirstOrDefault() is { } id)
            return Play(invocation, directory, id, options);
        return new ScenarioCatalog(invocation, directory).Choose(options.Trainee) is { } chosen ? Play(invocation, directory, chosen, options) : ExitStatus.Fine;
    }

    private static TrainOptions OptionsOf(Invocation invocation) => new()
    {
        Mode = invocation.OneOf(Mode, ["coach", "exam"]) is "exam" ? PlayMode.Exam : PlayMode.Coach,
        Seed = SeedOf(invocation),
        Speed = SpeedOf(invocation),
        Trainee = TraineeOf(invocation),
        Script = invocation.Value(Script),
        IsKept = !IsScripted(invocation) || invocation.Has(StoreOption.Spec),
        Html = invocation.Value(Html),
        Xapi = invocation.Value(Xapi),
    };

    private static string TraineeOf(Invocation invocation)
    {
        var name = invocation.Value(Trainee)?.Trim() ?? Environment.UserName;
        return name.Length > 0 && !name.Any(char.IsControl) ? name : throw new CommandFailure(Texts.Train.BadTrainee, Texts.Train.NameTrainee);
    }

    /// <summary>Whether the lines were written beforehand: in a file, or in what comes through a pipe.</summary>
    private static bool IsScripted(Invocation invocation) => invocation.Value(Script) is not null || !invocation.Terminal.IsInteractive;

    private static int Play(Invocation invocation, string directory, string id, TrainOptions options)
    {
        var (scenario, judge) = Find(invocation, directory, id);
        using var store = options.IsKept ? StoreOption.Open(invocation) : null;
        var attempt = store?.NextId(TimeZoneInfo.ConvertTime(invocation.Time.GetUtcNow(), judge.Compiled.Zone), id) ?? "attempt";
        using var training = new Training(invocation, options, store, new PlaySetup(scenario, judge, options.Seed, attempt));
        return training.Run(earlier: null);
    }

    private static int Continue(Invocation invocation, string directory, string id, TrainOptions options)
    {
        using var store = StoreOption.OpenExisting(invocation);
        var attempt = store.Find(id) is { Kind: AttemptKind.Scenario, IsFinished: false } found
            ? found
            : throw new CommandFailure(Texts.Train.NothingToResume.With(id), Suggestion.DidYouMean(id, store.List(AttemptQuery.All with { Kind = AttemptKind.Scenario, IsFinished = false }).Select(a => a.Id)) ?? Texts.Train.ListAttempts);
        var (scenario, judge) = Find(invocation, directory, attempt.Subject);
        var packs = judge.Bound.Packs.Select(p => p.Label).ToList();
        if (!packs.SequenceEqual(attempt.Packs, StringComparer.Ordinal) || !string.Equals(invocation.Profile, attempt.Profile, StringComparison.Ordinal))
        {
            throw new CommandFailure(
                Texts.Train.OtherPacks.With(id, Label(attempt.Packs, attempt.Profile), Label(packs, invocation.Profile)),
                attempt.Profile is { } profile ? Texts.Train.NameProfile.With(profile) : Texts.Train.PlayAnew);
        }

        var again = options with { Mode = attempt.Mode, Seed = attempt.Seed, Trainee = attempt.Trainee, IsKept = true };
        using var training = new Training(invocation, again, store, new PlaySetup(scenario, judge, attempt.Seed, attempt.Id));
        return training.Run(attempt);
    }

    private static string Label(IEnumerable<string> packs, string? profile) => string.Join(", ", packs) + (profile is null ? "" : $" (--profile {profile})");

    /// <summary>The scenario, and its pack alone as its judge.</summary>
    private static (Scenario Scenario, RuleBook Judge) Find(Invocation invocation, string directory, string id)
    {
        var prefix = id.Split('.')[0];

        // Of all packs only the scenario's is read, unless it cannot be found there.
        if (invocation.Load(directory, cases: false, prefix).RuleBook is { } own && own.Bound.Packs.Any(p => string.Equals(p.Id, prefix, StringComparison.Ordinal))
            && ScenarioLibrary.Load(directory, own, id).Find(id) is { } scenario)
            return (scenario, own.Bound.Packs.All(p => string.Equals(p.Id, prefix, StringComparison.Ordinal)) ? own : own.Alone(prefix));
        var (book, load) = invocation.LoadOrFail();
        var library = ScenarioLibrary.Load(directory, book);
        var mistakes = library.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && d.Span.File.Contains("/" + prefix, StringComparison.Ordinal)).ToImmutableArray();
        if (mistakes.IsEmpty || library.Scenarios.Any(s => string.Equals(s.Id, id, StringComparison.Ordinal)))
            throw new CommandFailure(Texts.Train.UnknownScenario.With(id), Suggestion.DidYouMean(id, library.Scenarios.Select(s => s.Id)) ?? Texts.Train.ListScenarios);
        invocation.Error.Write(invocation.Renderer(path => load.Sources.Find(path) ?? library.Sources.Find(path), invocation.Terminal.ErrorInColor).Render(mistakes));
        throw new CommandFailure(Texts.Train.BadScenario.With(id));
    }

    private static ulong SeedOf(Invocation invocation)
    {
        if (invocation.Value(Seed) is { } text)
            return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : throw new CommandFailure(Texts.Train.BadSeed.With(text));
        const ulong ShortSeeds = 1_000_000;
        return !IsScripted(invocation) ? (ulong)(invocation.Time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMillisecond) % ShortSeeds : SeedOfScripts;
    }

    private static double? SpeedOf(Invocation invocation)
    {
        if (invocation.Value(Speed) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is >= 0.1 and <= 100
            ? speed
            : throw new CommandFailure(Texts.Train.BadSpeed.With(text));
    }
}
