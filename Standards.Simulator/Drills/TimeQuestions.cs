using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Time;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Sessions;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary><c>time</c>: an obligation is open; how long is left? Asked in time of the wall clock, also where working time counts.</summary>
internal sealed class TimeQuestions(DrillMaterial material) : IQuestionMaker
{
    private const int MostLines = 14;
    private const int Tries = 8;

    private readonly CaseJudge _judge = material.Judge;

    private readonly ILookup<string, PackCase> _cases = material.Cases
        .SelectMany(c => c.Expected.Where(e => e.Verdict is Verdict.Satisfied or Verdict.Violated).Select(e => e.Norm).Distinct(StringComparer.Ordinal).Select(n => (Norm: n, Case: c)))
        .ToLookup(p => p.Norm, p => p.Case, StringComparer.Ordinal);

    public DrillKind Kind => DrillKind.Time;

    public IEnumerable<(BoundNorm Norm, int Difficulty)> Norms() => material.Norms.Values
        .Where(n => LimitOf(n) is not null && _cases.Contains(n.Id))
        .Select(n => (n, DifficultyOf(LimitOf(n)!)));

    public DrillQuestion? Make(BoundNorm norm, DrillRandom random)
    {
        var isLate = random.OnceIn(6);
        var cases = _cases[norm.Id].ToList();
        for (var i = 0; i < Tries; i++)
        {
            if (Make(norm, DrillMaterial.Pick(cases, random), isLate, random) is { } question)
                return question;
        }

        return null;
    }

    /// <summary>The clock of a norm that asks for something; null for all others.</summary>
    private static Deadline? LimitOf(BoundNorm norm) => norm.Form switch
    {
        NormForm.Require { Within: BoundDeadline.Time { Deadline: var limit } } => limit,
        NormForm.Say { Within: BoundDeadline.Time { Deadline: var limit } } => limit,
        NormForm.Record { Within: BoundDeadline.Time { Deadline: var limit } } => limit,
        _ => null,
    };

    /// <summary>Seconds and minutes are for beginners, calendars for the advanced.</summary>
    private static int DifficultyOf(Deadline limit) => limit switch
    {
        Deadline.Elapsed { Time.TotalHours: <= 1 } => 0,
        Deadline.Elapsed or Deadline.CalendarPeriod => 1,
        _ => 2,
    };

    private DrillQuestion.Remaining? Make(BoundNorm norm, PackCase packCase, bool isLate, DrillRandom random)
    {
        var events = DrillMaterial.InOrder(packCase.Events);
        var facts = events.Count(DrillMaterial.IsFacts);
        using var session = _judge.Open(packCase.Pack, packCase.Processes, events[..facts]);
        var moments = new List<(int Events, OpenObligation Open)>();
        for (var i = facts; i < Math.Min(events.Length, facts + MostLines); i++)
        {
            session.Observe(events[i] with { Case = session.CaseId });
            if (OpenOf(session, norm) is { } open && open.Due > events[i].At)
                moments.Add((i + 1, open));
        }

        if (moments.Count == 0)
            return null;
        var (count, obligation) = random.Pick(moments);
        var shown = events[..count];
        if (Now(shown[^1].At, obligation, isLate, random) is not { } now || !Confirms(norm, packCase, shown, obligation, now))
            return null;
        return new DrillQuestion.Remaining(obligation.ActivatedAt, now, obligation.Due, obligation.Key)
        {
            Kind = Kind,
            Norm = norm,
            Setting = material.Setting(norm, packCase.Processes),
            Events = shown,
            Processes = packCase.Processes,
            Prompt = Prompt(norm, obligation, now),
            Why = [.. Why(norm, obligation, now)],
        };
    }

    /// <summary>The norm's open obligation, where there is just one: of two it could not be said which is meant.</summary>
    private static OpenObligation? OpenOf(Session session, BoundNorm norm)
    {
        var open = session.OpenObligations().Where(o => string.Equals(o.Norm, norm.Id, StringComparison.Ordinal) && !o.IsProhibition).Take(2).ToList();
        return open.Count == 1 && open[0].Due < Instant.MaxValue ? open[0] : null;
    }

    /// <summary>An instant that a person would read off a clock: whole seconds of a short time, whole hours of days.</summary>
    private static Instant? Now(Instant from, OpenObligation obligation, bool isLate, DrillRandom random)
    {
        var whole = obligation.Due - obligation.ActivatedAt;
        var step = whole.Ticks switch
        {
            <= 30 * TimeSpan.TicksPerSecond => TimeSpan.TicksPerSecond,
            <= 10 * TimeSpan.TicksPerMinute => 5 * TimeSpan.TicksPerSecond,
            <= 4 * TimeSpan.TicksPerHour => TimeSpan.TicksPerMinute,
            <= 2 * TimeSpan.TicksPerDay => 10 * TimeSpan.TicksPerMinute,
            _ => TimeSpan.TicksPerHour,
        };
        var (first, last) = isLate ? (obligation.Due.Ticks + 1, obligation.Due.Ticks + Math.Max(step, whole.Ticks / 2)) : (from.Ticks, obligation.Due.Ticks - 1);
        first = (first + step - 1) / step * step;
        var places = (last - first) / step;
        return places < 0 || last > Instant.MaxValue.Ticks / 2 ? null : new Instant(first + (random.Next((int)Math.Min(places, 10_000) + 1) * step));
    }

    /// <summary>
    /// At that instant the evaluator, too, says that the obligation is open; and one tick after its time, that it is broken: where no words are
    /// logged at all, it would not say so of words.
    /// </summary>
    private bool Confirms(BoundNorm norm, PackCase packCase, ImmutableArray<InteractionEvent> shown, OpenObligation obligation, Instant now)
    {
        using var session = _judge.Open(packCase.Pack, packCase.Processes, shown);
        session.AdvanceTo(now > obligation.Due ? obligation.Due : now);
        if (OpenOf(session, norm) is not { } open || open.Due != obligation.Due || open.ActivatedAt != obligation.ActivatedAt)
            return false;
        session.AdvanceTo(obligation.Due + TimeSpan.FromTicks(1));
        return session.Verdicts().Any(f => f.Verdict == Verdict.Violated && f.Due == obligation.Due && string.Equals(f.Norm, norm.Id, StringComparison.Ordinal));
    }

    private static LocalizedText Prompt(BoundNorm norm, OpenObligation obligation, Instant now)
    {
        var time = Day(norm, now);
        var about = obligation.Key is { } key ? new LocalizedText($"（{key}）", $" ({key})") : LocalizedText.Empty;
        return Texts.Drill.HowLong.With(time, norm.Title, about);
    }

    private static IEnumerable<LocalizedText> Why(BoundNorm norm, OpenObligation obligation, Instant now)
    {
        var limit = LimitOf(norm)!;
        yield return Texts.Drill.Began.With(Day(norm, obligation.ActivatedAt), new LocalizedText(limit.DescribeLimit(Language.Zh), limit.DescribeLimit(Language.En)), Day(norm, obligation.Due));
        if (limit is not (Deadline.Elapsed or Deadline.CalendarPeriod or Deadline.RelativeTo))
            yield return Texts.Drill.ByCalendar.With(norm.Pack.Calendar.Title, Hours(norm.Pack.Calendar, obligation.Due));
        yield return now > obligation.Due
            ? Texts.Drill.LateBy.With(TimeAnswer.Describe(now - obligation.Due))
            : Texts.Drill.LeftNow.With(TimeAnswer.Describe(obligation.Due - now));
    }

    private static LocalizedText Hours(WorkingCalendar calendar, Instant at)
    {
        var date = DateOnly.FromDateTime(calendar.Clock.ToLocal(at));
        var hours = calendar.HoursOn(date) is { IsEmpty: false } open ? string.Join(", ", open) : "–";
        return new LocalizedText($"{Date(date)}：{hours}", $"{Date(date)}: {hours}");
    }

    /// <summary>Date, day of the week and time: calendars go by them.</summary>
    private static LocalizedText Day(BoundNorm norm, Instant instant)
    {
        var date = DateOnly.FromDateTime(norm.Pack.Calendar.Clock.ToLocal(instant));
        var text = Clock(norm, instant);
        var name = Texts.Drill.Weekdays[(int)date.DayOfWeek];
        return new LocalizedText($"{text[..10]}（{name.Zh}）{text[11..]}", $"{name.En} {text}");
    }

    /// <summary>The last instant of a day reads as 24:00:00.</summary>
    private static string Clock(BoundNorm norm, Instant instant)
    {
        var instants = new InstantText(norm.Pack.Calendar.Zone);
        if (instant.Ticks % TimeSpan.TicksPerSecond == 0)
            return instants.Short(instant);
        var next = instants.Short(instant + new TimeSpan(TimeSpan.TicksPerSecond - (instant.Ticks % TimeSpan.TicksPerSecond)));
        return next.EndsWith("00:00:00", StringComparison.Ordinal) ? instants.Short(instant)[..11] + "24:00:00" : next;
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
