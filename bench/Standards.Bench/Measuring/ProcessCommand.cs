using System.Collections.Immutable;
using System.Diagnostics;

namespace Standards.Bench.Measuring;

/// <summary>A command to be measured as a whole process, from its start to its end.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Accepted">The greatest exit status that counts as success.</param>
internal sealed record ProcessCommand(string Name, string FileName, ImmutableArray<string> Arguments, int Accepted = 0)
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
    /// Reads <c>NAME=COMMAND ARGUMENT...</c>, where <c>{file}</c> stands for the log. The status 1 is success: an audit that
    /// found something says so. Null where the text has no name or no command.
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
                [.. words.Skip(1).Select(word => word.Replace("{file}", file, StringComparison.Ordinal))],
                Accepted: 1);
    }

    /// <summary>The command with every path cut down to its last name: fit for a report that others read.</summary>
    public string WithoutPaths => string.Join(' ', Arguments.Insert(0, FileName).Select(LastName));

    /// <summary>Runs the command once; its output is discarded.</summary>
    /// <returns>The wall time in seconds.</returns>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public double Run()
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(FileName, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        var start = Stopwatch.GetTimestamp();
        process.Start();
        var discarding = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.ReadToEnd();
        discarding.GetAwaiter().GetResult();
        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (process.ExitCode < 0 || process.ExitCode > Accepted)
            throw new InvalidOperationException($"`{Name}` ended with status {process.ExitCode}: {errors.Trim()}");
        return seconds;
    }

    private static string LastName(string word) => Path.IsPathRooted(word) ? Path.GetFileName(word.TrimEnd('/', '\\')) : word;
}
