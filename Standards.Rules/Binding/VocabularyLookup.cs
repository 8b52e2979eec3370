using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Finds names of the vocabulary and reports the ones it lacks. Remembers which attributes are read. Not thread-safe.</summary>
internal sealed class VocabularyLookup(BoundVocabulary vocabulary, DiagnosticBag diagnostics)
{
    private readonly FrozenDictionary<string, int> _acts = Index(vocabulary.Acts.Select(a => a.Name));
    private readonly FrozenDictionary<string, int> _attributes = Index(vocabulary.Attributes.Select(a => a.Name));
    private readonly FrozenDictionary<string, int> _roles = Index(vocabulary.Roles.Select(r => r.Name));
    private readonly FrozenDictionary<string, int> _forms = Index(vocabulary.Forms.Select(f => f.Id));
    private readonly FrozenDictionary<string, int> _units = Index(vocabulary.Units.Select(u => u.Name));

    public BoundVocabulary Vocabulary => vocabulary;

    /// <summary>Attributes that some norm reads, by index.</summary>
    public HashSet<int> Read { get; } = [BoundVocabulary.Item, BoundVocabulary.Seen];

    public IEnumerable<string> ActNames => _acts.Keys;

    public IEnumerable<string> AttributeNames => _attributes.Keys;

    /// <summary>The index of an act; -1, with a diagnostic, where there is none.</summary>
    public int Act(YamlScalar name) => Act(name.Value, name.Span);

    public int Act(string name, SourceSpan span) => Find(_acts, name, span, BindingDiagnostics.UnknownAct);

    /// <summary>The index of an attribute; -1, with a diagnostic, where there is none. It counts as read.</summary>
    public int Attribute(YamlScalar name)
    {
        var index = Find(_attributes, name.Value, name.Span, BindingDiagnostics.UnknownAttribute);
        if (index >= 0)
            Read.Add(index);
        return index;
    }

    /// <summary>As <see cref="Attribute"/>, of an attribute that the vocabulary only mentions: that makes no log read it.</summary>
    public int Typical(YamlScalar name) => Find(_attributes, name.Value, name.Span, BindingDiagnostics.UnknownAttribute);

    public bool TryAttribute(string name, out int index)
    {
        if (!_attributes.TryGetValue(name, out index))
            return false;
        Read.Add(index);
        return true;
    }

    /// <summary>The names of all cases of the roles; default where none is named.</summary>
    public ImmutableArray<string> RoleCases(IEnumerable<(string Name, SourceSpan Span)> names)
    {
        var cases = new SortedSet<string>(StringComparer.Ordinal);
        var any = false;
        foreach (var (name, span) in names)
        {
            any = true;
            var index = Find(_roles, name, span, BindingDiagnostics.UnknownRole);
            if (index >= 0)
                cases.UnionWith(vocabulary.Roles[index].Cases);
        }

        return any ? [.. cases] : default;
    }

    public BoundForm? Form(YamlScalar name) =>
        Find(_forms, name.Value, name.Span, BindingDiagnostics.UnknownForm) is >= 0 and var index ? vocabulary.Forms[index] : null;

    /// <summary>The unit of that name or its plural.</summary>
    public BoundUnit? Unit(string name, SourceSpan span)
    {
        if (!_units.TryGetValue(name, out var index) && !(name.EndsWith('s') && _units.TryGetValue(name[..^1], out index)))
            index = Find(_units, name, span, BindingDiagnostics.UnknownUnit);
        if (index < 0)
            return null;
        if (vocabulary.Units[index].Attribute >= 0)
            Read.Add(vocabulary.Units[index].Attribute);
        return vocabulary.Units[index];
    }

    private int Find(FrozenDictionary<string, int> names, string name, SourceSpan span, DiagnosticDescriptor unknown)
    {
        if (names.TryGetValue(name, out var index))
            return index;
        diagnostics.ReportWithHelp(unknown, span, Suggestion.DidYouMean(name, names.Keys), name);
        return -1;
    }

    private static FrozenDictionary<string, int> Index(IEnumerable<string> names) =>
        names.Select((name, i) => (name, i)).DistinctBy(p => p.name, StringComparer.Ordinal).ToFrozenDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
}
