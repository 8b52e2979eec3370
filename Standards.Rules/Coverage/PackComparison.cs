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
/// Holds packs against each other. Norms are about the same thing where some act activates both and some act keeps both; that the
/// conditions differ is for the reader to weigh. Immutable.
/// </summary>
internal sealed class PackComparison
{
    private readonly BoundRules _rules;
    private readonly NormDescriber _describer;

    public PackComparison(BoundRules rules)
    {
        _rules = rules;
        _describer = new NormDescriber(rules);
        Limits = Differences(LimitsOf);
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

    /// <summary>The clocks of the norms of a process, by pack; empty where only one pack sets any.</summary>
    public ImmutableArray<PackDemand> ClocksOf(int process)
    {
        var clocks = _rules.Norms.Where(n => n.Processes.Contains(process)).Select(n => (Norm: n, Within: WithinOf(n.Form))).Where(p => p.Within is not null)
            .Select(p => new PackDemand(p.Norm, Limit(p.Within!))).ToImmutableArray();
        return clocks.Select(c => c.Norm.Pack.Id).Distinct(StringComparer.Ordinal).Skip(1).Any() ? clocks : [];
    }

    private static BoundDeadline? WithinOf(NormForm form) => form switch
    {
        NormForm.Require f => f.Within,
        NormForm.Say f => f.Within,
        NormForm.Record f => f.Within,
        _ => null,
    };

    private ImmutableArray<PackDifference> Differences(Func<BoundNorm, (string Key, LocalizedText Subject, LocalizedText Asks)?> look) =>
        Differences(n => look(n) is { } found ? [found] : []);

    private ImmutableArray<PackDifference> Differences(Func<BoundNorm, IEnumerable<(string Key, LocalizedText Subject, LocalizedText Asks)>> look)
    {
        var found = _rules.Norms.SelectMany(look, (n, l) => (Norm: n, Look: l));
        return
        [
            .. found.GroupBy(p => p.Look.Key, StringComparer.Ordinal)
                .Where(g => g.Select(p => p.Norm.Pack.Id).Distinct(StringComparer.Ordinal).Skip(1).Any() && g.Select(p => p.Look.Asks).Distinct().Skip(1).Any())
                .Select(g => new PackDifference(g.First().Look.Subject, [.. g.Select(p => new PackDemand(p.Norm, p.Look.Asks))]))
                .OrderBy(d => d.Subject.En, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<(string Key, LocalizedText Subject, LocalizedText Asks)> LimitsOf(BoundNorm norm)
    {
        IEnumerable<int> answers = norm.Form switch
        {
            NormForm.Require f => f.Pattern.Alternatives.Select(a => a.Act),
            NormForm.Record f => [f.Form.Act],
            _ => [],
        };
        if (WithinOf(norm.Form) is not { } within || norm.On is not { } on)
            yield break;
        foreach (var begin in on.Alternatives.Select(a => a.Act).Distinct())
        {
            foreach (var answer in answers.Distinct())
                yield return ($"{begin}>{answer}>{(norm.Form as NormForm.Record)?.Form.Id}", Response(begin, answer, norm.Form), Limit(within));
        }
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

    private LocalizedText Response(int begin, int answer, NormForm form)
    {
        var (from, to) = (_describer.ActTitle(begin), form is NormForm.Record record ? record.Form.Title : _describer.ActTitle(answer));
        return new LocalizedText($"{from.Zh} → {to.Zh}", $"{from.En} → {to.En}");
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
