using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Standards.Core.Diagnostics;
using Standards.Rules.Speech;
using Xunit;

namespace Standards.Tests.Speech;

/// <summary>Random phrases and utterances over a few words, so that they meet often.</summary>
public sealed class PhrasePropertyTests
{
    private static readonly string[] Words = ["您", "你", "好", "请", "稍", "等", "嗯", "那", "个", "ok "];
    private static readonly string[] Fillers = ["嗯", "那个", "个好"];

    private static readonly Gen<string> Speech =
        Gen.Elements(Words).ListOf().Resize(9).Select(words => string.Concat(words));

    private static readonly Gen<string> Template = TemplateOf(2);

    private static readonly Gen<PhraseOptions> Options =
        from tolerance in Gen.Choose(0, 3)
        from polite in Gen.Elements(true, false)
        from must in Gen.Elements("", "请稍", "好", "您好")
        from more in Gen.Elements(true, false)
        select new PhraseOptions
        {
            Tolerance = tolerance,
            Polite = polite,
            Must = must.Length > 0 ? [must] : [],
            Fillers = more ? ["个好"] : [],
        };

    private static readonly string[] Everyday = Fillers[..2];

    [Fact]
    public void The_matcher_says_what_the_slow_one_says()
    {
        var compared = 0;
        Check(
            from template in Template
            from utterance in Speech
            from options in Options
            select (template, utterance, options),
            c =>
            {
                var phrase = Compile(c.template, c.options) ?? Compile(c.template, c.options with { Must = [], Tolerance = c.options.Tolerance / 2 });
                if (phrase is null)
                    return true;
                compared++;
                var tokens = TokenText.Of(c.utterance);
                var expected = new SlowPhrase(phrase.Template, phrase.Options).Distance(tokens, c.options.Fillers.IsEmpty ? Everyday : Fillers);
                var match = phrase.Match(tokens);
                return match.Distance == expected
                    && match.IsMatch == expected <= phrase.Options.Tolerance
                    && match.IsMatch == phrase.IsMatch(tokens);
            });
        Assert.InRange(compared, 500, int.MaxValue);
    }

    [Fact]
    public void The_differences_add_up_to_the_distance() => Check(
        from template in Template
        from utterance in Speech
        select (template, utterance),
        c =>
        {
            if (c.template.Contains("{c", StringComparison.Ordinal) || Compile(c.template, PhraseOptions.Default) is not { } phrase)
                return true;
            var match = phrase.Match(TokenText.Of(c.utterance));
            var edits = match.Differences.Sum(d => d.Kind == DifferenceKind.Missing ? MissingWords(d) : TokenText.Of(d.Said).Count);
            return edits == match.Distance && match.IsMatch == match.Differences.IsEmpty;
        });

    [Fact]
    public void A_phrase_hears_its_own_text_with_its_slots_filled() => Check(
        from parts in Gen.Elements("请稍等", "您好", "{a}", "我们继续", "{b:1..3}", "马上回来", "，").ListOf().Resize(8)
        from a in Speech
        from b in Gen.Elements("王", "李先生", "ok")
        from before in Speech
        from after in Speech
        select (text: string.Concat(parts), a, b, before, after),
        c =>
        {
            if (Compile(c.text, PhraseOptions.Default) is not { } phrase)
                return true;
            var said = c.text.Replace("{a}", $" {c.a} ", StringComparison.Ordinal).Replace("{b:1..3}", $" {c.b} ", StringComparison.Ordinal);
            return phrase.IsMatch(TokenText.Of($"{c.before}。{said}。{c.after}"));
        });

    [Fact]
    public void Some_random_edits_are_never_reported_as_more() => Check(
        from edits in Gen.Choose(0, 5)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (edits, seed),
        c =>
        {
            const string Text = "很抱歉我这里有紧急事情需要处理一下";
            var random = new Random(c.seed);
            var said = new StringBuilder(Text);
            for (var i = 0; i < c.edits; i++)
            {
                var place = random.Next(said.Length);
                switch (random.Next(3))
                {
                    case 0:
                        said.Remove(place, 1);
                        break;
                    case 1:
                        said.Insert(place, '天');
                        break;
                    default:
                        said[place] = '地';
                        break;
                }
            }

            var phrase = SpeechCases.Phrase(Text, PhraseOptions.Default with { Tolerance = 5 });
            var match = phrase.Match(TokenText.Of("好的" + said + "好的"));
            return match.IsMatch && match.Distance <= c.edits;
        });

    [Fact]
    public void More_tolerance_never_hears_less() => Check(
        from template in Template
        from utterance in Speech
        from tolerance in Gen.Choose(0, 2)
        select (template, utterance, tolerance),
        c =>
        {
            if (Compile(c.template, PhraseOptions.Default with { Tolerance = c.tolerance + 1 }) is not { } more)
                return true;
            var less = Compile(c.template, PhraseOptions.Default with { Tolerance = c.tolerance })!;
            var tokens = TokenText.Of(c.utterance);
            return !less.IsMatch(tokens) || more.IsMatch(tokens);
        });

    private static Gen<string> TemplateOf(int depth)
    {
        var plain = Gen.OneOf(
            Gen.Elements(Words),
            Gen.Elements(Words),
            Gen.Elements("请稍等", "您好", "{a:0..2}", "{b:1..2}", "{c:2..3}"));
        var nested = depth == 0 ? plain : Gen.OneOf(
            plain,
            plain,
            plain,
            TemplateOf(depth - 1).Select(t => $"[{t}]"),
            TemplateOf(depth - 1).Two().Select(t => $"({t.Item1}|{t.Item2})"));
        return nested.NonEmptyListOf().Resize(5).Select(parts => string.Concat(parts));
    }

    private static Phrase? Compile(string template, PhraseOptions options) => Phrase.TryCreate(template, options, new DiagnosticBag());

    /// <remarks>A missing slot is told by its text; one word is missing there.</remarks>
    private static int MissingWords(WordDifference difference) =>
        difference.Expected.StartsWith('{') ? 1 : TokenText.Of(difference.Expected).Count;

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500).WithReplay(20260302, 7919), Prop.ForAll(cases.ToArbitrary(), holds));
}
