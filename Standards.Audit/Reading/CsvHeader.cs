using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Diagnostics;

namespace Standards.Audit.Reading;

/// <summary>The columns of a table. Not thread-safe.</summary>
internal sealed class CsvHeader(ImmutableArray<string> names)
{
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    public int Count => names.Length;

    /// <summary>The columns looked for in vain.</summary>
    public IEnumerable<string> Missing => _missing;

    /// <summary>The names, as a message lists them.</summary>
    public string Listed => names.IsEmpty ? "-" : "`" + string.Join("`, `", names) + "`";

    /// <summary>The index of a column; 0 where there is none, which <see cref="Missing"/> then tells.</summary>
    public int Find(string name)
    {
        var index = names.IndexOf(name);
        if (index >= 0)
            return index;
        _missing.Add(name);
        return 0;
    }

    public LocalizedText? Suggest(string name) => Suggestion.DidYouMean(name, names);
}
