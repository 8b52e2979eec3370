using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Diagnostics;
using Standards.Tests.Diagnostics;
using Standards.Tests.Documentation;
using Standards.Tests.Loading;
using Xunit;

namespace Standards.Tests.Binding;

/// <summary>A pack in which hardly anything is right: all of it is told, in one run, in an order that does not change.</summary>
public sealed class TerriblePackTests
{
    private static string Lines => File.ReadAllText(GoldenFile.RepositoryPath("Standards.Tests/Binding/terrible-pack.txt")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Zh)]
    public void Everything_that_is_wrong_is_told_in_both_languages(Language language)
    {
        var load = RulesSample.Load(Lines);
        Assert.Null(load.RuleBook);
        var renderer = new DiagnosticRenderer(load.Sources.Find, RenderOptions.Default with { Language = language });
        GoldenFile.AssertEqual($"Binding/Golden/terrible-pack.{language.ToString().ToLowerInvariant()}.txt", renderer.Render(load.Diagnostics));
    }

    [Fact]
    public void All_mistakes_of_all_files_are_told_in_one_run()
    {
        var diagnostics = RulesSample.Diagnostics(Lines);
        var places = diagnostics.Select(d => (d.Span.File, d.Span.Line)).ToHashSet();
        Assert.All(Marked(), line => Assert.Contains(line, places));
        Assert.True(Marked().Count() >= 40);
        Assert.Equal(["ST01", "ST02", "ST03", "ST04", "ST05", "ST06", "ST07", "ST08"], diagnostics.Select(d => d.Code[..4]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_line_without_a_mistake_is_blamed() =>
        Assert.Empty(RulesSample.Diagnostics(Lines).Select(d => (d.Span.File, d.Span.Line)).Except(Marked()));

    [Fact]
    public void The_order_is_that_of_files_lines_and_columns_however_the_files_came()
    {
        var files = RulesSample.Files(Lines).ToList();
        var forwards = Load(files);
        files.Reverse();
        Assert.Equal(Shown(forwards), Shown(Load(files)));
        Assert.Equal(
            Shown(forwards.OrderBy(d => d.Span.File, StringComparer.Ordinal).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Code, StringComparer.Ordinal)),
            Shown(forwards));
    }

    private static ImmutableArray<Diagnostic> Load(IEnumerable<(string Path, string Text)> files)
    {
        using var folder = DocumentFiles.Folder(RulesSample.Base);
        foreach (var (path, text) in files)
            folder.Write(path, text);
        return RuleBook.Load(folder.Path, RuleBookOptions.Default with { Profile = "terrible", Cases = true }).Diagnostics;
    }

    private static string Shown(IEnumerable<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Select(d => $"{d.Span} {d.Code} {d.Message(Language.Zh)} {d.Help?.Zh}"));

    /// <summary>The lines that say of themselves that they are wrong.</summary>
    private static IEnumerable<(string File, int Line)> Marked() =>
        RulesSample.Files(Lines).SelectMany(f => f.Text.Split('\n').Select((text, i) => (f.Path, i + 1, text)))
            .Where(l => l.text.Contains("# !", StringComparison.Ordinal)).Select(l => (l.Path, l.Item2));
}
