using System.Collections.Immutable;
using Standards.Bench.Workload;

namespace Standards.Bench.Peers;

/// <summary>What a run counted, by name; the names that the truth knows are checked against it.</summary>
internal sealed record Counts(long Events, ImmutableArray<KeyValuePair<string, long>> Named)
{
    /// <summary>The counts of an evaluation.</summary>
    public static Counts Of(long events, long cases, Tally tally)
    {
        var named = ImmutableArray.CreateBuilder<KeyValuePair<string, long>>();
        named.Add(new("cases", cases));
        named.Add(new("any", tally.CasesWithAny));
        for (var norm = 0; norm < Tally.NormCount; norm++)
            named.Add(new($"N{norm + 1}", tally.Violating[norm]));
        return new Counts(events, named.ToImmutable());
    }

    /// <summary>Says how the counts differ from the truth; null where they are equal, or where there is no truth.</summary>
    public string? DifferenceFrom(Truth? truth)
    {
        if (truth is null)
            return null;
        foreach (var (name, count) in Named.Insert(0, new("events", Events)))
        {
            if (truth.Expected.TryGetValue(name, out var expected) && count != expected)
                return $"`{name}` is {count}, the truth is {expected}";
        }

        return null;
    }
}
