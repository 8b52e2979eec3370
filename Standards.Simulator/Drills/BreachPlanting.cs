using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules.Binding;

namespace Standards.Simulator.Drills;

/// <summary>An interaction with its verdicts. Immutable.</summary>
internal sealed record JudgedInteraction(ImmutableArray<string> Processes, ImmutableArray<InteractionEvent> Events, List<JudgedVerdict> Verdicts)
{
    /// <summary>Whether that norm, and no other, is broken.</summary>
    public bool BreaksOnly(string norm) => Verdicts.Exists(v => v.IsViolated)
        && Verdicts.TrueForAll(v => !v.IsViolated || string.Equals(v.Norm.Id, norm, StringComparison.Ordinal));

    public bool BreaksNothing => !Verdicts.Exists(v => v.IsViolated);
}

/// <summary>Plants one breach in an interaction that has none: an event is left out, or comes too late. Not thread-safe.</summary>
internal sealed class BreachPlanting(CaseJudge judge)
{
    private static readonly ImmutableArray<int> Seconds = [1, 5, 20, 45, 90];

    /// <summary>The interaction with a breach of the norm and of no other; null where neither change gives one.</summary>
    public JudgedInteraction? Plant(JudgedInteraction kept, BoundNorm norm, DrillRandom random)
    {
        var changes = random.Shuffled(Late(kept, norm, random).Concat(LeftOut(kept)));
        foreach (var change in changes)
        {
            var events = change();
            var changed = kept with { Events = events, Verdicts = judge.Judge(norm.Pack.Id, kept.Processes, events) };
            if (changed.BreaksOnly(norm.Id))
                return changed;
        }

        return null;
    }

    private static IEnumerable<Func<ImmutableArray<InteractionEvent>>> LeftOut(JudgedInteraction kept) => Enumerable.Range(0, kept.Events.Length)
        .Where(i => !DrillMaterial.IsFacts(kept.Events[i]))
        .Select(i => new Func<ImmutableArray<InteractionEvent>>(() => kept.Events.RemoveAt(i)));

    /// <summary>What kept the norm in time, and all that came after it, comes just after the time.</summary>
    private static IEnumerable<Func<ImmutableArray<InteractionEvent>>> Late(JudgedInteraction kept, BoundNorm norm, DrillRandom random)
    {
        foreach (var verdict in kept.Verdicts.Where(v => v.Verdict == Verdict.Satisfied && v.Decision > 0 && v.Due is not null && string.Equals(v.Norm.Id, norm.Id, StringComparison.Ordinal)))
        {
            var delay = (verdict.Due!.Value - kept.Events[verdict.Decision - 1].At) + TimeSpan.FromSeconds(random.Pick(Seconds));
            if (delay > TimeSpan.Zero)
                yield return () => Delayed(kept.Events, kept.Events[verdict.Decision - 1].At, verdict.Decision - 1, delay);
        }
    }

    private static ImmutableArray<InteractionEvent> Delayed(ImmutableArray<InteractionEvent> events, Instant from, int first, TimeSpan delay) =>
        [.. events.Select((e, i) => !DrillMaterial.IsFacts(e) && (e.At > from || (e.At == from && i >= first)) ? e with { At = e.At + delay } : e)];
}
