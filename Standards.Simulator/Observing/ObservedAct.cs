using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Simulator.Observing;

/// <summary>What an observer answers to a checklist item.</summary>
internal enum Seen
{
    /// <summary>It was seen.</summary>
    Yes = 0,

    /// <summary>It was looked for and did not happen.</summary>
    No,

    /// <summary>The observer could not see it: the item stays unknown.</summary>
    NotSeen,
}

/// <summary>An act as an observer ticked it, with what was corrected since. Immutable.</summary>
/// <param name="Number">Its number in the observation, from 1, in the order of entry; never given twice.</param>
/// <param name="At">When it happened, which may be before it was entered.</param>
/// <param name="Act">Its act.</param>
internal sealed record ObservedAct(int Number, Instant At, string Act)
{
    public const string ItemAttribute = "item";
    public const string SeenAttribute = "seen";

    /// <summary>The act by which an observer answers a checklist item.</summary>
    public const string ChecklistTicked = "checklist.ticked";

    /// <summary>The role in which it was done; null where nobody said.</summary>
    public string? Role { get; init; }

    /// <summary>The words spoken; null for none.</summary>
    public string? Say { get; init; }

    public ImmutableSortedDictionary<string, Value> Data { get; init; } = NoData;

    /// <summary>Whether it was struck out: it counts for nothing, and can be brought back.</summary>
    public bool IsStruck { get; init; }

    public static ImmutableSortedDictionary<string, Value> NoData { get; } = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    /// <summary>The id of the checklist item that it answers; null for any other act.</summary>
    public string? Item =>
        string.Equals(Act, ChecklistTicked, StringComparison.Ordinal) && Data.TryGetValue(ItemAttribute, out var item) ? item.ToString() : null;

    public bool IsFacts => string.Equals(Act, InteractionEvent.CaseFacts, StringComparison.Ordinal);

    /// <summary>The act as an event of the interaction.</summary>
    public InteractionEvent ToEvent(string caseId) => new(caseId, At, Act) { Role = Role, Say = Say, Data = Data.ToFrozenDictionary(StringComparer.Ordinal) };

    /// <summary>The data of an answer to a checklist item.</summary>
    public static ImmutableSortedDictionary<string, Value> Answer(BoundNorm item, Seen seen) =>
        NoData.Add(ItemAttribute, Value.Of(item.Id)).Add(SeenAttribute, Value.Of(Name(seen)));

    /// <summary>The answer as a log holds it.</summary>
    public static string Name(Seen seen) => seen switch
    {
        Seen.Yes => "yes",
        Seen.No => "no",
        _ => "not-seen",
    };
}
