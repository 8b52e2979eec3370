using Standards.Bench.Peers;

namespace Standards.Bench.Measuring;

/// <summary>The figures of one peer.</summary>
/// <param name="Name">The peer.</param>
/// <param name="Counts">What every run counted; equal in all of them.</param>
/// <param name="Seconds">Wall time of the runs, ascending.</param>
/// <param name="Warm">Whether the hot paths were compiled fully before.</param>
/// <param name="AllocatedBytes">Managed bytes that the measuring thread allocated in one run; null where that is not known.</param>
internal sealed record Measurement(string Name, Counts Counts, IReadOnlyList<double> Seconds, bool Warm, long? AllocatedBytes)
{
    /// <summary>The median wall time of a run.</summary>
    public double MedianSeconds =>
        Seconds.Count % 2 == 1 ? Seconds[Seconds.Count / 2] : (Seconds[Seconds.Count / 2 - 1] + Seconds[Seconds.Count / 2]) / 2;

    public double FastestSeconds => Seconds[0];

    public double SlowestSeconds => Seconds[^1];

    public double EventsPerSecond => Counts.Events / MedianSeconds;

    public double NanosecondsPerEvent => MedianSeconds * 1e9 / Counts.Events;

    public double? AllocatedBytesPerEvent => AllocatedBytes / (double)Counts.Events;
}
