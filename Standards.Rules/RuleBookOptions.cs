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

    /// <summary>
    /// Whether the packs' own cases are read too: needed to check and to test packs, and to explain norms by them; to judge with them it is
    /// not. Default: <see langword="false"/>.
    /// </summary>
    public bool Cases { get; init; }

    public LoadLimits Limits { get; init; } = LoadLimits.Default;

    /// <summary>Put before the path of each file in diagnostics.</summary>
    public string DisplayRoot { get; init; } = "";
}
