using System.Text.RegularExpressions;
using Standards.Core.Diagnostics;
using Standards.Rules.Binding;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Explanation;

/// <summary>A norm as its author wrote it: what binding replaces by its meaning can be read there by name.</summary>
internal static partial class NormSource
{
    /// <summary>The norm's entry in its file; null where the file is not at hand.</summary>
    public static YamlMapping? Find(SourceCatalog sources, BoundNorm norm) =>
        sources.Find(norm.Span.File) is { } file && YamlReader.Read(file, LoadLimits.Default, new DiagnosticBag()) is { } root
            ? Mappings(root).FirstOrDefault(m => m.Find("id")?.Value is YamlScalar id && id.Span.Line == norm.Span.Line && id.Span.Column == norm.Span.Column)
            : null;

    /// <summary>The house settings that the norm depends on: its deadline's, and those that its conditions name.</summary>
    public static IEnumerable<BoundSetting> Settings(YamlMapping source, BoundPack pack)
    {
        var texts = Scalars(source).Select(s => s.Value).ToList();
        return pack.Settings.Where(s =>
            source.Find("within")?.Value is YamlScalar within && string.Equals(within.Value.Trim(), s.Name, StringComparison.Ordinal)
            || texts.Exists(t => SettingName().Matches(t).Any(m => string.Equals(m.Groups["name"].Value, s.Name, StringComparison.Ordinal))));
    }

    [GeneratedRegex(@"\bsetting\.(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingName();

    private static IEnumerable<YamlMapping> Mappings(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(e => Mappings(e.Value)).Prepend(mapping),
        YamlSequence sequence => sequence.Items.SelectMany(Mappings),
        _ => [],
    };

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlMapping mapping => mapping.Entries.SelectMany(e => Scalars(e.Value)),
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        _ => [],
    };
}
