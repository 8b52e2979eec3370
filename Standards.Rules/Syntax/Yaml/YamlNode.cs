using System.Collections.Immutable;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>
/// A positioned piece of a YAML document: a <see cref="YamlScalar"/>, <see cref="YamlSequence"/> or
/// <see cref="YamlMapping"/>, and nothing else. Immutable and thread-safe.
/// </summary>
/// <remarks>An alias appears as the node that it stands for, with that node's own position.</remarks>
public abstract record YamlNode
{
    private protected YamlNode(SourceSpan span) => Span = span;

    /// <summary>
    /// A text: what is written on its first line. A list or mapping in brackets: all of its first line. Else the first
    /// dash of the list, or the first key of the mapping.
    /// </summary>
    public SourceSpan Span { get; }
}

/// <summary>A list.</summary>
public sealed record YamlSequence(SourceSpan Span, ImmutableArray<YamlNode> Items) : YamlNode(Span);

/// <summary>Keys with their values, in the order of the file; no key twice.</summary>
public sealed record YamlMapping(SourceSpan Span, ImmutableArray<YamlEntry> Entries) : YamlNode(Span)
{
    /// <summary>The entry of a key, or null.</summary>
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
                return entry;
        }

        return null;
    }
}

/// <summary>One line of a mapping.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
