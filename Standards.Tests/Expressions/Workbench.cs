using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Evaluation;
using Standards.Rules.Syntax.Expressions;
using Xunit;

namespace Standards.Tests.Expressions;

/// <summary>Takes an expression through all stages.</summary>
internal static class Workbench
{
    public static SourceSpan SpanAt(int offset, int length) => new("expression", 1, offset + 1, length);

    public static ExpressionSyntax Parse(string text, DiagnosticBag diagnostics) => ExpressionParser.Parse(text, SpanAt, diagnostics);

    public static BoundExpression Bind(string text, DiagnosticBag diagnostics) =>
        ExpressionBinder.Bind(Parse(text, diagnostics), World.Instance, diagnostics);

    public static BoundExpression BindGood(string text)
    {
        var diagnostics = new DiagnosticBag();
        var bound = Bind(text, diagnostics);
        Assert.True(diagnostics.Count == 0, $"{text}: {string.Join("; ", diagnostics.ToSorted().Select(d => d.Code + " " + d.Message(Core.Language.En)))}");
        return bound;
    }

    /// <summary>The value, after checking that every way to get it agrees: folded or not, as a value or as a condition.</summary>
    public static Value Evaluate(BoundExpression bound, Frame frame)
    {
        var value = ExpressionPlanner.PlanValue(bound).Evaluate(frame);
        var folded = ExpressionPlanner.Plan(bound).Evaluate(frame);
        AssertSame(value, folded, bound.Text + " (folded)");
        if (bound.Type.IsCompatible(ExpressionType.Bool))
        {
            AssertAgrees(value, ConditionPlanner.Plan(bound), frame, bound.Text);
            AssertAgrees(value, ExpressionPlanner.PlanCondition(bound), frame, bound.Text + " (folded)");
        }

        return value;
    }

    public static void AssertSame(Value expected, Value actual, string what)
    {
        Assert.True(
            expected.Kind == actual.Kind && (expected.IsMissing || expected.Equals(actual) || (expected.Kind == ValueKind.Double && double.IsNaN(expected.AsDouble) && double.IsNaN(actual.AsDouble))),
            $"{what}: expected {Show(expected)}, got {Show(actual)}");
        if (expected.IsMissing)
            Assert.NotNull(actual.Fault);
    }

    public static string Show(Value value) => value.IsMissing ? $"fault {value.Fault?.Kind} {value.Fault?.Subject}" : $"{value.Kind} {value}";

    private static void AssertAgrees(Value value, Condition condition, Frame frame, string what)
    {
        var truth = condition.Test(frame);
        var fault = condition.Explain(frame);
        var expected = value.Kind == ValueKind.Bool ? (value.AsBool ? Truth.True : Truth.False) : Truth.Unknown;
        Assert.True(expected == truth, $"{what}: as a value {Show(value)}, as a condition {truth}");
        Assert.True((truth == Truth.Unknown) == (fault is not null), $"{what}: {truth}, explained by {fault}");
    }
}
