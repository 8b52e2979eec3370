using System.Text.Json.Nodes;

namespace Standards.SampleLogs;

/// <summary>What goes wrong with the record of an incident.</summary>
internal enum RecordFlaw
{
    None,
    SubmittedAtTheLimit,
    SubmittedTooLate,
    OutcomeLeftOut,
    NotFiled,
    CaseNotKept,
}

/// <summary>Section 5 item 5: the record is due within two working days; the sample's day is a Thursday, so the weekend lies between.</summary>
internal sealed class IncidentRecord(SampleLog day, Script incident)
{
    /// <summary>The second working day after a Thursday is the Monday.</summary>
    private const int SecondWorkingDay = 4;

    private readonly Dice _dice = day.Dice;

    public void Play(RecordFlaw flaw, bool isTypical)
    {
        incident.GoTo(day.At(1, new TimeSpan(9, 30, 0))).Wait(0, 3600).Do(Person.OfficeManager, "record.filled", Form(flaw));
        Submit(flaw);
        if (flaw is RecordFlaw.NotFiled)
        {
            incident.Plant("lf.incident-record.file", Expected.Violated, "品质部没有存档", "the quality department did not file the record");
            return;
        }

        incident.GoTo(day.At(5, new TimeSpan(10, 0, 0))).Wait(0, 7200);
        if (isTypical && flaw is not RecordFlaw.CaseNotKept)
            KeepCase();
        if (flaw is RecordFlaw.CaseNotKept)
            incident.Plant("lf.incident-record.keep-case", Expected.Violated, "典型事件没有整理为案例", "a typical incident was not kept as a case");
        incident.Wait(60, 300).Do(Person.Quality, "record.filed", new JsonObject { ["form"] = "incident-record" });
    }

    private void Submit(RecordFlaw flaw)
    {
        var closing = day.At(SecondWorkingDay, new TimeSpan(18, 0, 0));
        switch (flaw)
        {
            case RecordFlaw.SubmittedAtTheLimit:
                incident.GoTo(closing)
                    .Plant("lf.incident-record.submit", Expected.Satisfied, "恰在第二个工作日 18:00:00.000 报送(跨周末)", "submitted at 18:00:00.000 on the second working day, across a weekend");
                break;
            case RecordFlaw.SubmittedTooLate:
                incident.GoTo(closing.AddMilliseconds(1))
                    .Plant("lf.incident-record.submit", Expected.Violated, "第二个工作日 18:00:00.001 才报送", "submitted at 18:00:00.001 on the second working day");
                break;
            default:
                incident.Wait(600, 7200);
                break;
        }

        incident.Do(Person.OfficeManager, "record.submitted", new JsonObject { ["form"] = "incident-record", ["party"] = "quality-department" });
    }

    private JsonObject Form(RecordFlaw flaw)
    {
        var form = new JsonObject
        {
            ["form"] = "incident-record",
            ["occurred_at"] = LogLine.Rfc3339(day.At(0, new TimeSpan((int)_dice.Between(9, 16), 0, 0))),
            ["persons_involved"] = "来访者一人",
            ["course_of_events"] = "来访及接待经过",
            ["measures_taken"] = "按流程接待并上报",
            ["outcome"] = "已妥善处理",
            ["filled_by"] = Person.OfficeManager.Name,
        };
        if (flaw is not RecordFlaw.OutcomeLeftOut)
            return form;
        incident.Plant("lf.incident-record.fill-in", Expected.Violated, "记录表缺“处理结果”一栏", "the record lacks the outcome");
        form.Remove("outcome");
        return form;
    }

    private void KeepCase() => incident.Do(Person.Quality, "record.filed", new JsonObject
    {
        ["form"] = "case-study",
        ["course_of_events"] = "停车纠纷投诉",
        ["measures_taken"] = "园区主任到场协调",
        ["lessons"] = "及早请园区主任到场",
    });
}
