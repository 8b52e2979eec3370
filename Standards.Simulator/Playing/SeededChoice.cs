namespace Standards.Simulator.Playing;

/// <summary>Draws from a seed: SplitMix64 (Steele, Lea and Flood 2014), the same on every machine and with every runtime.</summary>
internal struct SeededChoice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public int Next(int count)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (int)((UInt128)mixed * (ulong)count >> 64);
    }
}
