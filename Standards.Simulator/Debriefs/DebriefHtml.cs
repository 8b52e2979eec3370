using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Debriefs;

/// <summary>A debrief as one page of HTML that needs no other file and no script. Not thread-safe.</summary>
internal sealed class DebriefHtml(Language language)
{
    private readonly HtmlBuilder _html = new();

    /// <summary>The page.</summary>
    public string Of(Debrief debrief)
    {
        var words = new DebriefWords(debrief, language);
        _html.Open("html", "lang", language == Language.Zh ? "zh-CN" : "en").Break();
        _html.Open("head").Break();
        _html.Empty("meta", "charset", "utf-8").Break();
        _html.Empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").Break();
        _html.Element("title", $"{words.Title} – {debrief.Attempt.Trainee}").Break();
        _html.Style(DebriefStyle.Css).Close().Break();
        _html.Open("body").Break();
        Head(debrief, words);
        _html.Open("main").Break();
        Sections(debrief, words);
        Practices(debrief, words);
        Strengths(debrief, words);
        if (debrief.Comparison is not null)
            Pairs(words.Say(Texts.Debrief.Compared), words.Comparisons());
        new TimelineHtml(_html, words).Write(debrief);
        Open(debrief, words);
        Corrections(debrief, words);
        if (!debrief.Attempt.Notes.IsEmpty)
            Pairs(words.Say(Texts.Debrief.Notes), debrief.Attempt.Notes.Select(words.NoteOf));
        _html.Close().Break();
        Proof(debrief, words);
        return _html.Close().Break().Close().Break().ToString();
    }

    private void Head(Debrief debrief, DebriefWords words)
    {
        var score = debrief.Counted;
        _html.Open("header").Break().Element("h1", words.Title).Break();
        foreach (var line in words.Head())
            _html.Element("p", line, "class", "soft").Break();
        if (words.Foreign is { } foreign)
            _html.Element("p", foreign, "class", "warning").Break();
        var tone = score.Outcome switch
        {
            Outcome.Passed => "passed",
            Outcome.CriticalBroken or Outcome.BelowMark => "failed",
            _ => "open",
        };
        _html.Open("div", "class", $"result {tone}").Break();
        _html.Open("p").Element("strong", $"{words.NameOf(score.Outcome)} {words.PointsOf(score.Card)}").Close().Break();
        _html.Element("p", words.ReasonOf(score)).Break().Element("p", words.CountsOf(score.Card)).Break();
        if (words.Corrected is { } corrected)
            _html.Element("p", corrected, "class", "warning").Break();
        _html.Close().Break().Close().Break();
    }

    private void Sections(Debrief debrief, DebriefWords words)
    {
        var card = debrief.Counted.Card;
        if (card.Sections.IsEmpty)
            return;
        Heading(words.Say(Texts.Debrief.BySection));
        _html.Open("table").Break();
        Columns(words, Texts.Debrief.Section);
        foreach (var section in card.Sections)
        {
            Row(words, $"{section.Id} {words.Say(section.Title)}", section.Earned, section.Possible);
            Number(Noun.Number(section.Norms.Sum(n => n.Broken)));
            Number(Noun.Number(section.Norms.Sum(n => n.Unknown)));
            _html.Close().Break();
        }

        _html.Close().Close().Break();
        _html.Open("table").Break();
        Columns(words, Texts.Debrief.Skill);
        foreach (var (skill, (earned, possible)) in card.Skills())
        {
            var norms = card.Norms.Where(n => n.Skill == skill).ToList();
            Row(words, words.Say(Texts.Of(skill)), earned, possible);
            Number(Noun.Number(norms.Sum(n => n.Broken)));
            Number(Noun.Number(norms.Sum(n => n.Unknown)));
            _html.Close().Break();
        }

        _html.Close().Close().Break();
    }

    private void Columns(DebriefWords words, LocalizedText first)
    {
        _html.Open("thead").Open("tr").Element("th", words.Say(first), "scope", "col").Open("td").Close();
        foreach (var title in new[] { Texts.Debrief.Score, Texts.Debrief.Share, Texts.Debrief.Broken, Texts.Debrief.Unknown })
            _html.Element("th", words.Say(title), "scope", "col", "class", "number");
        _html.Close().Close().Open("tbody").Break();
    }

    private void Row(DebriefWords words, string title, double earned, double possible)
    {
        double? share = possible > 0 ? earned / possible : null;
        _html.Open("tr").Element("th", title, "scope", "row").Open("td");
        if (share is { } known)
        {
            var width = string.Create(CultureInfo.InvariantCulture, $"width:{known * 100:0.#}%");
            _html.Open("span", "class", "bar", "aria-hidden", "true").Element("span", "", "style", width).Close();
        }

        _html.Close();
        Number($"{DebriefWords.Points(earned)} / {DebriefWords.Points(possible)}");
        Number(DebriefWords.Share(share));
    }

    private void Number(string text) => _html.Element("td", text, "class", "number");

    private void Practices(Debrief debrief, DebriefWords words)
    {
        Heading(words.Say(Texts.Debrief.Practise));
        if (debrief.Practices.IsEmpty)
        {
            _html.Element("p", words.Say(Texts.Debrief.NothingToPractise)).Break();
            return;
        }

        _html.Open("ol", "class", "practice").Break();
        foreach (var practice in debrief.Practices)
        {
            _html.Open("li").Element("h3", words.Say(practice.Title)).Element("p", words.ReasonOf(practice), "class", "soft").Open("dl");
            if (practice.Words is { } say)
                _html.Element("dt", words.Say(Texts.Debrief.Say)).Element("dd", words.Say(Texts.Debrief.Says.With(say)), "class", "words", "lang", "zh-CN");
            else
                _html.Element("dt", words.Say(Texts.Debrief.Do)).Element("dd", words.Say(practice.WhatToDo));
            foreach (var clause in practice.Clauses)
                _html.Element("dt", words.Say(Texts.Debrief.Clause)).Element("dd", $"{clause.Ids} {words.Say(clause.Text)}");
            _html.Close().Close().Break();
        }

        _html.Close().Break();
    }

    private void Strengths(Debrief debrief, DebriefWords words)
    {
        if (debrief.Strengths.IsEmpty)
        {
            Heading(words.Say(Texts.Debrief.Strengths));
            _html.Element("p", words.Say(Texts.Debrief.None)).Break();
        }
        else
        {
            Pairs(words.Say(Texts.Debrief.Strengths), debrief.Strengths.Select(s => (words.Say(s.Kind), words.Joined(s.What))));
        }
    }

    private void Open(Debrief debrief, DebriefWords words)
    {
        if (!debrief.MissingEvidence.IsEmpty || !debrief.Unanswered.IsEmpty)
        {
            Heading(words.Say(Texts.Debrief.Open));
            List(debrief.MissingEvidence.Select(l => words.TitleOf(l) + words.Say(Texts.Colon) + words.Say(l.Found)));
            if (!debrief.Unanswered.IsEmpty)
                Folded(words.UnansweredCount, debrief.Unanswered.Select(words.QuestionOf));
        }

        if (!debrief.Pending.IsEmpty)
        {
            Heading(words.Say(Texts.Debrief.Pending));
            List(debrief.Pending.Select(l => words.TitleOf(l) + words.Say(Texts.Colon) + words.Say(l.Found)));
        }

        if (words.Excepted is { } excepted)
            _html.Element("p", excepted, "class", "soft").Break();
    }

    private void Corrections(Debrief debrief, DebriefWords words)
    {
        if (debrief.Corrections.IsEmpty)
            return;
        Heading(words.Say(Texts.Debrief.Corrections));
        if (words.CorrectionScore is { } scores)
            _html.Element("p", scores, "class", "warning").Break();
        List(debrief.Corrections.Select(words.CorrectionText));
    }

    private void Proof(Debrief debrief, DebriefWords words)
    {
        _html.Open("footer").Break();
        Heading(words.Say(Texts.Debrief.Proof));
        _html.Element("p", words.Say(Texts.Debrief.ProofText)).Break();
        _html.Open("pre").Element("code", debrief.ExportCommand).Break().Element("code", debrief.ProofCommand).Close().Break().Close().Break();
    }

    private void Heading(string text) => _html.Element("h2", text).Break();

    private void Pairs(string heading, IEnumerable<(string Label, string Text)> pairs)
    {
        Heading(heading);
        _html.Open("dl").Break();
        foreach (var (label, text) in pairs)
            _html.Element("dt", label).Element("dd", text).Break();
        _html.Close().Break();
    }

    private void List(IEnumerable<string> items)
    {
        ImmutableArray<string> all = [.. items];
        if (all.IsEmpty)
            return;
        _html.Open("ul").Break();
        foreach (var item in all)
            _html.Element("li", item).Break();
        _html.Close().Break();
    }

    private void Folded(string summary, IEnumerable<string> items)
    {
        _html.Open("details").Element("summary", summary).Break();
        List(items);
        _html.Close().Break();
    }
}
