using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Diagnostics;
using Standards.Simulator.Consoles;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Observing;

/// <summary>
/// The dialogue of an observation by lines: a script, or another program, says when each thing happened, and no time is measured. A line that
/// cannot be read is reported, and the rest is played. Not thread-safe.
/// </summary>
internal sealed class ObserverLines(
    ObserverControl control, ObserverScript script, ObserverGuide guide, ObserverWords words, ILineReader reader, Func<Page> newPage, Ink ink, CancellationToken cancellation)
{
    private const string Indent = "  ";

    private readonly HashSet<(string, string?, Instant)> _warned = [];
    private TimeSpan _previous = control.Elapsed;

    /// <summary>Lines that could not be read or done.</summary>
    public int Mistakes { get; private set; }

    public ObserverEnd Run()
    {
        while (true)
        {
            var result = reader.Read(OffsetText.Short(control.Elapsed) + "> ", tick: null);
            if (cancellation.IsCancellationRequested)
                return ObserverEnd.Interrupted;
            switch (result)
            {
                case LineResult.Line line:
                    Take(line.Text);
                    break;
                case LineResult.EndOfInput:
                    return ObserverEnd.Left;
                default:
                    return ObserverEnd.Interrupted;
            }

            if (control.Observation.IsClosed)
                return ObserverEnd.Closed;
        }
    }

    private void Take(string text)
    {
        try
        {
            if (script.Read(text, _previous) is not { } line)
                return;
            _previous = line.At;
            Show(control.AdvanceTo(line.At));
            Do(line);
        }
        catch (CommandFailure failure)
        {
            Mistakes++;
            Write(ink.Bad(words.Say(Texts.Error)) + words.Say(Texts.Colon) + words.Say(failure.Reason));
            if (failure.Help is { } help)
                Write("= " + words.Say(help));
        }
    }

    private void Do(ObserverLine line)
    {
        var (before, unanswered) = (control.Observation.Acts, control.Unanswered.Length);
        var changed = control.Apply(line);
        switch (line.Command)
        {
            case ObserverCommand.Show or ObserverCommand.Help:
                var page = newPage();
                guide.WriteKeys(page);
                if (line.Command is ObserverCommand.Help)
                    guide.WriteScriptWords(page);
                reader.Write(page.ToString());
                return;
            case ObserverCommand.Undo:
                Write(words.Say(Texts.Observe.TakenBack.With(control.Observation.Acts.Length)));
                break;
            case ObserverCommand.Close:
                if (unanswered > 0)
                    Write(words.Say(Texts.Observe.StillOpen.With(unanswered)));
                return;
            case ObserverCommand.Remark remark:
                Write(words.Say(Texts.Observe.Noted.With(SourceExcerpt.Printable(remark.Text))));
                return;
            default:
                foreach (var act in control.Observation.Acts.Where((a, i) => i >= before.Length || !ReferenceEquals(a, before[i])))
                    Write(words.Of(act));
                break;
        }

        Show(changed);
        Warn();
    }

    private void Show(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.Where(words.IsWorthShowing))
            Write(words.Of(finding, withMessage: true), finding.Verdict);
    }

    /// <summary>Each clock is warned of once.</summary>
    private void Warn()
    {
        var now = control.Observation.Clock;
        foreach (var open in control.Observation.OpenObligations.Where(o => ObserverWords.IsUrgent(o, now) && _warned.Add((o.Norm, o.Key, o.Due))))
            Write("! " + words.Warning(open, now));
    }

    private void Write(string text, Verdict? tone = null)
    {
        foreach (var line in TextWrapper.Lines(text, newPage().Width - Indent.Length))
            reader.Write(Indent + (tone is { } painted ? ink.Of(painted, line) : line) + "\n");
    }
}
