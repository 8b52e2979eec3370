using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Simulator.Scenarios;

/// <summary>The scenarios of the packs that are loaded. Immutable.</summary>
/// <param name="Scenarios">Those without mistakes, by pack, difficulty and id.</param>
/// <param name="Diagnostics">Their mistakes, by file and position.</param>
/// <param name="Sources">The files read, for showing diagnostics.</param>
internal sealed record ScenarioLibrary(ImmutableArray<Scenario> Scenarios, ImmutableArray<Diagnostic> Diagnostics, SourceCatalog Sources)
{
    public Scenario? Find(string id) => Scenarios.FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal));

    /// <summary>Reads the scenarios of a rules directory for the packs of a book.</summary>
    /// <param name="directory">The rules directory.</param>
    /// <param name="book">The packs.</param>
    /// <param name="only">The id of the only scenario wanted, so that the files of other packs stay unread; null for all.</param>
    public static ScenarioLibrary Load(string directory, RuleBook book, string? only = null)
    {
        var diagnostics = new DiagnosticBag();
        var sources = new SourceCatalog(LoadLimits.Default);
        var scenarios = new List<Scenario>();
        var ids = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var files in RuleFiles.Discover(directory, new DiagnosticBag(), directory).Packs)
        {
            // The last of several versions is the one in force, or about to be.
            var pack = book.Bound.Packs.LastOrDefault(p => IsOf(files, p) && (only is null || only.StartsWith(p.Id + ".", StringComparison.Ordinal)));
            if (pack is null)
                continue;
            foreach (var file in files.Scenarios)
            {
                if (sources.Read(file, diagnostics) is { } source && YamlReader.Read(source, LoadLimits.Default, diagnostics) is { } root)
                    scenarios.AddRange(Bind(root, book.Bound, pack, ids, diagnostics));
            }
        }

        return new ScenarioLibrary(
            [.. scenarios.OrderBy(s => book.Bound.Packs.ToList().FindIndex(p => string.Equals(p.Id, s.Pack, StringComparison.Ordinal))).ThenBy(s => s.Difficulty).ThenBy(s => s.Id, StringComparer.Ordinal)],
            diagnostics.ToSorted(),
            sources);
    }

    /// <summary>A folder carries the id of its pack, or that and something more (a version).</summary>
    private static bool IsOf(PackFiles files, BoundPack pack) =>
        string.Equals(files.Folder, pack.Id, StringComparison.Ordinal) || files.Folder.StartsWith(pack.Id + "-", StringComparison.Ordinal);

    private static IEnumerable<Scenario> Bind(YamlNode root, BoundRules rules, BoundPack pack, Dictionary<string, SourceSpan> ids, DiagnosticBag diagnostics)
    {
        foreach (var node in root is YamlMapping mapping && mapping.Find("scenarios")?.Value is YamlSequence list ? list.Items : [root])
        {
            // Mistakes of one scenario say nothing about the next.
            var own = new DiagnosticBag();
            if (ScenarioBinder.ReaderOf(node, own) is { } reader && new ScenarioBinder(rules, pack, reader, own).Bind() is { } scenario)
            {
                if (ids.TryAdd(scenario.Id, scenario.Span))
                    yield return scenario;
                else
                    own.Report(ScenarioDiagnostics.DuplicateName, scenario.Span, scenario.Id);
            }

            foreach (var diagnostic in own.ToSorted())
                diagnostics.Add(diagnostic);
        }
    }
}
