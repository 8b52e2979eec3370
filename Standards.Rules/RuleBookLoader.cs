using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules.Binding;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules;

/// <summary>Loading, as a list of stages: find the files, read their trees, choose a profile, bind, compile.</summary>
internal sealed class RuleBookLoader
{
    private readonly RuleBookOptions _options;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly SourceCatalog _sources;

    public RuleBookLoader(RuleBookOptions options)
    {
        _options = options;
        _sources = new SourceCatalog(options.Limits);
    }

    public RuleBookLoad Load(string directory)
    {
        var files = RuleFiles.Discover(directory, _diagnostics, _options.DisplayRoot);
        var profile = ProfileOf(files);
        var rules = new RulesBinder(_diagnostics, profile).Bind(Trees(files, profile));
        var cases = _options.Cases ? new CaseBinder(rules, _diagnostics).Bind(CaseTrees(files, profile, rules)) : [];
        var book = _diagnostics.HasErrors ? null : new RuleBook(rules, cases);
        return new RuleBookLoad(book, _diagnostics.ToSorted(), _sources);
    }

    private Profile ProfileOf(RuleFiles files)
    {
        var profile = Profile.All;
        if (_options.Profile is not null)
        {
            var profiles = files.Profiles.Select(Read).OfType<YamlNode>().Select(t => Profile.Bind(t, _diagnostics)).OfType<Profile>().ToList();
            var chosen = profiles.Find(p => string.Equals(p.Id, _options.Profile, StringComparison.Ordinal));
            if (chosen is null)
                _diagnostics.ReportWithHelp(PackDiagnostics.UnknownProfile, SourceSpan.None, Suggestion.DidYouMean(_options.Profile, profiles.Select(p => p.Id)), _options.Profile);
            profile = chosen ?? profile;
        }

        return _options.Packs.IsEmpty ? profile : profile.Only(_options.Packs);
    }

    private RuleTrees Trees(RuleFiles files, Profile profile) => new(
        ReadAll(files.Vocabulary),
        ReadAll(files.Calendars),
        [.. files.Packs.Where(p => MayBeChosen(p, profile)).Select(Trees).OfType<PackTrees>()]);

    /// <summary>
    /// A pack that the profile leaves out is not read at all. Its folder carries its id, or its id and something more (a version).
    /// </summary>
    private static bool MayBeChosen(PackFiles pack, Profile profile) =>
        profile.Packs.IsDefault || profile.Packs.Any(p => pack.Folder.StartsWith(p.Value, StringComparison.Ordinal));

    private PackTrees? Trees(PackFiles pack) => Read(pack.Manifest) is { } manifest
        ? new PackTrees(manifest, pack.Clauses is null ? null : Read(pack.Clauses), ReadAll(pack.Processes), ReadAll(pack.Norms))
        : null;

    private ImmutableArray<(string Folder, YamlNode Tree)> CaseTrees(RuleFiles files, Profile profile, BoundRules rules) =>
    [
        .. files.Packs.Where(p => MayBeChosen(p, profile) && rules.Packs.Any(b => string.Equals(b.Id, PackId(p), StringComparison.Ordinal)))
            .SelectMany(p => ReadAll(p.Cases).Select(tree => (PackId(p), tree))),
    ];

    /// <summary>The id that the manifest states; the folder's name where it states none.</summary>
    private string PackId(PackFiles pack) =>
        Read(pack.Manifest) is YamlMapping manifest && manifest.Find("id")?.Value is YamlScalar id ? id.Value : pack.Folder;

    private ImmutableArray<YamlNode> ReadAll(ImmutableArray<RuleFile> files) => [.. files.Select(Read).OfType<YamlNode>()];

    private readonly Dictionary<string, YamlNode?> _trees = new(StringComparer.Ordinal);

    private YamlNode? Read(RuleFile file)
    {
        if (_trees.TryGetValue(file.DisplayPath, out var known))
            return known;
        var tree = _sources.Read(file, _diagnostics) is { } source ? YamlReader.Read(source, _options.Limits, _diagnostics) : null;
        _trees.Add(file.DisplayPath, tree);
        return tree;
    }
}
