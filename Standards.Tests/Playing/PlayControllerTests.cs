using Standards.Core;
using Standards.Simulator.Playing;
using Standards.Simulator.Records;
using Xunit;

namespace Standards.Tests.Playing;

/// <summary>What a trainee may type.</summary>
public sealed class PlayControllerTests
{
    private const string Desk = """
        beats:
        - id: desk
          enter: [{act: visitor.arrived, role: customer}]
          actions:
          - id: greet
            title: {zh: 打招呼, en: Greet her}
            takes: 5 s
            say: {model: {zh: 您好请坐, en: hello}, poor: 喂}
          - {id: serve, title: {zh: 接待, en: Serve her}, act: visitor.served, takes: 20 s, go: end}
        - id: end
          ending: {zh: 结束, en: over}

        """;

    [Theory]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("greet")]
    [InlineData("GREET")]
    [InlineData("Greet her")]
    [InlineData("打招呼")]
    public void An_action_is_chosen_by_its_number_its_name_or_its_title(string line)
    {
        var (controller, _) = PlaySample.Played(Desk, line);
        Assert.Equal("greet", Assert.IsType<PlayPrompt.Speak>(controller.Prompt).Action.Id);
    }

    [Theory]
    [InlineData("1 您好请坐")]
    [InlineData("greet 您好请坐")]
    [InlineData("您好，请坐！")]
    [InlineData("1　您好请坐")]
    public void Words_may_stand_beside_the_action_or_alone(string line)
    {
        var (controller, _) = PlaySample.Played(Desk, line);
        Assert.Equal(["greet"], controller.Play.Did);
        Assert.Contains("请坐", controller.Play.Events[^1].Say, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("今天天气真不错我们去公园走走吧")]
    [InlineData(":fly")]
    [InlineData(":wait soon")]
    [InlineData(":wait -5 s")]
    [InlineData(":wait 99999999 d")]
    [InlineData(":tick")]
    [InlineData(":")]
    public void What_means_nothing_is_refused_with_a_way_out_and_changes_nothing(string line)
    {
        var (controller, _) = PlaySample.Played(Desk);
        var refused = Assert.IsType<PlayLine.Refused>(Assert.Single(controller.Accept(line)));
        Assert.NotNull(refused.Help);
        Assert.Empty(controller.Inputs);
        Assert.Equal(controller.Play.Scenario.Start, controller.Play.Clock);
    }

    [Theory]
    [InlineData(":wait 30s", 30)]
    [InlineData(":wait 2 min", 120)]
    [InlineData(":wait 1:30", 90)]
    [InlineData(":wait 30 秒", 30)]
    [InlineData("：wait 30", 30)]
    [InlineData(":w 2.5 s", 2.5)]
    [InlineData(":wait", 60)]
    [InlineData(":tick 0.5 s", 0.5)]
    public void Waiting_is_written_in_many_ways(string line, double seconds)
    {
        var (controller, _) = PlaySample.Played(Desk, line);
        Assert.Equal(TimeSpan.FromSeconds(seconds), controller.Play.Clock - controller.Play.Scenario.Start);
    }

    [Fact]
    public void A_step_taken_back_was_never_taken()
    {
        var (controller, _) = PlaySample.Played(Desk, ":wait 10 s", "greet 您好请坐", ":back");
        Assert.Equal([":wait 10 s"], controller.Inputs.AsEnumerable());
        Assert.Empty(controller.Play.Did);
        Assert.Equal(TimeSpan.FromSeconds(10), controller.Play.Clock - controller.Play.Scenario.Start);
        controller.Accept(":back");
        Assert.IsType<PlayLine.Refused>(Assert.Single(controller.Accept(":back")));
    }

    [Fact]
    public void An_action_whose_words_are_awaited_can_be_taken_back()
    {
        var (controller, _) = PlaySample.Played(Desk, "greet", ":back");
        Assert.IsType<PlayPrompt.Choose>(controller.Prompt);
        Assert.Empty(controller.Inputs);
    }

    [Theory]
    [InlineData(":hint")]
    [InlineData(":back")]
    public void An_exam_helps_nobody(string line)
    {
        var (controller, told) = PlaySample.Played(PlaySample.Setup(Desk), PlayMode.Exam, "serve");
        Assert.DoesNotContain(told, t => t is PlayLine.Warned);
        (controller, _) = PlaySample.Played(PlaySample.Setup(Desk), PlayMode.Exam);
        Assert.IsType<PlayLine.Refused>(Assert.Single(controller.Accept(line)));
    }

    [Fact]
    public void A_coach_warns_before_a_deadline_breaks_and_shortly_before_once_more()
    {
        var (controller, told) = PlaySample.Played(Desk, ":wait 10 s", ":wait 36 s", ":wait 1 s", ":wait 80 s", ":wait 1 s");
        var warned = told.OfType<PlayLine.Warned>().Select(w => (w.Obligation.Norm, (int)(w.At - controller.Play.Scenario.Start).TotalSeconds));
        Assert.Equal([("demo.greet", 0), ("demo.greet", 46), ("demo.serve", 127)], warned);
    }

    [Theory]
    [InlineData("", "next: Greet her")]
    [InlineData("greet", "say, for instance: hello")]
    [InlineData("greet 您好请坐", "next: Serve her")]
    public void A_hint_tells_the_next_thing_on_a_flawless_way(string played, string hint)
    {
        var (controller, _) = PlaySample.Played(Desk, played);
        Assert.Equal(hint, Assert.IsType<PlayLine.Answer>(Assert.Single(controller.Accept(":hint"))).Text.En);
        Assert.Equal(1, controller.Hints);
    }

    [Fact]
    public void Time_that_the_wall_clock_passed_is_part_of_what_was_typed()
    {
        var (controller, _) = PlaySample.Played(Desk);
        foreach (var _ in Enumerable.Range(0, 7))
            controller.Tick(TimeSpan.FromMilliseconds(100));
        controller.Accept("greet 您好请坐");
        controller.Tick(TimeSpan.FromSeconds(1));
        Assert.Equal([":tick 0.7 s", "greet 您好请坐", ":tick 1.0 s"], controller.Inputs.AsEnumerable());
        var (again, _) = PlaySample.Played(PlaySample.Setup(Desk), PlayMode.Coach, [.. controller.Inputs]);
        Assert.Equal(controller.Play.Events.Select(e => (e.At, e.Act)), again.Play.Events.Select(e => (e.At, e.Act)));
        Assert.Equal(controller.Play.Clock, again.Play.Clock);
    }

    [Fact]
    public void Who_leaves_has_left()
    {
        var (controller, _) = PlaySample.Played(Desk, "greet", ":quit");
        Assert.True(controller.IsQuit);
        Assert.IsType<PlayPrompt.Over>(controller.Prompt);
        Assert.Empty(controller.Accept("serve"));
    }

    [Fact]
    public void Status_tells_time_and_deadlines_to_a_coach_and_only_time_in_an_exam()
    {
        var (coach, _) = PlaySample.Played(Desk);
        Assert.Contains("Serve within three minutes – 3 min left (D.1)", Text(coach), StringComparison.Ordinal);
        var (exam, _) = PlaySample.Played(PlaySample.Setup(Desk), PlayMode.Exam);
        Assert.DoesNotContain("Serve", Text(exam), StringComparison.Ordinal);

        static string Text(PlayController controller) => Assert.IsType<PlayLine.Answer>(Assert.Single(controller.Accept(":status"))).Text.In(Language.En);
    }
}
