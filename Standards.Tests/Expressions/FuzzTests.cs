using System.Text;
using Standards.Core.Diagnostics;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Syntax.Expressions;
using Xunit;

namespace Standards.Tests.Expressions;

public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "rings", "price", "name", "severity", "desk.occupied", "urgent", "tags", "info", "due", "wait", "absent.int", "absent.bool", "x", "dyn", "math", "or", "and", "not",
        "has", "size", "all", "map", "filter", "exists", "exists_one", "int", "string", "double", "duration", "timestamp", "contains", "matches", "getHours", "least", "state",
        "1", "0", "2.5", "-", "+", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "?", ":", ".", ",", "(", ")", "[", "]", "{", "}", "in",
        "true", "false", "null", "'a'", "'major'", "\"", "'", "\\", "r'", "'5m'", "0x", "1e", "9223372036854775807", "（", "）", "＝", "中", "\u0000", "\ud83d", "=", "&", "|", "@", "//", "\n", " ", " ",
    ];

    [Fact]
    public void No_text_throws_in_any_stage()
    {
        var random = new Random(20260302);
        var frame = World.Instance.CreateFrame();
        var evaluated = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = i % 4 == 0 ? Noise(random) : Soup(random);
            var diagnostics = new DiagnosticBag();
            var syntax = Workbench.Parse(text, diagnostics);
            var bound = ExpressionBinder.Bind(syntax, World.Instance, diagnostics);
            ExpressionParser.ParseCondition(text, random.Next(text.Length + 1), Workbench.SpanAt, new DiagnosticBag());
            Assert.InRange(syntax.Origin.Offset, 0, text.Length);
            Assert.InRange(syntax.Origin.End, 0, text.Length);
            if (diagnostics.HasErrors)
                continue;
            AssertPrintsBack(syntax);
            Workbench.Evaluate(bound, frame);
            evaluated++;
        }

        Assert.True(evaluated > 100, $"only {evaluated} texts were good");
    }

    [Fact]
    public void An_error_node_comes_with_an_error()
    {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var diagnostics = new DiagnosticBag();
            var text = Soup(random);
            var bound = Workbench.Bind(text, diagnostics);
            Assert.True(bound is not BoundExpression.Error || diagnostics.HasErrors, text);
        }
    }

    private static void AssertPrintsBack(ExpressionSyntax syntax)
    {
        var diagnostics = new DiagnosticBag();
        var printed = ExpressionPrinter.Print(syntax);
        Assert.Equal(printed, ExpressionPrinter.Print(Workbench.Parse(printed, diagnostics)));
        Assert.Equal(0, diagnostics.Count);
    }

    private static string Soup(Random random)
    {
        var text = new StringBuilder();
        for (var n = random.Next(1, 14); n > 0; n--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]);
            if (random.Next(3) == 0)
                text.Append(' ');
        }

        return text.ToString();
    }

    private static string Noise(Random random)
    {
        var text = new char[random.Next(40)];
        for (var i = 0; i < text.Length; i++)
            text[i] = (char)(random.Next(8) == 0 ? random.Next(0x10000) : random.Next(32, 127));
        return new string(text);
    }
}
