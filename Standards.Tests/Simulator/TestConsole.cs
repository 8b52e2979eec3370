using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Simulator;
using Standards.Tests.Diagnostics;

namespace Standards.Tests.Simulator;

/// <summary>What one command line gave.</summary>
internal sealed record ConsoleResult(int Status, string Output, string Error)
{
    /// <summary>As a person would see it in a terminal.</summary>
    public string Transcript(string command)
    {
        var text = new StringBuilder();
        text.Append("$ standards ").Append(command).Append('\n').Append(Output.ReplaceLineEndings("\n"));
        if (Error.Length > 0)
            text.Append("--- standard error\n").Append(Error);
        return text.Append(CultureInfo.InvariantCulture, $"--- exit status {Status}\n").ToString();
    }
}

/// <summary>Runs the program inside the test process, at a fixed time, on the fixtures.</summary>
internal static class TestConsole
{
    /// <summary>How the fixtures are named: from the working directory, so that no path of a machine is shown.</summary>
    public static readonly string Fixtures =
        Path.GetRelativePath(Environment.CurrentDirectory, GoldenFile.RepositoryPath("Standards.Tests/Simulator/Fixtures")).Replace('\\', '/');

    /// <summary>Runs a command line; <c>@</c> before a word stands for the folder of the fixtures.</summary>
    public static ConsoleResult Run(string command, Language language = Language.En, string input = "", bool color = false) =>
        Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Place)], language, input, color);

    public static ConsoleResult Run(string[] arguments, Language language = Language.En, string input = "", bool color = false, int width = 100)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var terminal = Terminal.Plain(language) with { Width = width, OutputInColor = color, ErrorInColor = color };
        var status = CommandLine.Run(arguments, output, error, stdin, new FixedTime(), terminal, CancellationToken.None);
        return new ConsoleResult(status, output.ToString(), error.ToString());
    }

    /// <summary>Shows the fixtures' folder as <c>@</c> again.</summary>
    public static string Neutral(string text) => text.Replace(Fixtures + "/", "@", StringComparison.Ordinal);

    private static string Place(string word) => word.StartsWith('@') ? $"{Fixtures}/{word[1..]}" : word;

    /// <summary>Noon of a day in April, for ever.</summary>
    private sealed class FixedTime : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

        public override DateTimeOffset GetUtcNow() => new(2026, 4, 10, 4, 0, 0, TimeSpan.Zero);
    }
}
