using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Debriefs;

/// <summary>A debrief as a page of text that a trainer reads in two minutes. Not thread-safe.</summary>
/// <param name="page">Where it is written.</param>
/// <param name="language">The language of its words.</param>
/// <param name="all">Whether everything is listed: what was kept, and the questions that nobody answered.</param>
internal sealed class DebriefText(Page page, Language language, bool all = false)
{
    private const int BarWidth = 10;

    /// <summary>Writes the debrief, and returns the page.</summary>
    public Page Write(Debrief debrief)
    {
        var words = new DebriefWords(debrief, language);
        Head(debrief, words);
        Sections(debrief, words);
        Practices(debrief, words);
        Strengths(debrief, words);
        if (debrief.Comparison is not null)
            Pairs(Texts.Debrief.Compared, words, words.Comparisons());
        new TimelineText(page, words, all).Write(debrief);
        Open(debrief, words);
        Corrections(debrief, words);
        if (!debrief.Attempt.Notes.IsEmpty)
            Pairs(Texts.Debrief.Notes, words, debrief.Attempt.Notes.Select(words.NoteOf));
        Proof(debrief, words);
        return page;
    }

    private void Head(Debrief debrief, DebriefWords words)
    {
        page.Paragraph(words.Title, paint: page.Ink.Bold);
        foreach (var line in words.Head())
            page.Paragraph(line, paint: page.Ink.Dim);
        if (words.Foreign is { } foreign)
            page.Gap().Paragraph(foreign, paint: page.Ink.Doubtful);
        var score = debrief.Counted;
        page.Gap().Paragraph($"{words.NameOf(score.Outcome)}  {words.PointsOf(score.Card)}", paint: t => Tone(score.Outcome, t));
        page.Paragraph(words.ReasonOf(score), indent: 2);
        page.Paragraph(words.CountsOf(score.Card), indent: 2);
        if (words.Corrected is { } corrected)
            page.Paragraph(corrected, indent: 2, page.Ink.Doubtful);
    }

    private string Tone(Outcome outcome, string text) => outcome switch
    {
        Outcome.Passed => page.Ink.Good(text),
        Outcome.CriticalBroken or Outcome.BelowMark => page.Ink.Bad(text),
        _ => page.Ink.Doubtful(text),
    };

    private void Sections(Debrief debrief, DebriefWords words)
    {
        var card = debrief.Counted.Card;
        if (card.Sections.IsEmpty)
            return;
        page.Heading(words.Say(Texts.Debrief.BySection));
        var table = new TextTable(page.Width, page.Ink).Column(words.Say(Texts.Debrief.Section)).Column("", isWhole: true)
            .Column(words.Say(Texts.Debrief.Score), isNumber: true).Column(words.Say(Texts.Debrief.Share), isNumber: true)
            .Column(words.Say(Texts.Debrief.Broken), isNumber: true).Column(words.Say(Texts.Debrief.Unknown), isNumber: true);
        foreach (var section in card.Sections)
        {
            var (broken, unknown) = (section.Norms.Sum(n => n.Broken), section.Norms.Sum(n => n.Unknown));
            table.Row(
                $"{section.Id} {words.Say(section.Title)}",
                Bar(section.Share),
                $"{DebriefWords.Points(section.Earned)} / {DebriefWords.Points(section.Possible)}",
                DebriefWords.Share(section.Share),
                new Cell(Noun.Number(broken), broken > 0 ? Verdict.Violated : null),
                new Cell(Noun.Number(unknown), unknown > 0 ? Verdict.Unknown : null));
        }

        foreach (var (skill, (earned, possible)) in card.Skills())
        {
            if (possible == 0)
                continue;
            table.Row(
                $"{words.Say(Texts.Debrief.Skill)}{words.Say(Texts.Colon)}{words.Say(Texts.Of(skill))}",
                Bar(earned / possible),
                $"{DebriefWords.Points(earned)} / {DebriefWords.Points(possible)}",
                DebriefWords.Share(earned / possible),
                "",
                "");
        }

        page.Block(table.Render());
    }

    /// <summary>What is not quite full never looks full.</summary>
    private static string Bar(double? share)
    {
        if (share is not { } known)
            return "";
        var full = (int)Math.Floor((known * BarWidth) + 1e-9);
        return new string('#', full) + new string('.', BarWidth - full);
    }

    private void Practices(Debrief debrief, DebriefWords words)
    {
        page.Heading(words.Say(Texts.Debrief.Practise));
        if (debrief.Practices.IsEmpty)
            page.Paragraph(words.Say(Texts.Debrief.NothingToPractise), indent: 2);
        var number = 0;
        foreach (var practice in debrief.Practices)
        {
            page.Paragraph($"{++number}. {words.Say(practice.Title)}{words.Say(Texts.Colon)}{words.ReasonOf(practice)}", indent: 2, page.Ink.Bold, hang: 3);
            List<(string Label, string Text)> lines = [];
            if (practice.Words is { } say)
                lines.Add((words.Say(Texts.Debrief.Say), words.Say(Texts.Debrief.Says.With(say))));
            else
                lines.Add((words.Say(Texts.Debrief.Do), words.Say(practice.WhatToDo)));
            var width = lines.Max(l => TextWrapper.Width(l.Label));
            foreach (var (label, text) in lines)
                page.Pair(label, text, width, indent: 5);
        }
    }

    private void Strengths(Debrief debrief, DebriefWords words)
    {
        if (debrief.Strengths.IsEmpty)
            page.Heading(words.Say(Texts.Debrief.Strengths)).Paragraph(words.Say(Texts.Debrief.None), indent: 2);
        else
            Pairs(Texts.Debrief.Strengths, words, debrief.Strengths.Select(s => (words.Say(s.Kind), words.Joined(s.What))));
    }

    private void Open(Debrief debrief, DebriefWords words)
    {
        if (!debrief.MissingEvidence.IsEmpty || !debrief.Unanswered.IsEmpty)
        {
            page.Heading(words.Say(Texts.Debrief.Open));
            foreach (var line in debrief.MissingEvidence)
                page.Paragraph($"{words.TitleOf(line)}{words.Say(Texts.Colon)}{words.Say(line.Found)}", indent: 2, hang: 2);
            if (!debrief.Unanswered.IsEmpty)
            {
                var count = all ? words.UnansweredCount : words.Say(Texts.Debrief.UnansweredFolded.With(words.UnansweredCount));
                page.Paragraph(count, indent: 2, page.Ink.Doubtful);
            }

            foreach (var question in all ? debrief.Unanswered : [])
                page.Paragraph($"- {words.QuestionOf(question)}", indent: 4, hang: 2);
        }

        if (!debrief.Pending.IsEmpty)
        {
            page.Heading(words.Say(Texts.Debrief.Pending));
            foreach (var line in debrief.Pending)
                page.Paragraph($"{words.TitleOf(line)}{words.Say(Texts.Colon)}{words.Say(line.Found)}", indent: 2, hang: 2);
        }

        if (all && words.Excepted is { } excepted)
            page.Gap().Paragraph(excepted, paint: page.Ink.Dim);
    }

    private void Corrections(Debrief debrief, DebriefWords words)
    {
        if (debrief.Corrections.IsEmpty)
            return;
        page.Heading(words.Say(Texts.Debrief.Corrections));
        if (words.CorrectionScore is { } scores)
            page.Paragraph(scores, indent: 2, page.Ink.Doubtful);
        foreach (var line in debrief.Corrections)
            page.Paragraph(words.CorrectionText(line), indent: 2, hang: 2);
    }

    /// <summary>The command is not broken into lines: it is there to be copied.</summary>
    private void Proof(Debrief debrief, DebriefWords words)
    {
        page.Heading(words.Say(Texts.Debrief.Proof)).Paragraph(words.Say(Texts.Debrief.ProofText), indent: 2);
        page.Line("  " + debrief.ExportCommand).Line("  " + debrief.ProofCommand);
    }

    private void Pairs(LocalizedText heading, DebriefWords words, IEnumerable<(string Label, string Text)> pairs)
    {
        page.Heading(words.Say(heading));
        var list = pairs.ToList();
        var width = list.Max(p => TextWrapper.Width(p.Label));
        foreach (var (label, text) in list)
            page.Pair(label, text, width);
    }
}
