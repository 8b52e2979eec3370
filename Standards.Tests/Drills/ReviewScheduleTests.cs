using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Drills;
using Xunit;

namespace Standards.Tests.Drills;

public sealed class ReviewScheduleTests
{
    private static readonly DrillItem Item = new(DrillKind.Say, "demo.greet");
    private static readonly DateOnly FirstDay = new(2026, 3, 2);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Answers, each so many days after the one before.</summary>
    private static readonly Gen<(int DaysLater, bool IsRight)[]> Histories =
        (from days in Gen.Choose(0, 90) from isRight in Gen.Elements(true, true, false) select (days, isRight)).ArrayOf();

    [Fact]
    public void A_miss_comes_back_the_next_day() => Holds((before, state, day, isRight) => isRight || state.DueOn == day.AddDays(1));

    [Fact]
    public void Nothing_stays_away_longer_than_the_cap() => Holds((before, state, day, isRight) => state.DueOn <= day.AddDays(ReviewSchedule.MostDays));

    [Fact]
    public void A_right_answer_when_due_lengthens_the_interval_up_to_the_cap() => Holds((before, state, day, isRight) =>
        !isRight || (before is not null && before.DueOn > day) || state.DueOn == day.AddDays(Math.Min(2 << Math.Min(before?.Streak ?? 0, 10), ReviewSchedule.MostDays)));

    [Fact]
    public void A_right_answer_before_the_time_moves_nothing() => Holds((before, state, day, isRight) =>
        !isRight || before is null || before.DueOn <= day || (state.DueOn == before.DueOn && state.Streak == before.Streak));

    [Fact]
    public void Answers_are_counted() => Holds((before, state, day, isRight) =>
        state.Asked == (before?.Asked ?? 0) + 1 && state.Missed == (before?.Missed ?? 0) + (isRight ? 0 : 1));

    [Fact]
    public void A_norm_broken_in_an_attempt_is_due_until_it_is_answered()
    {
        var (broken, other) = (new DrillItem(DrillKind.Time, "demo.hand-over"), new DrillItem(DrillKind.Breach, "demo.hand-over"));
        var known = ReviewSchedule.After(null, other, isRight: true, FirstDay, At(FirstDay));
        var states = ImmutableDictionary<DrillItem, ReviewState>.Empty.Add(other, known);
        (string, DateTimeOffset)[] missed = [("demo.hand-over", At(FirstDay.AddDays(1)).ToDateTimeOffset()), ("demo.gone", At(FirstDay).ToDateTimeOffset())];
        var due = ReviewSchedule.WithMissed(states, [broken, other, Item], missed, Zone);
        Assert.Equal(2, due.Count);
        Assert.All([broken, other], i => Assert.Equal((0, FirstDay.AddDays(1)), (due[i].Streak, due[i].DueOn)));

        var answered = due.SetItem(broken, ReviewSchedule.After(due[broken], broken, isRight: true, FirstDay.AddDays(2), At(FirstDay.AddDays(2))));
        Assert.Equal(FirstDay.AddDays(4), ReviewSchedule.WithMissed(answered, [broken], missed, Zone)[broken].DueOn);
    }

    [Fact]
    public void A_day_begins_where_the_packs_are() => Assert.Equal(new DateOnly(2026, 3, 3), ReviewSchedule.DayOf(new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.Zero), Zone));

    [Fact]
    public void What_is_due_is_asked_first_then_the_gravest_that_is_new_then_what_is_not_due()
    {
        DeckEntry Entry(DrillKind kind, string norm, Severity severity, int difficulty = 0) => new(new DrillItem(kind, norm), severity, difficulty);
        DeckEntry[] entries =
        [
            Entry(DrillKind.Say, "due-today", Severity.Minor), Entry(DrillKind.Say, "overdue", Severity.Minor), Entry(DrillKind.Say, "later", Severity.Critical),
            Entry(DrillKind.Time, "new-minor", Severity.Minor), Entry(DrillKind.Time, "new-critical-hard", Severity.Critical, 2), Entry(DrillKind.Time, "new-critical", Severity.Critical),
            Entry(DrillKind.Next, "new-next", Severity.Minor),
        ];
        ReviewState State(int entry, int days) => new(entries[entry].Item, 1, FirstDay.AddDays(days), At(FirstDay), 1, 0);
        var states = new[] { State(0, 0), State(1, -3), State(2, 4) }.ToImmutableDictionary(s => s.Item);
        for (var seed = 0UL; seed < 20; seed++)
        {
            Assert.Equal(
                ["overdue", "due-today", "new-next", "new-critical", "new-critical-hard", "new-minor", "later"],
                ReviewPlan.Order(entries, states, FirstDay, new DrillRandom(seed)).Select(i => i.Norm));
        }
    }

    private static void Holds(Func<ReviewState?, ReviewState, DateOnly, bool, bool> law) => Prop.ForAll(Histories.ToArbitrary(), history =>
    {
        ReviewState? state = null;
        var day = FirstDay;
        foreach (var (daysLater, isRight) in history)
        {
            day = day.AddDays(daysLater);
            var after = ReviewSchedule.After(state, Item, isRight, day, At(day));
            if (!law(state, after, day, isRight))
                return false;
            state = after;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static Instant At(DateOnly day) => Instant.From(new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8)));
}
