using System.Collections.Immutable;
using Standards.Core;

namespace Standards.Simulator.Drills;

/// <summary>What a trainee has done with an item. Immutable.</summary>
/// <param name="Streak">Right answers in a row, each on a day on which the item was due.</param>
/// <param name="DueOn">The day from which it is asked again.</param>
/// <param name="LastAt">When it was last answered, or missed in an attempt.</param>
/// <param name="Asked">Answers.</param>
/// <param name="Missed">Wrong ones.</param>
internal sealed record ReviewState(DrillItem Item, int Streak, DateOnly DueOn, Instant LastAt, int Asked, int Missed);

/// <summary>
/// When an item comes back: the boxes of S. Leitner (So lernt man lernen, 1972), each twice as long as the one before. Days are those of the
/// packs' zone. Pure.
/// </summary>
internal static class ReviewSchedule
{
    /// <summary>No item stays away longer.</summary>
    public const int MostDays = 60;

    private static readonly ImmutableArray<int> Boxes = [1, 2, 4, 8, 16, 32, MostDays];

    /// <summary>Days until an item comes back after so many right answers in a row; 1 after a wrong one.</summary>
    public static int DaysAfter(int streak) => Boxes[Math.Clamp(streak, 0, Boxes.Length - 1)];

    /// <summary>
    /// The state after an answer. A wrong one puts the item back into the first box. A right one moves it on only where it was due: to ask for
    /// it again and again on one day teaches nothing.
    /// </summary>
    /// <param name="before">Null for an item never asked.</param>
    public static ReviewState After(ReviewState? before, DrillItem item, bool isRight, DateOnly today, Instant now)
    {
        var state = before ?? new ReviewState(item, 0, today, now, 0, 0);
        state = state with { Asked = state.Asked + 1, LastAt = now > state.LastAt ? now : state.LastAt };
        if (!isRight)
            return state with { Missed = state.Missed + 1, Streak = 0, DueOn = today.AddDays(DaysAfter(0)) };
        if (state.DueOn > today)
            return state;
        var streak = Math.Min(state.Streak + 1, Boxes.Length - 1);
        return state with { Streak = streak, DueOn = today.AddDays(DaysAfter(streak)) };
    }

    /// <summary>The states with those items due whose norm was broken in an attempt after they were last answered.</summary>
    /// <param name="states">By item.</param>
    /// <param name="items">All items of the deck.</param>
    /// <param name="missed">Norms broken in attempts, and when.</param>
    /// <param name="zone">Tells days.</param>
    public static ImmutableDictionary<DrillItem, ReviewState> WithMissed(
        ImmutableDictionary<DrillItem, ReviewState> states, IEnumerable<DrillItem> items, IEnumerable<(string Norm, DateTimeOffset When)> missed, TimeZoneInfo zone)
    {
        var last = missed.GroupBy(m => m.Norm, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(m => m.When), StringComparer.Ordinal);
        var result = states.ToBuilder();
        foreach (var item in items)
        {
            if (!last.TryGetValue(item.Norm, out var when))
                continue;
            var (at, day) = (Instant.From(when), DayOf(when, zone));
            if (!result.TryGetValue(item, out var state))
                result[item] = new ReviewState(item, 0, day, at, 0, 0);
            else if (state.LastAt < at)
                result[item] = state with { Streak = 0, DueOn = state.DueOn < day ? state.DueOn : day, LastAt = at };
        }

        return result.ToImmutable();
    }

    /// <summary>The day that the calendar on the wall of a zone shows.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
