using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Diagnostics;
using Standards.Rules.Scoring;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Debriefs;

/// <summary>The sentences of a debrief, the same for every rendering. Immutable; thread-safe.</summary>
internal sealed class DebriefWords(Debrief debrief, Language language)
{
    private readonly InstantText _instants = new(debrief.Zone);

    public Language Language => language;

    public string ListComma => Say(Texts.ListComma);

    public string Comma => Say(Texts.Comma);

    public string Say(LocalizedText text) => text.In(language);

    /// <summary>What people typed may hold what would move a cursor.</summary>
    public static string Printable(string text) => SourceExcerpt.Printable(text);

    public string Title => Say(Texts.Debrief.Title.With(Printable(Say(debrief.Attempt.Title))));

    /// <summary>Who, when, how; then by which rules.</summary>
    public IEnumerable<string> Head()
    {
        var attempt = debrief.Attempt;
        var kind = attempt.Kind == AttemptKind.Observation ? Texts.Debrief.Of(attempt.Kind) : Texts.Of(attempt.Mode);
        var head = Say(Texts.Debrief.Head.With(Printable(attempt.Trainee), attempt.Subject, Say(kind), Whole(attempt.StartedAt), Say(SpanText.InWords(attempt.Duration))));
        yield return attempt.Hints == 0 ? head : $"{head} · {Say(Texts.Debrief.Hints.With(Say(Texts.Debrief.HintNoun.Times(attempt.Hints))))}";
        var packs = string.Join(ListComma, attempt.Packs);
        var rules = attempt.Profile is { } profile ? Say(Texts.Debrief.HeadProfile.With(packs, profile)) : packs;
        yield return Say(Texts.Debrief.HeadRules.With(Printable(attempt.Id), rules));
    }

    public string? Foreign => debrief.Foreign == 0 ? null : Say(Texts.Debrief.Foreign.With(Noun.Number(debrief.Foreign)));

    public string NameOf(Outcome outcome) => Say(outcome switch
    {
        Outcome.Passed => Texts.Debrief.Passed,
        Outcome.Unfinished => Texts.Debrief.Unfinished,
        Outcome.NothingDecided => Texts.Debrief.NothingDecided,
        _ => Texts.Debrief.Failed,
    });

    public string ReasonOf(Score score) => Say(score.Outcome switch
    {
        Outcome.Passed => Texts.Debrief.ReasonPassed.With(Noun.Percent(score.Card.PassMark)),
        Outcome.CriticalBroken critical => Texts.Debrief.ReasonCritical.With(List(critical.Norms.Select(n => n.Title))),
        Outcome.BelowMark below => Texts.Debrief.ReasonBelow.With(Noun.Percent(below.PassMark)),
        Outcome.Unfinished => Texts.Debrief.ReasonUnfinished,
        _ => Texts.Debrief.ReasonNothing,
    });

    /// <summary>The share, with the points that make it.</summary>
    public string PointsOf(Scorecard card) => card.Share is { } share
        ? Say(Texts.Debrief.Points.With(Noun.Percent(share), Points(card.Earned), Points(card.Possible)))
        : Say(Texts.Debrief.NoPoints);

    public string CountsOf(Scorecard card)
    {
        var counts = Say(Texts.Debrief.Counts.With(card.Kept, card.Broken, card.Unknown));
        return card.Pending == 0 ? counts : Say(Texts.Debrief.CountsPending.With(counts, card.Pending));
    }

    /// <summary>What the evaluator alone came to; null where no correction changed a verdict.</summary>
    public string? Corrected => debrief.Machine is { } machine ? Say(Texts.Debrief.Corrected.With(PointsOf(machine.Card), NameOf(machine.Outcome))) : null;

    public static string Share(double? share) => share is { } known ? Noun.Percent(known) : "–";

    public static string Points(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static LocalizedText Lost(double points)
    {
        var noun = Texts.Debrief.PointNoun;
        return new LocalizedText($"{Points(points)} {noun.Zh}", $"{Points(points)} {(points == 1 ? noun.One : noun.Many)}");
    }

    /// <summary>A time of the interaction; with its date where that is not the day on which it began.</summary>
    public string TimeOf(Instant instant)
    {
        var text = Whole(instant);
        var begun = debrief.Timeline is [var first, ..] ? Whole(first.At) : text;
        return text.AsSpan(0, 10).SequenceEqual(begun.AsSpan(0, 10)) ? text[11..] : text;
    }

    /// <summary>RFC 3339.</summary>
    public string MachineTime(Instant instant) => _instants.Full(instant);

    /// <summary>What happened: who did what, the words, the attributes.</summary>
    public string What(TimelineRow row)
    {
        if (row is not TimelineRow.Act act)
            return Say(row is TimelineRow.End ? Texts.Debrief.End : row.Broken.Any() ? Texts.Debrief.TimePassed : Texts.Debrief.TimeEnded);
        var text = act.Who == LocalizedText.Empty ? Say(act.Title) : Printable(Say(act.Who)) + Say(Texts.Colon) + Say(act.Title);
        if (!string.IsNullOrEmpty(act.Event.Say))
            text += " " + Say(Texts.Debrief.Says.With(Printable(act.Event.Say)));
        return act.Details == LocalizedText.Empty ? text : $"{text} ({Printable(Say(act.Details))})";
    }

    public string? MarginOf(VerdictLine line) => line.Margin switch
    {
        null => null,
        { Spare: { } spare } => Say(Texts.Debrief.Spare.With(SpanText.InWords(spare))),
        { Late: { } late } margin => Say(Texts.Debrief.DueLate.With(TimeOf(margin.Due), TimeOf(margin.Came!.At), Say(SpanText.InWords(late)))),
        { Due: var due } => Say(Texts.Debrief.DueNever.With(TimeOf(due))),
    };

    /// <summary>How much it weighs, and what it cost.</summary>
    public string WeightOf(VerdictLine line) =>
        $"{Say(Texts.Of(line.Finding.Severity))}{Comma}{(line.Lost > 0 ? Say(Texts.Debrief.PointsLost.With(Lost(line.Lost))) : Say(Texts.Debrief.NotScored))}";

    public string TitleOf(VerdictLine line) =>
        line.Finding.Key is { } key ? $"{Say(line.Title)} [{Printable(key)}]" : Say(line.Title);

    public string? CorrectionOf(VerdictLine line) => line is { IsCorrected: true, Correction: { } correction }
        ? Say(Texts.Debrief.MachineSays.With(Of(line.Finding.Verdict), Printable(correction.Trainer), Of(line.Counted), Printable(correction.Reason)))
        : null;

    public string Of(Verdict verdict) => Say(Texts.Of(verdict));

    /// <summary>Why it is worth practising.</summary>
    public string ReasonOf(Practice practice)
    {
        List<string> parts = practice.Reason switch
        {
            PracticeReason.Broken => [Say(Texts.Of(practice.Severity)), Say(Texts.Debrief.Costs.With(Lost(practice.Lost)))],
            PracticeReason.NotYetSteady => [Say(Texts.Debrief.NotYetSteady)],
            _ => [Say(Texts.Debrief.NotTheWords)],
        };
        if (practice.Broken > 1)
            parts.Add(Say(Texts.Debrief.BrokenTimes.With(practice.Broken)));
        if (practice.MissedEarlier > 0)
            parts.Add(Say(Texts.Debrief.MissedBefore.With(practice.MissedEarlier, debrief.Comparison!.Earlier.Length)));
        return string.Join(Comma, parts);
    }

    /// <summary>The comparison, part by part.</summary>
    public IEnumerable<(string Label, string Text)> Comparisons()
    {
        if (debrief.Comparison is not { } comparison)
            yield break;
        var scores = comparison.Earlier.Select(e => $"{Share(e.Share)} {(e.IsPassed ? Say(Texts.Debrief.Passed) : Say(Texts.Debrief.Failed))}");
        yield return (Say(Texts.Debrief.Earlier), string.Join(" → ", scores));
        yield return (Say(Texts.Debrief.ThisTime), Share(debrief.Counted.Card.Share));
        if (comparison.Best is { } best)
            yield return (Say(Texts.Debrief.Best), Noun.Percent(best));
        if (comparison.Change is { } change)
            yield return (Say(Texts.Debrief.Since), Say(Texts.Debrief.PercentPoints.With((change * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture))));
        yield return (Say(Texts.Debrief.TrendLabel.With(comparison.TrendOver)), Say(Texts.Debrief.Of(comparison.Trend)));
        var changes = new[]
        {
            (Texts.Debrief.NewlyKept, comparison.NewlyKept),
            (Texts.Debrief.NewlyBroken, comparison.NewlyBroken),
            (Texts.Debrief.MissedAgain, comparison.MissedAgain),
        };
        foreach (var (label, titles) in changes)
        {
            if (!titles.IsEmpty)
                yield return (Say(label), Say(List(titles)));
        }

        if (comparison.NotCompared > 0)
            yield return ("", Say(Texts.Debrief.NotCompared.With(Texts.Debrief.Attempts.Times(comparison.NotCompared))));
    }

    public string CorrectionText(CorrectionLine line)
    {
        var correction = line.Correction;
        var machine = line.Machine is { } verdict ? Of(verdict) : Say(Texts.Debrief.NoVerdict);
        var text = Say(Texts.Debrief.CorrectionLine.With(
            Printable(Say(line.Title)), machine, Of(correction.Verdict), Say(Texts.Debrief.Of(correction.Kind)), Printable(correction.Trainer), Printable(correction.Reason)));
        return text + (line.Machine is null ? Say(Texts.Debrief.IdleCorrection) : line.IsReplaced ? Say(Texts.Debrief.ReplacedCorrection) : "");
    }

    /// <summary>Both scores, where a correction changed one; else null.</summary>
    public string? CorrectionScore => debrief.Machine is { } machine
        ? Say(Texts.Debrief.CorrectionScore.With(PointsOf(machine.Card), PointsOf(debrief.Counted.Card)))
        : null;

    /// <summary>When a remark is about, and the remark.</summary>
    public (string Time, string Text) NoteOf(AttemptNote note) => (TimeOf(note.At), Printable(note.Author) + Say(Texts.Colon) + Printable(note.Text));

    public string Joined(IEnumerable<LocalizedText> texts) => Say(List(texts));

    public string UnansweredCount => Say(Texts.Debrief.Unanswered.With(Texts.Debrief.Questions.Times(debrief.Unanswered.Length)));

    public string QuestionOf(OpenQuestion question) =>
        question.Times == 1 ? Say(question.Question) : Say(Texts.Debrief.Times.With(Say(question.Question), question.Times));

    public string? Excepted => debrief.Excepted == 0 ? null : Say(Texts.Debrief.Excepted.With(debrief.Excepted));

    private static LocalizedText List(IEnumerable<LocalizedText> texts)
    {
        var all = texts.ToList();
        return new LocalizedText(string.Join("；", all.Select(t => t.In(Language.Zh))), string.Join("; ", all.Select(t => t.In(Language.En))));
    }

    /// <summary>Date and time in whole seconds.</summary>
    private string Whole(Instant instant) => _instants.Short(new Instant(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerSecond)));
}
