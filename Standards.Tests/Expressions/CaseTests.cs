using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Syntax.Expressions;
using Xunit;

namespace Standards.Tests.Expressions;

public sealed class CaseTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(ExpressionCase.Folder, "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_of_the_table_gives_what_stands_beside_it(string file)
    {
        var mistakes = ExpressionCase
            .Read(file, File.ReadAllText(Path.Combine(ExpressionCase.Folder, file)))
            .Select(Mistake)
            .Where(static m => m is not null)
            .ToList();
        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
    }

    [Fact]
    public void The_tables_are_long_enough_to_mean_something()
    {
        var count = Directory.GetFiles(ExpressionCase.Folder, "*.txt").Sum(f => ExpressionCase.Read(f, File.ReadAllText(f)).Count());
        Assert.True(count >= 300, $"{count} cases");
    }

    /// <summary>What is wrong with a case; null where it holds.</summary>
    internal static string? Mistake(ExpressionCase @case)
    {
        try
        {
            var actual = Outcome(@case.Expression, out var value);
            if (string.Equals(actual, @case.Expected, StringComparison.Ordinal))
                return null;
            if (!@case.Expected.StartsWith("error ", StringComparison.Ordinal)
                && !@case.Expected.StartsWith("fault ", StringComparison.Ordinal)
                && value is { IsMissing: false })
            {
                var expected = Workbench.Evaluate(Workbench.BindGood(@case.Expected), World.Instance.CreateFrame());
                if (expected.Kind == value.Value.Kind && expected.Equals(value.Value))
                    return null;
            }

            return $"{@case.File}:{@case.Line}: {@case.Expression} => {@case.Expected}, but got {actual}";
        }
        catch (Exception e)
        {
            return $"{@case.File}:{@case.Line}: {@case.Expression} threw {e}";
        }
    }

    private static string Outcome(string text, out Value? value)
    {
        value = null;
        var diagnostics = new DiagnosticBag();
        var bound = Workbench.Bind(text, diagnostics);
        if (diagnostics.Count > 0)
            return "error " + string.Join(' ', diagnostics.ToSorted().Select(static d => d.Code));
        AssertPrintsBack(text);
        value = Workbench.Evaluate(bound, World.Instance.CreateFrame());
        return Workbench.Show(value.Value);
    }

    private static void AssertPrintsBack(string text)
    {
        var diagnostics = new DiagnosticBag();
        var printed = ExpressionPrinter.Print(Workbench.Parse(text, diagnostics));
        var again = Workbench.Parse(printed, diagnostics);
        Assert.Equal(printed, ExpressionPrinter.Print(again));
        var frame = World.Instance.CreateFrame();
        var before = Workbench.Evaluate(Workbench.BindGood(text), frame);
        var after = Workbench.Evaluate(ExpressionBinder.Bind(again, World.Instance, diagnostics), frame);
        Workbench.AssertSame(before, after, printed);
    }
}
