namespace Standards.Simulator.Consoles;

/// <summary>
/// A person at a terminal that cannot move its cursor: the terminal edits the line itself, text of a tick comes between, and a changed
/// prompt is not shown. Not thread-safe.
/// </summary>
/// <param name="input">The bytes of the terminal.</param>
/// <param name="lines">The lines of the same bytes.</param>
internal sealed class PlainTerminalLineReader(InterruptibleStream input, TextReader lines, TextWriter output) : ILineReader
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public bool IsInteractive => true;

    public LineResult Read(string prompt, Func<Tick>? tick)
    {
        Show(prompt);
        try
        {
            while (!input.Wait(Interval))
            {
                var wanted = tick?.Invoke() ?? default;
                if (wanted.Show is { } text)
                    Show("\n" + (text.EndsWith('\n') ? text : text + "\n") + (wanted.Prompt ?? prompt));
                if (wanted.Stop)
                {
                    Show("\n");
                    return new LineResult.Woken();
                }
            }

            if (lines.ReadLine() is { } line)
                return new LineResult.Line(line);
            Show("\n");
            return new LineResult.EndOfInput();
        }
        catch (OperationCanceledException)
        {
            Show("\n");
            return new LineResult.Interrupted();
        }
    }

    /// <summary>The first character of a line, which needs Enter here; an empty line is the key Enter.</summary>
    public ConsoleKeyInfo? ReadKey(string prompt, Func<Tick>? tick)
    {
        if (Read(prompt, tick) is not LineResult.Line line)
            return null;
        return Key.Info(line.Text.Length == 0 ? '\r' : line.Text[0]);
    }

    public void Write(string text) => Show(text);

    private void Show(string text)
    {
        output.Write(text);
        output.Flush();
    }
}
