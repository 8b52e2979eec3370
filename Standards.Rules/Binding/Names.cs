using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>A table of names of one kind. Keeps where each was declared; reports what it does not know. Not thread-safe.</summary>
internal sealed class Names<T>(DiagnosticBag diagnostics, DiagnosticDescriptor unknown)
    where T : class
{
    private readonly Dictionary<string, (T Item, SourceSpan Span)> _items = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mistaken = new(StringComparer.Ordinal);

    public IEnumerable<string> All => _items.Keys;

    public IEnumerable<T> Items => _items.Values.Select(v => v.Item);

    public int Count => _items.Count;

    /// <summary>Declares a name; a second declaration is reported and dropped.</summary>
    public bool Declare(string name, T item, SourceSpan span)
    {
        if (_items.TryGetValue(name, out var earlier))
        {
            diagnostics.Report(BindingDiagnostics.DuplicateId, span, name, earlier.Span.ToString());
            return false;
        }

        _items.Add(name, (item, span));
        return true;
    }

    /// <summary>Notes a name whose declaration was mistaken, and reported: to use it is no mistake of its own.</summary>
    public void DeclareMistaken(string name) => _mistaken.Add(name);

    public T? Find(string name) => _items.TryGetValue(name, out var found) ? found.Item : null;

    public SourceSpan SpanOf(string name) => _items[name].Span;

    /// <summary>The item of that name; null, with a diagnostic, where there is none.</summary>
    public T? Resolve(YamlScalar name) => Resolve(name.Value, name.Span);

    public T? Resolve(string name, SourceSpan span)
    {
        if (_items.TryGetValue(name, out var found))
            return found.Item;
        if (_mistaken.Contains(name))
            return null;
        diagnostics.ReportWithHelp(unknown, span, Suggestion.DidYouMean(name, _items.Keys), name);
        return null;
    }
}
