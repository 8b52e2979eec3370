using Standards.Simulator.Consoles;
using Standards.Simulator.Output;

namespace Standards.Simulator.Observing;

/// <summary>Leads the dialogue that suits the input: by keys with a person, by lines with a script or another program. Not thread-safe.</summary>
internal sealed class ObserverRun(Invocation invocation, ILineReader reader, ObserverControl control)
{
    /// <summary>Lines that could not be read or done.</summary>
    public int Mistakes { get; private set; }

    /// <param name="keep">Called after everything that a person entered.</param>
    public ObserverEnd Run(Action keep)
    {
        var keys = new ObserverKeys(control.Process);
        var words = new ObserverWords(control.Process, control.Observation.StartedAt, invocation.Language);
        var script = new ObserverScript(control.Process, keys, control.Observation.StartedAt);
        var guide = new ObserverGuide(control.Process, keys, words);
        if (!reader.IsInteractive)
        {
            var lines = new ObserverLines(control, script, guide, words, reader, invocation.NewPage, invocation.Ink, invocation.Cancellation);
            var end = lines.Run();
            Mistakes = lines.Mistakes;
            return end;
        }

        var screen = new ObserverScreen(control, keys, words, invocation.Ink);
        var console = new ObserverConsole(control, screen, words, reader, invocation.Time, Window, invocation.Ink, invocation.Terminal.MovesCursor);
        foreach (var act in control.Observation.Acts)
            console.Log(words.Of(act));
        return new ObserverDialogue(control, script, keys, console, guide, words, keep, invocation.Cancellation).Run();
    }

    /// <summary>The window may be resized at any time.</summary>
    private WindowSize Window()
    {
        const int UsualRows = 24;
        try
        {
            return new WindowSize(Console.WindowWidth is > 0 and var columns ? columns : invocation.Terminal.Width, Console.WindowHeight is > 0 and var rows ? rows : UsualRows);
        }
        catch (IOException)
        {
            return new WindowSize(invocation.Terminal.Width, UsualRows);
        }
    }
}
