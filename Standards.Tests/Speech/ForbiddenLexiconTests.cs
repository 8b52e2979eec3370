using FsCheck;
using FsCheck.Fluent;
using Standards.Core.Diagnostics;
using Standards.Rules.Speech;
using Xunit;

namespace Standards.Tests.Speech;

public sealed class ForbiddenLexiconTests
{
    [Theory]
    [InlineData("不行|不知道", "", "这个不行，我也不知道", "不行@2 不知道@7")]
    [InlineData("不行", "不行动", "不行动就不行", "不行@4")]
    [InlineData("不行", "行不行动", "不行动", "不行@0")]
    [InlineData("不行|行", "不行动", "不行动", "")]
    [InlineData("不行动不了|动", "不行动", "不行动不了", "不行动不了@0")]
    [InlineData("不行", "", "不 行", "不行@0")]
    [InlineData("不行", "", "他来不。行了", "")]
    [InlineData("不行", "", "他来不，行了", "不行@2")]
    [InlineData("没辦法", "", "没办法，沒辦法", "没辦法@0 没辦法@4")]
    [InlineData("no way|cat", "", "No way! concat, cat", "no way@0 cat@16")]
    [InlineData("ABC", "", "我说ａｂｃ了", "ABC@2")]
    [InlineData("他说|说她", "", "他说她", "他说@0 说她@1")]
    [InlineData("不|不知|不知道|知道", "", "不知道", "不知道@0 不知@0 不@0 知道@1")]
    [InlineData("不行", "", "", "")]
    public void Forbidden_words_are_found_where_they_stand(string terms, string exceptions, string utterance, string hits) =>
        Assert.Equal(hits, Describe(Lexicon(terms.Split('|'), Split(exceptions)).Find(TokenText.Of(utterance))));

    [Theory]
    [InlineData("不|不知|不知道|知道", "不知道", "不知道@0")]
    [InlineData("他说|说她|她好", "他说她好", "他说@0 她好@2")]
    [InlineData("b|a b c|c d", "a b c d", "a b c@0")]
    public void Of_overlapping_hits_the_longest_leftmost_can_be_asked_for(string terms, string utterance, string hits) =>
        Assert.Equal(hits, Describe(Lexicon(terms.Split('|'), []).Find(TokenText.Of(utterance), HitOverlap.LongestLeftmost)));

    [Fact]
    public void Of_equal_terms_the_first_is_named() =>
        Assert.Equal(1, Assert.Single(Lexicon(["好", "沒有", "没有"], []).Find(TokenText.Of("没有"))).Index);

    [Fact]
    public void Thousands_of_terms_are_found_in_one_pass()
    {
        var terms = Enumerable.Range(0, 20_000).Select(i => $"{(char)(0x4E00 + (i % 141))}{(char)(0x5E00 + (i / 141))}").ToArray();
        var utterance = TokenText.Of(string.Join('。', terms));
        Assert.Equal(terms, Lexicon(terms, []).Find(utterance).Select(h => utterance.Text.Substring(h.Range.Start, h.Range.Length)));
    }

    [Fact]
    public void Mistakes_in_a_list_are_told_at_their_places()
    {
        var diagnostics = new DiagnosticBag();
        var lexicon = ForbiddenLexicon.TryCreate(
            ["不行", "！"],
            ["。"],
            i => new SourceSpan("pack.yaml", 1, i + 1),
            i => new SourceSpan("pack.yaml", 2, i + 1),
            diagnostics);
        Assert.Null(lexicon);
        Assert.Equal("ST0520@2+1 ST0520@1+1", SpeechCases.Describe(diagnostics));
    }

    [Theory]
    [InlineData("不能", "ST0521@0+0", true)]
    [InlineData("不 行", "ST0522@0+0", false)]
    [InlineData("不行动", "", true)]
    public void An_exception_must_be_longer_than_a_term(string exception, string expected, bool builds)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Equal(builds, ForbiddenLexicon.TryCreate(["不行"], [exception], diagnostics) is not null);
        Assert.Equal(expected, SpeechCases.Describe(diagnostics));
    }

    [Fact]
    public void Nothing_found_allocates_nothing()
    {
        var lexicon = Lexicon(["不行", "不知道"], []);
        var utterance = TokenText.Of("不，我这就去。请您稍等，知道了");
        var found = lexicon.Find(utterance).Length;
        var before = GC.GetAllocatedBytesForCurrentThread();
        found += lexicon.Find(utterance).Length;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0, found);
    }

    [Fact]
    public void The_automaton_finds_what_a_plain_search_finds()
    {
        var word = Gen.Elements("甲", "乙", "丙", "ab ");
        var term = word.NonEmptyListOf().Resize(4).Select(w => string.Concat(w));
        var cases =
            from terms in term.NonEmptyListOf().Resize(8)
            from text in word.ListOf().Resize(40)
            select (terms: terms.Select(t => TokenText.Of(t).Keys.ToArray()).ToArray(), text: TokenText.Of(string.Concat(text)).Keys.ToArray());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500).WithReplay(20260302, 7919), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            List<TermOccurrence>? found = null;
            TermAutomaton.Build(c.terms).Find(c.text, 0, ref found);
            return Sorted(found ?? []).SequenceEqual(Sorted(Plain(c.terms, c.text)));
        }));
    }

    private static IEnumerable<TermOccurrence> Plain(ulong[][] terms, ulong[] text)
    {
        for (var t = 0; t < terms.Length; t++)
        {
            if (Array.FindIndex(terms, other => other.AsSpan().SequenceEqual(terms[t])) < t)
                continue;
            for (var i = 0; i + terms[t].Length <= text.Length; i++)
            {
                if (text.AsSpan(i).StartsWith(terms[t]))
                    yield return new TermOccurrence(t, i, i + terms[t].Length);
            }
        }
    }

    private static IEnumerable<TermOccurrence> Sorted(IEnumerable<TermOccurrence> found) =>
        found.OrderBy(o => o.First).ThenBy(o => o.End).ThenBy(o => o.Term);

    private static string[] Split(string list) => list.Length == 0 ? [] : list.Split('|');

    private static string Describe(IEnumerable<TermHit> hits) => string.Join(' ', hits.Select(h => $"{h.Term}@{h.Range.Start}"));

    private static ForbiddenLexicon Lexicon(string[] terms, string[] exceptions)
    {
        var lexicon = ForbiddenLexicon.TryCreate(terms, exceptions, new DiagnosticBag());
        Assert.NotNull(lexicon);
        return lexicon;
    }
}
