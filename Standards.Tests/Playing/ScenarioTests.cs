using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Standards.Audit;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Scoring;
using Standards.Simulator.Playing;
using Standards.Simulator.Proving;
using Standards.Simulator.Records;
using Standards.Simulator.Scenarios;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Playing;

/// <summary>The scenarios of the six packs.</summary>
public sealed class ScenarioTests
{
    private static readonly string Rules = GoldenFile.RepositoryPath("rules");
    private static readonly Lazy<RuleBook> Book = new(() => RuleBook.Load(Rules).RuleBook!);
    private static readonly Lazy<ScenarioLibrary> Library = new(() => ScenarioLibrary.Load(Rules, Book.Value));
    private static readonly Dictionary<string, RuleBook> Judges = new(StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. Library.Value.Scenarios.Select(s => s.Id)];

    /// <summary>A scenario with its pack as judge.</summary>
    internal static PlaySetup Setup(string id, ulong seed = 1)
    {
        var scenario = Library.Value.Find(id)!;
        lock (Judges)
        {
            if (!Judges.TryGetValue(scenario.Pack, out var judge))
                Judges.Add(scenario.Pack, judge = Book.Value.Alone(scenario.Pack));
            return new PlaySetup(scenario, judge, seed, "attempt");
        }
    }

    [Fact]
    public void There_are_thirty_scenarios_over_six_packs_rising_in_difficulty()
    {
        Assert.Empty(Library.Value.Diagnostics);
        var scenarios = Library.Value.Scenarios;
        Assert.True(scenarios.Length >= 30, $"{scenarios.Length} scenarios");
        Assert.Equal(["kf", "lf", "lh", "qc", "qq", "wy"], scenarios.Select(s => s.Pack).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal([1, 2, 3, 4, 5], scenarios.Select(s => s.Difficulty).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_scenario_can_be_played_without_fault_and_playing_it_badly_fails(string id)
    {
        var setup = Setup(id);
        var proof = new ScenarioProver(setup.Scenario, setup.Judge).Prove();
        Assert.Empty(proof.Diagnostics.Select(d => $"{d.Code} {d.Message(Language.En)}"));
        Assert.NotEmpty(proof.Flawless);
        Assert.All(proof.Flawless, p => Assert.True(p.Score is { Broken: 0, IsPassed: true }));
        Assert.NotNull(proof.Worst!.Score.Share);
        Assert.False(proof.Worst.Score.IsPassed);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_audit_of_an_exported_attempt_gives_its_verdicts_and_its_score(string id)
    {
        var setup = Setup(id);
        var proof = new ScenarioProver(setup.Scenario, setup.Judge).Prove();
        var book = RuleBook.Load(Rules, new RuleBookOptions { Packs = [setup.Scenario.Pack] }).RuleBook!;
        var quotas = book.Bound.Norms.Where(n => n.Form is NormForm.Quota).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var path in proof.Flawless.TakeLast(1).Append(proof.Worst!))
        {
            using var controller = new PlayController(Setup(id, path.Seed), PlayMode.Exam);
            controller.Resume(path.Lines, hints: 0);
            var attempt = AttemptBuilder.Of(controller, "trainee", profile: null, Language.Zh, setup.Scenario.Start, setup.Scenario.Start);
            using var log = new MemoryStream();
            AttemptLog.Write(log, attempt, TimeZoneInfo.Utc);
            var audited = new Auditor(book, AuditOptions.Default with { AsOf = attempt.Clock, Complete = true, All = true })
                .Run([new LogInput.Opened("attempt.jsonl", () => new MemoryStream(log.ToArray()))]);
            Assert.False(audited.IsIncomplete);

            // Quotas are about many interactions: only an audit states them.
            var findings = audited.Findings.Where(f => !quotas.Contains(f.Norm)).ToList();
            Assert.Equal(attempt.Findings.Select(Text).Order(StringComparer.Ordinal), findings.Select(Text).Order(StringComparer.Ordinal));
            var card = new Scorer(book).Score(findings, attempt.Scoring);
            Assert.Equal((path.Score.Earned, path.Score.Possible, path.Score.IsPassed), (card.Earned, card.Possible, card.IsPassed));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_sequence_of_inputs_crashes_a_scenario_or_turns_its_clock_back_and_it_can_always_be_finished(string id)
    {
        var scenario = Library.Value.Find(id)!;
        var speech = scenario.AllActions.Where(a => a.Speech is not null).SelectMany(a => new[] { a.Speech!.Model.Zh, a.Speech.Poor });
        string[] lines =
        [
            .. scenario.AllActions.Select(a => a.Id), .. speech, "1", "2", "3", "4", "5", "6", "7", ":wait", ":wait 30s", ":wait 5 min", ":wait 1 d", ":back", ":status",
            "", "3", "42", "一", "\u0000", "😀", "：帮助", ":tick 3 s", ":tick -1 s", ":", "2026-03-02T09:00:00+08:00", "true", new string('长', 3000),
        ];
        var property = Prop.ForAll(
            Gen.Elements(lines).ListOf().Select(l => l.Take(60).ToArray()).Zip(Gen.Choose(1, 1000)).ToArbitrary(),
            input => Check(Setup(id, (ulong)input.Item2), input.Item1));
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(15).WithReplay(20260302, 7919), property);
    }

    /// <summary>Plays the lines, then waits to the end; plays what was recorded again, and gets the same.</summary>
    private static void Check(PlaySetup setup, IEnumerable<string> lines)
    {
        using var controller = new PlayController(setup, PlayMode.Coach);
        controller.Begin();
        var (clock, count) = (controller.Play.Clock, 0);
        foreach (var line in lines)
        {
            controller.Accept(line);
            var isBack = controller.Inputs.Length < count;
            Assert.True(isBack || line == ":back" || controller.Play.Clock >= clock, line);
            (clock, count) = (controller.Play.Clock, controller.Inputs.Length);
        }

        for (var i = 0; i < 2000 && controller.Prompt is not PlayPrompt.Over; i++)
            controller.Accept(controller.Prompt is PlayPrompt.Choose ? ":wait 30 d" : "");
        Assert.True(controller.Play.IsEnded);
        Assert.Equal(controller.Play.Events.OrderBy(e => e.At), controller.Play.Events);
        using var again = new PlayController(setup, PlayMode.Exam);
        again.Begin();
        foreach (var line in controller.Inputs)
            again.Accept(line);
        Assert.Equal(Outcome(controller.Play), Outcome(again.Play));
    }

    private static IEnumerable<string> Outcome(Play play) =>
        [.. play.Events.Select(e => $"{e.At} {e.Act} {e.Role} {e.Say}"), .. play.Verdicts().Select(Text), play.Clock.ToString()];

    private static string Text(Finding finding) => $"{finding.At} {finding.Norm} {finding.Key} {finding.Verdict}";
}
