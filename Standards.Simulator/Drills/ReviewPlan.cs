using System.Collections.Immutable;

namespace Standards.Simulator.Drills;

/// <summary>In which order items are asked. Pure.</summary>
internal static class ReviewPlan
{
    /// <summary>
    /// What is due first, the longest overdue before the others; then what is new, the gravest of each kind in turn, easy before hard; then what
    /// is not due yet, the next before the others.
    /// </summary>
    public static IEnumerable<DrillItem> Order(
        IReadOnlyCollection<DeckEntry> entries, ImmutableDictionary<DrillItem, ReviewState> states, DateOnly today, DrillRandom random)
    {
        var known = random.Shuffled(entries.Where(e => states.ContainsKey(e.Item)))
            .OrderBy(e => states[e.Item].DueOn).ThenByDescending(e => e.Severity).ToList();
        var fresh = random.Shuffled(entries.Where(e => !states.ContainsKey(e.Item))).OrderByDescending(e => e.Severity).ThenBy(e => e.Difficulty);
        return known.Where(e => states[e.Item].DueOn <= today).Concat(InTurn(fresh)).Concat(known.Where(e => states[e.Item].DueOn > today)).Select(e => e.Item);
    }

    /// <summary>The kinds in turn, the items of each in random order: for somebody of whom nothing is known.</summary>
    public static IEnumerable<DrillItem> Random(IReadOnlyCollection<DeckEntry> entries, DrillRandom random) => InTurn(random.Shuffled(entries)).Select(e => e.Item);

    private static IEnumerable<DeckEntry> InTurn(IEnumerable<DeckEntry> entries) =>
        entries.GroupBy(e => e.Item.Kind).OrderBy(g => g.Key).SelectMany(g => g.Select((entry, turn) => (entry, turn))).OrderBy(e => e.turn).Select(e => e.entry);
}
