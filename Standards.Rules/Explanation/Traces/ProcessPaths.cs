using System.Collections.Immutable;
using Standards.Rules.Binding;

namespace Standards.Rules.Explanation.Traces;

/// <summary>Ways through a state machine. Immutable; thread-safe.</summary>
internal sealed class ProcessPaths(PatternSolver patterns, ConditionSolver conditions)
{
    private const int Longest = 12;

    /// <summary>Events that lead from one state to another, without coming through a state twice: the shortest ways first.</summary>
    public IEnumerable<ImmutableArray<EventDraft>> Between(BoundProcess process, int from, Func<BoundState, bool> isGoal)
    {
        var open = new Queue<(int State, ImmutableArray<EventDraft> Path, ImmutableHashSet<int> Seen)>();
        open.Enqueue((from, [], [from]));
        while (open.TryDequeue(out var at))
        {
            if (isGoal(process.States[at.State]))
                yield return at.Path;
            if (at.Path.Length == Longest)
                continue;
            foreach (var (draft, to) in Steps(process, at.State).Where(s => !at.Seen.Contains(s.To)))
                open.Enqueue((to, at.Path.Add(draft), at.Seen.Add(to)));
        }
    }

    /// <summary>Acts of the process that have no transition from the state.</summary>
    public static IEnumerable<int> NotAllowed(BoundProcess process, int state) => process.Alphabet.Except(
        Transitions(process, process.States[state]).SelectMany(t => t.On.Alternatives).Select(a => a.Act));

    private IEnumerable<(EventDraft Draft, int To)> Steps(BoundProcess process, int state)
    {
        var earlier = new List<BoundAlternative>();
        foreach (var transition in Transitions(process, process.States[state]))
        {
            foreach (var alternative in transition.On.Alternatives)
            {
                // Of several transitions the first whose guard holds is taken: the guards before this one must fail.
                var drafts = earlier.Where(e => e.Act == alternative.Act)
                    .Aggregate(patterns.Matching(alternative, EventDraft.Empty), (found, e) => found.SelectMany(d => Failing(e, d)));
                if (drafts.FirstOrDefault() is { } draft)
                    yield return (draft, transition.To);
                earlier.Add(alternative);
            }
        }
    }

    private IEnumerable<EventDraft> Failing(BoundAlternative alternative, EventDraft draft)
    {
        if (alternative.Where is { } where)
            return conditions.Solve(where, wanted: false, draft);
        return patterns.OutsideOf(alternative).Select(draft.SpokenBy).OfType<EventDraft>();
    }

    private static IEnumerable<BoundTransition> Transitions(BoundProcess process, BoundState state) =>
        state.IsTerminal ? state.Transitions : state.Transitions.Concat(process.Anywhere);
}
