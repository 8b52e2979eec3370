using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Scoring;
using Standards.Rules.Syntax.Expressions;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Simulator.Scenarios;

/// <summary>Binds one scenario. A new binder for each.</summary>
internal sealed partial class ScenarioBinder
{
    private static readonly LocalizedText What = new("场景", "scenario");
    private static readonly Instant DefaultStart = Instant.From(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
    private static readonly TimeSpan DefaultLimit = TimeSpan.FromHours(1);

    private readonly BoundRules _rules;
    private readonly BoundPack _pack;
    private readonly DiagnosticBag _diagnostics;
    private readonly VocabularyLookup _lookup;
    private readonly MappingReader _reader;
    private readonly List<(string Name, ExpressionType Type)> _types = [];
    private readonly List<Variable> _variables = [];
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly List<(string Name, YamlScalar At)> _gos = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private ScenarioScope _scope = null!;

    public ScenarioBinder(BoundRules rules, BoundPack pack, MappingReader reader, DiagnosticBag diagnostics)
    {
        _rules = rules;
        _pack = pack;
        _reader = reader;
        _diagnostics = diagnostics;
        _lookup = new VocabularyLookup(rules.Vocabulary, diagnostics);
    }

    /// <summary>A reader for a scenario.</summary>
    public static MappingReader? ReaderOf(YamlNode node, DiagnosticBag diagnostics) => MappingReader.For(node, diagnostics, What);

    /// <summary>The scenario; null where it was mistaken.</summary>
    public Scenario? Bind()
    {
        var before = _diagnostics.Count;
        var id = _reader.RequiredString("id");
        if (id.Length > 0 && !id.StartsWith(_pack.Id + ".", StringComparison.Ordinal))
            _diagnostics.Report(ScenarioDiagnostics.WrongPrefix, _reader.SpanOf("id"), id, _pack.Id);
        BindVariables();
        var scenario = new Scenario
        {
            Id = id,
            Pack = _pack.Id,
            Title = Text(_reader, "title", required: true),
            Processes = Processes(),
            Difficulty = Bounded("difficulty", 1, 5, 1),
            Minutes = Bounded("minutes", 1, 240, 5),
            Role = Role(_reader) ?? "staff",
            Start = Start(),
            Limit = Duration(_reader, "limit") ?? DefaultLimit,
            Facts = Data(_reader, "facts"),
            Trains = Norms(_reader, "trains"),
            Scene = Text(_reader, "scene", required: true),
            Variables = [.. _variables],
            People = [.. _people.Values],
            Beats = Beats(),
            Actions = Actions(_reader, "actions"),
            Happenings = Happenings(_reader, "happens"),
            Solution = [.. _reader.StringOrList("solution").Select(s => s.Value)],
            Scoring = Scoring(),
            Span = _reader.SpanOf("id"),
        };
        _reader.Finish();
        CheckBeats(scenario);
        return _diagnostics.Count > before && HasErrorsSince(before) ? null : scenario;
    }

    private bool HasErrorsSince(int count) => _diagnostics.HasErrors && _diagnostics.Count > count;

    private void CheckBeats(Scenario scenario)
    {
        var beats = scenario.Beats.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, at) in _gos.Where(g => !beats.Contains(g.Name)))
            _diagnostics.ReportWithHelp(ScenarioDiagnostics.UnknownBeat, at.Span, Suggestion.DidYouMean(name, beats), name);
        if (!scenario.Beats.IsEmpty && scenario.Beats.All(b => b.Ending is null))
            _diagnostics.Report(ScenarioDiagnostics.NoEnding, scenario.Span, scenario.Id);
    }

    private ImmutableArray<string> Processes()
    {
        var processes = _reader.StringOrList("process", required: true);
        foreach (var process in processes.Where(p => !_rules.ProcessIds.Contains(p.Value, StringComparer.Ordinal)))
            _diagnostics.ReportWithHelp(BindingDiagnostics.UnknownProcess, process.Span, Suggestion.DidYouMean(process.Value, _rules.ProcessIds), process.Value);
        return [.. processes.Select(p => p.Value)];
    }

    private int Bounded(string key, int least, int most, int otherwise)
    {
        if (_reader.OptionalInt(key, required: true) is not { } number)
            return otherwise;
        if (number >= least && number <= most)
            return (int)number;
        Report(ScenarioDiagnostics.OutOfBounds, _reader.SpanOf(key), key, Invariant(least), Invariant(most), Invariant(number));
        return otherwise;
    }

    private Instant Start()
    {
        if (_reader.Scalar("start") is not { } scalar)
            return DefaultStart;
        if (TimestampText.TryParse(scalar.Value, out var start))
            return start;
        _diagnostics.Report(PackDiagnostics.BadTime, scalar.Span, scalar.Value);
        return DefaultStart;
    }

    private ScoringOptions Scoring()
    {
        var options = ScoringOptions.Default;
        if (_reader.OptionalInt("pass") is { } pass)
        {
            if (pass is < 1 or > 100)
                Report(ScenarioDiagnostics.OutOfBounds, _reader.SpanOf("pass"), "pass", "1", "100", Invariant(pass));
            options = options with { PassMark = Math.Clamp(pass, 1, 100) / 100.0 };
        }

        if (_reader.Within("weights", new LocalizedText("权重", "weights")) is not { } weights)
            return options;
        foreach (var entry in weights.Source.Entries)
        {
            if (weights.OptionalDouble(entry.Key.Value) is { } factor)
                options = options with { Sections = options.Sections.SetItem(entry.Key.Value, factor) };
        }

        weights.Finish();
        return options;
    }

    private ImmutableArray<string> Norms(MappingReader reader, string key)
    {
        var known = _rules.Norms.Where(n => string.Equals(n.Pack.Id, _pack.Id, StringComparison.Ordinal)).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var norms = reader.StringOrList(key);
        foreach (var norm in norms.Where(n => !known.Contains(n.Value) && !_rules.LeftOut.Contains(n.Value, StringComparer.Ordinal)))
            _diagnostics.ReportWithHelp(ScenarioDiagnostics.UnknownNorm, norm.Span, Suggestion.DidYouMean(norm.Value, known), norm.Value);
        return [.. norms.Select(n => n.Value).Where(known.Contains)];
    }

    private string? Role(MappingReader reader)
    {
        if (reader.Scalar("role") is not { } role)
            return null;
        _lookup.RoleCases([(role.Value, role.Span)]);
        return role.Value;
    }

    /// <summary>A text that must be there in both languages.</summary>
    private LocalizedText Text(MappingReader reader, string key, bool required) => Both(reader, key, reader.Localized(key, required)) ?? LocalizedText.Empty;

    private LocalizedText? OptionalText(MappingReader reader, string key) => Both(reader, key, reader.Localized(key));

    private LocalizedText? Both(MappingReader reader, string key, LocalizedText? text)
    {
        if (text is null || text == LocalizedText.Empty)
            return text;
        if (text.Zh.Length == 0)
            _diagnostics.Report(ScenarioDiagnostics.OneLanguage, reader.SpanOf(key), key, "zh");
        if (text.En.Length == 0 || (reader.Source.Find(key)?.Value is YamlScalar && text.En.Any(IsHan)))
            _diagnostics.Report(ScenarioDiagnostics.OneLanguage, reader.SpanOf(key), key, "en");
        return text;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';

    private TimeSpan? Duration(MappingReader reader, string key)
    {
        if (reader.Scalar(key) is not { } scalar)
            return null;
        if (ElapsedText.Parse(scalar.Value) is { } span)
            return span;
        _diagnostics.ReportWithHelp(ScenarioDiagnostics.BadDuration, scalar.Span, DurationForm, scalar.Value);
        return null;
    }

    private static readonly LocalizedText DurationForm = new("写作 `40 s`、`2 min`、`1 h` 或 `3 d`", "write `40 s`, `2 min`, `1 h` or `3 d`");

    private void Report(DiagnosticDescriptor descriptor, SourceSpan span, params ReadOnlySpan<string> arguments) => _diagnostics.Report(descriptor, span, arguments);

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
