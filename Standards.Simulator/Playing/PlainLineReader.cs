using Standards.Simulator.Consoles;

namespace Standards.Simulator.Playing;

/// <summary>Lines of a file or a pipe, echoed so that the transcript reads as if typed.</summary>
internal sealed class PlainLineReader(TextReader input, TextWriter output) : ILineReader
{
    public bool IsInteractive => false;

    public LineResult Read(string prompt, Func<Tick>? tick)
    {
        var line = input.ReadLine();
        while (line is not null && line.StartsWith('#'))
            line = input.ReadLine();
        if (line is null)
            return new LineResult.EndOfInput();
        output.Write(prompt + line + "\n");
        return new LineResult.Line(line);
    }

    public ConsoleKeyInfo? ReadKey(string prompt, Func<Tick>? tick) => null;

    public void Write(string text) => output.Write(text);
}
