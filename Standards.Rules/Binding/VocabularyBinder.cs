using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Binds the vocabulary files into one vocabulary. Not thread-safe.</summary>
internal sealed class VocabularyBinder(DiagnosticBag diagnostics)
{
    private static readonly string[] Types = ["bool", "int", "double", "string", "timestamp", "duration", "list"];

    private readonly SortedDictionary<string, (BoundAct Act, ImmutableArray<YamlScalar> Data)> _acts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (BoundAttribute Attribute, SourceSpan Span)> _attributes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (LocalizedText Title, YamlScalar? Is, SourceSpan Span)> _roles = new(StringComparer.Ordinal);
    private readonly List<(YamlScalar Name, MappingReader Reader)> _forms = [];
    private readonly List<(YamlScalar Name, MappingReader Reader)> _units = [];

    public void Read(YamlNode root)
    {
        if (MappingReader.For(root, diagnostics, new LocalizedText("词汇表", "vocabulary")) is not { } reader)
            return;
        ForEach(reader, "acts", new LocalizedText("行为", "act"), ReadAct);
        ForEach(reader, "attributes", new LocalizedText("属性", "attribute"), ReadAttribute);
        ForEach(reader, "roles", new LocalizedText("角色", "role"), ReadRole);
        ForEach(reader, "forms", new LocalizedText("表单", "form"), (name, form) => _forms.Add((name, form)));
        ForEach(reader, "units", new LocalizedText("计量单位", "unit"), (name, unit) => _units.Add((name, unit)));
        reader.Finish();
    }

    public BoundVocabulary Finish()
    {
        ImmutableArray<BoundAct> acts =
        [
            new(InteractionEvent.CaseFacts, new LocalizedText("事实", "facts of the case"), LocalizedText.Empty, [], SourceSpan.None),
            new("checklist.ticked", new LocalizedText("观察员勾选", "an observer ticks an item"), LocalizedText.Empty, [BoundVocabulary.Item, BoundVocabulary.Seen], SourceSpan.None),
            .. _acts.Values.Select(a => a.Act),
        ];
        ImmutableArray<BoundAttribute> attributes =
        [
            new("item", new LocalizedText("观察项", "item of a checklist"), ExpressionType.String, Value.Missing),
            new("seen", new LocalizedText("观察结果", "what was seen"), ExpressionType.Enum(["yes", "no", "not-seen"]), Value.Missing),
            .. _attributes.Values.Select(a => a.Attribute),
        ];
        var vocabulary = new BoundVocabulary
        {
            Acts = acts,
            Attributes = attributes,
            Roles = BindRoles(),
            Forms = [],
            Units = [],
        };
        var lookup = new VocabularyLookup(vocabulary, diagnostics);
        return vocabulary with
        {
            Acts = [.. acts.Select(a => _acts.TryGetValue(a.Name, out var read) ? a with { Data = [.. read.Data.Select(lookup.Typical).Where(i => i >= 0)] } : a)],
            Forms = [.. _forms.Select(f => BindForm(f.Name, f.Reader, lookup))],
            Units = [.. _units.Select(u => BindUnit(u.Name, u.Reader, lookup))],
        };
    }

    private void ForEach(MappingReader reader, string key, LocalizedText what, Action<YamlScalar, MappingReader> read)
    {
        if (reader.Mapping(key) is not { } items)
            return;
        foreach (var entry in items.Entries)
        {
            if (MappingReader.For(entry.Value, diagnostics, what) is { } item)
                read(entry.Key, item);
        }
    }

    private static LocalizedText Title(MappingReader reader) =>
        new(reader.OptionalString("zh") ?? "", reader.OptionalString("en") ?? "");

    private void ReadAct(YamlScalar name, MappingReader reader)
    {
        var act = new BoundAct(name.Value, Title(reader), reader.Localized("means") ?? LocalizedText.Empty, [], name.Span);
        var data = reader.StringOrList("data");
        reader.Finish();
        if (!_acts.TryAdd(name.Value, (act, data)) && _acts[name.Value].Act with { Span = name.Span } != act)
            diagnostics.Report(BindingDiagnostics.Redeclared, name.Span, name.Value, _acts[name.Value].Act.Span.ToString());
    }

    private void ReadAttribute(YamlScalar name, MappingReader reader)
    {
        var title = Title(reader);
        var word = reader.OneOf("type", Types, required: true) ?? "string";
        var values = reader.StringOrList("values").Select(v => v.Value).ToImmutableArray();
        ExpressionType type = word switch
        {
            "bool" => ExpressionType.Bool,
            "int" => ExpressionType.Int,
            "double" => ExpressionType.Double,
            "timestamp" => ExpressionType.Timestamp,
            "duration" => ExpressionType.Duration,
            "list" => ExpressionType.List(values.Length > 0 ? ExpressionType.Enum(values) : ExpressionType.String),
            _ => values.Length > 0 ? ExpressionType.Enum(values) : ExpressionType.String,
        };
        var preset = reader.Scalar("default");
        reader.Localized("means");
        reader.Finish();
        var attribute = new BoundAttribute(name.Value, title, type, preset is null ? Value.Missing : Literals.Bind(preset, type, diagnostics));
        if (_attributes.TryAdd(name.Value, (attribute, name.Span)))
            return;
        var earlier = _attributes[name.Value];
        if (!earlier.Attribute.Type.IsCompatible(type) || !earlier.Attribute.Type.AllowedValues.SequenceEqual(type.AllowedValues, StringComparer.Ordinal))
            diagnostics.Report(BindingDiagnostics.Redeclared, name.Span, name.Value, earlier.Span.ToString());
    }

    private void ReadRole(YamlScalar name, MappingReader reader)
    {
        var role = (Title(reader), reader.Scalar("is"), name.Span);
        reader.Localized("means");
        reader.Finish();
        if (!_roles.TryAdd(name.Value, role))
            diagnostics.Report(BindingDiagnostics.Redeclared, name.Span, name.Value, _roles[name.Value].Span.ToString());
    }

    private ImmutableArray<BoundRole> BindRoles()
    {
        foreach (var (name, role) in _roles)
        {
            if (role.Is is not null && !_roles.ContainsKey(role.Is.Value))
                diagnostics.ReportWithHelp(BindingDiagnostics.UnknownRole, role.Is.Span, Suggestion.DidYouMean(role.Is.Value, _roles.Keys), role.Is.Value);
            if (Ancestors(name).Contains(name, StringComparer.Ordinal))
                diagnostics.Report(BindingDiagnostics.CircularRoles, role.Span, name);
        }

        return [.. _roles.Select(r => new BoundRole(r.Key, r.Value.Title, r.Value.Is?.Value, [r.Key, .. _roles.Keys.Where(o => !string.Equals(o, r.Key, StringComparison.Ordinal) && Ancestors(o).Contains(r.Key, StringComparer.Ordinal))]))];
    }

    private List<string> Ancestors(string name)
    {
        var found = new List<string>();
        for (var at = name; _roles.TryGetValue(at, out var role) && role.Is is not null && !found.Contains(role.Is.Value, StringComparer.Ordinal); at = role.Is.Value)
            found.Add(role.Is.Value);
        return found;
    }

    /// <summary>The form; with some act where its own is not known, so that the form itself is.</summary>
    private static BoundForm BindForm(YamlScalar name, MappingReader reader, VocabularyLookup lookup)
    {
        var title = Title(reader);
        var act = reader.Scalar("act", required: true);
        var fields = reader.StringOrList("fields").Select(lookup.Attribute).Where(i => i >= 0).ToImmutableArray();
        reader.Localized("means");
        reader.Finish();
        var index = act is null ? -1 : lookup.Act(act);
        return new BoundForm(name.Value, title, Math.Max(index, 0), fields);
    }

    private static BoundUnit BindUnit(YamlScalar name, MappingReader reader, VocabularyLookup lookup)
    {
        var title = Title(reader);
        var act = reader.Scalar("act", required: true);
        var attribute = reader.Scalar("attribute");
        reader.Finish();
        var index = act is null ? -1 : lookup.Act(act);
        return new BoundUnit(name.Value, title, Math.Max(index, 0), attribute is null ? -1 : lookup.Attribute(attribute));
    }
}
