using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>What a file of norms sets for all norms in it.</summary>
internal sealed record NormDefaults(ImmutableArray<YamlScalar> Processes, YamlScalar? When, Severity? Severity)
{
    public static readonly NormDefaults None = new([], null, null);
}

/// <summary>Binds one norm. A new binder for each norm.</summary>
internal sealed partial class NormBinder
{
    public static readonly (string, Severity)[] Severities = [("critical", Severity.Critical), ("major", Severity.Major), ("minor", Severity.Minor)];

    /// <summary>The form keys, each with the keys that go with it besides the common ones.</summary>
    private static readonly (string Form, string[] Keys, Activation On)[] Forms =
    [
        ("require", ["within", "until"], Activation.Optional),
        ("forbid", ["within", "until"], Activation.Optional),
        ("before", ["within", "since"], Activation.Required),
        ("order", ["skip"], Activation.None),
        ("count", ["exactly", "at-least", "at-most", "distinct", "within"], Activation.Optional),
        ("say", ["within", "until", "speaker"], Activation.Optional),
        ("never-say", ["within", "until", "speaker"], Activation.Optional),
        ("record", ["fields", "within"], Activation.Optional),
        ("decide", ["equals"], Activation.Required),
        ("by", [], Activation.Required),
        ("ensure", [], Activation.Required),
        ("during", [], Activation.Required),
        ("tariff", ["amount"], Activation.Required),
        ("observe", ["expect"], Activation.Optional),
        ("quota", [], Activation.None),
    ];

    private static readonly string[] FormKeys = [.. Forms.SelectMany(f => f.Keys).Distinct(StringComparer.Ordinal)];

    private enum Activation
    {
        Required,
        Optional,
        None,
    }

    private readonly PackScope _pack;
    private readonly MappingReader _reader;
    private readonly NormDefaults _defaults;
    private NormScope _scope = null!;
    private PatternBinder _patterns = null!;

    public NormBinder(PackScope pack, MappingReader reader, NormDefaults defaults)
    {
        _pack = pack;
        _reader = reader;
        _defaults = defaults;
    }

    private DiagnosticBag Diagnostics => _pack.Diagnostics;

    /// <summary>The norm; null where it was mistaken.</summary>
    public BoundNorm? Bind()
    {
        var id = _pack.OwnId(_reader);
        var clauses = _pack.ClauseIds(_reader.StringOrList("clause", required: true));
        var title = _reader.Localized("title", required: true) ?? LocalizedText.Empty;
        var severity = _reader.OneOf("severity", Severities) ?? _defaults.Severity ?? Severity.Minor;
        var note = _reader.Localized("note") ?? LocalizedText.Empty;
        var scored = _reader.OptionalBool("scored") ?? true;
        var form = FormKey();
        var hasActivation = _reader.Has("on");
        _scope = new NormScope(_pack, hasActivation);
        _patterns = new PatternBinder(_pack, new NormScope(_pack, hasActivation: false), _scope);

        var processes = (_reader.Has("process") ? _reader.StringOrList("process") : _defaults.Processes)
            .Select(_pack.Processes.Resolve).Where(i => i >= 0).Distinct().Order().ToImmutableArray();
        var when = new[] { _defaults.When, _reader.Scalar("when") }.Select(w => _patterns.Condition(w)).OfType<BoundExpression>().ToImmutableArray();
        var on = _patterns.Pattern(_reader, "on");
        var per = _reader.Scalar("per") is { } key ? _pack.Vocabulary.Attribute(key) : -1;
        var unless = Exceptions();
        var bound = form is null ? null : Form(form);
        CheckActivation(form, hasActivation, per);
        _reader.Finish();
        if (bound is null || id.Length == 0 || (hasActivation && on is null))
            return null;
        return new BoundNorm
        {
            Id = id,
            Clauses = clauses,
            Title = title,
            Severity = severity,
            Pack = _pack.Pack,
            Processes = processes,
            When = when,
            On = on,
            Per = per,
            Unless = unless,
            Form = bound,
            Captures = _scope.Captures,
            ReadsActivation = _scope.ReadsActivation,
            Note = note,
            Scored = scored,
            Span = _reader.SpanOf("id"),
        };
    }

    /// <summary>The one form key of the norm; reports none or several.</summary>
    private string? FormKey()
    {
        var found = Forms.Where(f => _reader.Has(f.Form)).Select(f => f.Form).ToList();
        if (found.Count == 0)
            Diagnostics.ReportWithHelp(BindingDiagnostics.NoForm, _reader.Source.Span, AllForms());
        if (found.Count > 1)
            Diagnostics.Report(BindingDiagnostics.SeveralForms, _reader.SpanOfKey(found[1]), found[0], found[1]);
        if (found.Count != 1)
            return null;
        var own = Forms.First(f => string.Equals(f.Form, found[0], StringComparison.Ordinal)).Keys;
        foreach (var key in FormKeys.Where(k => !own.Contains(k, StringComparer.Ordinal) && _reader.Source.Find(k) is not null))
        {
            _reader.Has(key);
            Diagnostics.Report(BindingDiagnostics.KeyNotForForm, _reader.SpanOfKey(key), key, found[0]);
        }

        return found[0];
    }

    private static LocalizedText AllForms()
    {
        var list = string.Join(", ", Forms.Select(f => $"`{f.Form}`"));
        return new LocalizedText($"写明其一：{list}", $"say one of {list}");
    }

    private void CheckActivation(string? form, bool hasActivation, int per)
    {
        if (form is null)
            return;
        var rule = Forms.First(f => string.Equals(f.Form, form, StringComparison.Ordinal)).On;
        if (rule == Activation.Required && !hasActivation)
            Diagnostics.Report(BindingDiagnostics.ActivationRequired, _reader.SpanOfKey(form), form);
        if (rule == Activation.None && hasActivation)
            Diagnostics.Report(BindingDiagnostics.KeyNotForForm, _reader.SpanOfKey("on"), "on", form);
        if (per >= 0 && !hasActivation && form is not ("forbid" or "never-say" or "count" or "order"))
            Diagnostics.Report(BindingDiagnostics.KeyNeedsActivation, _reader.SpanOfKey("per"), form);
    }

    private ImmutableArray<BoundException> Exceptions()
    {
        var exceptions = ImmutableArray.CreateBuilder<BoundException>();
        var nodes = _reader.Node("unless") switch
        {
            null => [],
            YamlSequence sequence => sequence.Items,
            var single => [single],
        };
        foreach (var node in nodes)
        {
            if (Exception(node) is { } exception)
                exceptions.Add(exception);
        }

        return exceptions.ToImmutable();
    }

    private BoundException? Exception(YamlNode node)
    {
        if (node is YamlScalar text)
            return _patterns.Pattern([text]) is { } pattern ? new BoundException.Event(pattern, []) : null;
        if (MappingReader.For(node, Diagnostics, new LocalizedText("例外", "exception")) is not { } reader)
            return null;
        var clauses = _pack.ClauseIds(reader.StringOrList("clause"));
        reader.Localized("note");
        var norm = reader.Scalar("norm");
        var that = _patterns.Condition(reader.Scalar("that"));
        var events = reader.Has("event") || (norm is null && that is null) ? _patterns.Pattern(reader, "event", required: true) : null;
        reader.Finish();
        if (norm is not null)
        {
            _pack.NormReferences.Add(norm);
            return new BoundException.Norm(norm.Value, clauses);
        }

        return that is not null ? new BoundException.That(that, clauses) : events is not null ? new BoundException.Event(events, clauses) : null;
    }

    private int? Bound(string key)
    {
        var value = _reader.OptionalInt(key);
        if (value is null or (>= 0 and <= int.MaxValue))
            return (int?)value;
        Diagnostics.Report(BindingDiagnostics.BadQuotaBound, _reader.SpanOf(key), value.Value.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private int Attribute(string key, bool required, params ReadOnlySpan<ValueKind> kinds)
    {
        if (_reader.Scalar(key, required) is not { } scalar || _pack.Vocabulary.Attribute(scalar) is not (>= 0 and var index))
            return -1;
        if (kinds.Length > 0 && !kinds.Contains(_pack.Vocabulary.Vocabulary.Attributes[index].Type.Kind))
            _pack.ExpectKind(index, kinds[0], scalar.Span);
        return index;
    }
}
