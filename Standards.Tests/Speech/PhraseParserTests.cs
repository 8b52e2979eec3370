using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Speech;
using Xunit;

namespace Standards.Tests.Speech;

public sealed class PhraseParserTests
{
    [Theory]
    [InlineData("您好,请问有什么能帮您?", "", 10)]
    [InlineData("很抱歉,请您先坐下稍等一会,我帮这位{a}办理完事务之后立刻为您服务。", "a", 29)]
    [InlineData("您好,请{colleague}帮您办理好么?", "colleague", 9)]
    [InlineData("请问您贵姓? | 请问怎么称呼您?", "", 5)]
    [InlineData("{host}{title}马上来见您,请您在前台接待厅稍等片刻 | 让您久等了", "host title", 5)]
    [InlineData("不知道 | 你自己去找{department}部门", "department", 3)]
    [InlineData("{prefix}豪廷", "prefix", 2)]
    [InlineData("请 | 您", "", 1)]
    [InlineData("您好，{company}物业服务客户中心", "company", 10)]
    [InlineData("{name:1..4} from {unit.name}", "name unit.name", 1)]
    [InlineData("请[您]稍等(一下|片刻[好么])", "", 5)]
    [InlineData("{host}来了 | {host}不在", "host", 2)]
    [InlineData("（您好）", "", 2)]
    public void A_phrase_is_parsed(string text, string slots, int fewestWords)
    {
        var diagnostics = new DiagnosticBag();
        var template = PhraseParser.Parse(text, SpeechCases.SpanAt, diagnostics);
        Assert.Equal("", SpeechCases.Describe(diagnostics));
        Assert.NotNull(template);
        Assert.Equal(slots, string.Join(' ', template.Slots));
        Assert.Equal(fewestWords, template.FewestWords);
    }

    [Theory]
    [InlineData("请(稍等", "ST0501@2+1")]
    [InlineData("请[稍等", "ST0501@2+1")]
    [InlineData("请{a稍等", "ST0501@2+1")]
    [InlineData("请稍等)", "ST0502@4+1")]
    [InlineData("请]稍}等", "ST0502@2+1 ST0502@4+1")]
    [InlineData("请(稍等]", "ST0501@2+1 ST0502@5+1")]
    [InlineData("请{}等", "ST0503@2+2")]
    [InlineData("请{1a}等{b c}", "ST0503@2+4 ST0503@7+5")]
    [InlineData("请{a:x}等", "ST0504@5+1")]
    [InlineData("请{a:5..1}等", "ST0504@5+4")]
    [InlineData("请{a:1..41}等", "ST0504@5+5")]
    [InlineData("请{a:0..0}等", "ST0504@5+4")]
    [InlineData("{a}请{a}", "ST0505@5+3")]
    [InlineData("{a}请(等|[{a}])", "ST0505@9+3")]
    [InlineData("请||等", "ST0506@3+1")]
    [InlineData("请(等|)", "ST0506@5+1")]
    [InlineData("请()等", "ST0506@3+1")]
    [InlineData("请 | ，", "ST0506@4+2")]
    [InlineData("", "ST0507@1+1")]
    [InlineData("，。", "ST0507@1+2")]
    [InlineData("[您好]", "ST0507@1+4")]
    [InlineData("((((((((((((((((((请))))))))))))))))))", "ST0511@17+1")]
    public void A_mistake_is_told_with_its_place(string text, string expected)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(PhraseParser.Parse(text, SpeechCases.SpanAt, diagnostics));
        Assert.Equal(expected, SpeechCases.Describe(diagnostics));
    }

    [Theory]
    [InlineData("{surname}{title}", "ST0508@1+16")]
    [InlineData("{a}|请", "ST0508@1+5")]
    [InlineData("请｜等", "ST0510@2+1")]
    [InlineData("请｛a｝", "ST0510@2+1 ST0510@4+1")]
    public void A_doubtful_phrase_is_parsed_with_a_remark(string text, string expected)
    {
        var diagnostics = new DiagnosticBag();
        Assert.NotNull(PhraseParser.Parse(text, SpeechCases.SpanAt, diagnostics));
        Assert.Equal(expected, SpeechCases.Describe(diagnostics));
    }

    [Fact]
    public void Options_that_do_not_fit_are_told_at_their_places()
    {
        var source = new PhraseSource(
            SpeechCases.SpanAt,
            new SourceSpan("pack.yaml", 2, 10),
            i => new SourceSpan("pack.yaml", 3, i + 1),
            i => new SourceSpan("pack.yaml", 4, i + 1));
        var options = new PhraseOptions { Tolerance = 3, Must = ["稍等", "稍候", "。"], Fillers = ["好", "！", "一二三四五六七八九"] };
        var diagnostics = new DiagnosticBag();
        Assert.Null(Phrase.TryCreate("请稍等", options, source, diagnostics));
        Assert.Equal("ST0512@10+1 ST0509@2+1 ST0509@3+1 ST0513@2+1 ST0513@3+1", SpeechCases.Describe(diagnostics));
    }

    [Fact]
    public void A_phrase_too_long_is_refused()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(Phrase.TryCreate(new string('请', 1001), PhraseOptions.Default, diagnostics));
        Assert.Equal("ST0514@0+0", SpeechCases.Describe(diagnostics));
        Assert.NotNull(Phrase.TryCreate(new string('请', 1000), PhraseOptions.Default, new DiagnosticBag()));
    }

    [Fact]
    public void Every_message_takes_its_arguments_in_both_languages()
    {
        var diagnostics = new DiagnosticBag();
        PhraseParser.Parse("请(稍{1}{a:9}{b}{b}|", SpeechCases.SpanAt, diagnostics);
        foreach (var diagnostic in diagnostics.ToSorted())
        {
            Assert.NotEqual(diagnostic.Message(Language.En), diagnostic.Message(Language.Zh));
            Assert.DoesNotContain("{0}", diagnostic.Message(Language.En), StringComparison.Ordinal);
        }
    }
}
