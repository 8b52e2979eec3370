using Standards.Simulator.Wording;

namespace Standards.Simulator.Consoles;

/// <summary>Chooses how a command asks for lines.</summary>
internal static class LineReaders
{
    /// <summary>
    /// A script where one is named; a person where the program runs at a terminal; else the standard input as it comes. Ctrl-C, and the
    /// other ways to end the program, end every wait with <see cref="LineResult.Interrupted"/>.
    /// </summary>
    /// <param name="script">The file of answers; null for none, <c>-</c> for the standard input.</param>
    /// <param name="transcript">Takes prompts and lines of a script; null for the standard output.</param>
    /// <param name="completion">What Tab completes; null for nothing.</param>
    /// <exception cref="CommandFailure">The script cannot be read.</exception>
    public static ILineReader For(Invocation invocation, string? script, TextWriter? transcript = null, Completion? completion = null)
    {
        const string StandardInput = "-";
        var standard = invocation.Output.Standard;
        if (script is not null and not StandardInput)
            return new ScriptLineReader(new StrictUtf8Reader(Open(script), script), transcript ?? standard, echo: true);
        var input = new InterruptibleStream(invocation.Input, invocation.Cancellation);
        var lines = new StrictUtf8Reader(input, Texts.Consoles.StandardInputName);
        if (script is not null || !invocation.Terminal.IsInteractive)
            return new ScriptLineReader(lines, transcript ?? standard, echo: true);
        return Keyboard(invocation) is { } keyboard
            ? new TerminalLineReader(keyboard, standard, Size, invocation.Time, completion, invocation.Cancellation)
            : new PlainTerminalLineReader(input, lines, standard);
    }

    private static IKeyboard? Keyboard(Invocation invocation)
    {
        if (!invocation.Terminal.MovesCursor)
            return null;
        return OperatingSystem.IsWindows() ? new FrameworkKeyboard() : UnixKeyboard.Find();
    }

    private static WindowSize Size()
    {
        const int UsualColumns = 80;
        const int UsualRows = 24;
        try
        {
            return new WindowSize(Console.WindowWidth is > 0 and var columns ? columns : UsualColumns, Console.WindowHeight is > 0 and var rows ? rows : UsualRows);
        }
        catch (IOException)
        {
            return new WindowSize(UsualColumns, UsualRows);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw File.Exists(path) || Directory.Exists(path)
                ? new CommandFailure(Texts.Consoles.CannotRead.With(path, exception.Message.ReplaceLineEndings(" ").TrimEnd('.')))
                : new CommandFailure(Texts.Consoles.NoScript.With(path));
        }
    }
}
