using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>The trees of one pack's files.</summary>
internal sealed record PackTrees(YamlNode Manifest, YamlNode? Clauses, ImmutableArray<YamlNode> Processes, ImmutableArray<YamlNode> Norms);

/// <summary>The trees of a rules directory.</summary>
internal sealed record RuleTrees(ImmutableArray<YamlNode> Vocabulary, ImmutableArray<YamlNode> Calendars, ImmutableArray<PackTrees> Packs);

/// <summary>Binds a whole rules directory: names first, then what names them. Collects every error.</summary>
internal sealed class RulesBinder(DiagnosticBag diagnostics, Profile profile)
{
    private readonly List<BoundDecision?> _decisions = [];
    private readonly List<BoundProcess> _processes = [];
    private readonly List<BoundNorm> _norms = [];

    /// <summary>Norms of the packs that the profile leaves out, or has replaced.</summary>
    private readonly HashSet<string> _disabled = new(StringComparer.Ordinal);
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mistaken = new(StringComparer.Ordinal);

    /// <summary>Norms of processes that the profile disables.</summary>
    private readonly HashSet<string> _silent = new(StringComparer.Ordinal);

    /// <summary>Processes in the order of their indices.</summary>
    private ProcessIndex _processIndex = null!;

    public BoundRules Bind(RuleTrees trees)
    {
        var vocabularyBinder = new VocabularyBinder(diagnostics);
        foreach (var tree in trees.Vocabulary)
            vocabularyBinder.Read(tree);
        var vocabulary = new VocabularyLookup(vocabularyBinder.Finish(), diagnostics);

        var calendarBinder = new CalendarBinder(diagnostics);
        foreach (var tree in trees.Calendars)
            calendarBinder.Read(tree);
        var calendars = calendarBinder.Finish();
        var houseCalendar = profile.Calendar is null ? null : calendars.Resolve(profile.Calendar);

        _processIndex = new ProcessIndex(diagnostics);
        var packs = new List<(PackScope Scope, PackTrees Trees)>();
        foreach (var tree in trees.Packs)
        {
            if (Open(tree, vocabulary, calendars, houseCalendar) is { } scope)
                packs.Add((scope, tree));
        }

        ReportMissingPacks([.. packs.Select(p => p.Scope.Pack)]);
        ReportOverlaps(packs.Select(p => p.Scope.Pack));
        var sections = packs.ConvertAll(p => (p.Scope, Files: p.Trees.Norms.Select(NormFile).OfType<NormFile>().ToList()));
        foreach (var (scope, tree) in packs)
            DeclareProcesses(scope, tree);
        foreach (var (scope, files) in sections)
            BindNamed(scope, files);
        foreach (var ((scope, files), (_, tree)) in sections.Zip(packs))
            BindPack(scope, files, tree);
        ReportUnknownNorms(packs.Select(p => p.Scope));
        ReportCircularExceptions();
        return new BoundRules
        {
            Vocabulary = vocabulary.Vocabulary,
            AttributesRead = [.. vocabulary.Read],
            ProcessIds = [.. _processIndex.All],
            Packs = [.. packs.Select(p => p.Scope.Pack)],
            Processes = [.. _processes],
            Decisions = [.. _decisions.OfType<BoundDecision>()],
            Norms = WithoutDisabled(),
            LeftOut = [.. _disabled.Concat(_mistaken).Concat(_silent).Order(StringComparer.Ordinal)],
        };
    }

    private PackScope? Open(PackTrees tree, VocabularyLookup vocabulary, Names<WorkingCalendar> calendars, WorkingCalendar? house)
    {
        var binder = new PackBinder(diagnostics, calendars);
        if (binder.Bind(tree.Manifest, house, profile.Settings) is not { } pack)
            return null;
        if (!profile.Packs.IsDefault && !profile.Packs.Any(p => string.Equals(p.Value, pack.Id, StringComparison.Ordinal)))
            return null;
        var scope = new PackScope(diagnostics, vocabulary, _processIndex);
        foreach (var clause in tree.Clauses is null ? [] : binder.Clauses(tree.Clauses))
            scope.Clauses.Declare(clause.Id, clause, clause.Span);
        scope.Pack = pack with { Clauses = [.. scope.Clauses.Items] };
        scope.ClauseIds(binder.Cited);
        return scope;
    }

    private void ReportMissingPacks(ImmutableArray<BoundPack> packs)
    {
        var known = packs.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var pack in profile.Packs.IsDefault ? [] : profile.Packs.Where(p => !known.Contains(p.Value)))
            diagnostics.ReportWithHelp(BindingDiagnostics.UnknownPack, pack.Span, Suggestion.DidYouMean(pack.Value, known), pack.Value);
        var settings = packs.SelectMany(p => p.Settings.Select(s => $"{p.Id}.{s.Name}")).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, value) in profile.Settings.Where(s => !settings.Contains(s.Key)))
            diagnostics.ReportWithHelp(BindingDiagnostics.UnknownSetting, value.Span, Suggestion.DidYouMean(name, settings), name);
    }

    private void ReportOverlaps(IEnumerable<BoundPack> packs)
    {
        foreach (var group in packs.GroupBy(p => p.Id, StringComparer.Ordinal))
        {
            var versions = group.OrderBy(p => p.From ?? DateOnly.MinValue).ToList();
            for (var i = 1; i < versions.Count; i++)
            {
                if ((versions[i].From ?? DateOnly.MinValue) <= (versions[i - 1].Until ?? DateOnly.MaxValue))
                    diagnostics.Report(BindingDiagnostics.OverlappingVersions, versions[i].Span, group.Key, versions[i - 1].Version, versions[i].Version);
            }
        }
    }

    private static void DeclareProcesses(PackScope scope, PackTrees tree)
    {
        foreach (var reader in tree.Processes.SelectMany(t => Items(t, "processes", new DiagnosticBag())))
            ProcessBinder.Declare(scope, reader);
    }

    private NormFile? NormFile(YamlNode root)
    {
        if (MappingReader.For(root, diagnostics, new LocalizedText("规范文件", "file of norms")) is not { } reader)
            return null;
        var file = new NormFile(
            new NormDefaults(reader.StringOrList("process"), reader.Scalar("when"), reader.OneOf("severity", NormBinder.Severities)),
            Items(reader, "phrases"),
            Items(reader, "lexicons"),
            Items(reader, "schedules"),
            Items(reader, "decisions"),
            Items(reader, "norms"));
        reader.Finish();
        return file;
    }

    /// <summary>Binds what norms name, in an order in which each sees only earlier ones.</summary>
    private void BindNamed(PackScope scope, List<NormFile> files)
    {
        var named = new PhraseBinder(scope);
        foreach (var reader in files.SelectMany(f => f.Phrases))
            named.Phrase(reader);
        foreach (var reader in files.SelectMany(f => f.Lexicons))
            named.Lexicon(reader);
        foreach (var reader in files.SelectMany(f => f.Schedules))
            named.Schedule(reader);
        var decisions = new DecisionBinder(scope, NextDecision);
        foreach (var reader in files.SelectMany(f => f.Decisions))
            decisions.Declare(reader);
    }

    private int NextDecision(string id)
    {
        _decisions.Add(null);
        return _decisions.Count - 1;
    }

    private void BindPack(PackScope scope, List<NormFile> files, PackTrees tree)
    {
        var decisions = new DecisionBinder(scope, NextDecision);
        foreach (var reader in files.SelectMany(f => f.Decisions))
            decisions.Bind(reader);
        decisions.ReportCircles();
        foreach (var decision in scope.Decisions.Items)
            _decisions[decision.Index] = decision;

        var ids = new Names<string>(diagnostics, BindingDiagnostics.UnknownNorm);
        foreach (var file in files)
        {
            foreach (var reader in file.Norms)
                Add(scope, ids, reader, file.Defaults);
        }

        foreach (var replaced in profile.Replaced)
        {
            var reader = new MappingReader(replaced, diagnostics, new LocalizedText("规范", "norm"));
            if (reader.OptionalString("id") is { } id && id.StartsWith(scope.Pack.Id + ".", StringComparison.Ordinal))
                Add(scope, ids, reader, NormDefaults.None, replacing: true);
        }

        foreach (var reader in tree.Processes.SelectMany(t => Items(t, "processes", diagnostics)))
        {
            if (new ProcessBinder(scope).Bind(reader) is not { } process)
            {
                if (reader.OptionalString("id") is { } id && scope.States.ContainsKey(id))
                    _mistaken.Add(OutOfOrderId(scope, id));
                continue;
            }

            _processes.Add(process);
            var isDisabled = IsDisabled(OutOfOrderId(scope, process.Id));
            if (isDisabled)
                _silent.Add(OutOfOrderId(scope, process.Id));
            _norms.Add(OutOfOrder(scope, process, isDisabled));
        }
    }

    private void Add(PackScope scope, Names<string> ids, MappingReader reader, NormDefaults defaults, bool replacing = false)
    {
        var norm = new NormBinder(scope, reader, defaults).Bind();
        if (reader.OptionalString("id") is not { } id)
            return;
        if (!replacing && IsReplaced(id))
            _replaced.Add(id);
        else if (!ids.Declare(id, id, reader.SpanOf("id")))
            return;
        else if (norm is null)
            _mistaken.Add(id);
        else if (IsDisabled(id))
            _disabled.Add(id);
        else
            _norms.Add(norm);
    }

    private bool IsDisabled(string id) => profile.Disabled.Any(d => string.Equals(d.Value, id, StringComparison.Ordinal));

    private bool IsReplaced(string id) =>
        profile.Replaced.Any(r => r.Find("id")?.Value is YamlScalar scalar && string.Equals(scalar.Value, id, StringComparison.Ordinal));

    private static string OutOfOrderId(PackScope scope, string process) => $"{scope.Pack.Id}.process.{process}";

    private static BoundNorm OutOfOrder(PackScope scope, BoundProcess process, bool isSilent) => new()
    {
        Id = OutOfOrderId(scope, process.Id),
        Clauses = process.Clauses,
        Title = new LocalizedText($"按流程顺序：{process.Title.Zh}", $"Follow the process: {process.Title.En}"),
        Severity = process.Severity,
        Pack = scope.Pack,
        Processes = [process.Index],
        Form = new NormForm.OutOfOrder(process, isSilent),
        Span = process.Span,
    };

    private void ReportUnknownNorms(IEnumerable<PackScope> scopes)
    {
        var known = _norms.Select(n => n.Id).Concat(_disabled).Concat(_mistaken).ToHashSet(StringComparer.Ordinal);
        var references = scopes.SelectMany(s => s.NormReferences).Concat(profile.Disabled).Where(r => !known.Contains(r.Value));
        var replaced = profile.Replaced.Select(r => r.Find("id")?.Value).OfType<YamlScalar>().Where(id => !_replaced.Contains(id.Value));
        foreach (var reference in references.Concat(replaced))
            diagnostics.ReportWithHelp(BindingDiagnostics.UnknownNorm, reference.Span, Suggestion.DidYouMean(reference.Value, known), reference.Value);
    }

    /// <summary>The norms, none of which depends on one that is left out: its activations except nothing, and no quota counts it.</summary>
    private ImmutableArray<BoundNorm> WithoutDisabled()
    {
        if (_disabled.Count + _silent.Count == 0)
            return [.. _norms];
        _disabled.UnionWith(_norms.Where(n => n.Form is NormForm.Quota { Measure: QuotaMeasure.Kept kept } && (_disabled.Contains(kept.Norm) || _silent.Contains(kept.Norm))).Select(n => n.Id).ToArray());
        return
        [
            .. _norms.Where(n => !_disabled.Contains(n.Id))
                .Select(n => n.WithoutExceptions(_disabled.Contains)),
        ];
    }

    private void ReportCircularExceptions()
    {
        foreach (var norm in _norms.Where(n => n.Unless.OfType<BoundException.Norm>().Any(e => string.Equals(e.Id, n.Id, StringComparison.Ordinal))))
            diagnostics.Report(BindingDiagnostics.CircularExceptions, norm.Span, norm.Id);
    }

    private ImmutableArray<MappingReader> Items(MappingReader reader, string key) =>
        [.. (reader.Sequence(key)?.Items ?? []).Select(i => MappingReader.For(i, diagnostics, What(key))).OfType<MappingReader>()];

    private static IEnumerable<MappingReader> Items(YamlNode root, string key, DiagnosticBag bag)
    {
        if (MappingReader.For(root, bag, What(key)) is not { } reader)
            yield break;
        foreach (var item in reader.Sequence(key, required: true)?.Items ?? [])
        {
            if (MappingReader.For(item, bag, What(key)) is { } mapping)
                yield return mapping;
        }

        reader.Finish();
    }

    private static LocalizedText What(string key) => key switch
    {
        "phrases" => new("用语", "phrase"),
        "lexicons" => new("禁语表", "lexicon"),
        "schedules" => new("时间表", "schedule"),
        "decisions" => new("决策表", "decision"),
        "processes" => new("流程", "process"),
        _ => new("规范", "norm"),
    };
}

/// <summary>A file of norms, taken apart.</summary>
internal sealed record NormFile(
    NormDefaults Defaults,
    ImmutableArray<MappingReader> Phrases,
    ImmutableArray<MappingReader> Lexicons,
    ImmutableArray<MappingReader> Schedules,
    ImmutableArray<MappingReader> Decisions,
    ImmutableArray<MappingReader> Norms);
