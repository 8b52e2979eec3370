using System.Collections.Immutable;
using Standards.Core.Findings;

namespace Standards.Rules.Scoring;

/// <summary>What verdicts are worth. Immutable; change by <c>with</c>.</summary>
public sealed record ScoringOptions
{
    public static readonly ScoringOptions Default = new();

    /// <summary>Points of a norm by its severity. Default: minor 1, major 3, critical 5.</summary>
    public ImmutableDictionary<Severity, double> Weights { get; init; } =
        ImmutableDictionary.CreateRange<Severity, double>([new(Severity.Minor, 1), new(Severity.Major, 3), new(Severity.Critical, 5)]);

    /// <summary>Factors of the points of sections, by id or by the beginning of ids up to a point; the longest wins. Default: 1.</summary>
    public ImmutableDictionary<string, double> Sections { get; init; } = ImmutableDictionary<string, double>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The share from which an interaction passes, from 0 to 1. Default: 0.8.</summary>
    public double PassMark { get; init; } = 0.8;
}
