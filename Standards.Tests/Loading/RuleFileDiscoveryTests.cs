using Standards.Core.Diagnostics;
using Standards.Rules.Loading;
using Xunit;

namespace Standards.Tests.Loading;

public sealed class RuleFileDiscoveryTests
{
    [Fact]
    public void Files_are_found_by_their_places_in_ordinal_order()
    {
        using var folder = Folder(
            "vocabulary/b.yaml", "vocabulary/a.yaml", "vocabulary/B.yaml", "calendars/cn.yaml", "profiles/default.yaml",
            "lf/pack.yaml", "lf/clauses.yaml", "lf/norms/z.yaml", "lf/norms/desk.yaml", "lf/processes/desk.yaml", "lf/scenarios/s.yaml", "lf/cases/c.yaml",
            "Ab/pack.yaml", "lf/README.md", "lf/norms/notes.txt", ".git/x.yaml");
        var diagnostics = new DiagnosticBag();
        var files = RuleFiles.Discover(folder.Path, diagnostics);
        Assert.Equal(
            [
                "vocabulary/B.yaml", "vocabulary/a.yaml", "vocabulary/b.yaml", "calendars/cn.yaml", "profiles/default.yaml",
                "Ab/pack.yaml",
                "lf/pack.yaml", "lf/clauses.yaml", "lf/processes/desk.yaml", "lf/norms/desk.yaml", "lf/norms/z.yaml", "lf/scenarios/s.yaml", "lf/cases/c.yaml",
            ],
            files.All.Select(f => f.DisplayPath));
        Assert.Null(files.Packs[0].Clauses);
        Assert.Equal("lf", files.Packs[1].Folder);
        Assert.Equal(0, diagnostics.Count);
        Assert.True(files.All.All(f => File.Exists(f.Location)));
    }

    [Theory]
    [InlineData("lf/stray.yaml", "rule files stand in")]
    [InlineData("lf/norms/more/x.yaml", "rule files stand in")]
    [InlineData("x.yaml", "rule files stand in")]
    [InlineData("vocabulary/more/x.yaml", "rule files stand in")]
    [InlineData("lf/norms/x.yml", "name it .yaml")]
    [InlineData("lf/norms/x.YAML", "name it .yaml")]
    [InlineData("other/norms/x.yaml", "the folder of a pack has a pack.yaml")]
    public void A_yaml_file_elsewhere_is_a_warning(string stray, string help)
    {
        using var folder = Folder("lf/pack.yaml", stray);
        var diagnostics = new DiagnosticBag();
        RuleFiles.Discover(folder.Path, diagnostics, "rules");
        var diagnostic = Assert.Single(diagnostics.ToSorted());
        Assert.Equal(("ST0008", $"rules/{stray}", DiagnosticSeverity.Warning), (diagnostic.Code, diagnostic.Span.ToString(), diagnostic.Severity));
        Assert.StartsWith(help, diagnostic.Help!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_is_missing_or_holds_no_pack_is_an_error()
    {
        using var folder = Folder("vocabulary/a.yaml");
        var diagnostics = new DiagnosticBag();
        Assert.Empty(RuleFiles.Discover(Path.Combine(folder.Path, "none"), diagnostics).All);
        Assert.Equal(["ST0001"], diagnostics.ToSorted().Select(d => d.Code));
        diagnostics = new DiagnosticBag();
        Assert.Single(RuleFiles.Discover(folder.Path, diagnostics).All);
        Assert.Equal(["ST0009"], diagnostics.ToSorted().Select(d => d.Code));
    }

    [Theory]
    [InlineData("", "lf/pack.yaml")]
    [InlineData("rules", "rules/lf/pack.yaml")]
    [InlineData("rules/", "rules/lf/pack.yaml")]
    [InlineData(".\\rules", "./rules/lf/pack.yaml")]
    [InlineData("/", "/lf/pack.yaml")]
    public void The_user_sees_the_path_that_he_gave(string displayRoot, string expected)
    {
        using var folder = Folder("lf/pack.yaml");
        Assert.Equal(expected, RuleFiles.Discover(folder.Path, new DiagnosticBag(), displayRoot).Packs[0].Manifest.DisplayPath);
    }

    [Fact]
    public void A_link_back_up_is_not_followed()
    {
        using var folder = Folder("lf/pack.yaml", "lf/norms/a.yaml");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "lf", "norms", "loop"), folder.Path);
        var diagnostics = new DiagnosticBag();
        Assert.Equal(2, RuleFiles.Discover(folder.Path, diagnostics).All.Count());
        Assert.Equal(0, diagnostics.Count);
    }

    [Fact]
    public void A_catalog_reads_files_and_finds_them_again()
    {
        using var folder = Folder("lf/pack.yaml");
        var diagnostics = new DiagnosticBag();
        var catalog = new SourceCatalog(LoadLimits.Default);
        var source = catalog.Read(RuleFiles.Discover(folder.Path, diagnostics).Packs[0].Manifest, diagnostics);
        Assert.Same(source, catalog.Find("lf/pack.yaml"));
        Assert.Null(catalog.Find("lf/clauses.yaml"));
    }

    private static TemporaryFolder Folder(params ReadOnlySpan<string> files)
    {
        var folder = new TemporaryFolder();
        foreach (var file in files)
            folder.Write(file, "a: 1\n");
        return folder;
    }
}
