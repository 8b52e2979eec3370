using System.Collections.Immutable;

namespace Standards.Rules.Speech;

/// <summary>
/// The text of a phrase, parsed: words, <c>{slots}</c>, <c>(a|b)</c> alternatives, <c>[optional]</c> parts. Immutable.
/// </summary>
public sealed class PhraseTemplate
{
    internal PhraseTemplate(string text, PhrasePart root, ImmutableArray<string> slots)
    {
        Text = text;
        Root = root;
        Slots = slots;
        FewestWords = root.FewestWords;
    }

    /// <summary>The text as written.</summary>
    public string Text { get; }

    /// <summary>The names of the slots, in the order in which they first stand in the text.</summary>
    public ImmutableArray<string> Slots { get; }

    /// <summary>Fixed words of the shortest alternative, in tokens; 0 where one consists of slots alone.</summary>
    public int FewestWords { get; }

    internal PhrasePart Root { get; }
}

/// <summary>A fixed word of a phrase: its token key and its place in the template's text.</summary>
internal readonly record struct PhraseWord(ulong Key, TextRange Range);

/// <summary>A part of a phrase template.</summary>
internal abstract record PhrasePart
{
    private PhrasePart()
    {
    }

    /// <summary>Fixed words of the shortest way through this part.</summary>
    public abstract int FewestWords { get; }

    /// <summary>Whether a way through this part has neither word nor slot.</summary>
    public abstract bool MayBeEmpty { get; }

    /// <summary>Fixed words that stand side by side.</summary>
    public sealed record Words(ImmutableArray<PhraseWord> Items) : PhrasePart
    {
        public override int FewestWords => Items.Length;

        public override bool MayBeEmpty => Items.IsEmpty;
    }

    /// <summary>Free text of <paramref name="Shortest"/> to <paramref name="Longest"/> tokens.</summary>
    public sealed record Slot(string Name, int Shortest, int Longest, TextRange Range) : PhrasePart
    {
        public override int FewestWords => 0;

        public override bool MayBeEmpty => false;
    }

    public sealed record Sequence(ImmutableArray<PhrasePart> Parts) : PhrasePart
    {
        public override int FewestWords => Parts.Sum(p => p.FewestWords);

        public override bool MayBeEmpty => Parts.All(p => p.MayBeEmpty);
    }

    public sealed record Choice(ImmutableArray<PhrasePart> Alternatives) : PhrasePart
    {
        public override int FewestWords => Alternatives.Min(p => p.FewestWords);

        public override bool MayBeEmpty => Alternatives.Any(p => p.MayBeEmpty);
    }

    public sealed record Optional(PhrasePart Part) : PhrasePart
    {
        public override int FewestWords => 0;

        public override bool MayBeEmpty => true;
    }
}
