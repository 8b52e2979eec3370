using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Scoring;
using Standards.Simulator.Playing;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Proving;

/// <summary>
/// Proves by playing that a scenario can be played without fault, that playing it badly fails, and that its actions break what they say
/// and nothing else. Not thread-safe.
/// </summary>
internal sealed class ScenarioProver
{
    private const string Case = "proof";
    private const int Budget = 3000;
    private const int MostSeeds = 8;
    private const int SeedsTried = 200;
    private const int MostMoves = 60;

    private readonly Scenario _scenario;
    private readonly PlaySetup _setup;
    private readonly Scorer _scorer;
    private readonly DiagnosticBag _diagnostics = new();

    /// <param name="scenario">The scenario.</param>
    /// <param name="judge">Its pack alone.</param>
    public ScenarioProver(Scenario scenario, RuleBook judge)
    {
        _scenario = scenario;
        _setup = new PlaySetup(scenario, judge, seed: 0, Case);
        _scorer = new Scorer(judge);
    }

    public ScenarioProof Prove()
    {
        CheckBeats();
        var flawless = ImmutableArray.CreateBuilder<ScenarioPath>();
        foreach (var seed in Seeds())
        {
            if (Flawless(_setup.With(seed)) is { } path)
                flawless.Add(path);
        }

        if (flawless.Count > 0)
        {
            CheckTraining(flawless);
            CheckActions(flawless);
        }

        var worst = Worst(_setup.With(Seeds().First()));
        if (worst.Score.IsPassed)
            Report(ScenarioDiagnostics.WorstPathPasses, _scenario.Span, _scenario.Id, Percent(worst.Score));
        return new ScenarioProof(flawless.ToImmutable(), worst, _diagnostics.ToSorted());
    }

    /// <summary>Seeds that draw differently, as many as there are, up to a few.</summary>
    private IEnumerable<ulong> Seeds()
    {
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        for (ulong seed = 1; seed <= SeedsTried && drawn.Count < MostSeeds; seed++)
        {
            var choice = new SeededChoice(seed);
            if (drawn.Add(string.Join(',', _scenario.Variables.Where(v => !v.Choices.IsEmpty).Select(v => choice.Next(v.Choices.Length)))))
                yield return seed;
        }
    }

    private void CheckBeats()
    {
        var shared = _scenario.Actions.SelectMany(a => a.Steps).Concat(_scenario.Happenings.SelectMany(h => h.Steps)).Select(s => s.Go).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var ways = _scenario.Beats.ToDictionary(b => b.Id, WaysOut, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { _scenario.Beats[0].Id };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var beat))
        {
            foreach (var next in ways[beat].Concat(_scenario.Beat(beat).Ending is null ? shared : []).Where(reached.Add))
                open.Enqueue(next);
        }

        foreach (var beat in _scenario.Beats)
        {
            if (!reached.Contains(beat.Id))
                Report(ScenarioDiagnostics.Unreachable, beat.Span, beat.Id);
            if (beat.Ending is null && ways[beat.Id].Count == 0 && shared.Count == 0)
                Report(ScenarioDiagnostics.DeadEnd, beat.Span, beat.Id);
        }
    }

    private static HashSet<string> WaysOut(Beat beat) =>
        beat.Actions.SelectMany(a => a.Steps).Concat(beat.Happenings.SelectMany(h => h.Steps)).Concat(beat.Enter).Select(s => s.Go).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The author's way where there is one that holds; else one that is searched.</summary>
    private ScenarioPath? Flawless(PlaySetup setup)
    {
        using var author = new Player(setup, []);
        if (new SolutionReader(setup).Play(author) is { } mistake)
        {
            _diagnostics.Add(mistake);
            return null;
        }

        var search = new FlawlessSearch(setup, Budget);
        var path = author.Play.IsEnded ? PathOf(author) : search.From(author.Lines) is { } found ? PathOf(setup, found) : null;
        if (path is { Score.Broken: 0 })
            return path;
        var broken = path is null ? search.LastBroken : path.Score.Norms.Where(n => n.Broken > 0).Select(n => n.Norm);
        var why = string.Join(", ", broken);
        Report(ScenarioDiagnostics.NoFlawlessPath, _scenario.Span, _scenario.Id, setup.Seed.ToString(CultureInfo.InvariantCulture), why);
        return null;
    }

    private ScenarioPath PathOf(PlaySetup setup, IReadOnlyList<string> lines)
    {
        using var player = new Player(setup, lines);
        player.Idle();
        return PathOf(player);
    }

    private ScenarioPath PathOf(Player player) => new(player.Setup.Seed, player.Lines, Score(player));

    private Scorecard Score(Player player) => _scorer.Score(player.Play.Verdicts(), _scenario.Scoring);

    private void CheckTraining(IEnumerable<ScenarioPath> flawless)
    {
        var kept = flawless.SelectMany(p => p.Score.Norms).Where(n => n.Kept > 0).Select(n => n.Norm).ToHashSet(StringComparer.Ordinal);
        foreach (var norm in _scenario.Trains.Where(n => !kept.Contains(n)))
            Report(ScenarioDiagnostics.NeverTrained, _scenario.Span, _scenario.Id, norm);
    }

    /// <summary>At each place of the flawless ways, does what else could be done there.</summary>
    private void CheckActions(IEnumerable<ScenarioPath> flawless)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        var promised = _scenario.AllActions.SelectMany(a => a.Breaks.Select(n => (Action: a, Norm: n))).ToHashSet();
        foreach (var path in flawless)
        {
            using var here = new Player(_setup.With(path.Seed), []);
            foreach (var line in path.Lines)
            {
                if (here.IsChoosing)
                    CheckActionsAt(here, tried, promised);
                here.Type(line);
            }
        }

        foreach (var (action, norm) in promised.Where(p => tried.Contains(p.Action.Id)))
            Report(ScenarioDiagnostics.NeverBreaks, action.Span, action.Id, norm);
    }

    private void CheckActionsAt(Player here, HashSet<string> tried, HashSet<(SceneAction Action, string Norm)> promised)
    {
        foreach (var action in here.Play.Available)
        {
            // Elsewhere the same action is tried again only while it has not broken what it says.
            if (!tried.Add(action.Id + "@" + here.Play.Beat.Id) && !promised.Any(p => ReferenceEquals(p.Action, action)))
                continue;
            tried.Add(action.Id);
            using var player = here.Fork();
            foreach (var judged in player.Take(new Move.Act(action, IsPoor: false)).Where(j => IsBreachBy(action, j)))
            {
                if (!action.Breaks.Contains(judged.Finding.Norm, StringComparer.Ordinal))
                    Report(ScenarioDiagnostics.Unintended, action.Span, action.Id, judged.Finding.Norm);
            }

            if (action.Breaks.IsEmpty)
                continue;
            player.Idle();
            promised.RemoveWhere(p => ReferenceEquals(p.Action, action) && player.Play.Broken.Contains(p.Norm));
        }
    }

    private static bool IsBreachBy(SceneAction action, PlayLine.Judged judged) =>
        judged.Finding is { Verdict: Verdict.Violated, Evidence: [.., var last] } && last.At == judged.Finding.At && string.Equals(last.Act, action.Act, StringComparison.Ordinal);

    /// <summary>The lowest score of a few ways to do badly.</summary>
    private ScenarioPath Worst(PlaySetup setup)
    {
        ScenarioPath[] ways = [Badly(setup, preferBreaches: true), Badly(setup, preferBreaches: false), PathOf(setup, [])];
        return ways.OrderBy(w => w.Score.Share is null).ThenBy(w => w.Score.IsPassed).ThenBy(w => w.Score.Share ?? 1).First();
    }

    /// <summary>Says and types what is poor; breaks on purpose where that is offered.</summary>
    private ScenarioPath Badly(PlaySetup setup, bool preferBreaches)
    {
        using var player = new Player(setup, []);
        for (var moves = 0; moves < MostMoves && !player.Play.IsEnded; moves++)
        {
            var open = player.Play.Available.Where(a => !player.Play.Did.Contains(a.Id, StringComparer.Ordinal)).ToList();
            var action = (preferBreaches ? open.Find(a => !a.Breaks.IsEmpty) : null) ?? open.Find(a => a.Speech is not null || !a.Asks.IsEmpty) ?? open.FirstOrDefault();
            player.Take(action is null ? new Move.Wait(setup.Scenario.Limit) : new Move.Act(action, IsPoor: true));
        }

        player.Idle();
        return new ScenarioPath(setup.Seed, player.Lines, Score(player));
    }

    private void Report(DiagnosticDescriptor descriptor, SourceSpan span, params ReadOnlySpan<string> arguments) => _diagnostics.Report(descriptor, span, arguments);

    private static string Percent(Scorecard score) => Wording.Noun.Percent(score.Share ?? 0);
}
