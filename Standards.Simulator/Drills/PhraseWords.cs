using System.Text;
using Standards.Rules.Speech;

namespace Standards.Simulator.Drills;

/// <summary>A phrase as a person reads it: the marks of the language of packs become words and dots.</summary>
internal static class PhraseWords
{
    private const string Blank = "……";
    private const string Name = "小李";
    private const int MostSamples = 12;

    /// <summary>The text with dots for slots, <c>[…]</c> around what may be left out, and <c>/</c> between alternatives.</summary>
    public static string Of(PhraseTemplate template)
    {
        var words = new StringBuilder();
        Append(template, template.Root, words, isInside: false);
        return words.ToString();
    }

    /// <summary>Sentences that have the phrase: those without names to fill in, else one with a name.</summary>
    public static IEnumerable<string> Samples(PhraseTemplate template)
    {
        var whole = Ways(template, template.Root).Where(w => !w.Contains(Blank, StringComparison.Ordinal)).Take(MostSamples).ToList();
        return whole.Count > 0 ? whole : Ways(template, template.Root).Take(1).Select(w => w.Replace(Blank, Name, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Ways(PhraseTemplate template, PhrasePart part) => part switch
    {
        PhrasePart.Words { Items: { IsEmpty: false } items } => [template.Text[items[0].Range.Start..items[^1].Range.End]],
        PhrasePart.Slot => [Blank],
        PhrasePart.Sequence sequence => sequence.Parts.Aggregate<PhrasePart, IEnumerable<string>>([""], (heads, next) => heads.SelectMany(h => Ways(template, next).Select(t => h + t))),
        PhrasePart.Choice choice => choice.Alternatives.SelectMany(a => Ways(template, a)),
        PhrasePart.Optional optional => Ways(template, optional.Part).Append(""),
        _ => [""],
    };

    private static void Append(PhraseTemplate template, PhrasePart part, StringBuilder words, bool isInside)
    {
        switch (part)
        {
            case PhrasePart.Words { Items: { IsEmpty: false } items }:
                words.Append(template.Text, items[0].Range.Start, items[^1].Range.End - items[0].Range.Start);
                break;
            case PhrasePart.Slot:
                words.Append(Blank);
                break;
            case PhrasePart.Sequence sequence:
                foreach (var item in sequence.Parts)
                    Append(template, item, words, isInside: true);
                break;
            case PhrasePart.Choice choice:
                words.Append(isInside ? "(" : "");
                for (var i = 0; i < choice.Alternatives.Length; i++)
                {
                    words.Append(i > 0 ? isInside ? "/" : " / " : "");
                    Append(template, choice.Alternatives[i], words, isInside: true);
                }

                words.Append(isInside ? ")" : "");
                break;
            case PhrasePart.Optional optional:
                words.Append('[');
                Append(template, optional.Part, words, isInside: true);
                words.Append(']');
                break;
        }
    }
}
