namespace Standards.Rules.Speech;

/// <summary>A quick lower bound: most utterances have nothing to do with most phrases.</summary>
internal static class PhraseFilter
{
    private const int MostOnStack = 256;

    /// <summary>
    /// No reading of the utterance costs less: every word of the phrase that the utterance nowhere has must be edited.
    /// </summary>
    public static int LeastCost(PhraseProgram program, TokenText utterance)
    {
        var steps = program.Steps.AsSpan();
        if (steps.Length > MostOnStack)
            return 0;
        var least = program.MayBeEmpty ? 0 : int.MaxValue;
        Span<int> costs = stackalloc int[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var cost = program.IsFirst[i] ? 0 : int.MaxValue;
            foreach (var before in program.Before[i])
                cost = Math.Min(cost, costs[before]);
            ref readonly var step = ref steps[i];
            if (!step.IsAny && !utterance.MayContain(step.Key) && !utterance.MayContain(step.OtherKey))
                cost += step.EditCost(program.Tolerance);
            costs[i] = cost;
            if (program.IsLast[i])
                least = Math.Min(least, cost);
        }

        return least;
    }
}
