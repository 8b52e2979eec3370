using Standards.Core.Diagnostics;
using Standards.Tests.Diagnostics;
using Standards.Tests.Documentation;
using Xunit;

namespace Standards.Tests.Binding;

/// <summary>
/// One mistake at a time, with its code, its place and the way out. A case in <c>Cases/*.txt</c> is a line <c>## CODE help</c> and lines
/// as <see cref="RulesSample"/> reads them, of which ▸ marks the place.
/// </summary>
public sealed class MistakeTests
{
    private const char Mark = '▸';

    /// <summary>Code, marked lines, help in English.</summary>
    public static TheoryData<string, string, string> Mistakes
    {
        get
        {
            var mistakes = new TheoryData<string, string, string>();
            foreach (var (code, help, lines) in Read())
                mistakes.Add(code, lines, help);
            return mistakes;
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_has_its_code_its_place_and_a_way_out(string code, string marked, string help)
    {
        var (file, line, column) = Place(marked);
        var diagnostics = RulesSample.Diagnostics(marked.Replace($"{Mark}", "", StringComparison.Ordinal));
        Assert.True(diagnostics.Length == 1, $"{code}: " + string.Join("; ", diagnostics.Select(d => $"{d.Span} {d.Code} {d.Message(Core.Language.En)}")));
        var diagnostic = diagnostics[0];
        var (expected, actual) = ($"{code} at {file}:{line}:{column} {help}", $"{diagnostic.Code} at {diagnostic.Span} {diagnostic.Help?.En}");
        Assert.True(expected == actual, $"expected {expected}\nfound    {actual}");
        Assert.True(diagnostic.Help is null || diagnostic.Help.Zh.Length > 0);
    }

    [Fact]
    public void Every_kind_that_loading_can_tell_is_shown()
    {
        var shown = Read().Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(DiagnosticPageTests.ToldByLoading.Select(d => d.Code).ToHashSet(StringComparer.Ordinal), shown);
    }

    private static IEnumerable<(string Code, string Help, string Lines)> Read() =>
        Directory.EnumerateFiles(GoldenFile.RepositoryPath("Standards.Tests/Binding/Cases"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(f => ("\n" + File.ReadAllText(f).ReplaceLineEndings("\n")).Split("\n## ").Skip(1))
            .Select(c => (c[..6], c[6..c.IndexOf('\n', StringComparison.Ordinal)].Trim(), c[(c.IndexOf('\n', StringComparison.Ordinal) + 1)..]));

    private static (string File, int Line, int Column) Place(string marked)
    {
        var file = RulesSample.NormsFile;
        var line = 0;
        foreach (var text in marked.Split('\n'))
        {
            line++;
            if (text.StartsWith("# file: ", StringComparison.Ordinal))
                (file, line) = (text["# file: ".Length..], 0);
            if (text.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var column)
                return (file, line, column + 1);
        }

        throw new ArgumentException("nothing is marked", nameof(marked));
    }
}
