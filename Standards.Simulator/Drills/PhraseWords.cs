using System.Text;
using Standards.Rules.Speech;

namespace Standards.Simulator.Drills;

/// <summary>A phrase as a person reads it: the marks of the language of packs become words and dots.</summary>
internal static class PhraseWords
{
    private const string Blank = "……";

    /// <summary>The text with dots for slots, <c>[…]</c> around what may be left out, and <c>/</c> between alternatives.</summary>
    public static string Of(PhraseTemplate template)
    {
        var words = new StringBuilder();
        Append(template, template.Root, words, isInside: false);
        return words.ToString();
    }

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
