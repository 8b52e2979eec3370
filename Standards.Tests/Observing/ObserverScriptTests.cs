using Standards.Core;
using Standards.Simulator;
using Standards.Simulator.Observing;
using Xunit;

namespace Standards.Tests.Observing;

public sealed class ObserverScriptTests
{
    private static readonly ObservableProcess Desk = ObservingWorld.Process("lf", "busy-desk");

    [Theory]
    [InlineData("0:12 b visitor=A", "0:12 visitor.served visitor=A")]
    [InlineData("0:12.5 visitor.served by front-desk visitor=\"李 先生\" say 您好  请坐", "0:12.5 visitor.served by front-desk visitor=\"李 先生\" say 您好  请坐")]
    [InlineData("1:02:03 -1m30s a urgent=是 desk.activity=phone", "1:02:03 -90s visitor.arrived desk.activity=phone urgent=true")]
    [InlineData("say 顾客 \"好\" - 吗", "0:10 say-line")]
    [InlineData("check 8 未见", "0:10 check lf.busy-desk.nod-on-introducing not-seen")]
    [InlineData("note  a  b ", "0:10 note a  b")]
    [InlineData("fix 3 at 0:40 act g by - visitor= say -", "0:10 fix 3 at 0:40 act visitor.left by - visitor= say -")]
    [InlineData("fix last by front-desk visitor=B", "0:10 fix last by front-desk visitor=B")]
    [InlineData("fix 1 at -0:05", "0:10 fix 1 at -0:05")]
    [InlineData("strike 3", "0:10 strike 3")]
    [InlineData("0:11 restore last", "0:11 restore last")]
    [InlineData("facts speech.logged=no", "0:10 facts speech.logged=false")]
    [InlineData("undo", "0:10 undo")]
    [InlineData("close 0:05", "0:10 close 0:05")]
    [InlineData("2:00", "2:00")]
    public void A_line_is_written_as_it_can_be_read_again(string line, string expected)
    {
        var script = ObservingWorld.Script(Desk);
        var read = script.Read(line, TimeSpan.FromSeconds(10))!;
        var written = ObserverScript.Write(read);
        Assert.Equal(expected is "0:10 say-line" ? "0:10 words.spoken by customer say \"好\" - 吗" : expected, written);
        Assert.Equal(written, ObserverScript.Write(script.Read(written, TimeSpan.Zero)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("# 0:12 a")]
    public void Blank_lines_and_comments_are_passed_over(string line) => Assert.Null(ObservingWorld.Script(Desk).Read(line, TimeSpan.Zero));

    [Theory]
    [InlineData("12 a", "`12` is not a time")]
    [InlineData("0:75 a", "`0:75` is not a time")]
    [InlineData("0:05 a", "time cannot go back: 0:05 is before 0:10")]
    [InlineData("-x a", "`-x` is not a length of time")]
    [InlineData("z", "the key `z` stands for no act")]
    [InlineData("visitor.arived", "unknown act or command `visitor.arived`")]
    [InlineData("checklist.ticked item=x", "answer checklist items with `check`")]
    [InlineData("a visitr=B", "unknown attribute `visitr`")]
    [InlineData("a desk.activity=walking", "`desk.activity` cannot be `walking`")]
    [InlineData("a urgent=maybe", "`urgent` cannot be `maybe`")]
    [InlineData("c waiting=two", "`waiting` cannot be `two`")]
    [InlineData("a visitor", "`visitor` is not `name=value`")]
    [InlineData("a visitor=", "`visitor` has no value")]
    [InlineData("a by nobody", "unknown role `nobody`")]
    [InlineData("say", "unknown role ``")]
    [InlineData("say staff", "the words are missing")]
    [InlineData("check 9 yes", "there is no checklist item `9`")]
    [InlineData("check lf.busy-desk.nod yes", "there is no checklist item `lf.busy-desk.nod`")]
    [InlineData("check 1 maybe", "`maybe` is no answer to a checklist item")]
    [InlineData("check 1 yes please", "`please` is too much after `check`")]
    [InlineData("note", "the note is empty")]
    [InlineData("fix", "`` is not the number of an entry")]
    [InlineData("fix 0 at 0:01", "`0` is not the number of an entry")]
    [InlineData("fix 1", "it is not said what to correct")]
    [InlineData("fix 1 at noon", "`noon` is not a time")]
    [InlineData("facts", "no fact is given")]
    [InlineData("undo 3", "`3` is too much after `undo`")]
    [InlineData("close now", "`now` is not a time")]
    [InlineData("\u001b[2J", "unknown act or command `\uFFFD[2J`")]
    public void A_bad_line_says_what_is_wrong_and_a_way_out(string line, string reason)
    {
        var failure = Assert.Throws<CommandFailure>(() => ObservingWorld.Script(Desk).Read(line, TimeSpan.FromSeconds(10)));
        Assert.Equal(reason, failure.Reason.En);
        Assert.NotEqual(failure.Reason.En, failure.Reason.Zh);
        Assert.True(failure.Help is not null || reason is "the note is empty" or "answer checklist items with `check`");
    }

    [Theory]
    [InlineData("fix 7 at 0:01", "there is no entry 7")]
    [InlineData("fix 1 at 0:11", "0:11 is still to come, it is 0:10")]
    [InlineData("close 0:11", "0:11 is still to come, it is 0:10")]
    public void What_cannot_be_done_says_so_and_is_not_kept(string line, string reason)
    {
        var control = ObservingWorld.Control(Desk);
        var script = ObservingWorld.Script(Desk);
        control.Apply(script.Read("0:10 b visitor=A", TimeSpan.Zero)!);
        var failure = Assert.Throws<CommandFailure>(() => control.Apply(script.Read(line, control.Elapsed)!));
        Assert.Equal(reason, failure.Reason.En);
        Assert.Equal("0:10 visitor.served visitor=A", Assert.Single(control.Inputs));
    }

    [Fact]
    public void A_time_of_day_is_one_of_the_day_of_the_observation()
    {
        var process = ObservingWorld.Process("qc", "qc-reception");
        var attribute = process.Attributes.First(a => a.Type.Kind == Standards.Core.Values.ValueKind.Timestamp);
        var value = ObservingWorld.Script(process).ReadValue(attribute, "14:30");
        Assert.Equal(ObservingWorld.Start + TimeSpan.FromHours(5.5), value.AsTimestamp);
    }

    [Theory]
    [InlineData("0:00", 0)]
    [InlineData("59:59", 3599)]
    [InlineData("100:00", 6000)]
    [InlineData("1:40:00", 6000)]
    [InlineData("0:00.25", 0.25)]
    [InlineData("-0:05.5", -5.5)]
    public void An_offset_reads_as_a_stopwatch_shows_it(string text, double seconds)
    {
        Assert.True(OffsetText.TryRead(text, out var offset));
        Assert.Equal(TimeSpan.FromSeconds(seconds), offset);
        Assert.True(OffsetText.TryRead(OffsetText.Full(offset), out var again));
        Assert.Equal(offset, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1:2")]
    [InlineData("1:60")]
    [InlineData("1:60:00")]
    [InlineData("1:5:00")]
    [InlineData("a:00")]
    [InlineData("1:00.")]
    [InlineData("1:00.12345678")]
    [InlineData("99999999:00")]
    [InlineData("--1:00")]
    public void What_no_stopwatch_shows_is_no_offset(string text) => Assert.False(OffsetText.TryRead(text, out _));

    [Fact]
    public void The_instant_of_a_script_is_exact()
    {
        Assert.Equal(new Instant(ObservingWorld.Start.Ticks + 1), ObservingWorld.Start + (OffsetText.TryRead("0:00.0000001", out var tick) ? tick : default));
    }
}
