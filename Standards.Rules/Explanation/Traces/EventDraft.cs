using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Rules.Explanation.Traces;

/// <summary>An event as conditions have shaped it so far. Immutable.</summary>
internal sealed record EventDraft
{
    public static readonly EventDraft Empty = new();

    /// <summary>Index of the act; <see cref="BoundAlternative.AnyAct"/> where it does not matter.</summary>
    public int Act { get; init; } = BoundAlternative.AnyAct;

    public string? Role { get; init; }

    public string? Actor { get; init; }

    public string? Say { get; init; }

    /// <summary>Attributes by index.</summary>
    public ImmutableSortedDictionary<int, Value> Data { get; init; } = ImmutableSortedDictionary<int, Value>.Empty;

    /// <summary>Attributes that must stay away, by index.</summary>
    public ImmutableHashSet<int> Absent { get; init; } = [];

    /// <summary>The state that a process, by index, must be in when the event comes.</summary>
    public ImmutableSortedDictionary<int, string> States { get; init; } = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>The draft with an attribute; null where that contradicts what is set.</summary>
    public EventDraft? With(int attribute, Value value)
    {
        if (Absent.Contains(attribute) || value.IsMissing)
            return null;
        if (Data.TryGetValue(attribute, out var set))
            return set == value ? this : null;
        return this with { Data = Data.Add(attribute, value) };
    }

    /// <summary>The draft without an attribute; null where it is set.</summary>
    public EventDraft? Without(int attribute) => Data.ContainsKey(attribute) ? null : this with { Absent = Absent.Add(attribute) };

    /// <summary>The draft with a process in a state; null where another is asked for.</summary>
    public EventDraft? InState(int process, string state)
    {
        if (States.TryGetValue(process, out var set))
            return string.Equals(set, state, StringComparison.Ordinal) ? this : null;
        return this with { States = States.Add(process, state) };
    }

    public EventDraft? SpokenBy(string role) =>
        Role is null ? this with { Role = role } : string.Equals(Role, role, StringComparison.Ordinal) ? this : null;

    public EventDraft? Saying(string words) =>
        Say is null ? this with { Say = words } : string.Equals(Say, words, StringComparison.Ordinal) ? this : null;
}
