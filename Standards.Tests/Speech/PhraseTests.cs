using System.Collections.Immutable;
using Standards.Rules.Speech;
using Xunit;

namespace Standards.Tests.Speech;

public sealed class PhraseTests
{
    private const string Opening = "您好，利海酒店物业{centre}服务中心，有什么可以帮您的？";

    [Theory]
    [InlineData("请稍等", "请稍等")]
    [InlineData("请稍等", "好的，请稍等，我去看看")]
    [InlineData("请稍等", "请，稍……等！")]
    [InlineData("您好,请问有什么能帮您?", "您好！请问有什么能帮您")]
    [InlineData("请您等20秒好么", "请您等２０秒好么")]
    [InlineData("很抱歉耽误了您的时间", "很抱歉耽誤了您的時間")]
    [InlineData("有什么可以帮您", "有甚麼可以幫您")]
    [InlineData("好的,我马上就来", "好的，嗯，我那个马上就来")]
    [InlineData("请稍等", "请呃稍就是说等")]
    [InlineData("How may I help you?", "hello, how MAY i help you today")]
    [InlineData("How may I help you?", "how may um I, you know, help you")]
    [InlineData("I'm sorry", "I’m sorry")]
    [InlineData("请慢走", "ＱＱ请 慢 走")]
    public void A_phrase_is_heard_whatever_its_dress(string phrase, string utterance) => Hears(phrase, utterance, true);

    [Theory]
    [InlineData("请稍等", "")]
    [InlineData("请稍等", "稍等")]
    [InlineData("请稍等", "请稍微等")]
    [InlineData("请稍等", "等稍请")]
    [InlineData("请稍等", "。，！")]
    [InlineData("请问您贵姓", "请问你贵姓")]
    [InlineData("your name", "yours name")]
    [InlineData("help", "helpful")]
    public void By_default_every_word_must_be_said(string phrase, string utterance) => Hears(phrase, utterance, false);

    [Theory]
    [InlineData("对不起让您久等了", "对不起让您久等", 1, 1, true)]
    [InlineData("对不起让您久等了", "对不起啦让您久等了", 1, 1, true)]
    [InlineData("对不起让您久等了", "对不住让您久等了", 1, 1, true)]
    [InlineData("对不起让您久等了", "对不住让您久等", 1, 2, false)]
    [InlineData("对不起让您久等了", "对不住让您久等", 2, 2, true)]
    [InlineData("对不起让您久等了", "真不住让您久等", 2, 3, false)]
    [InlineData("please wait a moment", "please wait moment", 1, 1, true)]
    [InlineData("please wait a moment", "wait moment", 1, 2, false)]
    [InlineData("对不起让您久等了", "今天天气", 3, 11, false)]
    public void A_near_miss_is_heard_up_to_the_tolerance(string phrase, string utterance, int tolerance, int distance, bool isMatch)
    {
        var match = Match(phrase, utterance, PhraseOptions.Default with { Tolerance = tolerance });
        Assert.Equal(distance, match.Distance);
        Assert.Equal(isMatch, match.IsMatch);
    }

    [Theory]
    [InlineData("您好", "你好", 1, true, false)]
    [InlineData("您好请问有什么能帮您", "你好请问有什么能帮您", 5, true, false)]
    [InlineData("您好请问有什么能帮您", "好请问有什么能帮您", 5, true, false)]
    [InlineData("您好请问有什么能帮您", "您好请问有什么能帮妳", 5, true, false)]
    [InlineData("您好请问有什么能帮您", "您好请问有什么帮您", 5, true, true)]
    [InlineData("您好", "你好", 0, false, true)]
    [InlineData("你怎么这么啰嗦", "您怎么这么啰嗦", 0, false, true)]
    [InlineData("你怎么这么啰嗦", "您怎么这么啰嗦", 3, true, false)]
    [InlineData("您好请问", "你请问", 1, false, true)]
    public void Where_politeness_counts_no_tolerance_covers_a_familiar_you(
        string phrase,
        string utterance,
        int tolerance,
        bool polite,
        bool isMatch) =>
        Hears(phrase, utterance, isMatch, PhraseOptions.Default with { Tolerance = tolerance, Polite = polite });

    [Theory]
    [InlineData("我是工程部员工", "我是工程员工", "工程部", false)]
    [InlineData("我是工程部员工", "我是工程啊部员工", "工程部", true)]
    [InlineData("我是工程部员工", "我是工程的部员工", "工程部", false)]
    [InlineData("我是工程部员工", "我是的工程部员工", "工程部", true)]
    [InlineData("我是工程部员工", "我工程部员工", "工程部", true)]
    public void No_tolerance_touches_a_must_word(string phrase, string utterance, string must, bool isMatch) =>
        Hears(phrase, utterance, isMatch, PhraseOptions.Default with { Tolerance = 2, Must = [must] });

    [Theory]
    [InlineData("我帮这位{a}办理", "我帮这位女士办理", "a=女士")]
    [InlineData("我帮这位{a}办理", "我帮这位办理", "")]
    [InlineData("我帮这位{a}办理", "我帮这位嗯李 女士办理", "a=李 女士")]
    [InlineData("{name}您好", "王先生，您好", "name=王先生")]
    [InlineData("{name}您好", "好的，王先生您好", "name=王先生")]
    [InlineData("{name}您好", "好的。您好", "")]
    [InlineData("{name}{title}您好", "王先生您好", "name=王先生")]
    [InlineData("{name:1..1}{title}您好", "王先生您好", "name=王 title=先生")]
    [InlineData("我是{name}", "您好，我是张三，来修灯", "name=张三")]
    [InlineData("我是{name}", "我是张三来修灯。请开门", "name=张三来修灯")]
    [InlineData("{a}去{b}", "小李去三楼", "a=小李 b=三楼")]
    [InlineData("这是{owner}的{thing}请收好", "这是您的的发票请收好", "owner=您的 thing=发票")]
    [InlineData("I am {name} from {unit:1..2}", "hi, I am Ann Lee from the desk", "name=Ann Lee unit=the desk")]
    [InlineData(Opening, "您好，利海酒店物业东区服务中心，有什么可以帮您的", "centre=东区")]
    public void A_slot_takes_what_was_said_in_it(string phrase, string utterance, string slots)
    {
        var match = Match(phrase, utterance);
        Assert.True(match.IsMatch);
        Assert.Equal(slots, string.Join(' ', match.Slots.Select(s => $"{s.Name}={s.Value}")));
    }

    [Theory]
    [InlineData("{x:1..3}您好", "您好", false)]
    [InlineData("请{x:1..3}稍等", "请稍等", false)]
    [InlineData("请{x:1..3}稍等", "请先坐下稍等", true)]
    [InlineData("请{x:1..3}稍等", "请先坐下来稍等", false)]
    public void A_slot_keeps_its_length(string phrase, string utterance, bool isMatch) => Hears(phrase, utterance, isMatch);

    [Theory]
    [InlineData("{name}{title}您好", "王先生您好", "王", SlotRule.Equal, true)]
    [InlineData("{name}{title}您好", "李先生您好", "王", SlotRule.Equal, false)]
    [InlineData("{name}{title}您好", "您好", "王", SlotRule.Equal, false)]
    [InlineData("我帮这位{name}办理", "我帮这位王女士办理", "王", SlotRule.Equal, false)]
    [InlineData("我帮这位{name}办理", "我帮这位王女士办理", "王", SlotRule.Contain, true)]
    [InlineData("我帮这位{name}办理", "我帮这位姓王的女士办理", "王", SlotRule.Contain, true)]
    [InlineData("我帮这位{name}办理", "我帮这位李女士办理", "王", SlotRule.Contain, false)]
    [InlineData("我帮这位{name}办理", "我幫這位陳總辦理", "陈总", SlotRule.Equal, true)]
    [InlineData("{name}", "好的陈总慢走", "陈总", SlotRule.Equal, true)]
    [InlineData("{name}", "好的慢走", "陈总", SlotRule.Equal, false)]
    public void An_expected_value_must_be_said_in_its_slot(string phrase, string utterance, string value, SlotRule rule, bool isMatch)
    {
        var compiled = SpeechCases.Phrase(phrase).Expecting(new SlotExpectation("name", value, rule));
        var tokens = TokenText.Of(utterance);
        Assert.Equal(isMatch, compiled.Match(tokens).IsMatch);
        Assert.Equal(isMatch, compiled.IsMatch(tokens));
    }

    [Theory]
    [InlineData("请问您贵姓? | 请问怎么称呼您?", "请问怎么称呼您", true)]
    [InlineData("请问您贵姓? | 请问怎么称呼您?", "请问怎么称呼", false)]
    [InlineData("(早上|晚上)好", "晚上好", true)]
    [InlineData("(早上|晚上)好", "中午好", false)]
    [InlineData("(早(上|晨)|晚上)好", "早晨好", true)]
    [InlineData("请[您]稍等[一下|片刻]", "请稍等", true)]
    [InlineData("请[您]稍等[一下|片刻]", "请您稍等片刻", true)]
    [InlineData("请[您]稍等(一下|片刻)", "请您稍等", false)]
    public void One_alternative_is_enough(string phrase, string utterance, bool isMatch) => Hears(phrase, utterance, isMatch);

    [Fact]
    public void A_match_says_where_it_stands()
    {
        var match = Match("请稍等", "好的，请 稍等。再见");
        Assert.Equal(new TextRange(3, 4), match.Passage);
    }

    [Theory]
    [InlineData("对不起让您久等了", "对不起让您等", "Missing 久@5 @5+0; Missing 了@7 @6+0")]
    [InlineData("对不起让您久等了", "对不住啦让您久等了", "Replaced 起>住@2 @2+1; Extra 啦@3 @3+1")]
    [InlineData("请您先坐下", "请你先坐下", "Replaced! 您>你@1 @1+1")]
    [InlineData("我是工程部员工", "我是客服部员工", "Replaced 工程>客服@2 @2+2")]
    [InlineData("对不起，让您久等了", "让您久等了", "Missing 对不起@0 @0+0")]
    [InlineData("请您{a}看您", "请看", "Missing! 您@1 @1+0; Missing! 您@6 @2+0")]
    [InlineData("请先坐，稍等(一下|片刻)", "请先坐一下", "Missing 稍等@4 @3+0")]
    public void The_differing_words_are_told(string phrase, string utterance, string expected)
    {
        var match = Match(phrase, utterance, PhraseOptions.Default with { Tolerance = 1 });
        Assert.Equal(expected, string.Join("; ", match.Differences.Select(Describe)));
    }

    [Fact]
    public void An_empty_slot_is_told_as_it_is_written()
    {
        var difference = Assert.Single(Match("请您看{x:1..2}", "请您看").Differences);
        Assert.Equal("Missing! {x:1..2}@3 @3+0", Describe(difference));
    }

    [Fact]
    public void A_wrong_name_is_told_with_the_right_one()
    {
        var phrase = SpeechCases.Phrase("请{host}接待").Expecting(new SlotExpectation("host", "陈总"));
        var difference = Assert.Single(phrase.Match(TokenText.Of("请李总接待")).Differences);
        Assert.Equal("Replaced! 陈>李@1 @1+1", Describe(difference));
    }

    [Fact]
    public void More_fillers_can_be_named()
    {
        var options = PhraseOptions.Default with { Fillers = ["然后呢"] };
        Hears("好的我马上就来", "好的然后呢我嗯马上就来", true, options);
        Hears("好的我马上就来", "好的然后呢我嗯马上就来", false);
    }

    [Fact]
    public void A_filler_that_belongs_to_the_phrase_is_a_word()
    {
        Hears("那个是您的", "那个是您的", true);
        Hears("那个是您的", "是您的", false);
    }

    [Fact]
    public void A_very_long_utterance_takes_time_and_memory_in_proportion()
    {
        var phrase = SpeechCases.Phrase(Opening, PhraseOptions.Default with { Tolerance = 2 });
        var noise = string.Concat(Enumerable.Repeat("您好物业服务中心有什么可以", 8000));
        var utterance = TokenText.Of(noise + "您好利海酒店物业东区服务中心有什么可以帮您的" + noise);
        Assert.True(phrase.IsMatch(utterance));
        var match = phrase.Match(utterance);
        Assert.Equal((0, noise.Length, "东区"), (match.Distance, match.Passage.Start, match["centre"]));
    }

    [Fact]
    public void A_flood_of_fillers_is_still_a_match()
    {
        var utterance = TokenText.Of("请" + new string('嗯', 100_000) + "稍等");
        Assert.True(SpeechCases.Phrase("请稍等").IsMatch(utterance));
        Assert.Equal(100_003, SpeechCases.Phrase("请稍等").Match(utterance).Passage.Length);
    }

    [Fact]
    public void Asking_for_a_match_allocates_nothing()
    {
        var phrases = new[] { Opening, "请稍等 | 请稍候", "我是{name}" }.Select(p => SpeechCases.Phrase(p)).ToArray();
        var utterances = new[] { "您好，利海酒店物业东区服务中心，有什么可以帮您的", "请嗯稍候", "我是谁" }.Select(TokenText.Of).ToArray();
        var matches = Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = Ask();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(matches, again);

        int Ask()
        {
            var count = 0;
            foreach (var phrase in phrases)
            {
                foreach (var utterance in utterances)
                    count += phrase.IsMatch(utterance) ? 1 : 0;
            }

            return count;
        }
    }

    [Fact]
    public void A_phrase_refuses_a_slot_that_it_does_not_have() =>
        Assert.Throws<ArgumentException>(() => SpeechCases.Phrase("请稍等").Expecting(new SlotExpectation("name", "王")));

    private static string Describe(WordDifference difference)
    {
        var words = difference.Kind switch
        {
            DifferenceKind.Missing => difference.Expected,
            DifferenceKind.Extra => difference.Said,
            _ => $"{difference.Expected}>{difference.Said}",
        };
        return $"{difference.Kind}{(difference.IsForbidden ? "!" : "")} {words}@{difference.InPhrase.Start} "
            + $"@{difference.InUtterance.Start}+{difference.InUtterance.Length}";
    }

    private static PhraseMatch Match(string phrase, string utterance, PhraseOptions? options = null) =>
        SpeechCases.Phrase(phrase, options).Match(TokenText.Of(utterance));

    private static void Hears(string phrase, string utterance, bool isMatch, PhraseOptions? options = null)
    {
        var compiled = SpeechCases.Phrase(phrase, options);
        var tokens = TokenText.Of(utterance);
        Assert.Equal(isMatch, compiled.Match(tokens).IsMatch);
        Assert.Equal(isMatch, compiled.IsMatch(tokens));
    }
}
