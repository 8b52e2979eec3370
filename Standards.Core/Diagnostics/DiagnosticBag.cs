using System.Collections.Immutable;

namespace Standards.Core.Diagnostics;

/// <summary>Collects the diagnostics of one run. Not thread-safe.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];

    public bool HasErrors { get; private set; }

    public int Count => _items.Count;

    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, params ReadOnlySpan<string> arguments) =>
        Add(new Diagnostic(descriptor, span, [.. arguments]));

    public void ReportWithHelp(DiagnosticDescriptor descriptor, SourceSpan span, LocalizedText? help, params ReadOnlySpan<string> arguments) =>
        Add(new Diagnostic(descriptor, span, [.. arguments], help));

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        _items.Add(diagnostic);
    }

    /// <summary>All diagnostics, duplicates removed, by file, line, column and code.</summary>
    public ImmutableArray<Diagnostic> ToSorted() =>
    [
        .. _items
            .DistinctBy(d => (d.Span, d.Code, string.Join('\u001f', d.Arguments.IsDefault ? [] : d.Arguments)))
            .OrderBy(d => d.Span.File, StringComparer.Ordinal)
            .ThenBy(d => d.Span.Line)
            .ThenBy(d => d.Span.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal),
    ];
}
