using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Deadlines;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>A process by its id, before it is bound: what conditions may ask of it.</summary>
internal sealed record ProcessName(string Id, int Index, ImmutableArray<string> States);

/// <summary>A decision table before it is bound: its index and the type of what it derives.</summary>
internal sealed record DecisionName(string Id, int Index, ExpressionType Type);

/// <summary>The names that one pack sees. Not thread-safe.</summary>
internal sealed class PackScope(DiagnosticBag diagnostics, VocabularyLookup vocabulary, ProcessIndex processes)
{
    public DiagnosticBag Diagnostics => diagnostics;

    public VocabularyLookup Vocabulary => vocabulary;

    public BoundPack Pack { get; set; } = null!;

    public Names<BoundPhrase> Phrases { get; } = new(diagnostics, BindingDiagnostics.UnknownPhrase);

    public Names<BoundLexicon> Lexicons { get; } = new(diagnostics, BindingDiagnostics.UnknownLexicon);

    public Names<BoundSchedule> Schedules { get; } = new(diagnostics, BindingDiagnostics.UnknownSchedule);

    public Names<DecisionName> DecisionNames { get; } = new(diagnostics, BindingDiagnostics.UnknownDecision);

    public Names<BoundDecision> Decisions { get; } = new(diagnostics, BindingDiagnostics.UnknownDecision);

    public Names<BoundClause> Clauses { get; } = new(diagnostics, BindingDiagnostics.UnknownClause);

    /// <summary>The states of the pack's own processes; a process that is only named has none.</summary>
    public Dictionary<string, ImmutableArray<string>> States { get; } = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SourceSpan> _processes = new(StringComparer.Ordinal);

    /// <summary>Declares a process of the pack; a second declaration is reported.</summary>
    public bool DeclareProcess(string id, SourceSpan span)
    {
        if (_processes.TryAdd(id, span))
            return true;
        diagnostics.Report(BindingDiagnostics.DuplicateId, span, id, _processes[id].ToString());
        return false;
    }

    public ProcessIndex Processes => processes;

    /// <summary>Norms named by exceptions and quotas, to be looked up when all norms are known.</summary>
    public List<YamlScalar> NormReferences { get; } = [];

    public BoundSetting? Setting(string name) => Pack.Settings.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));

    /// <summary>The clause ids, each checked against the catalogue where the pack has one.</summary>
    public ImmutableArray<string> ClauseIds(IEnumerable<YamlScalar> scalars)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in scalars)
        {
            if (Clauses.Count == 0 || Clauses.Resolve(scalar) is not null)
                ids.Add(scalar.Value);
        }

        return ids.ToImmutable();
    }

    /// <summary>An id that starts with the pack's own.</summary>
    public string OwnId(MappingReader reader)
    {
        var id = reader.RequiredString("id");
        if (id.Length > 0 && !id.StartsWith(Pack.Id + ".", StringComparison.Ordinal))
            diagnostics.Report(BindingDiagnostics.WrongPrefix, reader.SpanOf("id"), id, Pack.Id);
        return id;
    }

    /// <summary>A deadline with its settings and units resolved; null where the key is absent or was mistaken.</summary>
    public BoundDeadline? Deadline(MappingReader reader, string key)
    {
        if (reader.Scalar(key) is not { } scalar)
            return null;
        var deadline = Deadline(scalar);
        switch (deadline)
        {
            case Core.Time.Deadline.Counted counted:
                return vocabulary.Unit(counted.Unit, scalar.Span) is { } unit ? new BoundDeadline.Units(counted.Count, unit) : null;
            case Core.Time.Deadline.Invalid:
                return null;
            default:
                NoteAttributes(deadline, scalar);
                return new BoundDeadline.Time(deadline);
        }
    }

    /// <summary>A deadline of time for which a unit makes no sense.</summary>
    public Deadline? TimeOnly(MappingReader reader, string key, bool required = false)
    {
        if (reader.Scalar(key, required) is not { } scalar)
            return null;
        var deadline = Deadline(scalar);
        if (deadline is not Core.Time.Deadline.Counted counted)
            return deadline is Core.Time.Deadline.Invalid ? null : deadline;
        diagnostics.Report(BindingDiagnostics.UnitNotHere, scalar.Span, key, counted.Unit);
        return null;
    }

    public TimeSpan? Elapsed(MappingReader reader, string key)
    {
        var deadline = TimeOnly(reader, key);
        if (deadline is null or Core.Time.Deadline.Elapsed)
            return (deadline as Core.Time.Deadline.Elapsed)?.Time;
        diagnostics.Report(BindingDiagnostics.NotElapsed, reader.SpanOf(key), deadline.ToString());
        return null;
    }

    private Deadline Deadline(YamlScalar scalar) =>
        DeadlineParser.Parse(scalar.Value, scalar.SpanAt, diagnostics).ReplaceSettings(name => SettingDeadline(name, scalar));

    private Deadline SettingDeadline(string name, YamlScalar at)
    {
        if (Setting(name) is not { } setting)
        {
            diagnostics.ReportWithHelp(BindingDiagnostics.UnknownSetting, at.Span, Suggestion.DidYouMean(name, Pack.Settings.Select(s => s.Name)), name);
            return Core.Time.Deadline.Unreadable;
        }

        var bag = new DiagnosticBag();
        var deadline = DeadlineParser.Parse(setting.Text, (_, _) => setting.Span, bag);
        if (!bag.HasErrors && deadline is not (Core.Time.Deadline.Setting or Core.Time.Deadline.Invalid))
            return deadline;
        diagnostics.Report(BindingDiagnostics.SettingNotDeadline, at.Span, name, setting.Text);
        return Core.Time.Deadline.Unreadable;
    }

    private void NoteAttributes(Deadline deadline, YamlScalar at)
    {
        if (deadline is Core.Time.Deadline.RelativeTo relative)
        {
            var index = vocabulary.Attribute(new YamlScalar(at.Span, relative.Attribute));
            if (index >= 0)
                ExpectKind(index, ValueKind.Timestamp, at.Span);
        }

        if (deadline is Core.Time.Deadline.Window window)
        {
            NoteAttributes(window.Lower, at);
            NoteAttributes(window.Upper, at);
        }
    }

    /// <summary>Reports an attribute of another type than the place needs.</summary>
    public void ExpectKind(int attribute, ValueKind kind, SourceSpan span)
    {
        var declared = vocabulary.Vocabulary.Attributes[attribute];
        if (declared.Type.Kind != kind)
            diagnostics.Report(BindingDiagnostics.WrongAttributeType, span, declared.Name, declared.Type.ToString()!, kind.ToString().ToLowerInvariant());
    }
}

/// <summary>All processes of a rule book by id. A process may have a machine in several packs.</summary>
internal sealed class ProcessIndex(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => _indices.Keys;

    public int Declare(string id)
    {
        if (!_indices.TryGetValue(id, out var index))
            _indices.Add(id, index = _indices.Count);
        return index;
    }

    public bool TryFind(string id, out int index) => _indices.TryGetValue(id, out index);

    /// <summary>The index of a process; -1, with a diagnostic, where there is none.</summary>
    public int Resolve(YamlScalar id)
    {
        if (_indices.TryGetValue(id.Value, out var index))
            return index;
        diagnostics.ReportWithHelp(BindingDiagnostics.UnknownProcess, id.Span, Suggestion.DidYouMean(id.Value, _indices.Keys), id.Value);
        return -1;
    }
}
