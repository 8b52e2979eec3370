using System.Text;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Xunit;

namespace Standards.Tests.Diagnostics;

public sealed class DiagnosticRendererTests
{
    private const string File = "rules/lf/norms/desk.yaml";

    private static readonly DiagnosticDescriptor UnknownAct = new(
        "ST0201", "unknown-act", DiagnosticSeverity.Error, new LocalizedText("未知的动作 `{0}`", "unknown act `{0}`"));

    private static readonly DiagnosticDescriptor Odd = new(
        "ST0801", "odd", DiagnosticSeverity.Warning, new LocalizedText("有些奇怪", "this is odd"));

    private static readonly DiagnosticDescriptor Remark = new(
        "ST0802", "remark", DiagnosticSeverity.Note, new LocalizedText("请留意", "worth knowing"));

    [Fact]
    public void A_mistake_shows_its_line_and_carets_below_it()
    {
        var text = string.Concat(Enumerable.Repeat("#\n", 11)) + "    on: visitor.arived where desk.occupied\n";
        var help = new LocalizedText("是否想写 `visitor.arrived`？", "did you mean `visitor.arrived`?");
        var diagnostic = new Diagnostic(UnknownAct, new SourceSpan(File, 12, 9, 14), ["visitor.arived"], help);
        Assert.Equal(
            """
            rules/lf/norms/desk.yaml:12:9: error ST0201: unknown act `visitor.arived`
               12 |     on: visitor.arived where desk.occupied
                  |         ^^^^^^^^^^^^^^
                  = help: did you mean `visitor.arrived`?

            """.ReplaceLineEndings("\n"),
            Renderer(text).Render(diagnostic));
    }

    [Fact]
    public void Rendering_reads_as_reviewed()
    {
        var golden = new StringBuilder();
        Show("wide characters count twice", "标题: 访客到访 x", 5, 4);
        Show("wide characters before", "标题：好 visitor", 6, 7);
        Show("tabs are four spaces", "\ta:\tvisitor", 5, 7);
        Show("emoji and combining marks", "a😀e\u0301 visitor", 7, 7);
        Show("the end of the line", "abc", 4, 1);
        Show("beyond the end of the line", "abc", 40, 9);
        Show("an empty line", "", 1, 1);
        Show("carets stop at the end of the line", "abc def", 5, 99);
        Show("half of a surrogate pair", "a😀b", 3, 1);
        Show("escape codes and turned writing are not let through", "a\u001b[31mb\u202Ec", 8, 1);
        Show("a long line, marked at its start", string.Concat(Enumerable.Repeat("word ", 40)), 1, 4);
        Show("a long line, marked in the middle", string.Concat(Enumerable.Repeat("word ", 40)), 101, 4);
        Show("a long line, marked at its end", string.Concat(Enumerable.Repeat("word ", 40)) + "end", 201, 3);
        Show("a long mark", new string('x', 200), 1, 200);
        Show("a long wide line", string.Concat(Enumerable.Repeat("等候满三分钟", 20)), 61, 3);
        Show("a whole line", "whole line", 0, 1);
        GoldenFile.AssertEqual("Diagnostics/Golden/renderer.txt", golden.ToString());

        void Show(string title, string line, int column, int length)
        {
            golden.Append("# ").Append(title).Append('\n');
            foreach (var language in new[] { Language.En, Language.Zh })
            {
                var options = RenderOptions.Default with { Language = language, MaxWidth = 60 };
                golden.Append(Renderer(line, options).Render(new Diagnostic(UnknownAct, new SourceSpan(File, 1, column, length), ["x"])));
            }
        }
    }

    [Fact]
    public void Colour_goes_around_the_kind_and_the_carets()
    {
        var options = RenderOptions.Default with { Color = true };
        var rendered = Renderer("abc", options).Render(new Diagnostic(Odd, new SourceSpan(File, 1, 2, 1), []));
        Assert.Equal($"{File}:1:2: \u001b[1;33mwarning ST0801\u001b[0m: this is odd\n    1 | abc\n      |  \u001b[1;33m^\u001b[0m\n", rendered);
    }

    [Fact]
    public void The_compact_form_is_one_line()
    {
        var options = RenderOptions.Default with { Compact = true, Language = Language.Zh };
        var rendered = Renderer("abc", options).Render([
            new Diagnostic(Odd, new SourceSpan(File, 1, 2, 1), [], new LocalizedText("帮助", "help")),
            new Diagnostic(Remark, new SourceSpan(File, 0, 0, 1), []),
            new Diagnostic(UnknownAct, SourceSpan.None, ["x"]),
        ]);
        Assert.Equal($"{File}:1:2: 警告 ST0801: 有些奇怪\n{File}: 提示 ST0802: 请留意\n错误 ST0201: 未知的动作 `x`\n", rendered);
    }

    [Theory]
    [InlineData(5, 0, Language.En, "")]
    [InlineData(6, 1, Language.En, "and 1 more\n")]
    [InlineData(12, 7, Language.Zh, "另有 7 条\n")]
    public void Beyond_the_cap_the_rest_is_counted(int count, int rest, Language language, string expected)
    {
        var options = RenderOptions.Default with { Compact = true, MaxRendered = 5, Language = language };
        var rendered = Renderer("abc", options).Render([.. Enumerable.Range(1, count).Select(i => new Diagnostic(Odd, new SourceSpan(File, i, 1, 1), []))]);
        Assert.Equal(5 + (rest > 0 ? 1 : 0), rendered.Count(c => c == '\n'));
        Assert.EndsWith(expected, rendered, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_source_or_its_line_is_gone_the_message_stands_alone()
    {
        var diagnostic = new Diagnostic(Odd, new SourceSpan(File, 9, 2, 1), []);
        Assert.Equal($"{File}:9:2: warning ST0801: this is odd\n", new DiagnosticRenderer(_ => null).Render(diagnostic));
        Assert.Equal($"{File}:9:2: warning ST0801: this is odd\n", Renderer("one line").Render(diagnostic));
    }

    private static DiagnosticRenderer Renderer(string text, RenderOptions? options = null) =>
        new(path => string.Equals(path, File, StringComparison.Ordinal) ? SourceFile.FromText(File, text) : null, options);
}
