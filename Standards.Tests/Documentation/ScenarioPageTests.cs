using System.Text.RegularExpressions;
using Standards.Core;
using Standards.Rules;
using Standards.Simulator.Proving;
using Standards.Simulator.Scenarios;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Documentation;

/// <summary>The page about scenarios shows one that can be played.</summary>
public sealed partial class ScenarioPageTests
{
    [Fact]
    public void The_scenario_of_the_page_is_without_mistake()
    {
        var rules = GoldenFile.RepositoryPath("rules");
        var page = File.ReadAllText(GoldenFile.RepositoryPath("docs/scenarios.md")).ReplaceLineEndings("\n");
        var book = RuleBook.Load(rules, new RuleBookOptions { Packs = ["lf"] }).RuleBook!;
        var folder = Directory.CreateTempSubdirectory("standards-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "lf", "scenarios"));
            File.Copy(Path.Combine(rules, "lf", "pack.yaml"), Path.Combine(folder.FullName, "lf", "pack.yaml"));
            File.WriteAllText(Path.Combine(folder.FullName, "lf", "scenarios", "door.yaml"), Example().Match(page).Groups[1].Value);
            var library = ScenarioLibrary.Load(folder.FullName, book);
            Assert.Empty(library.Diagnostics.Select(d => $"{d.Span} {d.Message(Language.En)}"));
            Assert.Empty(new ScenarioProver(Assert.Single(library.Scenarios), book).Prove().Diagnostics.Select(d => d.Message(Language.En)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("^```yaml\n(id: .*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
