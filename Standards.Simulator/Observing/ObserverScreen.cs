using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Rules.Binding;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>A line of what has happened, for the foot of the screen.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Tone">How it is painted; null for plainly.</param>
internal sealed record LogLine(string Text, Verdict? Tone = null);

/// <summary>
/// The console as text of so many columns and rows: what state it is, which clocks run, which keys there are, and what happened last. Nothing
/// moves about from one second to the next. Immutable.
/// </summary>
internal sealed class ObserverScreen(ObserverControl control, ObserverKeys keys, ObserverWords words, Ink ink)
{
    private const int FewestClocks = 2;
    private const int MostClocks = 8;
    private const int FewestLogLines = 2;
    private const int MostColumns = 4;

    /// <summary>The lines, at most <paramref name="height"/>, none wider than <paramref name="width"/>.</summary>
    /// <param name="page">The page of keys, from 0.</param>
    /// <param name="log">What happened, the last line last.</param>
    public ImmutableArray<string> Lines(int page, IReadOnlyList<LogLine> log, int width, int height)
    {
        var (now, others) = Groups(page);
        var items = keys.ItemsOf(page).Select(ItemCell).ToList();
        var itemLines = items.Count == 0 ? [] : Titled(Texts.Observe.ChecklistTitle, items, width >= 100 ? 3 : 2, width);
        var rest = height - 2 - itemLines.Count;
        var columns = Enumerable.Range(2, MostColumns - 1).FirstOrDefault(c => Height(now.Count, c) + Height(others.Count, c) <= rest - FewestClocks - FewestLogLines, MostColumns);
        List<string> actLines =
        [
            .. now.Count == 0 ? [] : Titled(Texts.Observe.AllowedNow, now, columns, width),
            .. others.Count == 0 ? [] : Titled(now.Count == 0 ? Texts.Observe.Acts : Texts.Observe.OtherActs, others, columns, width),
        ];
        var spare = Math.Max(0, rest - actLines.Count - FewestClocks - FewestLogLines);
        var clocks = Math.Min(MostClocks, FewestClocks + (spare / 3));
        List<string> lines = [Head(page, width), .. Clocks(clocks, width), .. actLines, .. itemLines];
        var room = Math.Max(0, height - 1 - lines.Count);
        lines.AddRange(log.Skip(Math.Max(0, log.Count - room)).Select(l => Paint(l, width)));
        while (lines.Count < height - 1)
            lines.Add("");
        return [.. lines.Take(height - 1), ink.Dim(Commands(width))];
    }

    private static int Height(int cells, int columns) => cells == 0 ? 0 : 1 + ScreenText.Rows(cells, columns);

    private string Head(int page, int width)
    {
        var state = control.CurrentState is { } id ? " · " + words.Say(control.Process.StateTitle(id)) : "";
        var verdicts = control.Observation.Verdicts;
        var counts = words.Say(Texts.Observe.Counts.With(verdicts.Count(f => f.Verdict == Verdict.Satisfied), verdicts.Count(f => f.Verdict == Verdict.Violated)));
        var pages = keys.Pages > 1 ? words.Say(Texts.Observe.Page.With(page + 1, keys.Pages)) + "  " : "";
        return ink.Bold(ScreenText.Ends(words.Say(control.Process.Title) + state, $"{pages}{counts}  {OffsetText.Short(control.Elapsed)}", width));
    }

    private IEnumerable<string> Clocks(int rows, int width)
    {
        var now = control.Observation.Clock;
        var open = control.Observation.OpenObligations;
        var shown = open.Length > rows ? rows - 1 : open.Length;
        foreach (var clock in open.Take(shown))
        {
            var isUrgent = ObserverWords.IsUrgent(clock, now);
            var mark = isUrgent ? "!" : clock.IsProhibition ? "-" : " ";
            var line = ScreenText.Cut($"{mark}{OffsetText.Span(clock.Due - now),8}  {words.Title(clock)}", width);
            yield return isUrgent ? ink.Bad(line) : clock.IsProhibition ? ink.Dim(line) : line;
        }

        if (open.Length > shown)
            yield return ink.Dim(ScreenText.Cut(words.Say(Texts.Observe.MoreClocks.With(open.Length - shown)), width));
        for (var i = Math.Min(rows, open.Length); i < rows; i++)
            yield return i == 0 ? ink.Dim(ScreenText.Cut(words.Say(Texts.Observe.NoClocks), width)) : "";
    }

    private (List<(string, Func<string, string>?)> Now, List<(string, Func<string, string>?)> Others) Groups(int page)
    {
        var allowed = control.Process.AllowedIn(control.CurrentState);
        var groups = keys.ActsOf(page).ToLookup(a => allowed.Contains(a.Act.Name), a => ($"{a.Key} {words.Title(a.Act)}", (Func<string, string>?)null));
        return ([.. groups[true]], [.. groups[false]]);
    }

    private (string, Func<string, string>?) ItemCell((char Key, BoundNorm Item) entry)
    {
        var isAsked = control.Unanswered.Contains(entry.Item);
        var (mark, paint) = (isAsked, control.LastAnswer(entry.Item.Id)) switch
        {
            (true, _) => ("?", (Func<string, string>?)ink.Doubtful),
            (_, Seen.Yes) => ("y", ink.Good),
            (_, Seen.No) => ("n", ink.Bad),
            (_, Seen.NotSeen) => ("x", ink.Dim),
            _ => (" ", ink.Dim),
        };
        return ($"{entry.Key} {mark} {words.Say(entry.Item.Title)}", paint);
    }

    private List<string> Titled(Core.LocalizedText title, List<(string, Func<string, string>?)> cells, int columns, int width) =>
        [ink.Dim(ScreenText.Cut(words.Say(title), width)), .. ScreenText.Grid(cells, columns, width)];

    private string Paint(LogLine line, int width)
    {
        var text = ScreenText.Cut(line.Text, width);
        return line.Tone is { } tone ? ink.Of(tone, text) : text;
    }

    private string Commands(int width)
    {
        List<string> all = [.. keys.Commands.Select(c => $"{c.Key} {words.Say(c.Title)}")];
        var text = string.Join("  ", all);
        return ScreenText.Cut(TextWrapper.Width(text) <= width ? text : string.Join(' ', all), width);
    }
}
