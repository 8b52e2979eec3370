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
        var profile = new Profile
        {
            Id = id,
            Title = title,
            Packs = packs.Length == 1 && string.Equals(packs[0].Value, "all", StringComparison.Ordinal) ? default : packs,
            Calendar = reader.Scalar("calendar"),
            Settings = SettingsOf(reader),
            Disabled = reader.StringOrList("disable"),
            Replaced = [.. (reader.Sequence("replace")?.Items ?? []).Select(n => MappingReader.For(n, diagnostics, new LocalizedText("规范", "norm"))?.Source).OfType<YamlMapping>()],
        };
        reader.Localized("note");
        reader.Finish();
        return profile;
    }

    private static ImmutableDictionary<string, YamlScalar> SettingsOf(MappingReader reader)
    {
        var settings = ImmutableDictionary.CreateBuilder<string, YamlScalar>(StringComparer.Ordinal);
        if (reader.Within("settings", new LocalizedText("本单位设定", "house settings")) is { } values)
        {
            foreach (var name in values.Source.Entries.Select(e => e.Key.Value))
            {
                if (values.Scalar(name, required: true) is { } value)
                    settings[name] = value;
            }
        }

        return settings.ToImmutable();
    }

    /// <summary>The same profile for these packs alone: what it says of others falls away.</summary>
    public Profile Only(ImmutableArray<string> packs)
    {
        bool IsOfThese(string id) => packs.Any(p => id.StartsWith(p + ".", StringComparison.Ordinal));
        return this with
        {
            Packs = [.. packs.Select(p => new YamlScalar(SourceSpan.None, p))],
            Settings = Settings.Where(s => IsOfThese(s.Key)).ToImmutableDictionary(StringComparer.Ordinal),
            Disabled = [.. Disabled.Where(d => IsOfThese(d.Value))],
            Replaced = [.. Replaced.Where(r => r.Find("id")?.Value is YamlScalar id && IsOfThese(id.Value))],
        };
    }
}
