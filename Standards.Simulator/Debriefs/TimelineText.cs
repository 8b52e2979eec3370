using System.Collections.Immutable;
using System.Text;
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

    private int _folded;

    public void Write(Debrief debrief)
    {
        page.Heading(words.Say(Texts.Debrief.Timeline));
        if (debrief.Timeline.SelectMany(r => r.Verdicts).Any(v => v.Wording is { Differs: true }))
            page.Paragraph(words.Say(Texts.Debrief.Legend), indent: 2, MarkPaint());
        if (debrief.Timeline.IsEmpty)
            page.Paragraph(words.Say(Texts.Debrief.NothingHappened), indent: 2);
        var labels = debrief.Timeline.Select(r => (r, Label: $"{SpanText.OnClock(r.Since),5}  {words.TimeOf(r.At)}")).ToList();
        var width = labels.Select(l => TextWrapper.Width(l.Label)).DefaultIfEmpty().Max();
        foreach (var (row, label) in labels)
        {
            if (!all && row.IsFolded)
            {
                _folded += row.Verdicts.Length;
                continue;
            }

            page.Pair(label, words.What(row), width, paint: row is TimelineRow.Act ? null : page.Ink.Dim);
            Verdicts(row);
        }

        if (_folded > 0)
            page.Gap().Paragraph(words.Say(Texts.Debrief.Folded.With(_folded)), indent: 2, page.Ink.Dim);
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
        else if (line.Margin is not null)
            lines.Add((words.Say(Texts.Debrief.Do), DebriefWords.Printable(words.Say(line.Expected))));
        else if (line.Found != LocalizedText.Empty)
            lines.Add((words.Say(Texts.Debrief.Found), DebriefWords.Printable(words.Say(line.Found))));
        if (words.MarginOf(line) is { } margin)
            lines.Add((words.Say(Texts.Debrief.Clock), margin));
        if (words.CorrectionOf(line) is { } correction)
            lines.Add((words.Say(Texts.Debrief.CorrectedLabel), correction));
        lines.AddRange(line.Clauses.Select(c => (words.Say(Texts.Debrief.Clause), $"{c.Ids} {words.Say(c.Text)}")));
        Details(lines);
    }

    private void KeptInDetail(VerdictLine line)
    {
        page.Paragraph(KeptTitle(line), VerdictIndent, page.Ink.Good, hang: 2);
        List<(string, string)> lines = line.Wording is { } wording ? [.. Wording(wording)] : [];
        if (words.CorrectionOf(line) is { } correction)
            lines.Add((words.Say(Texts.Debrief.CorrectedLabel), correction));
        Details(lines);
    }

    /// <summary>A few are named; what many have in common is counted at the end.</summary>
    private void Kept(ImmutableArray<VerdictLine> kept)
    {
        ImmutableArray<VerdictLine> named = all ? kept : [.. kept.Where(l => !l.IsRoutine).Take(KeptShown)];
        _folded += kept.Length - named.Length;
        foreach (var line in named)
            page.Paragraph(KeptTitle(line), VerdictIndent, page.Ink.Good, hang: 2);
    }

    private string KeptTitle(VerdictLine line) =>
        $"{words.Of(Verdict.Satisfied)}  {words.TitleOf(line)}{(words.MarginOf(line) is { } margin ? $" ({margin})" : "")}";

    private IEnumerable<(string Label, string Text)> Wording(Wording wording)
    {
        if (!wording.Expected.IsEmpty)
            yield return (words.Say(Texts.Debrief.Expected), Marked(wording.Expected));
        var said = wording.Utterance is { } utterance
            ? Marked(wording.Said) + words.Say(Texts.Debrief.SaidAt.With(words.TimeOf(utterance.At)))
            : words.Say(Texts.Debrief.NothingLikeIt);
        yield return (words.Say(Texts.Debrief.Said), said);
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
            page.Pair(label, text, width, DetailIndent, MarkPaint());
    }

    /// <summary>Paints what stands between marks; a mark may reach over the end of a line.</summary>
    private Func<string, string> MarkPaint()
    {
        var open = MarkKind.Plain;
        return line =>
        {
            var painted = new StringBuilder();
            for (var i = 0; i < line.Length;)
            {
                var (end, after) = open == MarkKind.Plain ? Opening(line, i) : Closing(line, i, open);
                painted.Append(Painted(open, line[i..end]));
                (i, open) = (end, after);
            }

            return painted.ToString();
        };
    }

    /// <summary>The place of the next mark, and its kind.</summary>
    private static (int End, MarkKind After) Opening(string line, int from)
    {
        var (missing, extra) = (line.IndexOf("[-", from, StringComparison.Ordinal), line.IndexOf("{+", from, StringComparison.Ordinal));
        if (missing < 0 && extra < 0)
            return (line.Length, MarkKind.Plain);
        return extra < 0 || (missing >= 0 && missing < extra) ? (missing, MarkKind.Missing) : (extra, MarkKind.Extra);
    }

    /// <summary>The place behind the end of a mark; the mark goes on where the line has no end of it.</summary>
    private static (int End, MarkKind After) Closing(string line, int from, MarkKind kind)
    {
        var end = line.IndexOf(kind == MarkKind.Missing ? "-]" : "+}", from, StringComparison.Ordinal);
        return end < 0 ? (line.Length, kind) : (end + 2, MarkKind.Plain);
    }

    private string Painted(MarkKind kind, string text) => kind switch
    {
        MarkKind.Missing => page.Ink.Bad(text),
        MarkKind.Extra => page.Ink.Doubtful(text),
        _ => text,
    };
}
