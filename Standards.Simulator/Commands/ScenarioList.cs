using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Simulator.Commands;

/// <summary>A training scenario by its head.</summary>
internal sealed record ScenarioHead(string Id, string Pack, LocalizedText Title);

/// <summary>Finds the scenarios of the packs that are loaded. Their scripts are read only when one is played.</summary>
internal static class ScenarioList
{
    public static ImmutableArray<ScenarioHead> Of(string directory, RuleBook book)
    {
        var ignored = new DiagnosticBag();
        var sources = new SourceCatalog(LoadLimits.Default);
        var heads = ImmutableArray.CreateBuilder<ScenarioHead>();
        foreach (var pack in RuleFiles.Discover(directory, ignored).Packs)
        {
            foreach (var file in pack.Scenarios)
            {
                if (sources.Read(file, ignored) is { } source && YamlReader.Read(source, LoadLimits.Default, ignored) is YamlMapping root)
                    heads.AddRange(Entries(root).Select(e => Head(e, ignored)).OfType<ScenarioHead>());
            }
        }

        var loaded = book.Bound.Packs.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return [.. heads.Where(h => loaded.Contains(h.Pack))];
    }

    /// <summary>A file holds one scenario, or a list of them.</summary>
    private static IEnumerable<YamlMapping> Entries(YamlMapping root) =>
        root.Find("scenarios")?.Value is YamlSequence list ? list.Items.OfType<YamlMapping>() : [root];

    private static ScenarioHead? Head(YamlMapping scenario, DiagnosticBag ignored)
    {
        var reader = new MappingReader(scenario, ignored, LocalizedText.Empty);
        return reader.OptionalString("id") is { } id ? new ScenarioHead(id, id.Split('.')[0], reader.Localized("title") ?? LocalizedText.Empty) : null;
    }
}
