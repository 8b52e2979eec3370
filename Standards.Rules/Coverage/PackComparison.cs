using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Binding;
using Standards.Rules.Explanation;

namespace Standards.Rules.Coverage;

/// <summary>What two packs ask about the same thing in different ways.</summary>
/// <param name="Subject">The thing: after which acts, which act.</param>
/// <param name="Demands">What each norm asks, in the order of packs.</param>
internal sealed record PackDifference(LocalizedText Subject, ImmutableArray<PackDemand> Demands);

/// <param name="Norm">The norm that asks.</param>
/// <param name="Asks">What: a limit, a role, an amount.</param>
internal sealed record PackDemand(BoundNorm Norm, LocalizedText Asks);

/// <summary>
/// Holds packs against each other. Norms are about the same thing where the same acts activate them and the same acts keep them; that
/// the conditions differ is for the reader to weigh. Immutable.
/// </summary>
internal sealed class PackComparison
{
    private readonly BoundRules _rules;
    private readonly NormDescriber _describer;

    public PackComparison(BoundRules rules)
    {
        _rules = rules;
        _describer = new NormDescriber(rules);
        Limits = Differences(LimitOf);
        Roles = Differences(RolesOf);
        Amounts = Differences(AmountOf);
        Derivations = Differences(TableOf);
        Opposites = [.. Contradictions()];
    }

    /// <summary>Different clocks for the same response.</summary>
    public ImmutableArray<PackDifference> Limits { get; }

    /// <summary>Different people for the same act.</summary>
    public ImmutableArray<PackDifference> Roles { get; }

    /// <summary>Different tariffs for the same act.</summary>
    public ImmutableArray<PackDifference> Amounts { get; }

    /// <summary>Different decision tables for the same value.</summary>
    public ImmutableArray<PackDifference> Derivations { get; }

    /// <summary>What one pack asks for after an act and another forbids after it.</summary>
    public ImmutableArray<PackDifference> Opposites { get; }

    private ImmutableArray<PackDifference> Differences(Func<BoundNorm, (string Key, LocalizedText Subject, LocalizedText Asks)?> look)
    {
        var found = _rules.Norms.Select(n => (Norm: n, Look: look(n))).Where(p => p.Look is not null).Select(p => (p.Norm, Look: p.Look!.Value));
        return
        [
            .. found.GroupBy(p => p.Look.Key, StringComparer.Ordinal)
                .Where(g => g.Select(p => p.Norm.Pack.Id).Distinct(StringComparer.Ordinal).Skip(1).Any() && g.Select(p => p.Look.Asks).Distinct().Skip(1).Any())
                .Select(g => new PackDifference(g.First().Look.Subject, [.. g.Select(p => new PackDemand(p.Norm, p.Look.Asks))]))
                .OrderBy(d => d.Subject.En, StringComparer.Ordinal),
        ];
    }

    private (string Key, LocalizedText Subject, LocalizedText Asks)? LimitOf(BoundNorm norm)
    {
        var (answer, within) = norm.Form switch
        {
            NormForm.Require f => (Acts(f.Pattern), f.Within),
            NormForm.Record f => ([f.Form.Id], f.Within),
            _ => (ImmutableArray<string>.Empty, (BoundDeadline?)null),
        };
        if (within is null || norm.On is null)
            return null;
        var on = Acts(norm.On);
        return ($"{string.Join('|', on)}>{string.Join('|', answer)}", Response(norm.On, norm.Form), Limit(within));
    }

    private (string Key, LocalizedText Subject, LocalizedText Asks)? RolesOf(BoundNorm norm) => norm is { On: { } on, Form: NormForm.By }
        ? (string.Join('|', Tests(on)), _describer.Pattern(on), _describer.Expectation(norm))
        : null;

    private (string Key, LocalizedText Subject, LocalizedText Asks)? AmountOf(BoundNorm norm) => norm is { On: { } on, Form: NormForm.Tariff f }
        ? (string.Join('|', Tests(on)), _describer.Pattern(on), new LocalizedText(f.Derived.Text, f.Derived.Text))
        : null;

    private (string Key, LocalizedText Subject, LocalizedText Asks)? TableOf(BoundNorm norm) => norm is { On: { } on, Form: NormForm.Decide f }
        ? ($"{string.Join('|', Acts(on))}>{f.Recorded}", _describer.AttributeTitle(_rules.Vocabulary.Attributes[f.Recorded].Name), f.Decision.Title)
        : null;

    private IEnumerable<PackDifference> Contradictions()
    {
        foreach (var forbids in _rules.Norms)
        {
            if (forbids.Form is not NormForm.Forbid { Pattern: var pattern })
                continue;
            var tests = Tests(pattern);
            var asks = _rules.Norms.Where(n => !string.Equals(n.Pack.Id, forbids.Pack.Id, StringComparison.Ordinal)
                && n.Form is NormForm.Require f && Tests(f.Pattern).Intersect(tests, StringComparer.Ordinal).Any()
                && Meet(n.Processes, forbids.Processes) && Meet(ActsOf(n.On), ActsOf(forbids.On)));
            foreach (var norm in asks)
                yield return new PackDifference(_describer.Pattern(pattern), [new PackDemand(norm, _describer.Expectation(norm)), new PackDemand(forbids, _describer.Expectation(forbids))]);
        }
    }

    private LocalizedText Response(BoundPattern on, NormForm form)
    {
        var answer = form switch
        {
            NormForm.Require f => Titles(f.Pattern),
            NormForm.Record f => f.Form.Title,
            _ => LocalizedText.Empty,
        };
        var begin = Titles(on);
        return new LocalizedText($"{begin.Zh} → {answer.Zh}", $"{begin.En} → {answer.En}");
    }

    private LocalizedText Titles(BoundPattern pattern)
    {
        var titles = pattern.Alternatives.Select(a => _describer.ActTitle(a.Act)).Distinct().ToList();
        return new LocalizedText(string.Join("或", titles.Select(t => t.Zh)), string.Join(" or ", titles.Select(t => t.En)));
    }

    private static LocalizedText Limit(BoundDeadline within) => within switch
    {
        BoundDeadline.Time { Deadline: var deadline } => new LocalizedText(deadline.Describe(Language.Zh), deadline.Describe(Language.En)),
        BoundDeadline.Units { Limit: var limit, Unit: var unit } => new LocalizedText($"{limit} {unit.Title.Zh}", $"{limit} × {unit.Title.En}"),
        _ => LocalizedText.Empty,
    };

    private ImmutableArray<string> Acts(BoundPattern pattern) =>
        [.. pattern.Alternatives.Select(a => a.Act < 0 ? "any" : _rules.Vocabulary.Acts[a.Act].Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The alternatives with their conditions: two patterns with the same ones match the same events.</summary>
    private static ImmutableArray<string> Tests(BoundPattern pattern) =>
        [.. pattern.Alternatives.Select(a => $"{a.Act} {a.Where?.Text}").Order(StringComparer.Ordinal)];

    private static ImmutableArray<int> ActsOf(BoundPattern? pattern) => pattern is null ? [] : [.. pattern.Alternatives.Select(a => a.Act)];

    /// <summary>An empty set stands for everything.</summary>
    private static bool Meet(ImmutableArray<int> one, ImmutableArray<int> other) => one.IsEmpty || other.IsEmpty || one.Intersect(other).Any();
}
