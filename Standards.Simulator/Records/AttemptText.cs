using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Scoring;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>One attempt for people: who, what, when, and the scorecard by section with what was lost.</summary>
internal sealed class AttemptText(Invocation invocation)
{
    public string Of(ScoredAttempt scored)
    {
        var attempt = scored.Attempt;
        var card = scored.Card;
        var page = invocation.NewPage();
        page.Line(invocation.Ink.Bold(attempt.Id));
        Pairs(page, attempt, scored.Score);
        Sections(page, card);
        Lost(page, card);
        Corrections(page, attempt);
        return page.ToString();
    }

    private void Pairs(Page page, AttemptRecord attempt, AttemptScore score)
    {
        var instants = new InstantText(invocation.Time.LocalTimeZone);
        (LocalizedText Label, string Text)[] pairs =
        [
            (Texts.Records.Trainee, attempt.Trainee),
            (Texts.Records.Subject, $"{attempt.Subject} {In(attempt.Title)}".TrimEnd()),
            (Texts.Records.Packs, string.Join(In(Texts.ListComma), attempt.Packs)),
            (Texts.Records.When, instants.Short(attempt.StartedAt)),
            (Texts.Records.Duration, ScoreText.Of(attempt.Duration)),
            (Texts.Records.Mode, In(Texts.Of(attempt.Mode))),
            (Texts.Records.Score, $"{In(ScoreText.Of(score))}{In(Texts.Comma)}{In(Texts.Records.PointsOf.With(ScoreText.Points(score.Earned), ScoreText.Points(score.Possible)))}"),
            (Texts.Records.Result, In(ScoreText.Result(attempt.IsFinished, score.IsPassed))),
        ];
        var width = pairs.Max(p => TextWrapper.Width(In(p.Label)));
        foreach (var (label, text) in pairs)
            page.Pair(In(label), text, width);
    }

    private void Sections(Page page, Scorecard card)
    {
        if (card.Possible <= 0)
            return;
        page.Gap();
        var table = invocation.NewTable().Column(In(Texts.Records.Section), isWhole: true).Column(In(Texts.List.Title))
            .Column(In(Texts.Records.Points), isNumber: true).Column(In(Texts.Records.Share), isNumber: true).Column(In(Texts.Audit.Unknown), isNumber: true);
        foreach (var section in card.Sections.Where(s => s.Possible > 0))
        {
            table.Row(
                section.Id, In(section.Title), $"{ScoreText.Points(section.Earned)}/{ScoreText.Points(section.Possible)}", ScoreText.Of(section.Share),
                section.Norms.Sum(n => n.Unknown).ToString(CultureInfo.InvariantCulture));
        }

        page.Block(table.Render());
    }

    private void Lost(Page page, Scorecard card)
    {
        var lost = card.Norms.Where(n => n.Lost > 0).OrderByDescending(n => n.Lost).ThenBy(n => n.Norm, StringComparer.Ordinal).ToList();
        if (lost.Count == 0)
            return;
        page.Heading(In(Texts.Records.Lost));
        foreach (var norm in lost)
        {
            page.Paragraph($"-{ScoreText.Points(norm.Lost)}  {In(norm.Title)} ({norm.Norm}, {In(Texts.Of(norm.Severity))})", indent: 2, hang: 4);
            foreach (var finding in norm.Findings.Where(f => f.Verdict == Verdict.Violated))
                page.Paragraph(In(finding.Finding.Message), indent: 6, paint: invocation.Ink.Dim);
        }
    }

    private void Corrections(Page page, AttemptRecord attempt)
    {
        if (attempt.Corrections.IsEmpty)
            return;
        page.Heading(In(Texts.Records.CorrectionsHead));
        foreach (var correction in attempt.Corrections)
        {
            var machine = attempt.Findings.FirstOrDefault(correction.Concerns)?.Verdict ?? correction.Verdict;
            page.Paragraph(
                $"{correction.Norm}{(correction.Key is { } key ? $" [{key}]" : "")}{In(Texts.Colon)}{In(Texts.Records.Changed.With(Texts.Of(machine), Texts.Of(correction.Verdict)))}",
                indent: 2, hang: 4);
            page.Paragraph(In(Texts.Records.Because.With(correction.Trainer, correction.Reason)), indent: 6);
        }
    }

    private string In(LocalizedText text) => invocation.In(text);
}
