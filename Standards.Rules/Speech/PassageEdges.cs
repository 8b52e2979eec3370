namespace Standards.Rules.Speech;

/// <summary>
/// Settles where a passage begins and ends when a slot stands at its edge, where any number of words would do: a slot
/// at the end takes the words that follow, one at the beginning those before, both only up to a pause in the speech.
/// </summary>
internal static class PassageEdges
{
    /// <summary>Reads the passage and moves its edges; the cost stays the same.</summary>
    public static Passage Settle(
        PhraseProgram program,
        TokenText utterance,
        ReadOnlySpan<byte> fillers,
        Passage passage,
        List<ReadingMove> moves)
    {
        PassageReader.Read(program, utterance.Keys, fillers, passage.First, passage.End, moves);
        return ExtendEnd(program, utterance, CutBeginning(program, utterance, fillers, passage, moves), moves);
    }

    /// <remarks>The finder prefers the earliest beginning, so a slot in front is as long as it can be.</remarks>
    private static Passage CutBeginning(
        PhraseProgram program,
        TokenText utterance,
        ReadOnlySpan<byte> fillers,
        Passage passage,
        List<ReadingMove> moves)
    {
        var slot = moves.FindIndex(m => !(m.Move == Move.Said && program.Steps[m.Step].IsAny));
        var inSlot = slot < 0 ? moves.Count : slot;
        for (var token = passage.First + inSlot; inSlot > 0 && token > passage.First; token--)
        {
            if (!MayBeginAt(utterance, token, isSlotEnd: token == passage.First + inSlot))
                continue;
            var shorter = new List<ReadingMove>();
            if (PassageReader.Read(program, utterance.Keys, fillers, token, passage.End, shorter) != passage.Cost)
                continue;
            moves.Clear();
            moves.AddRange(shorter);
            return passage with { First = token };
        }

        return passage;
    }

    /// <remarks>A comma right after a name in front, as in <c>王先生，您好</c>, does not cut the name off.</remarks>
    private static bool MayBeginAt(TokenText utterance, int token, bool isSlotEnd) =>
        token < utterance.Count && utterance.Boundaries[token] >= (isSlotEnd ? Boundary.Stop : Boundary.Pause);

    private static Passage ExtendEnd(PhraseProgram program, TokenText utterance, Passage passage, List<ReadingMove> moves)
    {
        var end = passage.End;
        var step = moves.Count > 0 ? moves[^1].Step : PhraseProgram.Beginning;
        while (end < utterance.Count && utterance.Boundaries[end] < (end == passage.End ? Boundary.Stop : Boundary.Pause))
        {
            step = NextInSlot(program, step);
            if (step < 0)
                break;
            moves.Add(new ReadingMove(Move.Said, step, end++));
        }

        return passage with { End = end };
    }

    private static int NextInSlot(PhraseProgram program, int step)
    {
        foreach (var after in step < 0 ? program.First : program.After[step])
        {
            if (program.Steps[after].IsAny && program.IsLast[after])
                return after;
        }

        return -1;
    }
}
