namespace Standards.Simulator.Consoles;

/// <summary>What came of asking for a line.</summary>
internal abstract record LineResult
{
    private LineResult()
    {
    }

    /// <param name="Text">What was typed, without the end of the line.</param>
    public sealed record Line(string Text) : LineResult;

    /// <summary>Ctrl-C.</summary>
    public sealed record Interrupted : LineResult;

    /// <summary>Ctrl-D on an empty line, or the input has ended.</summary>
    public sealed record EndOfInput : LineResult;

    /// <summary>The tick asked to stop waiting; what had been typed is dropped.</summary>
    public sealed record Woken : LineResult;
}

/// <summary>What a tick, called while a line is awaited, wants done.</summary>
/// <param name="Show">Text to print above the line being typed, which stays as it is; null for nothing.</param>
/// <param name="Prompt">A prompt to take the place of the one shown; null to keep it.</param>
/// <param name="Stop">Whether waiting ends with <see cref="LineResult.Woken"/>.</param>
internal readonly record struct Tick(string? Show = null, string? Prompt = null, bool Stop = false);

/// <summary>Asks a person, or a script, for lines and keys. Not thread-safe.</summary>
internal interface ILineReader
{
    /// <summary>Whether a person sits at a terminal: ticks are called, and prompts are shown where they type.</summary>
    bool IsInteractive { get; }

    /// <summary>Shows the prompt and waits for a line.</summary>
    /// <param name="prompt">What stands before the line; may hold colour codes.</param>
    /// <param name="tick">Called a few times a second while a person is awaited; null for no clock. Never called for a script.</param>
    LineResult Read(string prompt, Func<Tick>? tick);

    /// <summary>Waits for a single key, without Enter; null where the input has ended or Ctrl-C was pressed. A script gives the characters of its lines.</summary>
    ConsoleKeyInfo? ReadKey(string prompt, Func<Tick>? tick);

    /// <summary>Prints text, which ends its lines itself.</summary>
    void Write(string text);
}
