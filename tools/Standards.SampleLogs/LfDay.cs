using System.Globalization;

namespace Standards.SampleLogs;

/// <summary>A working day under the visitor reception standard: which interactions there are, when, and which of them go wrong.</summary>
internal static class LfDay
{
    private const int DeskVisits = 118;
    private const int BusyDesks = 36;
    private const int BusyTelephones = 24;

    /// <summary>A Thursday, so that two working days reach across a weekend.</summary>
    private static readonly DateOnly Date = new(2026, 3, 5);

    public static SampleLog Play(ulong seed)
    {
        var day = new SampleLog(new Dice(seed), Date);
        PlayDeskVisits(day);
        PlayBusyDesks(day);
        PlayBusyTelephones(day);
        PlayCompanyIncidents(day);
        PlayCentreIncidents(day);
        return day.Checked();
    }

    public static string Introduction(SampleLog day, ulong seed)
    {
        var planted = day.Planted.ToList();
        var violated = planted.Where(p => p.Verdict is Expected.Violated).ToList();
        var norms = violated.Select(p => p.Norm).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"""
            # A day at the desk

            `log.jsonl`: {day.Lines.Count()} events of {day.Interactions} interactions under the visitor reception standard (`rules/lf`) on
            Thursday, 5 March 2026, with the records of its incidents until the Tuesday after. The persons, the times and the words are
            invented: `tools/Standards.SampleLogs` makes all files of this folder from a seed, and a test makes them again and compares the bytes.

            | cases | what |
            | --- | --- |
            | `V-…` | visits to a free desk |
            | `B-…` | a busy desk: A is served, others wait |
            | `T-…` | a busy desk: A is on the telephone, B comes |
            | `C-…` | sudden incidents at the company office |
            | `S-…` | sudden incidents at a service centre, with their records |

            An observer watched {day.Observed} of the interactions; the answers were keyed in in the evening, so their lines come last although their
            times do not. Of the other interactions the log cannot tell whether somebody smiled: those items are *unknown*.

            ## What was planted

            {violated.Count} breaches of {norms} norms, {planted.Count(p => p.Verdict is Expected.Unknown)} gaps in the log (unknown), and {planted.Count(p => p.Verdict is Expected.Satisfied)} interactions that keep a deadline at its last
            instant (satisfied). `planted.csv` holds the same list. An audit of the complete log finds exactly these breaches:

            ```sh
            standards audit samples/lf-day/log.jsonl --profile lf --complete
            ```


            """);
    }

    private static void PlayDeskVisits(SampleLog day)
    {
        var flaws = Spread<DeskFlaw>(day.Dice, DeskVisits);
        var starts = Starts(day, DeskVisits);
        for (var i = 0; i < DeskVisits; i++)
            new DeskVisit(day, Id('V', i), starts[i], (int)day.Dice.Between(1, 6)).Play(flaws[i], isObserved: i % 9 == 4);
    }

    private static void PlayBusyDesks(SampleLog day)
    {
        var flaws = Spread<BusyFlaw>(day.Dice, BusyDesks);
        var starts = Starts(day, BusyDesks);
        var courses = Enum.GetValues<BusyCourse>();
        for (var i = 0; i < BusyDesks; i++)
        {
            var course = flaws[i] is BusyFlaw.None ? courses[i % courses.Length] : BusyDesk.CourseOf(flaws[i]);
            new BusyDesk(day, Id('B', i), starts[i], (int)day.Dice.Between(1, 6)).Play(course, flaws[i], isObserved: i % 6 == 1);
        }
    }

    private static void PlayBusyTelephones(SampleLog day)
    {
        var flaws = Spread<TelephoneFlaw>(day.Dice, BusyTelephones);
        var starts = Starts(day, BusyTelephones);
        for (var i = 0; i < BusyTelephones; i++)
            new BusyTelephone(day, Id('T', i), starts[i], (int)day.Dice.Between(1, 6)).Play(flaws[i], isHandedOver: i % 3 != 0, isObserved: i % 6 == 2);
    }

    private static void PlayCompanyIncidents(SampleLog day)
    {
        var number = 0;
        CompanyIncident Next() => new(day, Id('C', number++), Start(day));
        Next().PlayForeseenOwner(CompanyFlaw.None);
        Next().PlayForeseenOwner(CompanyFlaw.QualityToldAtTheLimit);
        Next().PlayForeseenOwner(CompanyFlaw.QualityToldTooLate);
        Next().PlayForeseenOwner(CompanyFlaw.SituationIncomplete);
        Next().PlaySuddenOwner(CompanyFlaw.None, withMedia: true, isObserved: true);
        Next().PlaySuddenOwner(CompanyFlaw.QualityToldByMessage, withMedia: false, isObserved: false);
        Next().PlaySuddenOwner(CompanyFlaw.MediaNotHandedOver, withMedia: true, isObserved: false);
        Next().PlayEmployee(CompanyFlaw.None);
        Next().PlayEmployee(CompanyFlaw.OpinionKeptBack);
        Next().PlayEmployee(CompanyFlaw.PlacedTooLate);
        Next().PlayMediaOrAuthority(CompanyFlaw.PlacedBeforeTelling, "media");
        Next().PlayMediaOrAuthority(CompanyFlaw.ClassNotRecognised, "tax");
    }

    private static void PlayCentreIncidents(SampleLog day)
    {
        var number = 0;
        CentreIncident Next() => new(day, Id('S', number++), Start(day));
        void Record(Script incident, RecordFlaw flaw, bool isTypical = false) => new IncidentRecord(day, incident).Play(flaw, isTypical);
        Record(Next().PlayOwner(CentreFlaw.None, isTypical: true), RecordFlaw.SubmittedAtTheLimit, isTypical: true);
        Record(Next().PlayOwner(CentreFlaw.NoTea, isTypical: false), RecordFlaw.None);
        Record(Next().PlayOwner(CentreFlaw.DirectorToldTooLate, isTypical: true), RecordFlaw.CaseNotKept, isTypical: true);
        Record(Next().PlayOwner(CentreFlaw.Conflict, isTypical: false), RecordFlaw.None);
        Record(Next().PlayEmployee(CentreFlaw.QuestionNotAnswered), RecordFlaw.None);
        Record(Next().PlayEmployee(CentreFlaw.WrongRoom), RecordFlaw.SubmittedTooLate);
        Record(Next().PlayMediaOrAuthority(CentreFlaw.None, "media"), RecordFlaw.OutcomeLeftOut);
        Record(Next().PlayMediaOrAuthority(CentreFlaw.JuniorAnswered, "media"), RecordFlaw.None);
        Record(Next().PlayMediaOrAuthority(CentreFlaw.LeaderToldTooLate, "court"), RecordFlaw.None);
        Record(Next().PlayMediaOrAuthority(CentreFlaw.FrontDeskLed, "police"), RecordFlaw.NotFiled);
        Record(Next().PlayMediaOrAuthority(CentreFlaw.Onlookers, "other-authority"), RecordFlaw.None);
        Record(Next().PlayMediaOrAuthority(CentreFlaw.InterviewWithoutInstruction, "media"), RecordFlaw.None);
    }

    /// <summary>Each flaw once, at places of its own; all other interactions go well.</summary>
    private static TFlaw[] Spread<TFlaw>(Dice dice, int count)
        where TFlaw : struct, Enum
    {
        var flaws = new TFlaw[count];
        Enum.GetValues<TFlaw>().CopyTo(flaws, 0);
        dice.Shuffle(flaws);
        return flaws;
    }

    private static string Id(char kind, int index) => $"{kind}-{index + 1:000}";

    private static List<DateTimeOffset> Starts(SampleLog day, int count) => [.. Enumerable.Range(0, count).Select(_ => Start(day)).Order()];

    /// <summary>In the opening hours, so that the longest interaction still ends in them.</summary>
    private static DateTimeOffset Start(SampleLog day) => day.At(0, new TimeSpan(9, 2, 0)) + day.Dice.Seconds(0, 25_000);
}
