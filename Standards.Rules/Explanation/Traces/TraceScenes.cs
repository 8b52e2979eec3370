using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Rules.Explanation.Traces;

/// <summary>Proposes scenes in which a norm is activated. Immutable; thread-safe.</summary>
internal sealed class TraceScenes(RuleBook book, BoundNorm norm)
{
    private const int MostPreludes = 4;
    private const int MostRoles = 5;
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly TimeOnly Morning = new(9, 0);

    private readonly BoundRules _rules = book.Bound;

    /// <summary>A working morning on which the pack is in force.</summary>
    public Instant Start { get; } = StartOf(norm.Pack);

    public IEnumerable<TraceScene> All()
    {
        foreach (var circumstances in Circumstances())
        {
            var facts = circumstances.Data;
            var conditions = new ConditionSolver(_rules, facts, activation: null, Start);
            var patterns = new PatternSolver(_rules, conditions);
            var seed = circumstances with { Data = EventDraft.Empty.Data, Absent = [] };
            var activations = norm.On is null ? Firsts(patterns) : patterns.Matching(norm.On, seed);
            foreach (var activation in activations.SelectMany(a => Unexcepted(conditions, a)).Select(Keyed).OfType<EventDraft>().SelectMany(Roles))
            {
                foreach (var scene in Staged(facts, activation, patterns, conditions))
                    yield return scene;
            }
        }
    }

    /// <summary>What the norm's own conditions need, as facts; at least one, empty where they cannot be met on purpose.</summary>
    private IEnumerable<EventDraft> Circumstances()
    {
        var conditions = new ConditionSolver(_rules, EventDraft.Empty.Data, activation: null, Start);
        return norm.When.Aggregate((IEnumerable<EventDraft>)[EventDraft.Empty], (drafts, when) => drafts.SelectMany(d => conditions.Solve(when, wanted: true, d)));
    }

    private static IEnumerable<EventDraft> Firsts(PatternSolver patterns) => [patterns.Speech];

    private IEnumerable<EventDraft> Unexcepted(ConditionSolver conditions, EventDraft activation) =>
        norm.Unless.OfType<BoundException.That>()
            .Aggregate((IEnumerable<EventDraft>)[activation], (drafts, that) => drafts.SelectMany(d => conditions.Solve(that.Condition, wanted: false, d)));

    /// <summary>The activation with its key, and with what later conditions ask of it.</summary>
    private EventDraft? Keyed(EventDraft activation) => norm.Captures.Prepend(norm.Per).Where(a => a >= 0)
        .Aggregate((EventDraft?)activation, (draft, attribute) => draft is null || draft.Data.ContainsKey(attribute)
            ? draft
            : draft.With(attribute, SampleValues.Ordinary(_rules.Vocabulary.Attributes[attribute], Start)));

    /// <summary>An exception by role may leave open whether it holds where nobody says who acted.</summary>
    private IEnumerable<EventDraft> Roles(EventDraft activation) => activation.Role is not null
        ? [activation]
        : _rules.Vocabulary.Roles.OrderByDescending(r => r.Cases.Length).Take(MostRoles).Select(r => activation with { Role = r.Name }).Prepend(activation);

    private IEnumerable<TraceScene> Staged(ImmutableSortedDictionary<int, Value> facts, EventDraft activation, PatternSolver patterns, ConditionSolver conditions)
    {
        var processes = norm.Processes.Take(1).Concat(activation.States.Keys).Distinct().ToImmutableArray();
        foreach (var path in Preludes(activation.States, new ProcessPaths(patterns, conditions)).Take(MostPreludes))
        {
            var before = path.Select((d, i) => new TraceStep(d, Start + TimeSpan.FromMinutes(i)));
            yield return new TraceScene(facts, processes, [.. before], activation, Start + TimeSpan.FromMinutes(path.Length));
        }
    }

    /// <summary>Events that bring each process from its beginning to the state asked for.</summary>
    private IEnumerable<ImmutableArray<EventDraft>> Preludes(ImmutableSortedDictionary<int, string> states, ProcessPaths paths)
    {
        IEnumerable<ImmutableArray<EventDraft>> preludes = [[]];
        foreach (var (index, state) in states)
        {
            var ways = _rules.Processes.Where(p => p.Index == index)
                .SelectMany(p => paths.Between(p, p.Initial, s => string.Equals(s.Id, state, StringComparison.Ordinal)).Take(MostPreludes)).ToList();
            preludes = preludes.SelectMany(prelude => ways.Select(way => prelude.AddRange(way)));
        }

        return preludes;
    }

    private static Instant StartOf(BoundPack pack)
    {
        var day = pack.Until < Monday ? pack.Until.Value : pack.From > Monday ? pack.From.Value : Monday;
        return pack.Calendar.Clock.First(day.ToDateTime(Morning));
    }
}
