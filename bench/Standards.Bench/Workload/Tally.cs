namespace Standards.Bench.Workload;

/// <summary>How many cases violate each norm, and how many violate any. Not thread-safe.</summary>
internal sealed class Tally
{
    public const int NormCount = 10;

    private readonly long[] _violating = new long[NormCount];

    /// <summary>Cases that violate at least one norm.</summary>
    public long CasesWithAny { get; private set; }

    /// <summary>Cases that violate a norm, from norm 1.</summary>
    public ReadOnlySpan<long> Violating => _violating;

    /// <summary>Counts one case.</summary>
    public void Add(NormSet violated)
    {
        if (violated == NormSet.None)
            return;
        CasesWithAny++;
        for (var norm = 0; norm < NormCount; norm++)
            _violating[norm] += ((int)violated >> norm) & 1;
    }
}
