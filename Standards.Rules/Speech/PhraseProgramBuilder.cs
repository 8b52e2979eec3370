using System.Collections.Immutable;

namespace Standards.Rules.Speech;

/// <summary>Turns a template, its options and the expected slot values into a <see cref="PhraseProgram"/>.</summary>
internal sealed class PhraseProgramBuilder
{
    public const int MostSteps = 1000;

    private const ulong Formal = '您';
    private const ulong Familiar = '你';
    private const int MostPlainWays = 16;

    private readonly PhraseTemplate _template;
    private readonly PhraseOptions _options;
    private readonly ImmutableArray<SlotExpectation> _expectations;
    private readonly ulong[][] _must;
    private readonly bool[] _mustFound;
    private readonly List<PhraseStep> _steps = [];
    private readonly List<ImmutableArray<int>> _before = [];

    private PhraseProgramBuilder(PhraseTemplate template, PhraseOptions options, ImmutableArray<SlotExpectation> expectations)
    {
        _template = template;
        _options = options;
        _expectations = expectations;
        _must = [.. options.Must.Select(m => TokenText.Of(m).Keys.ToArray())];
        foreach (var must in _must)
            Canonical(must);
        _mustFound = new bool[_must.Length];
    }

    /// <summary>Builds; null where the phrase has more than <see cref="MostSteps"/>.</summary>
    /// <param name="template">The phrase.</param>
    /// <param name="options">How strictly it is held.</param>
    /// <param name="expectations">At most one for each slot.</param>
    /// <param name="mustFound">For each must word, whether it stands in the phrase.</param>
    public static PhraseProgram? Build(
        PhraseTemplate template,
        PhraseOptions options,
        ImmutableArray<SlotExpectation> expectations,
        out ImmutableArray<bool> mustFound)
    {
        var builder = new PhraseProgramBuilder(template, options, expectations);
        var last = builder.Add(template.Root, [PhraseProgram.Beginning]);
        mustFound = [.. builder._mustFound];
        return builder._steps.Count > MostSteps ? null : builder.Finish(last);
    }

    /// <summary>Adds a part after the steps <paramref name="ends"/>; gives the steps that it may end with.</summary>
    private ImmutableArray<int> Add(PhrasePart part, ImmutableArray<int> ends)
    {
        if (_steps.Count > MostSteps)
            return ends;
        switch (part)
        {
            case PhrasePart.Words words:
                return AddWords(words, ends);
            case PhrasePart.Slot slot:
                return AddSlot(slot, ends);
            case PhrasePart.Sequence sequence:
                foreach (var item in sequence.Parts)
                    ends = Add(item, ends);
                return ends;
            case PhrasePart.Choice choice:
                return [.. choice.Alternatives.SelectMany(a => Add(a, ends)).Distinct()];
            case PhrasePart.Optional optional:
                return [.. Add(optional.Part, ends).Union(ends)];
            default:
                throw new InvalidOperationException($"unknown part {part.GetType().Name}");
        }
    }

    private ImmutableArray<int> AddWords(PhrasePart.Words words, ImmutableArray<int> ends)
    {
        var keys = words.Items.Select(w => w.Key).ToArray();
        Canonical(keys);
        var isFixed = new bool[keys.Length];
        var isJoined = new bool[keys.Length];
        for (var m = 0; m < _must.Length; m++)
            MarkMust(keys, m, isFixed, isJoined);

        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            var noEdit = isFixed[i] || (_options.Polite && key is Formal or Familiar);
            ends = AddStep(ends, new PhraseStep(
                key,
                !_options.Polite && key == Familiar ? Formal : key,
                IsAny: false,
                noEdit,
                isJoined[i],
                Slot: -1,
                words.Items[i].Range,
                Expected: null));
        }

        return ends;
    }

    private void MarkMust(ReadOnlySpan<ulong> keys, int index, Span<bool> isFixed, Span<bool> isJoined)
    {
        var must = _must[index].AsSpan();
        for (var i = 0; must.Length > 0 && i + must.Length <= keys.Length; i++)
        {
            if (!keys[i..].StartsWith(must))
                continue;
            isFixed.Slice(i, must.Length).Fill(true);
            isJoined.Slice(i + 1, must.Length - 1).Fill(true);
            _mustFound[index] = true;
        }
    }

    private ImmutableArray<int> AddSlot(PhrasePart.Slot slot, ImmutableArray<int> ends)
    {
        var index = _template.Slots.IndexOf(slot.Name, StringComparer.Ordinal);
        var expectation = _expectations.FirstOrDefault(e => string.Equals(e.Slot, slot.Name, StringComparison.Ordinal));
        if (expectation is null)
            return AddAny(slot, index, slot.Shortest, ends);

        var contains = expectation.Rule == SlotRule.Contain;
        if (contains)
            ends = AddAny(slot, index, 0, ends);
        var value = TokenText.Of(expectation.Value);
        for (var i = 0; i < value.Count; i++)
        {
            var key = value.Keys[i];
            var expected = value.RangeOf(i).In(value.Text);
            ends = AddStep(ends, new PhraseStep(key, key, IsAny: false, IsFixed: true, IsJoined: i > 0, index, slot.Range, expected));
        }

        return contains ? AddAny(slot, index, 0, ends) : ends;
    }

    private ImmutableArray<int> AddAny(PhrasePart.Slot slot, int index, int shortest, ImmutableArray<int> ends)
    {
        var leaves = shortest == 0 ? ends : [];
        for (var length = 1; length <= slot.Longest; length++)
        {
            ends = AddStep(ends, new PhraseStep(0, 0, IsAny: true, IsFixed: true, IsJoined: false, index, slot.Range, Expected: null));
            if (length >= shortest)
                leaves = leaves.AddRange(ends);
        }

        return leaves;
    }

    private ImmutableArray<int> AddStep(ImmutableArray<int> ends, PhraseStep step)
    {
        _before.Add(ends);
        _steps.Add(step);
        return [_steps.Count - 1];
    }

    /// <remarks>Where politeness does not matter, both words are the familiar one.</remarks>
    private void Canonical(Span<ulong> keys)
    {
        if (!_options.Polite)
            keys.Replace(Formal, Familiar);
    }

    private PhraseProgram Finish(ImmutableArray<int> last)
    {
        var after = new List<int>[_steps.Count];
        for (var i = 0; i < after.Length; i++)
            after[i] = [];
        for (var i = 0; i < _steps.Count; i++)
        {
            foreach (var before in _before[i].Where(b => b != PhraseProgram.Beginning))
                after[before].Add(i);
        }

        // INVARIANT: a slot goes on before it ends, so that the walk over the graph fills the earlier slot first.
        // Steps are numbered as they stand in the text, so ascending numbers see to that.
        return new PhraseProgram
        {
            Steps = [.. _steps],
            Tolerance = _options.Tolerance,
            Before = [.. _before.Select(b => b.Remove(PhraseProgram.Beginning))],
            After = [.. after.Select(a => a.ToImmutableArray())],
            First = [.. Enumerable.Range(0, _steps.Count).Where(i => _before[i].Contains(PhraseProgram.Beginning))],
            IsFirst = [.. _before.Select(b => b.Contains(PhraseProgram.Beginning))],
            IsLast = [.. Enumerable.Range(0, _steps.Count).Select(i => last.Contains(i))],
            MayBeEmpty = last.Contains(PhraseProgram.Beginning),
            PlainWays = PlainWays(after, last),
        };
    }

    private ImmutableArray<ulong[]> PlainWays(List<int>[] after, ImmutableArray<int> last)
    {
        if (_steps.Exists(s => s.IsAny || s.OtherKey != s.Key) || last.Contains(PhraseProgram.Beginning))
            return [];
        var ways = ImmutableArray.CreateBuilder<ulong[]>();
        var way = new List<ulong>();
        var first = Enumerable.Range(0, _steps.Count).Where(i => _before[i].Contains(PhraseProgram.Beginning));
        return first.All(Walk) ? ways.ToImmutable() : [];

        bool Walk(int step)
        {
            way.Add(_steps[step].Key);
            if (last.Contains(step))
                ways.Add([.. way]);
            var few = ways.Count <= MostPlainWays && after[step].TrueForAll(Walk);
            way.RemoveAt(way.Count - 1);
            return few;
        }
    }
}
