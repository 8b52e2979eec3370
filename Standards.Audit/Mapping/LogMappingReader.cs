using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Audit.Diagnostics;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Audit.Mapping;

/// <summary>Reads mappings from YAML, as docs/logs.md describes them. Not thread-safe.</summary>
public sealed class LogMappingReader
{
    private static readonly LocalizedText What = new("映射", "mapping");
    private static readonly LocalizedText Event = new("事件", "event");

    private readonly DiagnosticBag _diagnostics;
    private readonly FrozenSet<string>? _acts;
    private readonly FrozenSet<string>? _attributes;
    private readonly FrozenSet<string>? _processes;

    private LogMappingReader(RuleBook? book, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        if (book is null)
            return;
        _acts = book.Compiled.Schema.Acts.ToFrozenSet(StringComparer.Ordinal);
        _attributes = book.Compiled.Schema.Attributes.Select(a => a.Name).ToFrozenSet(StringComparer.Ordinal);
        _processes = book.Compiled.Schema.Processes.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Reads a mapping file; null, with at least one error, where it cannot be used.</summary>
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="book">Acts, attributes and processes that are named are looked up here; null to take every name.</param>
    /// <param name="sources">Keeps the file, for showing diagnostics.</param>
    /// <param name="diagnostics">Takes every mistake.</param>
    public static LogMapping? Read(string path, RuleBook? book, SourceCatalog sources, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return sources.Read(new RuleFile(path, path.Replace('\\', '/')), diagnostics) is { } file ? Read(file, book, diagnostics) : null;
    }

    /// <summary>Reads a mapping; null, with at least one error, where it cannot be used.</summary>
    public static LogMapping? Read(SourceFile file, RuleBook? book, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var own = new DiagnosticBag();
        var mapping = YamlReader.ReadMapping(file, LoadLimits.Default, own) is { } root ? new LogMappingReader(book, own).Mapping(new MappingReader(root, own, What)) : null;
        foreach (var diagnostic in own.ToSorted())
            diagnostics.Add(diagnostic);
        return own.HasErrors ? null : mapping;
    }

    private LogMapping? Mapping(MappingReader reader)
    {
        var delimiter = reader.Scalar("delimiter");
        var encoding = reader.Scalar("encoding");
        var culture = reader.Scalar("culture");
        var zone = reader.Scalar("zone");
        var mapping = (Case: Cell(reader, "case", required: true), Events: Events(reader));
        var trim = reader.OptionalBool("trim") ?? false;
        var process = Cell(reader, "process");
        Names(process, reader, "process", _processes, BindingDiagnostics.UnknownProcess);
        var facts = Attributes(reader.Mapping("facts"));
        var times = reader.StringOrList("times").Where(MappingValues.IsTimeFormat(_diagnostics)).Select(t => t.Value).ToImmutableArray();
        reader.Finish();
        if (mapping.Case is null || mapping.Events.IsEmpty)
            return null;
        return new LogMapping
        {
            Delimiter = delimiter is null ? ',' : MappingValues.Delimiter(delimiter, _diagnostics),
            Encoding = encoding is null ? "utf-8" : MappingValues.Encoding(encoding, _diagnostics),
            Trim = trim,
            Zone = zone is null ? null : MappingValues.Zone(zone, _diagnostics),
            TimeFormats = times,
            Culture = culture is null ? System.Globalization.CultureInfo.InvariantCulture : MappingValues.Culture(culture, _diagnostics),
            Case = mapping.Case,
            Process = process,
            Facts = facts,
            Events = mapping.Events,
        };
    }

    private ImmutableArray<MappedEvent> Events(MappingReader reader)
    {
        if (reader.Sequence("events", required: true) is not { } list)
            return [];
        if (list.Items.IsEmpty)
            _diagnostics.Report(YamlDiagnostics.EmptyText, list.Span, "events");
        return [.. list.Items.Select(i => MappingReader.For(i, _diagnostics, Event)).OfType<MappingReader>().Select(MappedEvent).OfType<MappedEvent>()];
    }

    private MappedEvent? MappedEvent(MappingReader reader)
    {
        var at = Cell(reader, "at", required: true);
        var act = Acts(reader, Cell(reader, "act", required: true));
        var when = (reader.Mapping("when")?.Entries ?? []).Select(Condition).OfType<MappedCondition>().ToImmutableArray();
        var (actor, role, say) = (Cell(reader, "actor"), Cell(reader, "role"), Cell(reader, "say"));
        var data = Attributes(reader.Mapping("data"));
        var optional = reader.OptionalBool("optional") ?? false;
        reader.Finish();
        if (at is null || act is null)
            return null;
        return new MappedEvent(at, act) { Optional = optional, When = when, Actor = actor, Role = role, Say = say, Data = data };
    }

    private MappedCell? Acts(MappingReader reader, MappedCell? act)
    {
        if (reader.Mapping("acts") is { } acts && act is MappedCell.Column column)
            act = column with { Values = Texts(acts) };
        Names(act, reader, "act", _acts, BindingDiagnostics.UnknownAct);
        return act;
    }

    private MappedCondition? Condition(YamlEntry entry)
    {
        var texts = entry.Value switch
        {
            YamlScalar { IsNull: false } scalar => [scalar.Value],
            YamlSequence sequence => sequence.Items.OfType<YamlScalar>().Select(s => s.Value),
            _ => [],
        };
        if (!texts.Any())
            _diagnostics.Report(YamlDiagnostics.EmptyText, entry.Value.Span, entry.Key.Value);
        return new MappedCondition(new MappedCell.Column(entry.Key.Value), texts.ToFrozenSet(StringComparer.Ordinal));
    }

    private ImmutableArray<MappedAttribute> Attributes(YamlMapping? mapping)
    {
        var attributes = ImmutableArray.CreateBuilder<MappedAttribute>();
        foreach (var entry in mapping?.Entries ?? [])
        {
            Known(entry.Key, _attributes, BindingDiagnostics.UnknownAttribute);
            if (Cell(entry.Value, entry.Key.Value) is { } cell)
                attributes.Add(new MappedAttribute(entry.Key.Value, cell));
        }

        return attributes.ToImmutable();
    }

    private MappedCell? Cell(MappingReader reader, string key, bool required = false) =>
        reader.Node(key, required) is { } node ? Cell(node, key) : null;

    /// <summary>A column's name, <c>{column: …, values: …}</c> or <c>{constant: …}</c>.</summary>
    private MappedCell? Cell(YamlNode node, string key)
    {
        if (node is YamlScalar { IsNull: false } column)
            return new MappedCell.Column(column.Value);
        if (node is not YamlMapping mapping)
        {
            _diagnostics.Report(MappingDiagnostics.BadCell, node.Span, key);
            return null;
        }

        var reader = new MappingReader(mapping, _diagnostics, What);
        var name = reader.OptionalString("column");
        var constant = reader.Scalar("constant");
        var values = reader.Mapping("values");
        reader.Finish();
        if (name is null == constant is null)
        {
            _diagnostics.Report(MappingDiagnostics.BadCell, mapping.Span, key);
            return null;
        }

        return constant is not null ? new MappedCell.Constant(constant.Value) : new MappedCell.Column(name!) { Values = values is null ? FrozenDictionary<string, string>.Empty : Texts(values) };
    }

    private static FrozenDictionary<string, string> Texts(YamlMapping mapping) => mapping.Entries
        .Where(e => e.Value is YamlScalar)
        .ToFrozenDictionary(e => e.Key.Value, e => ((YamlScalar)e.Value).Value, StringComparer.Ordinal);

    /// <summary>Names that the mapping itself gives must be known; those of the log are judged as they come.</summary>
    private void Names(MappedCell? cell, MappingReader reader, string key, FrozenSet<string>? known, DiagnosticDescriptor unknown)
    {
        IEnumerable<string> given = cell switch
        {
            MappedCell.Constant constant => [constant.Text],
            MappedCell.Column { Values: var values } => values.Values,
            _ => [],
        };
        foreach (var name in given.Distinct(StringComparer.Ordinal))
            Known(new YamlScalar(PlaceOf(reader, key, name), name), known, unknown);
    }

    private static SourceSpan PlaceOf(MappingReader reader, string key, string name)
    {
        IEnumerable<YamlNode?> places = [reader.Source.Find(key)?.Value, reader.Source.Find("acts")?.Value];
        return places.OfType<YamlMapping>().SelectMany(m => m.Entries).SelectMany(e => e.Value is YamlMapping inner ? inner.Entries : [e])
            .Select(e => e.Value).OfType<YamlScalar>().FirstOrDefault(s => string.Equals(s.Value, name, StringComparison.Ordinal))?.Span ?? reader.SpanOf(key);
    }

    private void Known(YamlScalar name, FrozenSet<string>? known, DiagnosticDescriptor unknown)
    {
        if (known is not null && !known.Contains(name.Value))
            _diagnostics.ReportWithHelp(unknown, name.Span, Suggestion.DidYouMean(name.Value, known), name.Value);
    }
}
