namespace Standards.Bench.Workload;

/// <summary>An event of the workload with all names resolved: sixteen bytes.</summary>
/// <param name="At">Milliseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Case">Index of the case, in the order of first sight.</param>
/// <param name="Act">What happened.</param>
/// <param name="Severity">The severity of a grade, else none.</param>
internal readonly record struct LogEvent(long At, int Case, Act Act, Severity Severity);
