using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Binding;

namespace Standards.Rules.Scoring;

/// <summary>Makes scorecards of verdicts. Immutable; thread-safe.</summary>
public sealed class Scorer
{
    private readonly FrozenDictionary<(string Pack, string Norm), (int Order, BoundNorm Norm)> _norms;
    private readonly FrozenDictionary<string, LocalizedText> _sectionTitles;

    /// <param name="book">The norms whose findings are scored.</param>
    public Scorer(RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var norms = book.Bound.Norms;
        _norms = norms.Select((norm, order) => (norm, order)).ToFrozenDictionary(n => (n.norm.Pack.Label, n.norm.Id), n => (n.order, n.norm));
        _sectionTitles = TitlesOf(book.Bound).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Scores one interaction.</summary>
    /// <param name="findings">Every verdict of the interaction, by norms of the book; a norm of another book is left out.</param>
    /// <param name="options">What they are worth.</param>
    public Scorecard Score(IEnumerable<ScoredFinding> findings, ScoringOptions options)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(options);
        var scores = findings
            .Where(f => f.Verdict != Verdict.NotApplicable || f.IsCorrected)
            .GroupBy(f => (f.Finding.Pack, f.Finding.Norm))
            .Where(g => _norms.ContainsKey(g.Key))
            .Select(g => (_norms[g.Key].Order, Section: SectionOf(_norms[g.Key].Norm), Score: ScoreOf(_norms[g.Key].Norm, g, options)))
            .OrderBy(s => s.Order);
        var sections = scores.GroupBy(s => s.Section, StringComparer.Ordinal)
            .Select(g => new SectionScore(g.Key, _sectionTitles.GetValueOrDefault(g.Key) ?? LocalizedText.Empty, [.. g.Select(s => s.Score)]));
        return new Scorecard([.. sections], options.PassMark);
    }

    /// <summary>Scores the evaluator's own verdicts.</summary>
    public Scorecard Score(IEnumerable<Finding> findings, ScoringOptions options) => Score(findings.Select(f => new ScoredFinding(f, f.Verdict)), options);

    /// <summary>The skill that a norm tries.</summary>
    internal static Skill SkillOf(BoundNorm norm) => norm.Form switch
    {
        NormForm.Say or NormForm.NeverSay => Skill.Wording,
        NormForm.Before or NormForm.Order or NormForm.OutOfOrder => Skill.Sequence,
        NormForm.Decide or NormForm.Tariff => Skill.Judgement,
        NormForm.Record => Skill.Records,
        NormForm.By or NormForm.During => Skill.Authority,
        NormForm.Require { Within: not null } or NormForm.Count { Within: not null } => Skill.Promptness,
        _ => Skill.Conduct,
    };

    /// <summary>The section of a norm: its first clause without that one's last part; the pack where it cites none.</summary>
    internal static string SectionOf(BoundNorm norm) => norm.Clauses.IsEmpty ? norm.Pack.Id.ToUpperInvariant() : SectionOf(norm.Clauses[0]);

    internal static string SectionOf(string clause) => clause.LastIndexOf('.') is > 0 and var end && clause.IndexOf('.', StringComparison.Ordinal) != end
        ? clause[..end]
        : clause;

    private static NormScore ScoreOf(BoundNorm norm, IEnumerable<ScoredFinding> findings, ScoringOptions options) => new()
    {
        Norm = norm.Id,
        Title = norm.Title,
        Clauses = norm.Clauses,
        Severity = norm.Severity,
        Skill = SkillOf(norm),
        Weight = norm.Scored ? options.Weights.GetValueOrDefault(norm.Severity, 1) * Factor(SectionOf(norm), options.Sections) : 0,
        Findings = [.. findings.OrderBy(f => f.Finding.At).ThenBy(f => f.Finding.Key, StringComparer.Ordinal)],
    };

    private static double Factor(string section, ImmutableDictionary<string, double> factors)
    {
        for (var id = section; ; id = id[..id.LastIndexOf('.')])
        {
            if (factors.TryGetValue(id, out var factor))
                return factor;
            if (!id.Contains('.', StringComparison.Ordinal))
                return 1;
        }
    }

    /// <summary>A section is called what its clauses' process is called; the pack's title stands in where there is none.</summary>
    private static Dictionary<string, LocalizedText> TitlesOf(BoundRules rules)
    {
        var titles = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        foreach (var pack in rules.Packs)
        {
            var processes = rules.Processes.Where(p => string.Equals(p.Pack, pack.Id, StringComparison.Ordinal))
                .GroupBy(p => p.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);
            foreach (var clause in pack.Clauses)
                titles.TryAdd(SectionOf(clause.Id), clause.Process is { } process && processes.TryGetValue(process, out var title) ? title : pack.Title);
            titles.TryAdd(pack.Id.ToUpperInvariant(), pack.Title);
        }

        return titles;
    }
}
