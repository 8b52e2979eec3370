using System.Collections.Immutable;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Findings;

namespace Standards.Audit;

/// <summary>How one norm fared. Counts of obligations, and of the cases in which at least one was violated.</summary>
public sealed record NormTally(string Norm, LocalizedText Title, Severity Severity, ImmutableArray<string> Clauses, string Pack)
{
    public long Satisfied { get; init; }

    public long Violated { get; init; }

    public long Unknown { get; init; }

    public long Pending { get; init; }

    /// <summary>Interactions with at least one violated obligation.</summary>
    public long CasesViolated { get; init; }

    /// <summary>Satisfied among those decided, from 0 to 1; null where none was decided.</summary>
    public double? Rate => Satisfied + Violated == 0 ? null : (double)Satisfied / (Satisfied + Violated);
}

/// <summary>What an audit found. Immutable; <see cref="Findings"/> is made anew at each enumeration.</summary>
public sealed class AuditResult
{
    public required Instant AsOf { get; init; }

    public required long Events { get; init; }

    public required long Cases { get; init; }

    /// <summary>Lines that held no usable event.</summary>
    public required long Rejected { get; init; }

    /// <summary>Sorted by case, then time, then norm. Quotas come last, with the group and the period as their case.</summary>
    public required IEnumerable<Finding> Findings { get; init; }

    /// <summary>Every norm that judged something, in the order of the rule book.</summary>
    public required ImmutableArray<NormTally> Norms { get; init; }

    public required LogDiagnosticBag Diagnostics { get; init; }

    /// <summary>Something in the inputs could not be used.</summary>
    public bool IsIncomplete => Diagnostics.HasErrors;

    /// <summary>The highest severity among violated norms; null where none was violated.</summary>
    public Severity? Worst => Norms.Where(n => n.Violated > 0).Select(n => (Severity?)n.Severity).Max();
}
