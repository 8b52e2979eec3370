using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>Builds the tree of one document under limits. Not thread-safe; for one use.</summary>
internal sealed class YamlTreeBuilder(SourceFile file, YamlEvents events, LoadLimits limits, DiagnosticBag diagnostics)
{
    private static readonly SearchValues<char> TagEnd = SearchValues.Create(" \t\r\n,]}");

    private readonly Dictionary<string, Anchored?> _anchors = new(StringComparer.Ordinal);
    private int _nodes;
    private long _aliasNodes;
    private bool _unusable;
    private bool _stopped;

    /// <summary>The root; null where an error makes the tree unusable.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public YamlNode? ReadDocument()
    {
        YamlNode? root = null;
        while (!_stopped && events.Next() is { } current)
        {
            switch (current)
            {
                case DocumentStart when root is not null:
                    Stop(YamlDiagnostics.SeveralDocuments, current, YamlDiagnostics.SplitFile);
                    break;
                case NodeEvent or AnchorAlias:
                    root = Node(current, depth: 1)?.Node;
                    break;
            }
        }

        if (root is null && !_stopped && !_unusable)
            diagnostics.Report(YamlDiagnostics.EmptyFile, new SourceSpan(file.Path, 0, 0));
        else if (root is YamlScalar { IsNull: true })
            Stop(YamlDiagnostics.EmptyFile, new SourceSpan(file.Path, 0, 0));
        return _stopped || _unusable ? null : root;
    }

    /// <summary>A node with the number of nodes and levels that an alias of it stands for; null where it cannot be used.</summary>
    private Anchored? Node(ParsingEvent current, int depth)
    {
        if (current is AnchorAlias alias)
            return Alias(alias, depth);
        if (++_nodes > limits.MaxNodes)
            return Stop(LoadingDiagnostics.TooManyNodes, current, limits.MaxNodes);
        if (depth > limits.MaxDepth && current is SequenceStart or MappingStart)
            return Stop(LoadingDiagnostics.TooDeep, current, limits.MaxDepth);

        // On some broken files the parser ends a mapping that lacks a value.
        if (current is not NodeEvent start)
            throw new SemanticErrorException(current.Start, current.End, "not a node");
        CheckTag(start);
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor.Value] = null;
        var node = start switch
        {
            Scalar scalar => Text(scalar) is { } text ? new Anchored(text, 1, 0) : null,
            SequenceStart sequence => Sequence(sequence, depth),
            MappingStart mapping => Mapping(mapping, depth),
            _ => throw new InvalidOperationException("no such node"),
        };
        if (!start.Anchor.IsEmpty && node is not null)
            _anchors[start.Anchor.Value] = node;
        return node;
    }

    private YamlScalar? Text(Scalar scalar)
    {
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        if (scalar.Value.Length > limits.MaxScalarLength)
        {
            Stop(LoadingDiagnostics.TextTooLong, scalar, limits.MaxScalarLength);
            return null;
        }

        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
            ScalarStyle.Literal => YamlScalarStyle.Literal,
            ScalarStyle.Folded => YamlScalarStyle.Folded,
            _ => YamlScalarStyle.Plain,
        };
        var tag = scalar.Tag.IsEmpty ? null : scalar.Tag.Value;
        return new YamlScalar(file.Span(start, end), scalar.Value, style, tag, new ScalarSource(file, start, end, style));
    }

    private Anchored? Sequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var size = 1L;
        var levels = 0;
        while (true)
        {
            var current = Next();
            if (current is SequenceEnd)
            {
                var span = SpanOf(start.Style == SequenceStyle.Flow, start, current);
                return new Anchored(new YamlSequence(span, items.DrainToImmutable()), size, levels + 1);
            }

            var item = Node(current, depth + 1);
            if (_stopped)
                return null;
            if (item is null)
                continue;
            items.Add(item.Node);
            size += item.Size;
            levels = Math.Max(levels, item.Levels);
        }
    }

    private Anchored? Mapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var size = 1L;
        var levels = 0;
        while (true)
        {
            var current = Next();
            if (current is MappingEnd)
            {
                // A pair alone in a list, as in [a: b], is a mapping without braces, and the event has no place.
                var isFlow = start.Style == MappingStyle.Flow && (start.Start.Index > 0 || file.Text.StartsWith('{'));
                var span = isFlow || entries.Count == 0 ? SpanOf(isFlow, start, current) : entries[0].Key.Span;
                return new Anchored(new YamlMapping(span, entries.DrainToImmutable()), size, levels + 1);
            }

            var key = Key(current, depth);
            var value = _stopped ? null : Node(Next(), depth + 1);
            if (_stopped)
                return null;
            if (key is null || value is null || !IsNew(key, lines))
                continue;
            entries.Add(new YamlEntry(key, value.Node));
            size += value.Size + 1;
            levels = Math.Max(levels, value.Levels);
        }
    }

    private YamlScalar? Key(ParsingEvent current, int depth)
    {
        if (current is not Scalar)
        {
            Unusable(YamlDiagnostics.KeyNotText, SpanOf(current));
            if (current is not AnchorAlias)
                Node(current, depth + 1);
            return null;
        }

        if (Node(current, depth)?.Node is not YamlScalar key)
            return null;
        if (key is { Value: "<<", Style: YamlScalarStyle.Plain })
        {
            Unusable(YamlDiagnostics.MergeKey, key.Span, YamlDiagnostics.WriteItOut);
            return null;
        }

        if (key.Style == YamlScalarStyle.Plain && key.Value.Length == 0)
        {
            Unusable(YamlDiagnostics.KeyNotText, key.Span);
            return null;
        }

        return key;
    }

    private bool IsNew(YamlScalar key, Dictionary<string, int> lines)
    {
        if (lines.TryAdd(key.Value, key.Span.Line))
            return true;
        diagnostics.Report(YamlDiagnostics.DuplicateKey, key.Span, key.Value, Invariant(lines[key.Value]));
        return false;
    }

    /// <summary>The anchored node itself: it is immutable, so that a bomb of aliases costs no memory; its size is counted all the same.</summary>
    private Anchored? Alias(AnchorAlias alias, int depth)
    {
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var target) || target is null)
        {
            var descriptor = _anchors.ContainsKey(name) ? YamlDiagnostics.RecursiveAlias : YamlDiagnostics.UnknownAlias;
            Unusable(descriptor, SpanOf(alias), null, name);
            return null;
        }

        _aliasNodes += target.Size;
        if (_aliasNodes > limits.MaxAliasNodes)
            return Stop(LoadingDiagnostics.TooManyAliasNodes, alias, limits.MaxAliasNodes);
        return depth - 1 + target.Levels > limits.MaxDepth ? Stop(LoadingDiagnostics.TooDeep, alias, limits.MaxDepth) : target;
    }

    private ParsingEvent Next() =>
        events.Next() ?? throw new SemanticErrorException("the events end within a node");

    private void CheckTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty && !CoreSchema.Knows(node.Tag.Value))
            diagnostics.ReportWithHelp(YamlDiagnostics.UnknownTag, TagSpan(node), YamlDiagnostics.QuoteTheText, node.Tag.Value);
    }

    private SourceSpan TagSpan(NodeEvent node)
    {
        var text = file.Text.AsSpan((int)node.Start.Index);
        var from = Math.Max(0, text.IndexOf('!'));
        var length = text[from..].IndexOfAny(TagEnd);
        return file.Span((int)node.Start.Index + from, (int)node.Start.Index + from + Math.Max(1, length));
    }

    private SourceSpan SpanOf(ParsingEvent current) => file.Span((int)current.Start.Index, (int)current.End.Index);

    private SourceSpan SpanOf(bool inBrackets, ParsingEvent start, ParsingEvent end) =>
        file.Span((int)start.Start.Index, (int)(inBrackets ? end.Start.Index : start.Start.Index) + 1);

    private void Unusable(DiagnosticDescriptor descriptor, SourceSpan span, Core.LocalizedText? help = null, params ReadOnlySpan<string> arguments)
    {
        _unusable = true;
        diagnostics.ReportWithHelp(descriptor, span, help, arguments);
    }

    private void Stop(DiagnosticDescriptor descriptor, ParsingEvent at, Core.LocalizedText help)
    {
        _stopped = true;
        diagnostics.ReportWithHelp(descriptor, SpanOf(at), help);
    }

    private void Stop(DiagnosticDescriptor descriptor, SourceSpan span)
    {
        _stopped = true;
        diagnostics.Report(descriptor, span);
    }

    private Anchored? Stop(DiagnosticDescriptor descriptor, ParsingEvent at, int limit)
    {
        _stopped = true;
        diagnostics.Report(descriptor, SpanOf(at), Invariant(limit));
        return null;
    }

    private static string Invariant(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A node and what an alias of it stands for.</summary>
    private sealed record Anchored(YamlNode Node, long Size, int Levels);
}
