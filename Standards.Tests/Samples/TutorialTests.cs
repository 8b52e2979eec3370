using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Standards.Simulator;
using Standards.Tests.Diagnostics;
using Standards.Tests.Loading;
using Xunit;

namespace Standards.Tests.Samples;

/// <summary>docs/tutorial.md: its files are written, its commands run, and what they say is compared line by line.</summary>
public sealed partial class TutorialTests
{
    private const string Omission = "…";
    private static readonly string Root = GoldenFile.RepositoryPath("").TrimEnd('/', '\\');

    [Fact]
    public void Its_commands_say_what_it_shows()
    {
        var page = File.ReadAllText(GoldenFile.RepositoryPath("docs/tutorial.md"));
        using var library = new TemporaryFolder();
        foreach (Match file in FileBlock().Matches(page))
            library.Write(file.Groups["path"].Value, file.Groups["text"].Value);
        var status = -1;
        var commands = 0;
        foreach (Match block in ConsoleBlock().Matches(page))
        {
            foreach (var (command, expected) in Commands(block.Groups["text"].Value))
            {
                commands++;
                var output = string.Equals(command, "echo $?", StringComparison.Ordinal) ? status.ToString(CultureInfo.InvariantCulture) : Run(command, library.Path, out status);
                Compare(command, expected, output);
            }
        }

        Assert.Equal(14, commands);
    }

    [Fact]
    public void The_event_it_shows_is_in_the_log()
    {
        var shown = JsonBlock().Match(File.ReadAllText(GoldenFile.RepositoryPath("docs/tutorial.md"))).Groups["text"].Value.Trim();
        Assert.Contains(shown, File.ReadAllLines(GoldenFile.RepositoryPath("samples/lf-day/log.jsonl")));
    }

    [Theory]
    [InlineData("a\n…\nd", true)]
    [InlineData("a\nb\nc\nd", true)]
    [InlineData("…\nc\nd", true)]
    [InlineData("a\nb", false)]
    [InlineData("a\nc\nd", false)]
    [InlineData("…\ne\n…", false)]
    [InlineData("b\nc\nd", false)]
    public void Only_what_an_omission_stands_for_may_be_left_out(string expected, bool isMet)
    {
        var failure = Record.Exception(() => Compare("x", expected.Split('\n'), "a\nb\nc\nd"));
        Assert.Equal(isMet, failure is null);
    }

    private static IEnumerable<(string Command, string[] Expected)> Commands(string block)
    {
        var parts = ("\n" + block.TrimEnd()).Split("\n$ ", StringSplitOptions.RemoveEmptyEntries);
        return parts.Select(p => p.Split('\n')).Select(lines => (lines[0], lines[1..]));
    }

    /// <summary>As in a shell in the root of the repository, with the packs shipped and in English.</summary>
    private static string Run(string command, string library, out int status)
    {
        var words = command.Split(' ');
        Assert.Equal("standards", words[0]);
        List<string> args = [.. words[1..].Select(Place), "--lang", "en"];
        if (!args.Contains("--rules", StringComparer.Ordinal) && !args.Contains(library, StringComparer.Ordinal))
            args.AddRange(["--rules", Path.Combine(Root, "rules")]);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        status = CommandLine.Run([.. args], output, TextWriter.Null, Stream.Null, TimeProvider.System);
        return output.ToString().Replace(Root.Replace('\\', '/') + "/", "", StringComparison.Ordinal);

        string Place(string word) => word switch
        {
            "library" => library,
            "findings.txt" => Path.Combine(library, word),
            _ when word.StartsWith("samples/", StringComparison.Ordinal) => Root.Replace('\\', '/') + "/" + word,
            _ => word,
        };
    }

    private static void Compare(string command, string[] expected, string output)
    {
        var lines = output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(l => l.TrimEnd()).ToArray();
        if (lines is [""])
            lines = [];
        var next = 0;
        var mayLeaveOut = false;
        foreach (var line in expected.Select(l => l.TrimEnd()))
        {
            if (string.Equals(line, Omission, StringComparison.Ordinal))
            {
                mayLeaveOut = true;
                continue;
            }

            var found = Array.IndexOf(lines, line, next);
            Assert.True(found >= 0 && (mayLeaveOut || found == next), $"`{command}` does not say, where it should: {line}\n{Around(lines, next)}");
            next = found + 1;
            mayLeaveOut = false;
        }

        Assert.True(mayLeaveOut || next == lines.Length, $"`{command}` says more:\n{Around(lines, next)}");
    }

    private static string Around(string[] lines, int next) => string.Join('\n', lines.Skip(next).Take(40));

    [GeneratedRegex("```yaml file=(?<path>[^\n]+)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileBlock();

    [GeneratedRegex("```console\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex("```json\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonBlock();
}
