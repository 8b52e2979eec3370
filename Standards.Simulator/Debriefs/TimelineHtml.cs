using System.Collections.Immutable;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Debriefs;

/// <summary>The timeline of a debrief as HTML. Not thread-safe.</summary>
internal sealed class TimelineHtml(HtmlBuilder html, DebriefWords words)
{
    public void Write(Debrief debrief)
    {
        html.Element("h2", words.Say(Texts.Debrief.Timeline)).Break();
        if (debrief.Timeline.IsEmpty)
        {
            html.Element("p", words.Say(Texts.Debrief.NothingHappened)).Break();
            return;
        }

        if (debrief.Timeline.SelectMany(r => r.Verdicts).Any(v => v.Wording is { Differs: true }))
        {
            html.Open("p", "class", "soft").Element("mark", words.Say(Texts.Debrief.LegendMissing), "class", "missing").Text(" ");
            html.Element("mark", words.Say(Texts.Debrief.LegendExtra), "class", "extra").Close().Break();
        }

        html.Open("ol", "class", "timeline").Break();
        foreach (var row in debrief.Timeline.Where(r => !r.IsFolded))
            Row(row);
        html.Close().Break();
        Folded(debrief);
    }

    private void Row(TimelineRow row)
    {
        var kind = row switch
        {
            TimelineRow.Act => "act",
            TimelineRow.TimePassed => "time",
            _ => "end",
        };
        html.Open("li", "class", kind).Open("div", "class", "when").Element("span", SpanText.OnClock(row.Since));
        html.Element("time", words.TimeOf(row.At), "datetime", words.MachineTime(row.At)).Close();
        html.Open("div", "class", "what").Element("p", words.What(row)).Break();
        foreach (var line in row.Broken.Concat(row.TakenAway).Concat(row.Kept.Where(k => !k.IsRoutine || k.IsCorrected)))
            Verdict(line);
        html.Close().Close().Break();
    }

    private void Verdict(VerdictLine line)
    {
        html.Open("div", "class", line.IsBroken ? "verdict broken" : line.IsKept ? "verdict kept" : "verdict");
        html.Open("p").Element("span", words.Of(line.Counted), "class", "badge").Text(words.TitleOf(line));
        if (!line.IsKept)
            html.Text($" ({words.WeightOf(line)})");
        else if (words.MarginOf(line) is { } spare)
            html.Text($" ({spare})");
        html.Close().Break();
        if (!line.IsKept || line.Wording is not null || line.IsCorrected)
            Details(line);
        html.Close().Break();
    }

    private void Details(VerdictLine line)
    {
        html.Open("dl").Break();
        if (line.Wording is { } wording)
            Wording(wording);
        else if (!line.IsKept)
            Pair(words.Say(line.Margin is null ? Texts.Debrief.Found : Texts.Debrief.Do), words.Say(line.Margin is null ? line.Found : line.Expected));
        if (!line.IsKept && words.MarginOf(line) is { } margin)
            Pair(words.Say(Texts.Debrief.Clock), margin);
        if (words.CorrectionOf(line) is { } correction)
            Pair(words.Say(Texts.Debrief.CorrectedLabel), correction);
        foreach (var clause in line.IsKept ? [] : line.Clauses)
            Pair(words.Say(Texts.Debrief.Clause), $"{clause.Ids} {words.Say(clause.Text)}");
        html.Close().Break();
    }

    private void Wording(Wording wording)
    {
        if (!wording.Expected.IsEmpty)
        {
            html.Element("dt", words.Say(Texts.Debrief.Expected)).Open("dd", "class", "words");
            Marked(wording.Expected);
            html.Close().Break();
        }

        html.Element("dt", words.Say(Texts.Debrief.Said)).Open("dd", "class", "words");
        if (wording.Utterance is { } utterance)
        {
            Marked(wording.Said);
            html.Text(words.Say(Texts.Debrief.SaidAt.With(words.TimeOf(utterance.At))));
        }
        else
        {
            html.Text(words.Say(Texts.Debrief.NothingLikeIt));
        }

        html.Close().Break();
    }

    private void Marked(ImmutableArray<MarkedText> texts)
    {
        html.Open("span", "lang", "zh-CN");
        foreach (var text in texts)
        {
            if (text.Kind == MarkKind.Plain)
                html.Text(text.Text);
            else
                html.Element("mark", text.Text, "class", text.Kind == MarkKind.Missing ? "missing" : "extra");
        }

        html.Close();
    }

    private void Pair(string label, string text)
    {
        if (text.Length > 0)
            html.Element("dt", label).Element("dd", text).Break();
    }

    /// <summary>What the rows above do not tell: it was kept, and there is no more to it.</summary>
    private void Folded(Debrief debrief)
    {
        var quiet = debrief.Timeline.SelectMany(r => r.Verdicts.Where(v => r.IsFolded || v is { IsKept: true, IsRoutine: true, IsCorrected: false }), (r, line) => (Row: r, Line: line)).ToList();
        if (quiet.Count == 0)
            return;
        html.Open("details").Element("summary", words.Say(Texts.Debrief.AlsoKept.With(quiet.Count))).Open("ul").Break();
        foreach (var (row, line) in quiet)
            html.Element("li", $"{words.TimeOf(row.At)}  {words.TitleOf(line)}").Break();
        html.Close().Close().Break();
    }
}
