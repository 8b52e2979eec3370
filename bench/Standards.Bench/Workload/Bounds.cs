namespace Standards.Bench.Workload;

/// <summary>The deadlines of the ten norms, in milliseconds; each includes its last instant.</summary>
internal static class Bounds
{
    public const long Greet = 60_000;
    public const long Report = 600_000;
    public const long Reply = 3_600_000;
    public const long FollowUp = 86_400_000;
    public const long Queue = 180_000;
}
