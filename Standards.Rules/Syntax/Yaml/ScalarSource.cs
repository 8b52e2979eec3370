using Standards.Core.Diagnostics;
using Standards.Rules.Loading;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>The written form of a scalar, from which the place of each character of its value is found. Thread-safe.</summary>
internal sealed class ScalarSource(SourceFile file, int start, int end, YamlScalarStyle style)
{
    // INVARIANT: set once to a complete map; two threads that race store equal maps.
    private ScalarPositions? _positions;

    public SourceSpan SpanAt(string value, int offset, int length)
    {
        if (IsWrittenAsIs(value))
            return file.Span(start + offset, start + offset + length);
        _positions ??= ScalarPositions.Of(file.Text, start, end, style, value);
        if (_positions.IsEmpty)
            return file.Span(start, end);
        var (from, to) = _positions.Range(offset, length);
        return file.Span(from, to);
    }

    /// <summary>A plain scalar on one line, as nearly all are, needs no map.</summary>
    private bool IsWrittenAsIs(string value) =>
        style == YamlScalarStyle.Plain && end - start == value.Length && file.Text.AsSpan(start, value.Length).SequenceEqual(value);
}
