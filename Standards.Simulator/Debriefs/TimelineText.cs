using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Debriefs;

/// <summary>The timeline of a debrief as text. Not thread-safe.</summary>
internal sealed class TimelineText(Page page, DebriefWords words, bool all)
{
    private const int KeptShown = 3;
    private const int VerdictIndent = 6;
    private const int DetailIndent = 8;

    public void Write(Debrief debrief)
    {
        page.Heading(words.Say(Texts.Debrief.Timeline));
        if (debrief.Timeline.SelectMany(r => r.Verdicts).Any(v => v.Wording is { Differs: true }))
            page.Paragraph(words.Say(Texts.Debrief.Legend), indent: 2, MarkPaint(MarkKind.Plain));
        if (debrief.Timeline.IsEmpty)
            page.Paragraph(words.Say(Texts.Debrief.NothingHappened), indent: 2);
        var labels = debrief.Timeline.Select(r => (r, Label: $"{SpanText.OnClock(r.Since),5}  {words.TimeOf(r.At)}")).ToList();
        var width = labels.Select(l => TextWrapper.Width(l.Label)).DefaultIfEmpty().Max();
        var ticks = 0;
        foreach (var (row, label) in labels)
        {
            if (!all && row is TimelineRow.Act { IsTick: true } && row.Verdicts.All(v => v is { IsKept: true, IsCorrected: false }))
            {
                ticks += row.Verdicts.Length;
                continue;
            }

            page.Pair(label, What(row), width, paint: row is TimelineRow.Act ? null : page.Ink.Dim);
            Verdicts(row);
        }

        if (ticks > 0)
            page.Paragraph(words.Say(Texts.Debrief.TicksKept.With(ticks)), indent: 2, page.Ink.Good);
    }

    private string What(TimelineRow row) => row switch
    {
        TimelineRow.Act act => Act(act),
        TimelineRow.TimePassed => words.Say(Texts.Debrief.TimePassed),
        _ => words.Say(Texts.Debrief.End),
    };

    private string Act(TimelineRow.Act row)
    {
        List<string> parts = [];
        if (row.Who != LocalizedText.Empty)
            parts.Add(DebriefWords.Printable(words.Say(row.Who)));
        parts.Add(words.Say(row.Title));
        if (!string.IsNullOrEmpty(row.Event.Say))
            parts.Add(words.Say(Texts.Debrief.Says.With(DebriefWords.Printable(row.Event.Say))));
        var text = string.Join("  ", parts);
        return row.Details == LocalizedText.Empty ? text : $"{text}  ({DebriefWords.Printable(words.Say(row.Details))})";
    }

    private void Verdicts(TimelineRow row)
    {
        foreach (var line in row.Broken.Concat(row.TakenAway))
            Broken(line);
        Kept([.. row.Kept.Where(l => l.Wording is null && !l.IsCorrected)]);
        foreach (var line in row.Kept.Where(l => l.Wording is not null || l.IsCorrected))
            KeptInDetail(line);
    }

    private void Broken(VerdictLine line)
    {
        page.Paragraph($"{words.Of(line.Counted)}  {words.TitleOf(line)} ({words.WeightOf(line)})", VerdictIndent, t => page.Ink.Of(line.Counted, t), hang: 2);
        List<(string, string)> lines = [];
        if (line.Wording is { } wording)
            lines.AddRange(Wording(wording));
        else if (line.Found != LocalizedText.Empty)
            lines.Add((words.Say(Texts.Debrief.Found), DebriefWords.Printable(words.Say(line.Found))));
        if (words.MarginOf(line) is { } margin)
            lines.Add((words.Say(Texts.Debrief.Clock), margin));
        if (words.CorrectionOf(line) is { } correction)
            lines.Add((words.Say(Texts.Debrief.Corrections), correction));
        lines.AddRange(line.Clauses.Select(c => (words.Say(Texts.Debrief.Clause), $"{c.Id} {words.Say(c.Text)}")));
        Details(lines);
    }

    private void KeptInDetail(VerdictLine line)
    {
        page.Paragraph(KeptTitle(line), VerdictIndent, page.Ink.Good, hang: 2);
        List<(string, string)> lines = line.Wording is { } wording ? [.. Wording(wording)] : [];
        if (words.CorrectionOf(line) is { } correction)
            lines.Add((words.Say(Texts.Debrief.Corrections), correction));
        Details(lines);
    }

    /// <summary>A few are named, many are counted.</summary>
    private void Kept(ImmutableArray<VerdictLine> kept)
    {
        if (kept.IsEmpty)
            return;
        if (all)
        {
            foreach (var line in kept)
                page.Paragraph(KeptTitle(line), VerdictIndent, page.Ink.Good, hang: 2);
            return;
        }

        var named = kept.Length <= KeptShown ? kept : [];
        var text = named.IsEmpty
            ? words.Say(Texts.Debrief.KeptCount.With(Texts.Nouns.Norms.Times(kept.Length)))
            : $"{words.Of(Verdict.Satisfied)}  {string.Join(words.Say(Texts.Explain.Semicolon), named.Select(WithMargin))}";
        page.Paragraph(text, VerdictIndent, page.Ink.Good, hang: 2);
    }

    private string KeptTitle(VerdictLine line) => $"{words.Of(Verdict.Satisfied)}  {WithMargin(line)}";

    private string WithMargin(VerdictLine line) => words.MarginOf(line) is { } margin ? $"{words.TitleOf(line)} ({margin})" : words.TitleOf(line);

    private IEnumerable<(string Label, string Text)> Wording(Wording wording)
    {
        if (!wording.Expected.IsEmpty)
            yield return (words.Say(Texts.Debrief.Expected), Marked(wording.Expected));
        yield return (words.Say(Texts.Debrief.Said), wording.Utterance is null ? words.Say(Texts.Debrief.NothingLikeIt) : Marked(wording.Said) + words.Say(Texts.Debrief.SaidAt.With(words.TimeOf(wording.Utterance.At))));
    }

    private static string Marked(ImmutableArray<MarkedText> texts) => string.Concat(texts.Select(t => t.Kind switch
    {
        MarkKind.Missing => $"[-{DebriefWords.Printable(t.Text)}-]",
        MarkKind.Extra => $"{{+{DebriefWords.Printable(t.Text)}+}}",
        _ => DebriefWords.Printable(t.Text),
    }));

    private void Details(List<(string Label, string Text)> lines)
    {
        var width = lines.Select(l => TextWrapper.Width(l.Label)).DefaultIfEmpty().Max();
        foreach (var (label, text) in lines)
            page.Pair(label, text, width, DetailIndent, MarkPaint(MarkKind.Plain));
    }

    /// <summary>Paints what stands between marks; a mark may reach over the end of a line.</summary>
    private Func<string, string> MarkPaint(MarkKind kind) => line =>
    {
        var painted = new System.Text.StringBuilder();
        for (var i = 0; i < line.Length;)
        {
            var next = kind == MarkKind.Plain ? Nearest(line, i) : line.IndexOf(kind == MarkKind.Missing ? "-]" : "+}", i, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : line.Length;
            painted.Append(Painted(kind, line[i..next]));
            kind = kind == MarkKind.Plain && next < line.Length ? line[next] == '[' ? MarkKind.Missing : MarkKind.Extra
                : kind != MarkKind.Plain && next >= 2 && line[next - 1] is ']' or '}' ? MarkKind.Plain : kind;
            i = next;
        }

        return painted.ToString();
    };

    private static int Nearest(string line, int from)
    {
        var (missing, extra) = (line.IndexOf("[-", from, StringComparison.Ordinal), line.IndexOf("{+", from, StringComparison.Ordinal));
        return (missing, extra) switch
        {
            (< 0, < 0) => line.Length,
            (< 0, _) => extra,
            (_, < 0) => missing,
            _ => Math.Min(missing, extra),
        };
    }

    private string Painted(MarkKind kind, string text) => kind switch
    {
        MarkKind.Missing => page.Ink.Bad(text),
        MarkKind.Extra => page.Ink.Doubtful(text),
        _ => text,
    };
}
