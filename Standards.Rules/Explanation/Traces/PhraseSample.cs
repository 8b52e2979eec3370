using System.Text;
using Standards.Rules.Speech;

namespace Standards.Rules.Explanation.Traces;

/// <summary>Something to say that has a phrase: its own text, with names in its slots.</summary>
internal static class PhraseSample
{
    private const string Name = "小李";

    /// <param name="phrase">The phrase.</param>
    /// <param name="name">What stands in its slots.</param>
    public static string Of(Phrase phrase, string name = Name)
    {
        var words = new StringBuilder();
        Append(phrase.Template, phrase.Template.Root, name, words);
        return words.ToString();
    }

    private static void Append(PhraseTemplate template, PhrasePart part, string name, StringBuilder words)
    {
        switch (part)
        {
            case PhrasePart.Words { Items: { IsEmpty: false } items }:
                Separate(words);
                words.Append(template.Text, items[0].Range.Start, items[^1].Range.End - items[0].Range.Start);
                break;
            case PhrasePart.Slot slot:
                Separate(words);
                words.Insert(words.Length, name, Math.Max(1, (slot.Shortest + name.Length - 1) / name.Length));
                break;
            case PhrasePart.Sequence sequence:
                foreach (var item in sequence.Parts)
                    Append(template, item, name, words);
                break;
            case PhrasePart.Choice choice:
                Append(template, choice.Alternatives[0], name, words);
                break;
        }
    }

    /// <summary>Latin words on both sides need a blank between them; Chinese ones do not.</summary>
    private static void Separate(StringBuilder words)
    {
        if (words.Length > 0 && char.IsAsciiLetterOrDigit(words[^1]))
            words.Append(' ');
    }
}
