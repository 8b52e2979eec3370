using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>One organisation's choice of packs, settings and overrides. Immutable.</summary>
internal sealed record Profile
{
    public required string Id { get; init; }

    public LocalizedText Title { get; init; } = LocalizedText.Empty;

    /// <summary>The packs chosen; default for all.</summary>
    public ImmutableArray<YamlScalar> Packs { get; init; }

    public YamlScalar? Calendar { get; init; }

    /// <summary>House settings by <c>pack.name</c>.</summary>
    public ImmutableDictionary<string, YamlScalar> Settings { get; init; } = ImmutableDictionary.Create<string, YamlScalar>(StringComparer.Ordinal);

    public ImmutableArray<YamlScalar> Disabled { get; init; } = [];

    /// <summary>Norms that take the place of those with their ids.</summary>
    public ImmutableArray<YamlMapping> Replaced { get; init; } = [];

    /// <summary>Every pack with its own defaults.</summary>
    public static readonly Profile All = new() { Id = "all" };

    public static Profile? Bind(YamlNode root, DiagnosticBag diagnostics)
    {
        if (MappingReader.For(root, diagnostics, new LocalizedText("配置", "profile")) is not { } reader)
            return null;
        var id = reader.RequiredString("id");
        var title = reader.Localized("title") ?? LocalizedText.Empty;
        var packs = reader.StringOrList("packs", required: true);
        var settings = (reader.Mapping("settings")?.Entries ?? [])
            .Where(e => e.Value is YamlScalar)
            .ToImmutableDictionary(e => e.Key.Value, e => (YamlScalar)e.Value, StringComparer.Ordinal);
        var profile = new Profile
        {
            Id = id,
            Title = title,
            Packs = packs.Length == 1 && string.Equals(packs[0].Value, "all", StringComparison.Ordinal) ? default : packs,
            Calendar = reader.Scalar("calendar"),
            Settings = settings,
            Disabled = reader.StringOrList("disable"),
            Replaced = [.. (reader.Sequence("replace")?.Items ?? []).OfType<YamlMapping>()],
        };
        reader.Localized("note");
        reader.Finish();
        return profile;
    }
}
