using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Values;
using Standards.Tests.Oracle;
using Xunit;

namespace Standards.Tests.Evaluation;

/// <summary>What random cases found in the evaluator, each in its smallest form.</summary>
public sealed class RegressionTests
{
    private const string TwoSteps = "{id: p, title: {zh: 程, en: process}, clause: O.1, initial: s0, states: {s0: {on: [{act: d, to: s1}]}, s1: {terminal: true}}}";

    private static TrialEvent At(double second, string act, params ReadOnlySpan<(string Name, object Value)> data)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
        {
            values[name] = value switch
            {
                string text => Value.Of(text),
                bool flag => Value.Of(flag),
                int number => Value.Of((long)number),
                Instant instant => Value.Of(instant),
                _ => throw new ArgumentException($"a {value.GetType().Name} is no value here", nameof(data)),
            };
        }

        return new TrialEvent((long)(second * TimeSpan.TicksPerSecond), act, null, null, null, values.ToImmutable());
    }

    private static TrialEvent InProcess(TrialEvent item) => item with { Process = "p" };

    /// <summary>The engine's verdicts on an interaction that is closed after every deadline has passed.</summary>
    private static string[] Judge(string norm, params ImmutableArray<TrialEvent> events) => Judge([norm], [], close: true, events);

    private static string[] Judge(ImmutableArray<string> norms, ImmutableArray<string> processes, bool close, params ImmutableArray<TrialEvent> events) =>
        EngineRun.Bulk(new OraclePack(norms, processes), new Trial(events, null, close));

    [Fact]
    public void A_default_stands_in_for_an_absent_key() => Assert.Equal(
        ["o.n0 Satisfied at 1 due never key 1 activated by line 1"],
        Judge("on: a, per: dn, require: b", At(0, "a"), At(1, "b", ("dn", 1))));

    [Theory]
    [InlineData("forbid: a, within: 3 s, per: key")]
    [InlineData("forbid: a, until: b, per: key")]
    public void Without_a_value_of_the_key_a_standing_norm_has_no_obligation(string norm) =>
        Assert.Empty(Judge(norm, At(0, "b"), At(1, "b")));

    [Fact]
    public void A_key_that_is_first_seen_after_the_window_breaks_nothing() =>
        Assert.Empty(Judge("forbid: a, within: 2 s, per: key", At(0, "b"), At(5, "a", ("key", "k1"))));

    [Fact]
    public void A_key_that_is_first_seen_after_its_release_breaks_nothing() =>
        Assert.Empty(Judge("forbid: a, until: b, per: key", At(0, "b", ("key", "k1")), At(1, "a", ("key", "k1"))));

    [Fact]
    public void Every_key_whose_clock_cannot_be_told_is_unknown() => Assert.Equal(
        [
            "o.n0 Unknown at 0 due never key k1 activated by line 1",
            "o.n0 Unknown at 0 due never key k2 activated by line 1",
        ],
        Judge("forbid: a, within: appointment -2 s .. +2 s, per: key", At(0, "a", ("key", "k1")), At(1, "a", ("key", "k2"))));

    [Fact]
    public void A_standing_norm_is_excepted_when_the_exception_comes() => Assert.Equal(
        ["o.n0 NotApplicable at 1 due never key  activated by line 1"],
        Judge("forbid: a, unless: [c]", At(0, "b"), At(1, "c"), At(2, "a")));

    [Fact]
    public void What_a_standing_norm_asks_of_the_beginning_it_asks_of_the_facts_alone() => Assert.Equal(
        ["o.n0 Unknown at 0 due never key  activated by line 1"],
        Judge("forbid: a, when: \"role == 'guest'\"", At(0, "b"), At(1, "a") with { Role = "guest" }));

    [Fact]
    public void A_window_that_was_over_at_the_first_event_is_not_kept_by_it() => Assert.Equal(
        ["o.n0 Violated at 5 due 2 key  activated by line 2"],
        Judge("require: a, within: appointment -2 s .. +2 s", At(0, "case.facts", ("appointment", new Instant(Trial.Start))), At(5, "a")));

    [Fact]
    public void An_order_of_which_no_step_was_taken_does_not_apply() => Assert.Empty(Judge("order: [a, b]", At(0, "c")));

    [Fact]
    public void A_step_after_the_end_begins_no_order() =>
        Assert.DoesNotContain("o.n0", string.Join('\n', Judge(["order: [a, b]"], [TwoSteps], close: true, InProcess(At(0, "d")), At(1, "a"))), StringComparison.Ordinal);

    [Fact]
    public void A_step_is_taken_where_one_of_its_alternatives_holds() => Assert.Equal(
        ["o.n0 Satisfied at 0 due never key  activated by line 1"],
        Judge("order: [\"a where flag or a\"]", At(0, "a")));

    [Fact]
    public void What_is_excepted_for_certain_does_not_apply_whether_it_is_activated_or_not() => Assert.Equal(
        ["o.n0 NotApplicable at 0 due never key  activated by line 1"],
        Judge("on: a where flag, by: staff, unless: [{that: n == 2}]", At(0, "a", ("n", 2))));

    [Fact]
    public void A_norm_of_another_process_excepts_nothing() => Assert.Contains(
        "o.n1 Violated at 1 due never key  activated by line 2",
        Judge(["on: b, process: p, by: staff", "on: a, by: staff, unless: [{norm: o.n0}]"], [TwoSteps], close: true, At(0, "b"), At(1, "a") with { Role = "guest" }));

    [Fact]
    public void What_is_activated_after_the_end_stays_open_until_the_close() => Assert.Contains(
        "o.n0 Pending at 1 due never key  activated by line 2",
        Judge(["on: a, require: b"], [TwoSteps], close: false, InProcess(At(0, "d")), At(1, "a")));

    [Fact]
    public void An_exception_after_the_end_changes_nothing() => Assert.Contains(
        "o.n0 Satisfied at 1 due never key  activated by line 1",
        Judge(["forbid: a, unless: [c]"], [TwoSteps], close: true, InProcess(At(0, "b")), At(1, "d"), At(2, "c")));

    [Fact]
    public void Facts_that_are_stated_again_do_not_put_off_the_end() => Assert.Equal(
        ["o.n0 Satisfied at 4 due never key  activated by line 2"],
        EngineRun.Streamed(
            new OraclePack(["forbid: a"], []),
            new Trial([At(0, "case.facts", ("n", 1)), At(4, "c"), At(9, "case.facts", ("n", 1))], null, Close: true),
            salt: 1));

    [Fact]
    public void A_machine_that_lost_its_way_has_no_timer() => Assert.Equal(
        ["o.process.p Unknown at 0 due never key  activated by line 1"],
        Judge(
            ["on: late, by: staff"],
            ["{id: p, title: {zh: 程, en: process}, clause: O.1, initial: s0, states: {s0: {on: [{act: a where flag, to: s1}], after: {time: 3 s, emit: late, to: s1}}, s1: {terminal: true}}}"],
            close: true,
            InProcess(At(0, "a"))));

    [Fact]
    public void A_transition_is_taken_where_one_of_its_alternatives_holds() => Assert.Equal(
        ["o.process.p Satisfied at 0 due never key  activated by line 1"],
        Judge([], ["{id: p, title: {zh: 程, en: process}, clause: O.1, initial: s0, states: {s0: {on: [{act: a where flag or a, to: s1}]}, s1: {terminal: true}}}"], close: true, InProcess(At(0, "a"))));

    [Fact]
    public void The_time_of_the_activation_is_seen_without_any_of_its_attributes() => Assert.Equal(
        ["o.n0 Satisfied at 3 due never key  activated by line 1"],
        Judge("on: a, require: b where at - activation.at > duration('2s')", At(0, "a"), At(1, "b"), At(3, "b")));

    [Fact]
    public void Units_are_counted_from_the_first_event() => Assert.Equal(
        ["o.n0 Violated at 2 due never key  activated by line 1"],
        Judge("require: b, within: 1 ring", At(1, "ring"), At(2, "ring"), At(4, "c")));

    [Fact]
    public void Units_of_another_key_do_not_count() => Assert.Equal(
        ["o.n0 Satisfied at 3 due never key k1 activated by line 1"],
        Judge("on: a, per: key, require: b, within: 1 ring", At(0, "a", ("key", "k1")), At(1, "ring"), At(2, "ring", ("key", "k2")), At(3, "b", ("key", "k1"))));

    [Fact]
    public void An_answer_that_says_how_late_it_is_breaks_the_norm_whatever_else_its_condition_reads() => Assert.Equal(
        ["o.n0 Violated at 1 due never key  activated by line 1"],
        Judge("on: a, require: b where n > activation.n, within: 1 ring", At(0, "a", ("n", 1)), At(1, "b", ("n", 2), ("rings", 3)), At(4, "c")));

    [Fact]
    public void One_unit_too_many_after_a_doubtful_answer_is_unknown() => Assert.Equal(
        ["o.n0 Unknown at 3 due never key  activated by line 1"],
        Judge("on: a, require: b where flag, within: 1 ring", At(0, "a"), At(1, "ring"), At(2, "b"), At(3, "ring")));

    [Fact]
    public void A_doubtful_answer_that_says_it_is_late_leaves_a_later_one_unknown() => Assert.Equal(
        ["o.n0 Unknown at 2 due never key  activated by line 1"],
        Judge("on: a, require: b where flag, within: 1 ring", At(0, "a"), At(1, "b", ("rings", 3)), At(2, "b", ("flag", true), ("rings", 1))));

    [Theory]
    [InlineData("on: a, forbid: b where flag, unless: [c]")]
    [InlineData("on: a, require: b where flag, unless: [c]")]
    [InlineData("on: a, require: b where flag, until: c")]
    [InlineData("on: a, count: b where flag, at-most: 0, unless: [c]")]
    public void What_may_have_been_decided_before_an_exception_or_a_release_is_unknown(string norm) => Assert.Equal(
        ["o.n0 Unknown at 2 due never key  activated by line 1"],
        Judge(norm, At(0, "a"), At(1, "b"), At(2, "c")));

    [Fact]
    public void An_observation_after_one_that_may_have_been_its_opposite_is_unknown() => Assert.Equal(
        ["o.n0 Unknown at 2 due never key k1 activated by line 1"],
        Judge(
            "on: a, per: key, observe: {zh: 看, en: look}",
            At(0, "a", ("key", "k1")), At(1, "checklist.ticked", ("item", "o.n0"), ("seen", "no")), At(2, "checklist.ticked", ("key", "k1"), ("item", "o.n0"), ("seen", "yes"))));

    [Fact]
    public void An_event_without_the_key_that_came_too_long_ago_is_no_prerequisite() => Assert.Equal(
        ["o.n0 Violated at 5 due never key k1 activated by line 2"],
        Judge("on: a, per: key, before: [b], within: 2 s", At(0, "b"), At(5, "a", ("key", "k1"))));

    [Fact]
    public void What_starts_a_key_afresh_forgets_events_without_the_key() => Assert.Equal(
        ["o.n0 Violated at 2 due never key k1 activated by line 3"],
        Judge("on: a, per: key, before: [b], since: c", At(0, "b"), At(1, "c", ("key", "k1")), At(2, "a", ("key", "k1"))));

    [Fact]
    public void What_may_have_been_forgotten_keeps_its_time() => Assert.Equal(
        ["o.n0 Unknown at 6 due never key  activated by line 4"],
        Judge("on: a, before: [b where flag], within: 3 s, since: c where flag", At(0, "b"), At(4, "b", ("flag", true)), At(5, "c"), At(6, "a")));

    [Fact]
    public void What_may_have_been_forgotten_too_long_ago_is_no_prerequisite() => Assert.Equal(
        ["o.n0 Violated at 6 due never key  activated by line 3"],
        Judge("on: a, before: [b], within: 3 s, since: c where flag", At(1, "b"), At(2, "c"), At(6, "a")));

    [Theory]
    [InlineData("count: a, at-most: 1, per: key", "o.n0 Unknown at 1 due never key k1 activated by line 1")]
    [InlineData("order: [b, a], per: key", "o.n0 Unknown at 0 due never key k1 activated by line 1")]
    public void An_event_without_the_key_may_have_been_of_a_key_that_comes_later(string norm, string verdict) =>
        Assert.Equal([verdict], Judge(norm, At(0, "a"), At(1, norm.Contains("order", StringComparison.Ordinal) ? "b" : "a", ("key", "k1"))));
}
