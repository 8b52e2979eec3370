using System.Collections.Frozen;
using Standards.Core;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Explanation;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Playing;

/// <summary>What is played, who judges it, and from what seed. Immutable.</summary>
internal sealed class PlaySetup
{
    private readonly FrozenDictionary<string, LocalizedText> _titles;
    private readonly FrozenSet<string> _processNorms;
    private readonly NormDescriber _describer;

    /// <param name="scenario">The scenario.</param>
    /// <param name="judge">The scenario's pack alone: what an audit with <c>--pack</c> judges by.</param>
    /// <param name="seed">What the scenario's variations are drawn from.</param>
    /// <param name="caseId">The id of the interaction.</param>
    public PlaySetup(Scenario scenario, RuleBook judge, ulong seed, string caseId)
    {
        Scenario = scenario;
        Judge = judge;
        Seed = seed;
        Case = caseId;
        _titles = judge.Bound.Norms.DistinctBy(n => n.Id, StringComparer.Ordinal).ToFrozenDictionary(n => n.Id, n => n.Title, StringComparer.Ordinal);
        _processNorms = judge.Bound.Norms.Where(n => n.Form is NormForm.OutOfOrder).Select(n => n.Id).ToFrozenSet(StringComparer.Ordinal);
        _describer = new NormDescriber(judge.Bound);
    }

    private PlaySetup(PlaySetup other, ulong seed)
    {
        (Scenario, Judge, Seed, Case) = (other.Scenario, other.Judge, seed, other.Case);
        (_titles, _processNorms, _describer) = (other._titles, other._processNorms, other._describer);
    }

    public Scenario Scenario { get; }

    public RuleBook Judge { get; }

    public ulong Seed { get; }

    public string Case { get; }

    /// <summary>What others need to know of a scenario, with the names that its first seed draws.</summary>
    public static ScenarioHead HeadOf(Scenario scenario, RuleBook book)
    {
        using var play = new Play(new PlaySetup(scenario, book, seed: 1, scenario.Id));
        return new ScenarioHead(scenario.Id, scenario.Pack, scenario.Title) { Scene = play.Fill(scenario.Scene), PassMark = scenario.Scoring.PassMark };
    }

    /// <summary>Whether the norm is that of a process, which is kept by every act that comes in its place.</summary>
    public bool IsProcessNorm(string norm) => _processNorms.Contains(norm);

    /// <summary>The same with another seed.</summary>
    public PlaySetup With(ulong seed) => new(this, seed);

    public LocalizedText RoleTitle(string role) => _describer.RoleTitle(role);

    public LocalizedText TitleOf(string norm) => _titles.GetValueOrDefault(norm) ?? new LocalizedText(norm, norm);
}
