using System.Buffers;

namespace Standards.Rules.Speech;

/// <summary>What happens to a step of the phrase, or to a word of the utterance.</summary>
internal enum Move
{
    Said,
    Filler,
    Replaced,
    Extra,
    Missing,
}

/// <summary>One move of a reading.</summary>
/// <param name="Move">What happens.</param>
/// <param name="Step">The step of the phrase; for an extra word or a filler, the step before which it stands.</param>
/// <param name="Token">The token; for a missing word, the one before which it is missing.</param>
internal readonly record struct ReadingMove(Move Move, int Step, int Token);

/// <summary>
/// Reads a passage as the phrase, word by word, at its least cost. Where several readings cost the same, an earlier
/// alternative goes first and an earlier slot takes as much as it can.
/// </summary>
/// <remarks>
/// The costs of all remainders are filled from the end of the passage to its beginning; then one walk from the
/// beginning takes, at each cell, the first move that stays on the least cost. Time and memory are steps x passage.
/// </remarks>
internal ref struct PassageReader
{
    private const int Never = int.MaxValue / 2;

    private readonly PhraseProgram _program;
    private readonly ReadOnlySpan<ulong> _keys;
    private readonly ReadOnlySpan<byte> _fillers;
    private readonly int _first;
    private readonly int _length;
    private readonly int[] _buffer;
    private readonly int _done;

    private PassageReader(PhraseProgram program, ReadOnlySpan<ulong> keys, ReadOnlySpan<byte> fillers, int first, int end)
    {
        _program = program;
        _keys = keys;
        _fillers = fillers;
        _first = first;
        _length = end - first;
        _done = program.Steps.Length * (_length + 1);
        _buffer = ArrayPool<int>.Shared.Rent(2 * _done);
        Fill();
    }

    /// <summary>The moves of the best reading of tokens [first, end), and its cost.</summary>
    public static int Read(
        PhraseProgram program,
        ReadOnlySpan<ulong> keys,
        ReadOnlySpan<byte> fillers,
        int first,
        int end,
        List<ReadingMove> moves)
    {
        var reader = new PassageReader(program, keys, fillers, first, end);
        var cost = reader.Walk(moves);
        ArrayPool<int>.Shared.Return(reader._buffer);
        return cost;
    }

    private readonly int Count => _program.Steps.Length;

    /// <summary>The least cost from before a step at a place, with leave to skip extra words and fillers first.</summary>
    private readonly ref int Open(int step, int place) => ref _buffer[(place * Count) + step];

    /// <summary>The least cost from after a step at a place.</summary>
    private readonly ref int Done(int step, int place) => ref _buffer[_done + (place * Count) + step];

    private readonly void Fill()
    {
        for (var place = _length; place >= 0; place--)
        {
            var fillerLengths = FillersFrom(place);
            for (var step = Count - 1; step >= 0; step--)
            {
                var done = _program.IsLast[step] && place == _length ? 0 : Never;
                foreach (var after in _program.After[step])
                    done = Math.Min(done, Open(after, place));
                Done(step, place) = done;

                var open = Begin(step, place);
                if (place < _length)
                    open = Math.Min(open, _program.Steps[step].ExtraCost(_program.Tolerance) + Open(step, place + 1));
                for (var lengths = fillerLengths; lengths != 0;)
                    open = Math.Min(open, Open(step, place + FillerSet.NextLength(ref lengths)));

                Open(step, place) = open;
            }
        }
    }

    /// <summary>The least cost from before a step at a place, where the step itself comes next.</summary>
    private readonly int Begin(int step, int place)
    {
        var edit = EditCost(step);
        var cost = edit + Done(step, place);
        if (place < _length)
            cost = Math.Min(cost, (Takes(step, place) ? 0 : edit) + Done(step, place + 1));
        return cost;
    }

    private readonly int EditCost(int step) => _program.Steps[step].EditCost(_program.Tolerance);

    private readonly bool Takes(int step, int place) => _program.Steps[step].Takes(_keys[_first + place]);

    /// <summary>The lengths of the fillers that begin at a place, as bits.</summary>
    private readonly int FillersFrom(int place)
    {
        var lengths = 0;
        var most = Math.Min(FillerSet.MaxTokens, Math.Min(_length - place, _fillers.Length - 1 - _first - place));
        for (var length = 1; length <= most; length++)
            lengths |= _fillers[_first + place + length] & (1 << (length - 1));
        return lengths;
    }

    private readonly int Walk(List<ReadingMove> moves)
    {
        moves.Clear();
        var total = _program.MayBeEmpty && _length == 0 ? 0 : Never;
        var step = -1;
        foreach (var first in _program.First)
        {
            var cost = Begin(first, 0);
            if (cost < total)
                (total, step) = (cost, first);
        }

        if (step < 0)
            return total;
        var place = 0;
        Enter(moves, step, ref place);
        while (!(_program.IsLast[step] && place == _length && Done(step, place) == 0))
        {
            var cost = Done(step, place);
            step = Next(step, place, cost);
            Skip(moves, step, ref place);
            Enter(moves, step, ref place);
        }

        return total;
    }

    private readonly int Next(int step, int place, int cost)
    {
        foreach (var after in _program.After[step])
        {
            if (Open(after, place) == cost)
                return after;
        }

        throw new InvalidOperationException("the reading lost its way");
    }

    /// <summary>Passes over the extra words and fillers before a step.</summary>
    private readonly void Skip(List<ReadingMove> moves, int step, ref int place)
    {
        while (true)
        {
            var cost = Open(step, place);
            var isAny = _program.Steps[step].IsAny;
            if (!isAny && place < _length && Takes(step, place) && Done(step, place + 1) == cost)
                return;
            var filler = FillerBefore(step, place, cost);
            for (var i = 0; i < filler; i++)
                moves.Add(new ReadingMove(Move.Filler, step, _first + place++));
            if (filler > 0)
                continue;
            if (Begin(step, place) == cost)
                return;
            moves.Add(new ReadingMove(Move.Extra, step, _first + place++));
        }
    }

    private readonly int FillerBefore(int step, int place, int cost)
    {
        for (var lengths = FillersFrom(place); lengths != 0;)
        {
            var length = FillerSet.NextLength(ref lengths);
            if (Open(step, place + length) == cost)
                return length;
        }

        return 0;
    }

    /// <summary>Takes a step itself.</summary>
    private readonly void Enter(List<ReadingMove> moves, int step, ref int place)
    {
        var edit = EditCost(step);
        var cost = Begin(step, place);
        if (place < _length && Takes(step, place) && Done(step, place + 1) == cost)
            moves.Add(new ReadingMove(Move.Said, step, _first + place++));
        else if (place < _length && edit + Done(step, place + 1) == cost)
            moves.Add(new ReadingMove(Move.Replaced, step, _first + place++));
        else
            moves.Add(new ReadingMove(Move.Missing, step, _first + place));
    }
}
