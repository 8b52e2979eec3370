using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Explanation;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>Clauses that a standard states in the same words. Immutable.</summary>
/// <param name="Ids">One, or several that sections repeat.</param>
/// <param name="Text">Empty where the pack has no catalogue.</param>
internal sealed record ClauseText(string Ids, LocalizedText Text);

/// <summary>Finds what a rule book says by the names that records carry. Immutable.</summary>
internal sealed class NormCatalog(RuleBook book)
{
    private readonly FrozenDictionary<(string Pack, string Norm), BoundNorm> _norms =
        book.Bound.Norms.DistinctBy(n => (n.Pack.Label, n.Id)).ToFrozenDictionary(n => (n.Pack.Label, n.Id));

    private readonly FrozenDictionary<(string Pack, string Clause), LocalizedText> _clauses =
        book.Bound.Packs.SelectMany(p => p.Clauses.Select(c => (p.Label, c.Id, c.Text))).DistinctBy(c => (c.Label, c.Id))
            .ToFrozenDictionary(c => (c.Label, c.Id), c => c.Text);

    public NormDescriber Describer { get; } = new(book.Bound);

    /// <summary>The norm that gave the verdict; null where the book does not hold that version of it.</summary>
    public BoundNorm? Find(Finding finding) => _norms.GetValueOrDefault((finding.Pack, finding.Norm));

    public ImmutableArray<ClauseText> Clauses(BoundNorm norm) =>
    [
        .. norm.Clauses.GroupBy(c => _clauses.GetValueOrDefault((norm.Pack.Label, c)) ?? LocalizedText.Empty)
            .Select(g => new ClauseText(string.Join(", ", g), g.Key)),
    ];

    /// <summary>The question that an observer answers to a norm; null for other norms.</summary>
    public LocalizedText? QuestionOf(string norm) =>
        book.Bound.Norms.Where(n => string.Equals(n.Id, norm, StringComparison.Ordinal)).Select(n => n.Form).OfType<NormForm.Observe>().FirstOrDefault()?.Question;

    public LocalizedText ActTitle(string act) => Describer.ActTitle(act);

    /// <summary>The zone of the attempt's first pack; of the book's first where that one is not loaded.</summary>
    public TimeZoneInfo ZoneOf(AttemptRecord attempt) =>
        (book.Bound.Packs.FirstOrDefault(p => attempt.Packs.Contains(p.Label, StringComparer.Ordinal)) ?? book.Bound.Packs.FirstOrDefault())?.Calendar.Zone
        ?? TimeZoneInfo.Utc;
}
