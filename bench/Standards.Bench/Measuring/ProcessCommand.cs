using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Standards.Bench.Measuring;

/// <summary>A command to be measured as a whole process, from its start to its end.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="ReadsLog">Whether a figure per event means anything.</param>
internal sealed record ProcessCommand(string Name, string FileName, ImmutableArray<string> Arguments, bool ReadsLog = true)
{
    /// <summary>A command of this program.</summary>
    public static ProcessCommand Self(string name, params ReadOnlySpan<string> arguments)
    {
        var program = Environment.ProcessPath!;
        ImmutableArray<string> own = string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? [Path.Combine(AppContext.BaseDirectory, "Standards.Bench.dll"), .. arguments]
            : [.. arguments];
        return new ProcessCommand(name, program, own);
    }

    /// <summary>
    /// Reads <c>NAME=COMMAND ARGUMENT...</c>, where <c>{file}</c> stands for the log. Null where the text has no name or no
    /// command.
    /// </summary>
    public static ProcessCommand? Parse(string text, string file)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
            return null;
        var words = text[(equals + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0
            ? null
            : new ProcessCommand(
                text[..equals],
                words[0],
                [.. words.Skip(1).Select(word => word.Replace("{file}", file, StringComparison.Ordinal))]);
    }

    /// <summary>The command with every path cut down to its last name: fit for a report that others read.</summary>
    public string WithoutPaths => string.Join(' ', Arguments.Insert(0, FileName).Select(LastName));

    /// <summary>Runs the command once; its output is discarded.</summary>
    /// <returns>The wall time in seconds.</returns>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public double Run()
    {
        var start = Stopwatch.GetTimestamp();
        RunInto(Stream.Null);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Runs the command once and returns its output.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public string Capture()
    {
        using var output = new MemoryStream();
        RunInto(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private void RunInto(Stream output)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(FileName, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var copying = process.StandardOutput.BaseStream.CopyToAsync(output);
        var errors = process.StandardError.ReadToEnd();
        copying.GetAwaiter().GetResult();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"`{Name}` ended with status {process.ExitCode}: {errors.Trim()}");
    }

    private static string LastName(string word) => Path.IsPathRooted(word) ? Path.GetFileName(word.TrimEnd('/', '\\')) : word;
}
