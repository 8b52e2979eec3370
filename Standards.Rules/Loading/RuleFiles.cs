using System.Collections.Immutable;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Loading;

/// <summary>A rule file that was found and not yet read.</summary>
/// <param name="Location">The path that opens it.</param>
/// <param name="DisplayPath">The path that the user sees, with forward slashes.</param>
public sealed record RuleFile(string Location, string DisplayPath);

/// <summary>
/// The files of one pack: the name of its folder, its <c>pack.yaml</c>, its <c>clauses.yaml</c> where it has one, and
/// what its other folders hold. Immutable.
/// </summary>
public sealed record PackFiles(
    string Folder,
    RuleFile Manifest,
    RuleFile? Clauses,
    ImmutableArray<RuleFile> Processes,
    ImmutableArray<RuleFile> Norms,
    ImmutableArray<RuleFile> Scenarios,
    ImmutableArray<RuleFile> Cases)
{
    /// <summary>All files of the pack, the manifest first.</summary>
    public IEnumerable<RuleFile> All => [Manifest, .. Clauses is null ? [] : new[] { Clauses }, .. Processes, .. Norms, .. Scenarios, .. Cases];
}

/// <summary>The files of a rules directory, each list and the packs in ordinal order of their paths. Immutable.</summary>
public sealed record RuleFiles(
    ImmutableArray<RuleFile> Vocabulary,
    ImmutableArray<RuleFile> Calendars,
    ImmutableArray<RuleFile> Profiles,
    ImmutableArray<PackFiles> Packs)
{
    public static readonly RuleFiles None = new([], [], [], []);

    /// <summary>
    /// Lists the rule files of <paramref name="directory"/> by their places, reading none. Reports a directory that is
    /// missing, unreadable or without packs, and, as warnings, YAML files that stand elsewhere in it. Displayed paths are
    /// relative to the directory, with <paramref name="displayRoot"/> before them.
    /// </summary>
    public static RuleFiles Discover(string directory, DiagnosticBag diagnostics, string displayRoot = "") =>
        RuleFileDiscovery.Discover(directory, diagnostics, displayRoot);

    /// <summary>All files, shared ones first.</summary>
    public IEnumerable<RuleFile> All => [.. Vocabulary, .. Calendars, .. Profiles, .. Packs.SelectMany(p => p.All)];
}
