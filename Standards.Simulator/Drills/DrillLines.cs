using System.Text;
using Standards.Simulator.Consoles;

namespace Standards.Simulator.Drills;

/// <summary>Answers as they come, from a script or the standard input. Not thread-safe.</summary>
/// <param name="echo">Whether prompts and lines are written, so that the output reads as if somebody had typed.</param>
internal sealed class DrillLines(TextReader input, TextWriter output, bool echo) : ILineReader
{
    public bool IsInteractive => false;

    /// <summary>Reads UTF-8.</summary>
    public static DrillLines Of(Stream input, TextWriter output, bool echo) => new(new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), output, echo);

    public LineResult Read(string prompt, Func<Tick>? tick)
    {
        output.Write(prompt);
        output.Flush();
        var line = input.ReadLine();
        if (echo || line is null)
            output.Write(line + "\n");
        return line is null ? new LineResult.EndOfInput() : new LineResult.Line(line);
    }

    public ConsoleKeyInfo? ReadKey(string prompt, Func<Tick>? tick) => null;

    public void Write(string text) => output.Write(text);
}
