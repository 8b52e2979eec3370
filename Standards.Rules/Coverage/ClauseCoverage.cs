using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Coverage;

/// <summary>By what a clause is held; where several hold it, the first of these.</summary>
public enum ClauseCover
{
    /// <summary>A norm that a log can keep or break.</summary>
    Norm,

    /// <summary>A decision table.</summary>
    Decision,

    /// <summary>A quota over many interactions.</summary>
    Quota,

    /// <summary>An item that an observer answers.</summary>
    Checklist,

    /// <summary>The clause asks for nothing: a purpose, a scope, a definition.</summary>
    Reference,

    /// <summary>Nothing.</summary>
    Uncovered,
}

/// <summary>What holds one clause. Immutable.</summary>
/// <param name="Pack">The pack and its version, <c>lf@1.0.0</c>.</param>
/// <param name="Clause">The id of the clause.</param>
/// <param name="Kind">The kind that the catalogue gives: <c>deadline</c>, <c>script</c>, …</param>
/// <param name="Text">The text of the clause.</param>
/// <param name="Cover">What holds it.</param>
/// <param name="HeldBy">The ids of the norms and decision tables that cite it.</param>
/// <param name="IsWeak">Whether none of them looks at what the kind of the clause is about: a deadline without a clock.</param>
/// <param name="Waiver">Why the catalogue is content with that all the same; null where it says nothing.</param>
/// <param name="Span">Where the catalogue states it.</param>
public sealed record ClauseCoverage(
    string Pack,
    string Clause,
    string Kind,
    LocalizedText Text,
    ClauseCover Cover,
    ImmutableArray<string> HeldBy,
    bool IsWeak,
    LocalizedText? Waiver,
    SourceSpan Span)
{
    /// <summary>Whether anything holds the clause, or nothing needs to.</summary>
    public bool IsCovered => Cover != ClauseCover.Uncovered;
}
