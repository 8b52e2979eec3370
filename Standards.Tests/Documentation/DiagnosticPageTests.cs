using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Coverage;
using Standards.Rules.Diagnostics;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Documentation;

/// <summary>Every kind of diagnostic has a page; the examples of bindings, decisions, processes and packs are loaded.</summary>
public sealed partial class DiagnosticPageTests
{
    /// <summary>Told by the choice of a profile: no rules directory shows it.</summary>
    private static readonly DiagnosticDescriptor[] NotByLoading = [PackDiagnostics.UnknownProfile];

    private static readonly DiagnosticDescriptor[] ByCoverage = [PackDiagnostics.Uncovered, PackDiagnostics.Weak, PackDiagnostics.NeedlessWaiver];

    private static readonly string[] Ranges = ["ST02", "ST06", "ST07", "ST08"];

    private static readonly (string Prefix, string Title)[] Titles =
    [
        ("ST00", "Loading"), ("ST01", "YAML"), ("ST02", "Names and norms"), ("ST03", "Expressions"), ("ST04", "Time and calendars"),
        ("ST05", "Speech"), ("ST06", "Decisions"), ("ST07", "Processes"), ("ST08", "Packs and cases"), ("ST09", "Logs"), ("ST10", "Scenarios"),
    ];

    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(d => d.Code)];

    public static TheoryData<string> Coverage => [.. ByCoverage.Select(d => d.Code)];

    public static TheoryData<string> Scenarios => [.. DiagnosticCatalog.All.Select(d => d.Code).Where(c => c.StartsWith("ST10", StringComparison.Ordinal))];

    public static TheoryData<string> Loaded => [.. ToldByLoading.Select(d => d.Code)];

    /// <summary>The kinds that binding a rules directory reports.</summary>
    internal static IEnumerable<DiagnosticDescriptor> ToldByLoading =>
        DiagnosticCatalog.All.Except(NotByLoading).Except(ByCoverage).Where(d => Ranges.Any(r => d.Code.StartsWith(r, StringComparison.Ordinal)));

    [Fact]
    public void No_code_stands_for_two_kinds() =>
        Assert.Equal(DiagnosticCatalog.All.Select(d => d.Code).Distinct(), DiagnosticCatalog.All.Select(d => d.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_kind_has_a_page_under_its_name(string code)
    {
        Assert.Matches("^ST[0-9]{4}$", code);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", DiagnosticCatalog.Of(code).Name);
        Assert.StartsWith($"# {code}: {DiagnosticCatalog.Of(code).Name}\n\n", Page(code), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_belongs_to_a_kind() =>
        Assert.Equal(
            DiagnosticCatalog.All.Select(d => d.Code),
            Directory.EnumerateFiles(GoldenFile.RepositoryPath("docs/diagnostics"), "ST*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_message_begins_small_ends_without_a_period_and_says_the_same_in_both_languages(string code)
    {
        var message = DiagnosticCatalog.Of(code).Message;
        Assert.False(char.IsUpper(message.En[0]), message.En);
        Assert.DoesNotContain(message.En[^1], ".!");
        Assert.DoesNotContain(message.Zh[^1], "。！");
        Assert.Matches("[\u4e00-\u9fff]", message.Zh);
        Assert.DoesNotMatch("[\u3000-\u9fff]", message.En);
        Assert.Equal(Placeholders(message.En), Placeholders(message.Zh));
        Assert.Equal(Quoted(message.En), Quoted(message.Zh));
        Assert.Equal(Enumerable.Range(0, Placeholders(message.En).Count()).Select(i => $"{{{i}}}"), Placeholders(message.En));
    }

    [Theory]
    [MemberData(nameof(Loaded))]
    public void An_example_fails_with_its_code_alone_and_what_stands_instead_is_without_mistake(string code)
    {
        var page = Page(code);
        Assert.Equal([code], Found(Block(page, "Example")));
        Assert.Empty(Found(Block(page, "Instead")));
    }

    [Theory]
    [MemberData(nameof(Coverage))]
    public void An_example_of_coverage_loads_and_is_told_of_by_the_coverage_report(string code)
    {
        var page = Page(code);
        Assert.Equal([code], Told(Block(page, "Example")));
        Assert.Empty(Told(Block(page, "Instead")));

        static IEnumerable<string> Told(string lines) => CoverageReport.Of(RulesSample.Book(lines)).Diagnostics().Select(d => d.Code).Distinct();
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void An_example_of_a_scenario_fails_with_its_code_alone_when_it_is_proved(string code)
    {
        var page = Page(code);
        Assert.Equal([code], ScenarioSample.Diagnostics(Block(page, "Example")).Select(d => d.Code).Distinct());
        Assert.Empty(ScenarioSample.Diagnostics(Block(page, "Instead")).Select(d => $"{d.Code} {d.Message(Language.En)}"));
    }

    [Fact]
    public void The_list_of_pages_is_complete() => AssertIndex(Index());

    private static IEnumerable<string> Found(string lines) => RulesSample.Diagnostics(lines).Select(d => d.Code).Distinct();

    private static string Page(string code)
    {
        var file = GoldenFile.RepositoryPath($"docs/diagnostics/{code}.md");
        Assert.True(File.Exists(file), $"{code} has no page");
        return File.ReadAllText(file).ReplaceLineEndings("\n");
    }

    private static string Block(string page, string title) =>
        Blocks().Matches(page).Single(b => b.Groups["title"].Value == title).Groups["body"].Value;

    private static IEnumerable<string> Placeholders(string message) => Placeholder().Matches(message).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Quoted(string message) => QuotedPlaceholder().Matches(message).Select(m => m.Value).Order(StringComparer.Ordinal);

    private static string Index()
    {
        var text = new StringBuilder("# Diagnostics\n\nEvery mistake that packs and logs can have, each with an example that fails and what to write instead.\n");
        foreach (var (prefix, title) in Titles)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| code | | severity | message |\n| --- | --- | --- | --- |\n");
            foreach (var kind in DiagnosticCatalog.All.Where(d => d.Code.StartsWith(prefix, StringComparison.Ordinal)))
                text.Append(CultureInfo.InvariantCulture, $"| [{kind.Code}]({kind.Code}.md) | {kind.Name} | {kind.Severity.ToString().ToLowerInvariant()} | {Cell(kind.Message)} |\n");
        }

        return text.ToString();
    }

    private static string Cell(LocalizedText message) => $"{message.En}<br>{message.Zh}".Replace("|", "\\|", StringComparison.Ordinal);

    private static void AssertIndex(string index)
    {
        Assert.All(DiagnosticCatalog.All, d => Assert.Contains($"[{d.Code}]", index, StringComparison.Ordinal));
        GoldenFile.AssertEqual(Path.Combine("..", "docs", "diagnostics", "README.md"), index);
    }

    [GeneratedRegex(@"^## (?<title>\w+)\n\n```yaml\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"`\{[0-9]+\}`")]
    private static partial Regex QuotedPlaceholder();
}
