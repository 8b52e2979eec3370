using System.Globalization;
using System.Text;
using Standards.Core.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;
using Xunit;

namespace Standards.Tests.Loading;

public sealed class LimitTests
{
    [Fact]
    public void Ten_levels_of_ten_aliases_are_refused_before_they_cost_memory()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 10; i++)
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (root, codes) = Read(text.ToString());
        Assert.Null(root);
        Assert.Equal(["ST0013"], codes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    [Fact]
    public void Aliases_within_the_limit_stand_for_their_anchor()
    {
        var (root, codes) = Read("a: &a [x, {k: y}]\nb: *a\nc: &s text\nd: *s\n");
        Assert.Empty(codes);
        var mapping = Assert.IsType<YamlMapping>(root);
        Assert.Same(mapping.Find("a")!.Value, mapping.Find("b")!.Value);
        Assert.Equal("text", mapping.Find("d")!.Value.ToString());
    }

    [Fact]
    public void An_anchor_may_be_defined_again_and_the_last_one_counts()
    {
        var (root, codes) = Read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
        Assert.Empty(codes);
        Assert.Equal(["1", "1", "2", "2"], ((YamlMapping)root!).Entries.Select(e => e.Value.ToString()));
    }

    [Fact]
    public void The_alias_limit_counts_what_the_aliases_stand_for()
    {
        var limits = LoadLimits.Default with { MaxAliasNodes = 9 };
        Assert.Empty(Read("a: &a [1, 2]\nb: *a\nc: *a\nd: *a\n", limits).Codes);
        Assert.Equal(["ST0013"], Read("a: &a [1, 2]\nb: *a\nc: *a\nd: *a\ne: *a\n", limits).Codes);
    }

    [Theory]
    [InlineData("[[[x]]]", 3, "")]
    [InlineData("[[[x]]]", 2, "ST0011")]
    [InlineData("a:\n  b:\n    c: 1\n", 3, "")]
    [InlineData("a:\n  b:\n    c: 1\n", 2, "ST0011")]
    [InlineData("a: &a [1]\nb: *a\n", 2, "")]
    [InlineData("a: &a [1]\nb: [*a]\n", 3, "")]
    [InlineData("a: &a [1]\nb: [*a]\n", 2, "ST0011")]
    [InlineData("a: &a [[1]]\nb: &b [*a]\nc: [[*b]]\n", 5, "ST0011")]
    [InlineData("a: &a [[1]]\nb: &b [*a]\nc: [[*b]]\n", 6, "")]
    public void Nesting_is_limited_through_aliases_too(string text, int depth, string code) =>
        Assert.Equal(code.Length == 0 ? [] : [code], Read(text, LoadLimits.Default with { MaxDepth = depth }).Codes);

    [Theory]
    [InlineData(4, "ST0012")]
    [InlineData(5, "")]
    public void The_number_of_entries_is_limited(int nodes, string code) =>
        Assert.Equal(code.Length == 0 ? [] : [code], Read("a: [1, 2]\n", LoadLimits.Default with { MaxNodes = nodes }).Codes);

    [Theory]
    [InlineData(3, "ST0014")]
    [InlineData(4, "")]
    public void The_length_of_a_text_is_limited(int length, string code) =>
        Assert.Equal(code.Length == 0 ? [] : [code], Read("a: abcd\n", LoadLimits.Default with { MaxScalarLength = length }).Codes);

    /// <summary>Shapes that make a parser recurse, look ahead or start over.</summary>
    [Theory]
    [InlineData("[", "", "ST0011")]
    [InlineData("[\n", "", "ST0011")]
    [InlineData("{a: ", "", "ST0011")]
    [InlineData("- ", "", "ST0011")]
    [InlineData("? ", "", "")]
    [InlineData("&a ", "", "")]
    [InlineData("!a ", "", "")]
    [InlineData("\"", "", "")]
    [InlineData("'", "", "ST0014")]
    [InlineData("a: ", "", "ST0107")]
    [InlineData("%\n", "", "")]
    [InlineData("---\n", "", "")]
    [InlineData("[a,", "", "ST0011")]
    [InlineData("|\n", "", "")]
    [InlineData("x\n", "", "ST0014")]
    [InlineData("k: v\n", "", "ST0111")]
    public void Much_of_one_shape_is_answered_and_never_thrown(string shape, string prefix, string code)
    {
        var text = prefix + string.Concat(Enumerable.Repeat(shape, 400_000 / shape.Length));
        var codes = Read(text).Codes;
        Assert.NotEmpty(codes);
        if (code.Length > 0)
            Assert.Contains(code, codes);
    }

    [Fact]
    public void A_limit_below_one_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LoadLimits.Default with { MaxNodes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => LoadLimits.Default with { MaxDepth = 100_000 });
    }

    private static (YamlNode? Root, string[] Codes) Read(string text, LoadLimits? limits = null)
    {
        var diagnostics = new DiagnosticBag();
        var root = YamlReader.Read(SourceFile.FromText("x.yaml", text), limits ?? LoadLimits.Default, diagnostics);
        return (root, [.. diagnostics.ToSorted().Select(d => d.Code).Distinct(StringComparer.Ordinal)]);
    }
}
