using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;
using Xunit;

namespace Standards.Tests.Expressions;

public sealed class ParserTests
{
    [Theory]
    [InlineData("urgent or visitor.served", "urgent", " or visitor.served")]
    [InlineData("a == 1 || b or c", "a == 1 || b", " or c")]
    [InlineData("urgent", "urgent", "")]
    [InlineData("(a or_b) == 1", "(a", "")]
    [InlineData("x.or == 1 or y", "x.or == 1", " or y")]
    [InlineData("origin == 'or' or y", "origin == 'or'", " or y")]
    [InlineData("a ? b : c or lf.x-y #日", "a ? b : c", " or lf.x-y #日")]
    [InlineData("tags.exists(t, t == 'a') or b", "tags.exists(t, t == 'a')", " or b")]
    [InlineData("a\nor b", "a", "\nor b")]
    public void A_condition_in_a_pattern_ends_before_the_word_or(string text, string condition, string rest)
    {
        var parsed = ExpressionParser.ParseCondition("act where " + text, 10, Workbench.SpanAt, new DiagnosticBag());
        if (rest.Length > 0)
            Assert.Equal(rest.TrimStart(), ("act where " + text)[parsed.End..]);
        else
            Assert.Equal(text.Length + 10, parsed.End);
        Assert.StartsWith(condition, ("act where " + text)[10..parsed.End], StringComparison.Ordinal);
    }

    [Fact]
    public void What_follows_the_word_or_is_not_looked_at()
    {
        var diagnostics = new DiagnosticBag();
        ExpressionParser.ParseCondition("urgent or 'open @ = ((", 0, Workbench.SpanAt, diagnostics);
        Assert.Equal(0, diagnostics.Count);
    }

    [Theory]
    [InlineData("or b", "ST0307", 0)]
    [InlineData("a && or b", "ST0307", 5)]
    [InlineData("a == or b", "ST0307", 5)]
    [InlineData("a b c or d", "ST0308", 6)]
    [InlineData("(a or b) or c", "ST0312", 9)]
    public void A_mistake_before_the_word_or_is_reported_and_the_word_still_ends_the_condition(string text, string code, int end)
    {
        var diagnostics = new DiagnosticBag();
        var parsed = ExpressionParser.ParseCondition(text, 0, Workbench.SpanAt, diagnostics);
        Assert.Equal([code], diagnostics.ToSorted().Select(d => d.Code));
        Assert.Equal(end, parsed.End);
    }

    [Theory]
    [InlineData("(", ")", 99, true)]
    [InlineData("(", ")", 100, false)]
    [InlineData("(", ")", 4_900, false)]
    [InlineData("!", "", 9_000, false)]
    [InlineData("-", "", 9_000, false)]
    [InlineData("[", "]", 4_900, false)]
    [InlineData("true ? true : ", "", 700, false)]
    [InlineData("f(", ")", 3_000, false)]
    [InlineData("{1: ", "}", 1_900, false)]
    public void Nesting_has_a_limit(string open, string close, int times, bool good)
    {
        var diagnostics = new DiagnosticBag();
        Workbench.Parse(string.Concat(Enumerable.Repeat(open, times)) + "true" + string.Concat(Enumerable.Repeat(close, times)), diagnostics);
        Assert.Equal(good ? [] : ["ST0310"], diagnostics.ToSorted().Select(d => d.Code));
    }

    [Theory]
    [InlineData("1", " + 1", 240, true)]
    [InlineData("1", " + 1", 2_400, false)]
    [InlineData("info", ".a", 4_900, false)]
    [InlineData("info", "['a']", 1_900, false)]
    public void A_chain_has_a_limit(string first, string rest, int times, bool good)
    {
        var diagnostics = new DiagnosticBag();
        Workbench.Bind(first + string.Concat(Enumerable.Repeat(rest, times)), diagnostics);
        Assert.Equal(good ? [] : ["ST0310"], diagnostics.ToSorted().Select(d => d.Code));
    }

    [Fact]
    public void A_chain_of_conditions_is_as_long_as_the_text_may_be()
    {
        var text = string.Join(" || ", Enumerable.Repeat("urgent", 999));
        Assert.True(Workbench.Evaluate(Workbench.BindGood(text), World.Instance.CreateFrame()) == Core.Values.Value.False);
    }

    [Fact]
    public void A_text_has_a_longest_length()
    {
        var diagnostics = new DiagnosticBag();
        Workbench.Parse("'" + new string('a', ExpressionLimits.Length - 2) + "'", diagnostics);
        Assert.Equal(0, diagnostics.Count);
        Workbench.Parse("'" + new string('a', ExpressionLimits.Length - 1) + "'", diagnostics);
        Assert.Equal(["ST0311"], diagnostics.ToSorted().Select(d => d.Code));
    }

    [Fact]
    public void Every_node_knows_where_it_stands()
    {
        const string text = " size( tags ) >= 1 &&  !(info.nested . deep) ";
        var logical = Assert.IsType<ExpressionSyntax.Logical>(Workbench.Parse(text, new DiagnosticBag()));
        Assert.Equal("size( tags ) >= 1 &&  !(info.nested . deep)", logical.Origin.Text);
        var comparison = Assert.IsType<ExpressionSyntax.Binary>(logical.Operands[0]);
        Assert.Equal("size( tags ) >= 1", comparison.Origin.Text);
        Assert.Equal(">=", comparison.OperatorOrigin.Text);
        Assert.Equal("size( tags )", comparison.Left.Origin.Text);
        var not = Assert.IsType<ExpressionSyntax.Unary>(logical.Operands[1]);
        Assert.Equal("info.nested . deep", not.Operand.Origin.Text);
        Assert.Equal(new SourceSpan("expression", 1, 2, 43), logical.Origin.Span);
    }

    [Fact]
    public void Every_code_is_used_once()
    {
        var descriptors = typeof(ExpressionDiagnostics).GetFields().Select(f => (DiagnosticDescriptor)f.GetValue(null)!).ToList();
        Assert.Equal(descriptors.Count, descriptors.DistinctBy(d => d.Code).Count());
        Assert.Equal(descriptors.Count, descriptors.DistinctBy(d => d.Name).Count());
    }
}
