using System.Buffers;
using System.Numerics;

namespace Standards.Rules.Speech;

/// <summary>A passage of an utterance and what it costs to read it as the phrase.</summary>
/// <param name="Cost">Edits, a forbidden one counted as one more than the tolerance.</param>
/// <param name="First">The first token.</param>
/// <param name="End">The token after the last.</param>
internal readonly record struct Passage(int Cost, int First, int End);

/// <summary>
/// Finds the passage of an utterance that comes closest to a phrase: the least cost, then the earliest beginning, then
/// the earliest end. Time is steps x tokens, memory a few columns of steps, whatever the length of the utterance.
/// </summary>
/// <remarks>
/// Semi-global alignment, a column for each place between tokens. Cell (step, place) holds the best (cost, beginning)
/// of having read everything up to, and with (<c>done</c>) or without (<c>open</c>) that step, up to that place; both
/// in one number, cost in the upper half, so that the lesser number is the better pair. Extra words and fillers are
/// read only between steps: a passage neither begins nor ends with them.
/// </remarks>
internal static class PassageFinder
{
    private const long One = 1L << 32;
    private const long Never = long.MaxValue / 2;

    /// <summary>Finds the closest passage, or the first one found at no more than <paramref name="enough"/>.</summary>
    public static Passage Find(PhraseProgram program, ReadOnlySpan<ulong> keys, ReadOnlySpan<byte> fillers, int enough)
    {
        var count = program.Steps.Length;
        var columns = LongestFiller(fillers) + 1;
        var buffer = ArrayPool<long>.Shared.Rent(count * (columns + 1));
        var open = buffer.AsSpan(0, count * columns);
        var done = buffer.AsSpan(count * columns, count);

        var best = program.MayBeEmpty ? 0 : Never;
        var end = 0;
        for (var place = 0; place <= keys.Length && best >> 32 > enough; place++)
        {
            var column = Column(program, keys, fillers, place, open, columns, done);
            if (column < best)
                (best, end) = (column, place);
        }

        ArrayPool<long>.Shared.Return(buffer);
        return new Passage((int)(best >> 32), (int)best, end);
    }

    /// <summary>Fills the column of one place; gives the best cell of a last step.</summary>
    private static long Column(
        PhraseProgram program,
        ReadOnlySpan<ulong> keys,
        ReadOnlySpan<byte> fillers,
        int place,
        Span<long> open,
        int columns,
        Span<long> done)
    {
        var steps = program.Steps.AsSpan();
        var count = steps.Length;
        var current = open.Slice(place % columns * count, count);
        var previous = place > 0 ? open.Slice((place - 1) % columns * count, count) : [];
        var fillerLengths = place < fillers.Length ? fillers[place] : 0;
        var best = Never;
        for (var i = 0; i < count; i++)
        {
            ref readonly var step = ref steps[i];
            var cell = Never;
            foreach (var before in program.Before[i])
                cell = Math.Min(cell, done[before]);
            if (place > 0)
                cell = Math.Min(cell, previous[i] + (step.ExtraCost(program.Tolerance) * One));
            for (var lengths = fillerLengths; lengths != 0;)
            {
                var length = FillerSet.NextLength(ref lengths);
                cell = Math.Min(cell, open[(((place - length) % columns) * count) + i]);
            }

            current[i] = cell;

            var isFirst = program.IsFirst[i];
            var edit = step.EditCost(program.Tolerance) * One;
            var read = (isFirst ? Math.Min(cell, place) : cell) + edit;
            if (place > 0)
            {
                var from = isFirst ? Math.Min(previous[i], place - 1) : previous[i];
                read = Math.Min(read, step.Takes(keys[place - 1]) ? from : from + edit);
            }

            done[i] = read;
            if (program.IsLast[i])
                best = Math.Min(best, read);
        }

        return best;
    }

    private static int LongestFiller(ReadOnlySpan<byte> fillers)
    {
        var all = 0;
        foreach (var lengths in fillers)
            all |= lengths;
        return Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)all));
    }
}
