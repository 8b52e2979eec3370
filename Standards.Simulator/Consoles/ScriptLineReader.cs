namespace Standards.Simulator.Consoles;

/// <summary>Lines that were written beforehand, or come through a pipe. Time does not run while they are read. Not thread-safe.</summary>
/// <param name="echo">Whether prompts and lines are written, so that the output reads as if somebody had typed.</param>
internal sealed class ScriptLineReader(TextReader input, TextWriter output, bool echo) : ILineReader
{
    private string? _rest;

    public bool IsInteractive => false;

    /// <exception cref="CommandFailure">The input is not UTF-8.</exception>
    public LineResult Read(string prompt, Func<Tick>? tick)
    {
        Echo(prompt);
        output.Flush();
        LineResult result;
        try
        {
            result = Next() is { } line ? new LineResult.Line(line) : new LineResult.EndOfInput();
        }
        catch (OperationCanceledException)
        {
            result = new LineResult.Interrupted();
        }
        catch (CommandFailure)
        {
            Echo("\n");
            throw;
        }

        Echo((result is LineResult.Line typed ? typed.Text : "") + "\n");
        return result;
    }

    /// <summary>The next character of the line; an empty line is the key Enter. Another <see cref="Read"/> gives what is left of it.</summary>
    /// <exception cref="CommandFailure">The input is not UTF-8.</exception>
    public ConsoleKeyInfo? ReadKey(string prompt, Func<Tick>? tick)
    {
        Echo(prompt);
        output.Flush();
        ConsoleKeyInfo? key = null;
        try
        {
            if (Next() is { } line)
            {
                key = Key.Info(line.Length == 0 ? '\r' : line[0]);
                _rest = line.Length > 1 ? line[1..] : null;
            }
        }
        catch (OperationCanceledException)
        {
            // As Ctrl-C.
        }

        Echo((key is { } pressed && !char.IsControl(pressed.KeyChar) ? pressed.KeyChar.ToString() : "") + "\n");
        return key;
    }

    public void Write(string text) => output.Write(text);

    private string? Next()
    {
        var line = _rest ?? input.ReadLine();
        _rest = null;
        return line is not null && line.EndsWith('\r') ? line[..^1] : line;
    }

    private void Echo(string text)
    {
        if (echo)
            output.Write(text);
    }
}
