namespace Standards.Audit.Reading;

/// <summary>How logs are read. Immutable; change by <c>with</c>.</summary>
public sealed record LogReaderOptions
{
    public static readonly LogReaderOptions Default = new();

    /// <summary>Bytes read at a time. Default 256 KiB, which keeps a block and its events in the cache of a core.</summary>
    public int BlockSize { get; init; } = 256 * 1024;

    /// <summary>Bytes of the longest line that is read, without its line feed; longer ones are reported and passed over. Default 4 MiB.</summary>
    public int LongestLine { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// Threads that parse while the caller's thread consumes; 0 parses on the caller's thread. Default: one less than the processors, at most 4.
    /// The events, their order and the diagnostics do not depend on it.
    /// </summary>
    public int Workers { get; init; } = Math.Min(4, Environment.ProcessorCount - 1);

    /// <summary>Diagnostics kept; beyond them they are only counted. Default 1000.</summary>
    public int KeptDiagnostics { get; init; } = 1000;

    /// <summary>Different texts that each worker keeps so as to allocate them once. Default one million.</summary>
    public int PooledStrings { get; init; } = 1_000_000;

    /// <summary>Called on the caller's thread after each block; null for nothing.</summary>
    public Action<LogProgress>? Progress { get; init; }

    /// <summary>Off only in tests and measurements.</summary>
    internal bool UseFastPath { get; init; } = true;
}
