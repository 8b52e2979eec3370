using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Rules.Explanation.Traces;

/// <summary>Proposes scenes in which a norm is activated. Immutable; thread-safe.</summary>
internal sealed class TraceScenes(RuleBook book, BoundNorm norm)
{
    private const int MostPreludes = 4;
    private const int MostRoles = 5;
    private const int DaysAhead = 60;
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);
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
    private EventDraft? Keyed(EventDraft activation)
    {
        var draft = norm.Captures.Contains(NormScope.CapturedActor) && activation.Actor is null ? activation with { Actor = SampleValues.Other } : activation;
        foreach (var attribute in norm.Captures.Prepend(norm.Per).Where(a => a >= 0 && !activation.Data.ContainsKey(a)))
            draft = draft?.With(attribute, SampleValues.Ordinary(_rules.Vocabulary.Attributes[attribute], Start));

        // A deadline around a timestamp needs one to go by.
        foreach (var attribute in Appointments().Where(a => !activation.Data.ContainsKey(a)))
            draft = draft?.With(attribute, Value.Of(Start + Ahead));
        return draft;
    }

    private IEnumerable<int> Appointments()
    {
        var within = norm.Form switch
        {
            NormForm.Require f => f.Within,
            NormForm.Forbid f => f.Within,
            NormForm.Say f => f.Within,
            NormForm.NeverSay f => f.Within,
            NormForm.Record f => f.Within,
            NormForm.Count f => f.Within,
            _ => null,
        };
        return within is BoundDeadline.Time { Deadline: Deadline.RelativeTo relative }
            ? Enumerable.Range(0, _rules.Vocabulary.Attributes.Length).Where(i => string.Equals(_rules.Vocabulary.Attributes[i].Name, relative.Attribute, StringComparison.Ordinal))
            : [];
    }

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
        var (from, until) = (Later(pack.From, pack.Calendar.From), pack.Until < pack.Calendar.Until ? pack.Until.Value : pack.Calendar.Until);

        // Deadlines reach into the weeks after: the calendar should know them.
        var day = from <= Monday && Monday.AddDays(DaysAhead) <= until ? Monday : from;
        while (day < until && !(day.DayOfWeek == DayOfWeek.Monday && pack.Calendar.IsWorkingDay(day) is { HasValue: true, Value: true }))
            day = day.AddDays(1);
        return pack.Calendar.Clock.First(day.ToDateTime(Morning));
    }

    private static DateOnly Later(DateOnly? left, DateOnly right) => left > right ? left.Value : right;
}
