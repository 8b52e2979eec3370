using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Binding;

namespace Standards.Rules.Cases;

/// <summary>A norm or a decision table with one thing about it removed or weakened: cases that are worth their name notice. Immutable.</summary>
/// <param name="Id">The norm or the decision table.</param>
/// <param name="Change">What was changed: "without its clock".</param>
/// <param name="Span">Where the norm is written.</param>
internal abstract record Mutant(string Id, LocalizedText Change, SourceSpan Span)
{
    /// <summary>The norm is not there at all.</summary>
    public sealed record Removed(BoundNorm Norm) : Mutant(Norm.Id, new LocalizedText("删去", "removed"), Norm.Span);

    /// <param name="Norm">The norm as it is.</param>
    /// <param name="Instead">The weaker norm.</param>
    public sealed record Weakened(BoundNorm Norm, BoundNorm Instead, LocalizedText Change) : Mutant(Norm.Id, Change, Norm.Span);

    /// <param name="Table">The table as it is.</param>
    /// <param name="Instead">The table without one of its rows.</param>
    public sealed record Decided(BoundDecision Table, BoundDecision Instead, LocalizedText Change, SourceSpan Row) : Mutant(Table.Id, Change, Row);
}
