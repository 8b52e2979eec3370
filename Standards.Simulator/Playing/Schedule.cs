using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Values;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Playing;

/// <summary>
/// When things happen by themselves. A happening is due when its condition has held for its time; it is put off when the
/// condition ceases to hold, and begins anew. Not thread-safe.
/// </summary>
internal sealed class Schedule(PlayVariables variables)
{
    private readonly List<Entry> _entries = [];

    private sealed class Entry(Happening happening, bool isOfBeat)
    {
        public Happening Happening => happening;

        public bool IsOfBeat => isOfBeat;

        public Instant? Due { get; set; }

        public int Fired { get; set; }
    }

    /// <summary>Takes up happenings, which may begin to hold now.</summary>
    public void Add(ImmutableArray<Happening> happenings, bool isOfBeat) => _entries.AddRange(happenings.Select(h => new Entry(h, isOfBeat)));

    /// <summary>A beat has ended, and its happenings with it.</summary>
    public void DropBeat() => _entries.RemoveAll(e => e.IsOfBeat);

    /// <summary>Something changed: conditions may have begun or ceased to hold.</summary>
    public void Review(Instant now)
    {
        foreach (var entry in _entries)
        {
            if (entry.Fired >= entry.Happening.Times || !variables.Holds(entry.Happening.When))
                entry.Due = null;
            else
                entry.Due ??= now + (entry.Fired > 0 ? entry.Happening.Every!.Value : After(entry.Happening));
        }
    }

    /// <summary>When the next thing happens; null for never.</summary>
    public Instant? Next => _entries.Min(e => e.Due);

    /// <summary>Takes the next thing off the schedule; of several at one instant the first as written.</summary>
    public Happening Take()
    {
        var entry = _entries.Where(e => e.Due is not null).MinBy(e => e.Due!.Value.Ticks)!;
        entry.Fired++;
        entry.Due = entry.Happening.Every is { } every && entry.Fired < entry.Happening.Times ? entry.Due!.Value + every : null;
        return entry.Happening;
    }

    private TimeSpan After(Happening happening)
    {
        var after = variables.Evaluate(happening.After);
        return after.Kind == ValueKind.Duration && after.AsDuration > TimeSpan.Zero ? after.AsDuration : TimeSpan.Zero;
    }
}
