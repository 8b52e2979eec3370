using Standards.Rules.Speech;

namespace Standards.Tests.Speech;

/// <summary>
/// What the matcher should say, written for clearness: every way to say the phrase as a plain list of steps, every
/// beginning in the utterance, the textbook recursion for each pair.
/// </summary>
internal sealed class SlowPhrase(PhraseTemplate template, PhraseOptions options)
{
    private sealed record Step(ulong[] Keys, bool IsAny, bool IsFixed, bool IsJoined);

    public int Distance(TokenText utterance, IReadOnlyList<string> fillers)
    {
        var keys = utterance.Keys.ToArray();
        var silent = fillers.Select(f => TokenText.Of(f).Keys.ToArray()).ToList();
        var best = int.MaxValue;
        foreach (var way in Ways(template.Root))
        {
            for (var first = 0; first <= keys.Length; first++)
                best = Math.Min(best, Cost(way, keys[first..], silent, [], 0, 0));
        }

        return best;
    }

    private int Forbidden => options.Tolerance + 1;

    private int Cost(List<Step> way, ulong[] keys, List<ulong[]> silent, Dictionary<(int, int), int> known, int step, int token)
    {
        if (step == way.Count)
            return 0; // what follows the phrase does not matter
        if (known.TryGetValue((step, token), out var cost))
            return cost;

        var edit = way[step].IsFixed ? Forbidden : 1;
        cost = edit + Cost(way, keys, silent, known, step + 1, token);
        if (token < keys.Length)
        {
            var said = way[step].IsAny || way[step].Keys.Contains(keys[token]);
            cost = Math.Min(cost, (said ? 0 : edit) + Cost(way, keys, silent, known, step + 1, token + 1));
            if (step > 0)
                cost = Math.Min(cost, (way[step].IsJoined ? Forbidden : 1) + Cost(way, keys, silent, known, step, token + 1));
        }

        foreach (var filler in silent)
        {
            if (step > 0 && keys.AsSpan(token).StartsWith(filler))
                cost = Math.Min(cost, Cost(way, keys, silent, known, step, token + filler.Length));
        }

        return known[(step, token)] = cost;
    }

    private List<List<Step>> Ways(PhrasePart part) => part switch
    {
        PhrasePart.Words words => [Steps(words)],
        PhrasePart.Slot slot => [.. Enumerable.Range(slot.Shortest, slot.Longest - slot.Shortest + 1).Select(n =>
            Enumerable.Repeat(new Step([], IsAny: true, IsFixed: true, IsJoined: false), n).ToList())],
        PhrasePart.Choice choice => [.. choice.Alternatives.SelectMany(Ways)],
        PhrasePart.Optional optional => [.. Ways(optional.Part), []],
        PhrasePart.Sequence sequence => sequence.Parts.Aggregate<PhrasePart, List<List<Step>>>(
            [[]],
            (ways, next) => [.. ways.SelectMany(w => Ways(next).Select(n => w.Concat(n).ToList()))]),
        _ => throw new InvalidOperationException(),
    };

    private List<Step> Steps(PhrasePart.Words words)
    {
        var keys = words.Items.Select(w => w.Key).ToArray();
        var steps = keys.Select(k => new Step(Accepted(k), false, options.Polite && k is '您' or '你', false)).ToList();
        foreach (var must in options.Must.Select(m => TokenText.Of(m).Keys.ToArray()))
        {
            for (var i = 0; i + must.Length <= keys.Length; i++)
            {
                for (var j = 0; keys.AsSpan(i).StartsWith(must) && j < must.Length; j++)
                    steps[i + j] = steps[i + j] with { IsFixed = true, IsJoined = steps[i + j].IsJoined || j > 0 };
            }
        }

        return steps;
    }

    private ulong[] Accepted(ulong key) => !options.Polite && key is '您' or '你' ? ['您', '你'] : [key];
}
