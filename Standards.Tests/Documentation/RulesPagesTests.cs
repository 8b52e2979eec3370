using Standards.Rules;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Documentation;

/// <summary>The pages that are made of the packs stand in docs/ as the packs are now.</summary>
public sealed class RulesPagesTests
{
    private static readonly Lazy<RulesPages> Pages = new(() => new RulesPages(RuleBook.Load(GoldenFile.RepositoryPath("rules"), new RuleBookOptions { Cases = true }).RuleBook!));

    [Fact]
    public void The_page_of_the_vocabulary_is_up_to_date() => AssertPage("vocabulary.md", Pages.Value.Vocabulary());

    [Fact]
    public void The_page_of_the_packs_is_up_to_date() => AssertPage("packs.md", Pages.Value.Packs());

    [Fact]
    public void The_pictures_of_the_processes_are_up_to_date_and_complete()
    {
        var pages = Pages.Value.Processes().ToList();
        Assert.All(pages, p => AssertPage(Path.Combine("processes", p.Name), p.Text));
        Assert.Equal(
            pages.Select(p => p.Name).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(GoldenFile.RepositoryPath("docs/processes")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    private static void AssertPage(string name, string text) => GoldenFile.AssertEqual(Path.Combine("..", "docs", name), text);
}
