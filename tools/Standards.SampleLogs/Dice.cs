namespace Standards.SampleLogs;

/// <summary>
/// Seeded random numbers by SplitMix64: the same on every machine and runtime, which <see cref="Random"/> does not promise. Not thread-safe.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Uniform in [low, high], both included.</summary>
    public long Between(long low, long high)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high);
        return low + (long)Math.BigMul(Next(), (ulong)(high - low) + 1, out _);
    }

    /// <summary>A whole number of milliseconds between so many seconds and so many.</summary>
    public TimeSpan Seconds(int low, int high) => TimeSpan.FromMilliseconds(Between(low * 1000L, high * 1000L));

    public T Pick<T>(IReadOnlyList<T> choices) => choices[(int)Between(0, choices.Count - 1)];

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = (int)Between(0, i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
