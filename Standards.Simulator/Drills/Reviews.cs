using System.Collections.Immutable;
using Standards.Core;

namespace Standards.Simulator.Drills;

/// <summary>One trainee's reviews during a drill. Not thread-safe.</summary>
internal sealed class Reviews
{
    private readonly ReviewStore _store;
    private readonly TimeProvider _time;

    /// <param name="store">Keeps them.</param>
    /// <param name="trainee">Whose they are.</param>
    /// <param name="time">Tells now.</param>
    /// <param name="zone">Tells days.</param>
    /// <param name="deck">What can be asked.</param>
    public Reviews(ReviewStore store, string trainee, TimeProvider time, TimeZoneInfo zone, DrillDeck deck)
    {
        _store = store;
        _time = time;
        Trainee = trainee;
        Today = ReviewSchedule.DayOf(time.GetUtcNow(), zone);
        States = ReviewSchedule.WithMissed(store.Load(trainee), deck.Entries.Select(e => e.Item), store.Broken(trainee), zone);
        DueCount = deck.Entries.Count(e => States.TryGetValue(e.Item, out var state) && state.DueOn <= Today);
    }

    public string Trainee { get; }

    /// <summary>The day on which the drill began: one that lasts over midnight is of that day.</summary>
    public DateOnly Today { get; }

    /// <summary>By item.</summary>
    public ImmutableDictionary<DrillItem, ReviewState> States { get; private set; }

    /// <summary>How many items of the deck were due when the drill began.</summary>
    public int DueCount { get; }

    /// <summary>Schedules the item anew and keeps that at once.</summary>
    public void Keep(DrillAnswer answer)
    {
        var item = answer.Question.Item;
        var state = ReviewSchedule.After(States.GetValueOrDefault(item), item, answer.IsRight, Today, Instant.From(_time.GetUtcNow()));
        States = States.SetItem(item, state);
        _store.Save(Trainee, state);
    }
}
