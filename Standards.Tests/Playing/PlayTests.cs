using Standards.Core.Findings;
using Standards.Simulator.Playing;
using Standards.Simulator.Records;
using Xunit;

namespace Standards.Tests.Playing;

/// <summary>The clock, the people and the happenings of a scenario.</summary>
public sealed class PlayTests
{
    private const string End = """

        - id: end
          ending: {zh: 结束, en: over}

        """;

    private const string Door = """
        people:
          A: {role: customer, name: {zh: 李女士, en: Ms Li}, mood: 6, patience: 40 s}
        beats:
        - id: door
          enter: [{by: A, act: visitor.arrived, data: {visitor: A}, tell: {zh: 她进来了。, en: she comes in}}]
          actions:
          - id: greet
            title: {zh: 打招呼, en: greet}
            takes: 5 s
            say: {model: {zh: 您好请坐, en: hello}, poor: 喂}
            then:
            - {when: well_said, by: A, say: {zh: 谢谢, en: thanks}, mood: {A: 2}}
            - {when: '!well_said', by: A, say: {zh: 什么态度, en: how rude}, mood: {A: -9}}
          - {id: serve, title: {zh: 接待, en: serve}, act: visitor.served, takes: 20 s, go: end}
          - {id: wave, title: {zh: 挥手, en: wave}, once: true, takes: 1 s}
          happens:
          - {id: impatient, after: A.patience, by: A, say: {zh: 还要多久, en: how long}, when: "!('greet' in did)"}
        """ + End;

    [Fact]
    public void An_action_is_done_at_the_end_of_its_time_and_what_was_due_meanwhile_comes_first()
    {
        var (controller, told) = PlaySample.Played(Door, ":wait 35 s", "serve");
        Assert.Equal(
            ["0 she comes in", "0 warned demo.greet", "40 Ms Li: how long", "55 did serve", "55 Satisfied demo.serve", "55 end: over"],
            PlaySample.Texts(controller, told));
        Assert.Equal(55, (controller.Play.Events[^1].At - controller.Play.Scenario.Start).TotalSeconds);
    }

    [Fact]
    public void A_happening_whose_condition_ceased_to_hold_does_not_come()
    {
        var (controller, told) = PlaySample.Played(Door, "greet 您好请坐", ":wait 5 min");
        Assert.DoesNotContain(PlaySample.Texts(controller, told), t => t.Contains("how long", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wait_ends_when_something_happens()
    {
        var (controller, _) = PlaySample.Played(Door, ":wait 10 min");
        Assert.Equal(TimeSpan.FromSeconds(40), controller.Play.Clock - controller.Play.Scenario.Start);
    }

    [Fact]
    public void People_react_to_the_words_and_a_mood_stays_within_its_bounds()
    {
        var (controller, told) = PlaySample.Played(Door, "greet", "您好，请坐", "greet", "喂");
        Assert.Equal(
            [
                "0 she comes in", "0 warned demo.greet", "5 did greet <您好，请坐>", "5 Satisfied demo.greet", "5 Ms Li: thanks", "5 mood Ms Li 6 -> 8",
                "10 did greet <喂>", "10 Ms Li: how rude", "10 mood Ms Li 8 -> 0",
            ],
            PlaySample.Texts(controller, told));
    }

    [Fact]
    public void Who_is_asked_to_speak_and_says_nothing_makes_no_event()
    {
        var (controller, _) = PlaySample.Played(Door, "greet", "");
        Assert.DoesNotContain(controller.Play.Events, e => e.Act == "words.spoken" && e.Role == "front-desk");
        Assert.Equal(["greet"], controller.Play.Did);
    }

    [Fact]
    public void What_can_be_done_once_is_not_offered_again()
    {
        var (controller, _) = PlaySample.Played(Door, "wave");
        Assert.Equal(["greet", "serve"], controller.Play.Available.Select(a => a.Id));
        Assert.IsType<PlayLine.Refused>(Assert.Single(controller.Accept("wave")));
    }

    [Fact]
    public void Time_that_passes_breaks_a_deadline_at_its_instant()
    {
        var (controller, told) = PlaySample.Played(Door, "wave", ":wait", ":wait 200 s");
        var broken = Assert.Single(told.OfType<PlayLine.Judged>(), j => j.Finding is { Verdict: Verdict.Violated, Norm: "demo.serve" });
        Assert.Equal(TimeSpan.FromMinutes(3), broken.At - controller.Play.Scenario.Start);
    }

    [Theory]
    [InlineData("limit: 90 s\n", 90)]
    [InlineData("", 3600)]
    public void A_scenario_ends_by_itself_at_its_limit(string limit, int seconds)
    {
        var (controller, _) = PlaySample.Played(limit + Door);
        for (var i = 0; i < 10 && !controller.Play.IsEnded; i++)
            controller.Accept(":wait 1 d");
        Assert.True(controller.Play.IsEnded);
        Assert.Equal(seconds, (controller.Play.Clock - controller.Play.Scenario.Start).TotalSeconds);
    }

    [Fact]
    public void A_telephone_rings_as_often_as_it_is_told()
    {
        const string Ringing = """
            beats:
            - id: desk
              happens:
              - {id: ring, after: 3 s, every: 4 s, times: 3, act: phone.rang, tell: {zh: 铃声, en: ring}}
              - {id: stop, after: 30 s, go: end}
            """ + End;
        var (controller, told) = PlaySample.Played(Ringing, ":wait", ":wait", ":wait", ":wait");
        Assert.Equal(["3 ring", "7 ring", "11 ring", "30 end: over"], PlaySample.Texts(controller, told));
    }

    [Fact]
    public void A_step_that_comes_later_lets_other_things_happen_meanwhile()
    {
        const string Call = """
            beats:
            - id: desk
              actions:
              - id: call
                title: {zh: 叫人, en: call}
                takes: 1 s
                then: [{after: 10 s, tell: {zh: 来了, en: he comes}}, {go: end}]
              happens:
              - {id: knock, after: 5 s, tell: {zh: 敲门, en: a knock}}
            """ + End;
        var (controller, told) = PlaySample.Played(Call, "call");
        Assert.Equal(["1 did call", "5 a knock", "11 he comes", "11 end: over"], PlaySample.Texts(controller, told));
    }

    [Fact]
    public void A_scene_that_goes_round_in_circles_ends()
    {
        const string Circle = """
            beats:
            - {id: one, enter: two}
            - {id: two, enter: one}
            """ + End;
        var (controller, _) = PlaySample.Played(Circle);
        Assert.True(controller.Play.IsEnded);
    }

    [Fact]
    public void The_seed_draws_the_variations_and_the_same_seed_draws_the_same()
    {
        const string Varied = """
            vary:
              name: [{zh: 张, en: Zhang}, {zh: 王, en: Wang}, {zh: 李, en: Li}]
              rings: [2, 3]
            people:
              A: {name: {zh: '{name}先生', en: 'Mr {name}'}}
            beats:
            - id: desk
              enter: [{by: A, act: phone.rang, data: {rings: '{rings}'}, say: {zh: '我是{A.name}', en: 'I am {A.name}'}}]
              actions: [{id: go, title: {zh: 走, en: go}, go: end}]
            """ + End;
        var all = Enumerable.Range(0, 60).Select(seed => Said(PlaySample.Setup(Varied, (ulong)seed))).ToList();
        Assert.Equal(6, all.Distinct().Count());
        Assert.Equal(all.Take(9), Enumerable.Range(0, 9).Select(seed => Said(PlaySample.Setup(Varied, (ulong)seed))));

        static string Said(PlaySetup setup)
        {
            var (controller, told) = PlaySample.Played(setup, PlayMode.Exam);
            var item = controller.Play.Events[^1];
            Assert.Equal(Core.Values.ValueKind.Int, item.Data["rings"].Kind);
            return $"{Assert.Single(told.OfType<PlayLine.Says>()).Words.En} {item.Say} {item.Data["rings"]}";
        }
    }

    [Fact]
    public void A_value_that_is_typed_is_an_attribute_of_the_event_and_may_be_kept()
    {
        const string Asked = """
            variables: {count: 0}
            beats:
            - id: desk
              actions:
              - id: note
                title: {zh: 记录, en: note}
                act: phone.rang
                ask: [{attribute: rings, prompt: {zh: 几声, en: how many}, model: 2, poor: 9, into: count}]
              - {id: two, title: {zh: 两声, en: two}, when: count == 2, go: end}
            """ + End;
        var (controller, _) = PlaySample.Played(Asked, "note", "two", "2");
        Assert.Equal(2, controller.Play.Events[^1].Data["rings"].AsInt);
        Assert.Contains(controller.Play.Available, a => a.Id == "two");
    }

    [Fact]
    public void An_observer_answers_what_a_step_shows()
    {
        const string Seen = """
            # file: demo/norms/seen.yaml
            process: demo
            severity: minor
            norms:
            - {id: demo.smile, clause: D.1, title: {zh: 微笑, en: Smile}, on: visitor.arrived, observe: {zh: 是否微笑？, en: Did they smile?}}
            # file: demo/scenarios/other.yaml
            """;
        var setup = PlaySample.Setup(
            """
            beats:
            - id: desk
              enter: [{act: visitor.arrived, role: customer}]
              actions: [{id: smile, title: {zh: 微笑, en: smile}, observe: {demo.smile: true}, go: end}]
            """ + End + Seen.Replace("# file: demo/scenarios/other.yaml", "", StringComparison.Ordinal));
        var (controller, _) = PlaySample.Played(setup, PlayMode.Exam, "smile");
        Assert.Equal(Verdict.Satisfied, controller.Play.Verdicts().Single(f => f.Norm == "demo.smile").Verdict);
    }
}
