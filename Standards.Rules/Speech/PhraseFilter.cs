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
        var steps = program.Costs.AsSpan();
        if (steps.Length > MostOnStack)
            return 0;
        var befores = program.Befores.AsSpan();
        var least = program.MayBeEmpty ? 0 : long.MaxValue;
        Span<long> costs = stackalloc long[MostOnStack];
        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            var cost = step.IsFirst ? 0 : long.MaxValue;
            foreach (var before in befores.Slice(step.FirstBefore, step.BeforeCount))
                cost = Math.Min(cost, costs[before]);
            if (!step.IsAny && !utterance.MayContain(step.Key) && !utterance.MayContain(step.OtherKey))
                cost += step.Edit;
            costs[i] = cost;
            if (step.IsLast)
                least = Math.Min(least, cost);
        }

        return (int)(least >> 32);
    }
}
