using System.Text.RegularExpressions;
using Standards.Tests.Diagnostics;
using Standards.Tests.Loading;

namespace Standards.Tests.Documentation;

/// <summary>The fenced blocks of a page that say which file they are.</summary>
internal static partial class DocumentFiles
{
    public static string LanguagePage => GoldenFile.RepositoryPath("docs/language.md");

    /// <summary>Writes every block of the page, and the calendar that they share, as a rules directory.</summary>
    public static TemporaryFolder Materialise(string page) => Folder(Of(File.ReadAllText(page)));

    /// <summary>A rules directory of these files and that calendar.</summary>
    public static TemporaryFolder Folder(IEnumerable<(string Path, string Text)> files)
    {
        var folder = new TemporaryFolder();
        folder.Write("calendars/mon-fri.yaml", File.ReadAllText(GoldenFile.RepositoryPath("rules/calendars/mon-fri.yaml")));
        foreach (var (path, text) in files)
            folder.Write(path, text);
        return folder;
    }

    public static IEnumerable<(string Path, string Text)> Of(string markdown) =>
        Block().Matches(markdown.ReplaceLineEndings("\n")).Select(m => (m.Groups["path"].Value, m.Groups["text"].Value));

    [GeneratedRegex("^```yaml file=(?<path>\\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
