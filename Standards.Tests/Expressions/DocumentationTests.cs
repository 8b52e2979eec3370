using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Expressions;
using Standards.Rules.Syntax.Yaml;
using Xunit;

namespace Standards.Tests.Expressions;

public sealed class DocumentationTests
{
    public static TheoryData<string> Pages =>
        [.. typeof(ExpressionDiagnostics).GetFields().Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Code).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_example_of_the_reference_is_true()
    {
        var examples = Blocks(Path.Combine("docs", "expressions.md"), "cel").SelectMany(b => ExpressionCase.Read("expressions.md", b)).ToList();
        Assert.True(examples.Count >= 50, $"{examples.Count} examples");
        var mistakes = examples.Select(CaseTests.Mistake).Where(m => m is not null).ToList();
        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_diagnostic_has_a_page_whose_example_fails_with_it_and_whose_remedy_does_not(string code)
    {
        var descriptor = typeof(ExpressionDiagnostics).GetFields().Select(f => (DiagnosticDescriptor)f.GetValue(null)!).Single(d => d.Code == code);
        var page = Path.Combine("docs", "diagnostics", code + ".md");
        Assert.StartsWith($"# {code}: {descriptor.Name}\n", File.ReadAllText(Path.Combine(ExpressionCase.Repository, page)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var blocks = Blocks(page, "yaml").ToList();
        if (descriptor == ExpressionDiagnostics.TooLong)
            return;
        Assert.Equal(2, blocks.Count);
        Assert.Equal([code], Load(blocks[0]).Select(d => d.Code));
        Assert.Empty(Load(blocks[1]));
    }

    [Theory]
    [InlineData("ensure: urgent && desk.ocupied", 1, 19)]
    [InlineData("ensure: 'visitor == ''B'' && desk.ocupied'", 1, 30)]
    [InlineData("ensure: \"visitor == 'B' && desk.ocupied\"", 1, 28)]
    [InlineData("ensure: |\n  urgent\n  && desk.ocupied\n", 3, 6)]
    [InlineData("ensure: >\n  urgent\n  && desk.ocupied\n", 3, 6)]
    public void A_mistake_inside_YAML_has_the_position_of_the_file(string yaml, int line, int column)
    {
        var diagnostic = Assert.Single(LoadCondition(yaml));
        Assert.Equal((ExpressionDiagnostics.UnknownName, line, column), (diagnostic.Descriptor, diagnostic.Span.Line, diagnostic.Span.Column));
    }

    private static IEnumerable<string> Blocks(string page, string language)
    {
        var text = File.ReadAllText(Path.Combine(ExpressionCase.Repository, page)).ReplaceLineEndings("\n");
        foreach (var block in text.Split($"```{language}\n").Skip(1))
            yield return block[..block.IndexOf("```", StringComparison.Ordinal)];
    }

    private static ImmutableArray<Diagnostic> Load(string norms) =>
        LoadCondition(norms.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].TrimStart());

    private static ImmutableArray<Diagnostic> LoadCondition(string yaml)
    {
        var diagnostics = new DiagnosticBag();
        var mapping = YamlReader.ReadMapping(SourceFile.FromText("norms.yaml", yaml), LoadLimits.Default, diagnostics)!;
        var scalar = (YamlScalar)mapping.Find("ensure")!.Value;
        var syntax = ExpressionParser.Parse(scalar.Value, scalar.SpanAt, diagnostics);
        var bound = ExpressionBinder.BindCondition(syntax, World.Instance, diagnostics);
        if (!diagnostics.HasErrors)
            ExpressionPlanner.PlanCondition(bound, diagnostics);
        return diagnostics.ToSorted();
    }
}
