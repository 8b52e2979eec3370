using System.Globalization;
using System.Text;
using Standards.Rules.Speech;
using Xunit;

namespace Standards.Tests.Speech;

public sealed class TokenTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("您好，请问?", "您 好 请 问")]
    [InlineData("请等20秒", "请 等 20 秒")]
    [InlineData("Hello World, wi-fi", "Hello World wi fi")]
    [InlineData("don't", "don't")]
    [InlineData("T3航站楼", "T3 航 站 楼")]
    [InlineData("５０％ ￥3.5", "５０ ％ ￥ 3 5")]
    [InlineData("𠮷野家😀ok", "𠮷 野 家 ok")]
    [InlineData("カラオケ", "カ ラ オ ケ")]
    [InlineData("\ud83d好", "好")]
    public void A_text_falls_into_words_at_their_places(string text, string words)
    {
        var tokens = TokenText.Of(text);
        Assert.Equal(words, string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => At(tokens, i))));
    }

    [Theory]
    [InlineData("ＡＢＣ　１２３", "abc 123")]
    [InlineData("請問貴姓", "请问贵姓")]
    [InlineData("裡面裏面後麵", "里面里面后面")]
    [InlineData("為什麼", "为什么")]
    [InlineData("為甚麼", "为什么")]
    [InlineData("瞭解", "了解")]
    [InlineData("乾燥", "干燥")]
    [InlineData("藉口", "借口")]
    [InlineData("答覆", "答复")]
    [InlineData("妳", "你")]
    [InlineData("二〇二六", "二零二六")]
    [InlineData("café", "CAFE\u0301")]
    [InlineData("Straße", "strasse")]
    [InlineData("㎏", "kg")]
    [InlineData("③", "3")]
    [InlineData("ｶﾗｵｹ", "カラオケ")]
    [InlineData("don’t", "dont")]
    [InlineData("不\u200b行", "不行")]
    public void Two_dresses_of_one_text_have_the_same_words(string left, string right) =>
        Assert.True(TokenText.Of(left).SameWords(TokenText.Of(right)));

    [Theory]
    [InlineData("您好", "你好")]
    [InlineData("20", "2 0")]
    [InlineData("wait", "waits")]
    [InlineData("5%", "5")]
    public void Different_words_stay_different(string left, string right) =>
        Assert.False(TokenText.Of(left).SameWords(TokenText.Of(right)));

    [Fact]
    public void Every_character_folds_as_its_compatibility_form_does()
    {
        var wrong = new StringBuilder();
        for (var c = 1; c < 0x30000; c++)
        {
            if (c is >= 0xD800 and < 0xE000 || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
                continue;
            var text = char.ConvertFromUtf32(c);
            var compatible = text.Normalize(NormalizationForm.FormKC);
            if (!TokenText.Of(text).SameWords(TokenText.Of(compatible)) || !TokenText.Of(text).SameWords(TokenText.Of(text.ToLowerInvariant())))
                wrong.Append(CultureInfo.InvariantCulture, $"U+{c:X4} ");
        }

        Assert.Equal("", wrong.ToString());
    }

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        foreach (var line in FoldData.Pairs.Split('\n'))
        {
            for (var i = 1; i < line.Length; i += 2)
                Assert.Equal(line[i], CharacterFolding.Of(line[i]).Target);
        }
    }

    [Fact]
    public void The_buffers_can_be_used_again()
    {
        var tokens = new TokenText();
        tokens.Refill("请您稍等，我马上回来，很抱歉耽误了您的时间，我们继续，好么？请您先坐下");
        Assert.True(tokens.SameWords(TokenText.Of(tokens.Text)));
        tokens.Refill("嗯");
        Assert.Equal(1, tokens.Count);
        Assert.False(tokens.MayContain('您'));
    }

    private static string At(TokenText tokens, int index)
    {
        var range = tokens.RangeOf(index);
        return tokens.Text.Substring(range.Start, range.Length);
    }
}
