using System.Collections.Immutable;
using Standards.Core.Interactions;
using Standards.Rules.Speech;

namespace Standards.Simulator.Debriefs;

/// <summary>What a stretch of words is.</summary>
internal enum MarkKind
{
    /// <summary>As it should be, or of no account.</summary>
    Plain = 0,

    /// <summary>Expected, and not said.</summary>
    Missing,

    /// <summary>Said instead of what was expected, or besides; or said though it is forbidden.</summary>
    Extra,
}

/// <summary>A stretch of words of one kind. Immutable.</summary>
internal sealed record MarkedText(MarkKind Kind, string Text)
{
    /// <summary>Cuts a text at the ranges, which are marked, neighbours as one; ranges of no length and such as overlap an earlier one are left out.</summary>
    public static ImmutableArray<MarkedText> Of(string text, IEnumerable<TextRange> ranges, MarkKind kind)
    {
        var marks = ImmutableArray.CreateBuilder<MarkedText>();
        var done = 0;
        foreach (var range in ranges.Where(r => r.Length > 0).OrderBy(r => r.Start))
        {
            if (range.Start < done)
                continue;
            if (range.Start > done)
                marks.Add(new MarkedText(MarkKind.Plain, text[done..range.Start]));
            if (range.Start == done && marks.Count > 0)
                marks[^1] = new MarkedText(kind, marks[^1].Text + text[range.Start..range.End]);
            else
                marks.Add(new MarkedText(kind, text[range.Start..range.End]));
            done = range.End;
        }

        if (done < text.Length)
            marks.Add(new MarkedText(MarkKind.Plain, text[done..]));
        return marks.ToImmutable();
    }
}

/// <summary>The words that a norm is about, held against those that were said. Immutable.</summary>
/// <param name="Expected">The wording expected, its missing words marked; empty for words that must not be said.</param>
/// <param name="Said">The utterance that came closest, its other words marked; empty where nothing like it was said.</param>
/// <param name="Utterance">Its event; null where nothing like it was said.</param>
internal sealed record Wording(ImmutableArray<MarkedText> Expected, ImmutableArray<MarkedText> Said, InteractionEvent? Utterance)
{
    /// <summary>Whether a word is marked.</summary>
    public bool Differs => Expected.Concat(Said).Any(m => m.Kind != MarkKind.Plain);

    /// <summary>A phrase of which nothing was said.</summary>
    public static Wording NotSaid(string phrase) => new([new MarkedText(MarkKind.Missing, phrase)], [], null);

    public static Wording Of(Phrase phrase, PhraseMatch match, InteractionEvent utterance) => new(
        MarkedText.Of(phrase.Template.Text, match.Differences.Select(d => d.InPhrase), MarkKind.Missing),
        MarkedText.Of(utterance.Say!, match.Differences.Select(d => d.InUtterance), MarkKind.Extra),
        utterance);

    public static Wording Forbidden(InteractionEvent utterance, IEnumerable<TermHit> hits) =>
        new([], MarkedText.Of(utterance.Say!, hits.Select(h => h.Range), MarkKind.Extra), utterance);
}
