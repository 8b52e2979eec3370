using System.Collections.Immutable;
using Standards.Audit.Reading;
using Standards.Rules;

namespace Standards.Audit;

/// <summary>Judges logs by a rule book. Thread-safe; each run is independent.</summary>
public sealed class Auditor(RuleBook book, AuditOptions? options = null)
{
    private readonly AuditOptions _options = options ?? AuditOptions.Default;

    /// <summary>Reads all inputs and judges their interactions. Mistakes in the inputs are diagnostics of the result, never exceptions.</summary>
    public AuditResult Run(ImmutableArray<LogInput> inputs)
    {
        using var run = new Running.AuditRun(book, _options);
        return run.Run(inputs);
    }
}
