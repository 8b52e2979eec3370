using System.Collections.Immutable;
using Standards.Rules.Loading;

namespace Standards.Rules;

/// <summary>How a rules directory is loaded. Immutable; change by <c>with</c>.</summary>
public sealed record RuleBookOptions
{
    public static readonly RuleBookOptions Default = new();

    /// <summary>The id of a profile of the directory; null for every pack with its own settings.</summary>
    public string? Profile { get; init; }

    /// <summary>The packs to load, by id; empty for those of the profile.</summary>
    public ImmutableArray<string> Packs { get; init; } = [];

    public LoadLimits Limits { get; init; } = LoadLimits.Default;

    /// <summary>Put before the path of each file in diagnostics.</summary>
    public string DisplayRoot { get; init; } = "";
}
