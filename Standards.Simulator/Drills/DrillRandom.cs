namespace Standards.Simulator.Drills;

/// <summary>
/// The chance of drills: the same seed gives the same questions on every machine and with every runtime. The generator is SplitMix64
/// (Steele, Lea and Flood, 2014). Not thread-safe.
/// </summary>
internal sealed class DrillRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to below <paramref name="below"/>, which must be positive.</summary>
    public int Next(int below) => (int)(NextBits() % (ulong)below);

    /// <summary>True once in so many.</summary>
    public bool OnceIn(int many) => Next(many) == 0;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>The items in a random order.</summary>
    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }

        return list;
    }

    /// <summary>A generator of its own for the item of that number: what one question draws does not change the next.</summary>
    public static DrillRandom For(ulong seed, int number) => new(new DrillRandom(seed + ((ulong)number * 0xD1342543DE82EF95UL)).NextBits());

    private ulong NextBits()
    {
        var bits = _state += 0x9E3779B97F4A7C15UL;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return bits ^ (bits >> 31);
    }
}
