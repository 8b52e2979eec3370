using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>
/// Typed access to a mapping for a binder. Each mistake is reported once, at its place, and reading goes on; a value
/// that is missing or of another shape reads as absent. Call <see cref="Finish"/> last. Not thread-safe.
/// </summary>
/// <param name="mapping">What is read.</param>
/// <param name="diagnostics">Where mistakes go.</param>
/// <param name="what">What the mapping describes, without article, for instance <c>norm</c>.</param>
public sealed class MappingReader(YamlMapping mapping, DiagnosticBag diagnostics, LocalizedText what)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>What is read.</summary>
    public YamlMapping Source => mapping;

    /// <summary>Whether anything was missing, of another shape or, after <see cref="Finish"/>, unknown.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>A reader for a node that must be a mapping; null, with a diagnostic, where it is something else.</summary>
    public static MappingReader? For(YamlNode node, DiagnosticBag diagnostics, LocalizedText what)
    {
        if (node is YamlMapping mapping)
            return new MappingReader(mapping, diagnostics, what);
        diagnostics.Report(YamlDiagnostics.WrongRootOf(Shapes.Mapping, Shapes.Of(node)), node.Span);
        return null;
    }

    /// <summary>Whether the key is written, even with nothing after it.</summary>
    public bool Has(string key)
    {
        _asked.Add(key);
        return mapping.Find(key) is not null;
    }

    /// <summary>The place of a value; of the mapping where the key is absent.</summary>
    public SourceSpan SpanOf(string key) => mapping.Find(key)?.Value.Span ?? mapping.Span;

    /// <summary>The place of a key; of the mapping where it is absent.</summary>
    public SourceSpan SpanOfKey(string key) => mapping.Find(key)?.Key.Span ?? mapping.Span;

    /// <summary>The value, whatever its shape; null where the key is absent or has nothing after it.</summary>
    public YamlNode? Node(string key, bool required = false)
    {
        _asked.Add(key);
        var node = mapping.Find(key)?.Value;
        if (node is not null and not YamlScalar { IsNull: true })
            return node;
        if (required)
            Report(YamlDiagnostics.MissingKeyOf(what), mapping.Find(key)?.Key.Span ?? mapping.Span, null, key);
        return null;
    }

    /// <summary>A scalar with its position: a text, or a number or truth value as written.</summary>
    public YamlScalar? Scalar(string key, bool required = false) => Of<YamlScalar>(key, required, Shapes.Text);

    public YamlSequence? Sequence(string key, bool required = false) => Of<YamlSequence>(key, required, Shapes.List);

    public YamlMapping? Mapping(string key, bool required = false) => Of<YamlMapping>(key, required, Shapes.Mapping);

    /// <summary>A reader for the mapping below a key; call its own <see cref="Finish"/>.</summary>
    public MappingReader? Within(string key, LocalizedText whatItIs, bool required = false) =>
        Mapping(key, required) is { } inner ? new MappingReader(inner, diagnostics, whatItIs) : null;

    /// <summary>A text that must be there and hold more than white space; empty, with a diagnostic, where it is not.</summary>
    public string RequiredString(string key) => NotEmpty(key, Scalar(key, required: true)) ?? "";

    /// <summary>A text; null where absent.</summary>
    public string? OptionalString(string key) => NotEmpty(key, Scalar(key));

    /// <summary>A whole number; null where absent.</summary>
    public long? OptionalInt(string key, bool required = false)
    {
        if (Of<YamlScalar>(key, required, Shapes.WholeNumber) is not { } scalar)
            return null;
        if (scalar.TryGetInt(out var value))
            return value;
        if (scalar.Kind == YamlScalarKind.Int)
            Report(YamlDiagnostics.NumberTooLarge, scalar.Span, null, scalar.Value);
        else
            ReportShape(key, scalar, Shapes.WholeNumber);
        return null;
    }

    /// <summary>A finite number; null where absent.</summary>
    public double? OptionalDouble(string key, bool required = false)
    {
        if (Of<YamlScalar>(key, required, Shapes.Number) is not { } scalar)
            return null;
        if (scalar.TryGetDouble(out var value) && double.IsFinite(value))
            return value;
        if (scalar.Kind is not (YamlScalarKind.Int or YamlScalarKind.Float))
            ReportShape(key, scalar, Shapes.Number);
        else if (scalar.Value.AsSpan().ContainsAnyInRange('0', '9'))
            Report(YamlDiagnostics.NumberTooLarge, scalar.Span, null, scalar.Value);
        else
            Report(YamlDiagnostics.WrongShapeOf(Shapes.FiniteNumber, Shapes.EndlessNumber), scalar.Span, null, key);
        return null;
    }

    /// <summary>A truth value; null where absent.</summary>
    public bool? OptionalBool(string key, bool required = false)
    {
        if (Of<YamlScalar>(key, required, Shapes.TruthValue) is not { } scalar)
            return null;
        if (scalar.TryGetBool(out var value))
            return value;
        ReportShape(key, scalar, Shapes.TruthValue);
        return null;
    }

    /// <summary>One text, or a list of them; empty where absent.</summary>
    public ImmutableArray<YamlScalar> StringOrList(string key, bool required = false)
    {
        switch (Node(key, required))
        {
            case null:
                return [];
            case YamlScalar scalar:
                return [scalar];
            case YamlSequence sequence:
                foreach (var item in sequence.Items.Where(i => i is not YamlScalar { IsNull: false }))
                    ReportShape(key, item, Shapes.Text);
                return [.. sequence.Items.OfType<YamlScalar>().Where(s => !s.IsNull)];
            case var other:
                ReportShape(key, other, Shapes.TextOrList);
                return [];
        }
    }

    /// <summary><c>{zh: …, en: …}</c>, of which one may be absent, or one text for both languages; null where absent.</summary>
    public LocalizedText? Localized(string key, bool required = false)
    {
        switch (Node(key, required))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return new LocalizedText(scalar.Value, scalar.Value);
            case YamlMapping languages:
                return Languages(key, languages);
            case var other:
                ReportShape(key, other, Shapes.TextOrLanguages);
                return null;
        }
    }

    /// <summary>One of the given words; null where absent or another word.</summary>
    public string? OneOf(string key, IReadOnlyList<string> words, bool required = false)
    {
        if (Scalar(key, required) is not { } scalar)
            return null;
        if (words.Contains(scalar.Value, StringComparer.Ordinal))
            return scalar.Value;
        var help = Suggestion.DidYouMean(scalar.Value, words) ?? OneOfThese(words);
        Report(YamlDiagnostics.NotOneOf, scalar.Span, help, key, scalar.Value);
        return null;
    }

    /// <summary>What one of the given words stands for; null where absent or another word.</summary>
    public T? OneOf<T>(string key, IReadOnlyList<(string Word, T Value)> words, bool required = false)
        where T : struct
    {
        var word = OneOf(key, [.. words.Select(w => w.Word)], required);
        return word is null ? null : words.First(w => string.Equals(w.Word, word, StringComparison.Ordinal)).Value;
    }

    /// <summary>Reports the keys that no one asked for.</summary>
    public void Finish()
    {
        foreach (var key in mapping.Entries.Select(e => e.Key).Where(k => !_asked.Contains(k.Value)))
        {
            var help = Suggestion.DidYouMean(key.Value, _asked) ?? OneOfThese([.. _asked.Order(StringComparer.Ordinal)]);
            Report(YamlDiagnostics.UnknownKeyOf(what), key.Span, help, key.Value);
        }
    }

    private LocalizedText? Languages(string key, YamlMapping languages)
    {
        var reader = new MappingReader(languages, diagnostics, new LocalizedText($"`{key}` ", $"`{key}`"));
        var text = new LocalizedText(reader.OptionalString("zh") ?? "", reader.OptionalString("en") ?? "");
        reader.Finish();
        HasErrors |= reader.HasErrors;
        if (text != LocalizedText.Empty)
            return text;
        if (!reader.HasErrors)
            Report(YamlDiagnostics.EmptyText, languages.Span, null, key);
        return null;
    }

    private T? Of<T>(string key, bool required, LocalizedText expected)
        where T : YamlNode
    {
        var node = Node(key, required);
        if (node is not null and not T)
            ReportShape(key, node, expected);
        return node as T;
    }

    private string? NotEmpty(string key, YamlScalar? scalar)
    {
        if (scalar is null || !string.IsNullOrWhiteSpace(scalar.Value))
            return scalar?.Value;
        Report(YamlDiagnostics.EmptyText, scalar.Span, null, key);
        return null;
    }

    private void ReportShape(string key, YamlNode found, LocalizedText expected) =>
        Report(YamlDiagnostics.WrongShapeOf(expected, Shapes.Of(found)), found.Span, null, key);

    private void Report(DiagnosticDescriptor descriptor, SourceSpan span, LocalizedText? help, params ReadOnlySpan<string> arguments)
    {
        HasErrors = true;
        diagnostics.ReportWithHelp(descriptor, span, help, arguments);
    }

    private static LocalizedText OneOfThese(IReadOnlyList<string> words)
    {
        var list = words.Select(w => $"`{w}`").ToArray();
        return new LocalizedText($"可用：{string.Join("、", list)}", $"possible: {string.Join(", ", list)}");
    }
}
