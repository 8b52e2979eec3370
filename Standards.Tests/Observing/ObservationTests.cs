using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator;
using Standards.Simulator.Observing;
using Standards.Simulator.Records;
using Xunit;

namespace Standards.Tests.Observing;

public sealed class ObservationTests
{
    public static TheoryData<string, string, int> Seeds
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            for (var seed = 0; seed < 40; seed++)
            {
                data.Add("lf", "busy-desk", seed);
                data.Add("qc", "qc-reception", seed);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_ticked_and_corrected_gets_the_verdicts_of_what_stands_in_the_end(string pack, string id, int seed)
    {
        var process = ObservingWorld.Process(pack, id);
        var control = ObservingWorld.Control(process);
        foreach (var line in RandomObservation.Lines(process, seed))
        {
            Try(control, line);
            Assert.Equal(ObservingWorld.Described(ObservingWorld.JudgedAfresh(process.Book, control.Observation)), ObservingWorld.Described(control.Observation.Verdicts));
        }

        control.Apply(new ObserverLine(control.Elapsed, new ObserverCommand.Close(null)));
        var audited = ObservingWorld.Audited(process.Book, id, control.Observation.Events, control.Observation.Clock);
        if (control.Observation.Events.Count > 0)
            Assert.Equal(ObservingWorld.Described(audited), ObservingWorld.Described(control.Observation.Verdicts));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_lines_of_an_observation_play_it_again(string pack, string id, int seed)
    {
        var process = ObservingWorld.Process(pack, id);
        var control = ObservingWorld.Control(process);
        foreach (var line in RandomObservation.Lines(process, seed))
            Try(control, line);
        var record = ObservationRecord.Of(control, "X", profile: null, Language.En);
        Assert.False(record.IsFinished);
        var again = ObservationRecord.Resume(record, process);
        Assert.Equal(control.Observation.Acts.Select(Described), again.Observation.Acts.Select(Described));
        Assert.Equal(control.Observation.Notes.ToList(), again.Observation.Notes.ToList());
        Assert.Equal(control.Elapsed, again.Elapsed);
        Assert.Equal(control.Trainer, again.Trainer);
        Assert.Equal(ObservingWorld.Described(control.Observation.Verdicts), ObservingWorld.Described(again.Observation.Verdicts));
        Assert.Equal(control.Inputs, again.Inputs);
    }

    [Fact]
    public void Undoing_everything_leaves_nothing()
    {
        var process = ObservingWorld.Process("lf", "busy-desk");
        var control = ObservingWorld.Control(process);
        foreach (var line in RandomObservation.Lines(process, 7))
            Try(control, line);
        while (control.Observation.CanUndo)
            control.Apply(new ObserverLine(control.Elapsed, new ObserverCommand.Undo()));
        Assert.Empty(control.Observation.Acts);
        Assert.Empty(control.Observation.Notes);
        Assert.DoesNotContain(control.Observation.Verdicts, f => f.Verdict is Verdict.Violated or Verdict.Satisfied);
        Assert.Throws<CommandFailure>(() => control.Apply(new ObserverLine(control.Elapsed, new ObserverCommand.Undo())));
    }

    [Fact]
    public void A_deadline_breaks_while_nothing_happens_and_a_late_tick_mends_it()
    {
        var (process, control, script) = Desk();
        Play(control, script, "1:00 visitor.arrived by customer visitor=B desk.activity=serving");
        var broken = control.AdvanceTo(TimeSpan.FromMinutes(4.1));
        Assert.Contains(broken, f => f is { Norm: "lf.busy-desk.hand-over", Verdict: Verdict.Violated });
        Play(control, script, "4:10 -30s colleague.called by front-desk visitor=B desk.activity=serving");
        var mended = Assert.Single(control.Observation.Verdicts, f => f is { Norm: "lf.busy-desk.hand-over", Key: "B" });
        Assert.Equal(Verdict.Satisfied, mended.Verdict);
        Assert.Equal("lf", process.Book.Bound.Packs.Single().Id);
    }

    [Fact]
    public void What_is_struck_out_does_not_count_until_it_is_brought_back()
    {
        var (_, control, script) = Desk();
        Play(control, script, "1:00 visitor.arrived by customer visitor=B desk.activity=serving", "2:00 colleague.called visitor=B desk.activity=serving", "strike 2");
        Assert.Single(control.Observation.OpenObligations, o => o.Norm is "lf.busy-desk.hand-over");
        Play(control, script, "restore 2");
        Assert.DoesNotContain(control.Observation.OpenObligations, o => o.Norm is "lf.busy-desk.hand-over");
    }

    [Fact]
    public void An_observation_may_have_ended_before_it_is_closed()
    {
        var (_, control, script) = Desk();
        Play(control, script, "1:00 visitor.arrived by customer visitor=B desk.activity=serving", "30:00 close 2:00");
        Assert.Equal(TimeSpan.FromMinutes(2), control.Elapsed);
        Assert.Equal(Verdict.Pending, Assert.Single(control.Observation.Verdicts, f => f.Norm is "lf.busy-desk.hand-over").Verdict);
        Assert.Throws<InvalidOperationException>(() => control.Observation.Enter(new ObservedAct(0, ObservingWorld.Start, "visitor.left")));
    }

    [Fact]
    public void The_end_is_never_before_the_last_act()
    {
        var (_, control, script) = Desk();
        Play(control, script, "1:00 visitor.served visitor=A", "30:00 close 0:30");
        Assert.Equal(TimeSpan.FromMinutes(1), control.Elapsed);
    }

    [Fact]
    public void A_checklist_item_is_open_from_its_occasion_to_its_answer()
    {
        var (process, control, script) = Desk();
        Assert.Empty(control.Unanswered);
        Play(control, script, "1:00 visitor.arrived by customer visitor=B desk.activity=serving");
        Assert.Equal("lf.busy-desk.smile-and-nod", Assert.Single(control.Unanswered).Id);
        Play(control, script, "1:10 check lf.busy-desk.smile-and-nod no");
        Assert.Empty(control.Unanswered);
        Assert.Equal(Seen.No, control.LastAnswer("lf.busy-desk.smile-and-nod"));
        Assert.Single(control.Observation.Verdicts, f => f is { Norm: "lf.busy-desk.smile-and-nod", Verdict: Verdict.Violated });
        Play(control, script, "fix last seen=not-seen");
        Assert.Equal(Seen.NotSeen, control.LastAnswer("lf.busy-desk.smile-and-nod"));
        Play(control, script, "2:00 close");
        Assert.Single(control.Observation.Verdicts, f => f is { Norm: "lf.busy-desk.smile-and-nod", Verdict: Verdict.Unknown });
        Assert.Equal(8, process.Checklist.Length);
    }

    [Fact]
    public void The_record_of_an_observation_holds_what_a_log_would()
    {
        var (_, control, script) = Desk();
        Play(control, script, "1:00 visitor.served visitor=A", "note 好", "2:00 check 1 yes", "strike 1", "3:00 close");
        var record = ObservationRecord.Of(control, "小李", profile: null, Language.Zh);
        Assert.Equal((AttemptKind.Observation, "busy-desk", true, TimeSpan.FromMinutes(3)), (record.Kind, record.Subject, record.IsFinished, record.Duration));
        var answer = Assert.Single(record.Events);
        Assert.Equal((ObservedAct.ChecklistTicked, 1L), (answer.Act, answer.Line));
        Assert.Equal("yes", answer.Data["seen"].ToString());
        var note = Assert.Single(record.Notes);
        Assert.Equal(("好", "T", ObservingWorld.Start + TimeSpan.FromMinutes(1)), (note.Text, note.Author, note.At));
    }

    private static (ObservableProcess Process, ObserverControl Control, ObserverScript Script) Desk()
    {
        var process = ObservingWorld.Process("lf", "busy-desk");
        return (process, ObservingWorld.Control(process), ObservingWorld.Script(process));
    }

    private static void Play(ObserverControl control, ObserverScript script, params string[] lines)
    {
        foreach (var line in lines)
            control.Apply(script.Read(line, control.Elapsed)!);
    }

    private static string Described(ObservedAct act) =>
        string.Create(CultureInfo.InvariantCulture, $"{act.Number} {act.At} {act.Act} {act.Role} {act.Say} {act.IsStruck} {string.Join(' ', act.Data.Select(d => $"{d.Key}={d.Value.Kind}:{d.Value}"))}");

    /// <summary>What cannot be done is refused and changes nothing.</summary>
    private static void Try(ObserverControl control, ObserverLine line)
    {
        var before = control.Observation.Acts;
        try
        {
            control.Apply(line);
        }
        catch (CommandFailure)
        {
            Assert.Equal(before.ToList(), control.Observation.Acts.ToList());
        }
    }
}
