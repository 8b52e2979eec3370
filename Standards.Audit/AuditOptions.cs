using Standards.Audit.Reading;
using Standards.Core;

namespace Standards.Audit;

/// <summary>How an audit is run. Immutable; change by <c>with</c>.</summary>
public sealed record AuditOptions
{
    public static readonly AuditOptions Default = new();

    /// <summary>
    /// The instant at which the verdicts are taken: later events are left out, and deadlines that lie after it are pending. Null for now
    /// (<see cref="Time"/>), or the last event where that is later.
    /// </summary>
    public Instant? AsOf { get; init; }

    /// <summary>State satisfied, pending and not applicable verdicts too.</summary>
    public bool All { get; init; }

    /// <summary>Take every interaction to have ended with its last event: no deadline is pending, and what has no clock is decided.</summary>
    public bool Complete { get; init; }

    public LogReaderOptions Reading { get; init; } = LogReaderOptions.Default;

    /// <summary>
    /// Cases kept in memory. Beyond them, those that have been quiet longest wait in a temporary file. Default 65,536.
    /// </summary>
    public int ResidentCases { get; init; } = 65_536;

    /// <summary>Tells now.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
