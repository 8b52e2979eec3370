using System.Collections.Immutable;
using System.Text;

namespace Standards.Rules.Speech;

/// <summary>Puts the moves of a reading into words: slot values and differences.</summary>
internal sealed class PhraseMatchBuilder(PhraseTemplate template, PhraseProgram program, TokenText utterance)
{
    public PhraseMatch Build(Passage passage, List<ReadingMove> moves) => new(
        passage.Cost <= program.Tolerance,
        passage.Cost,
        utterance.RangeOf(passage.First, passage.End),
        Slots(moves),
        Differences(passage, moves));

    private ImmutableArray<SlotBinding> Slots(List<ReadingMove> moves)
    {
        if (template.Slots.IsEmpty)
            return [];
        var slots = ImmutableArray.CreateBuilder<SlotBinding>();
        var said = moves.Where(m => m.Move is Move.Said or Move.Replaced && program.Steps[m.Step].Slot >= 0);
        foreach (var slot in said.GroupBy(m => program.Steps[m.Step].Slot))
        {
            var range = utterance.RangeOf(slot.Min(m => m.Token), slot.Max(m => m.Token) + 1);
            slots.Add(new SlotBinding(template.Slots[slot.Key], range.In(utterance.Text), range));
        }

        return slots.ToImmutable();
    }

    private ImmutableArray<WordDifference> Differences(Passage passage, List<ReadingMove> moves)
    {
        var differences = ImmutableArray.CreateBuilder<WordDifference>();
        for (var i = 0; i < moves.Count;)
        {
            var end = i + 1;
            if (moves[i].Move is Move.Said or Move.Filler)
            {
                i = end;
                continue;
            }

            while (end < moves.Count && IsAlike(moves[end - 1], moves[end]))
                end++;
            differences.Add(Difference(passage, moves.GetRange(i, end - i)));
            i = end;
        }

        return differences.ToImmutable();
    }

    private bool IsAlike(ReadingMove left, ReadingMove right) =>
        left.Move == right.Move
        && IsForbidden(left) == IsForbidden(right)
        && (left.Move == Move.Extra || AreNeighbours(program.Steps[left.Step], program.Steps[right.Step]));

    /// <remarks>Words are neighbours where nothing but punctuation stands between them: no slot, no bracket.</remarks>
    private bool AreNeighbours(PhraseStep left, PhraseStep right) => left.Slot >= 0 || right.Slot >= 0
        ? left.Slot == right.Slot
        : !template.Text.AsSpan(left.Range.End, right.Range.Start - left.Range.End).ContainsAny(PhraseParser.Syntax);

    private bool IsForbidden(ReadingMove move) =>
        move.Move == Move.Extra ? program.Steps[move.Step].IsJoined : program.Steps[move.Step].IsFixed;

    private WordDifference Difference(Passage passage, List<ReadingMove> moves)
    {
        var move = moves[0].Move;
        var first = program.Steps[moves[0].Step];
        var last = program.Steps[moves[^1].Step];
        var inPhrase = move == Move.Extra ? new TextRange(first.Range.Start, 0) : TextRange.Between(first.Range.Start, last.Range.End);
        var inUtterance = move == Move.Missing
            ? new TextRange(PlaceOf(passage, moves[0].Token), 0)
            : utterance.RangeOf(moves[0].Token, moves[^1].Token + 1);
        return new WordDifference(
            move switch { Move.Missing => DifferenceKind.Missing, Move.Extra => DifferenceKind.Extra, _ => DifferenceKind.Replaced },
            move != Move.Extra && first.Expected is not null ? Value(moves) : inPhrase.In(template.Text),
            inPhrase,
            inUtterance.In(utterance.Text),
            inUtterance,
            IsForbidden(moves[0]));
    }

    /// <remarks>A missing word is missed right after the word before it, not after the silence that follows.</remarks>
    private int PlaceOf(Passage passage, int token) =>
        token > passage.First ? utterance.RangeOf(token - 1).End : utterance.PlaceBefore(token);

    private string Value(List<ReadingMove> moves)
    {
        var text = new StringBuilder();
        foreach (var word in moves.Select(m => program.Steps[m.Step].Expected))
        {
            if (word is null)
                continue;
            if (text.Length > 0 && char.IsAscii(text[^1]) && char.IsAscii(word[0]))
                text.Append(' ');
            text.Append(word);
        }

        return text.ToString();
    }
}
