using Standards.Core.Diagnostics;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>How a text is written.</summary>
public enum YamlScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,

    /// <summary>A block after <c>|</c>.</summary>
    Literal,

    /// <summary>A block after <c>&gt;</c>.</summary>
    Folded,
}

/// <summary>What a scalar is in the core schema of YAML 1.2.</summary>
public enum YamlScalarKind
{
    Text,
    Null,
    Bool,
    Int,
    Float,
}

/// <summary>A text, number, truth value or nothing. Immutable and thread-safe.</summary>
public sealed record YamlScalar : YamlNode
{
    private readonly ScalarSource? _source;

    /// <summary>A scalar that comes from no file; all of it is at <paramref name="span"/>.</summary>
    public YamlScalar(SourceSpan span, string value, YamlScalarStyle style = YamlScalarStyle.Plain, string? tag = null)
        : this(span, value, style, tag, source: null)
    {
    }

    internal YamlScalar(SourceSpan span, string value, YamlScalarStyle style, string? tag, ScalarSource? source)
        : base(span)
    {
        Value = value;
        Style = style;
        Tag = tag;
        _source = source;
        Kind = CoreSchema.KindOf(value, style, tag);
    }

    /// <summary>The characters, with quotes and escapes resolved.</summary>
    public string Value { get; }

    public YamlScalarStyle Style { get; }

    /// <summary>The full tag, for instance <c>tag:yaml.org,2002:str</c>; null where none is written.</summary>
    public string? Tag { get; }

    /// <summary>Quoted and block scalars are texts; a plain one is what its characters look like, unless a tag says text.</summary>
    public YamlScalarKind Kind { get; }

    /// <summary>Nothing: an empty plain value, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Kind == YamlScalarKind.Null;

    /// <summary>The whole number, where it is one and fits.</summary>
    public bool TryGetInt(out long value)
    {
        value = 0;
        return Kind == YamlScalarKind.Int && CoreSchema.TryParseInt(Value, out value);
    }

    /// <summary>The number, whole numbers included.</summary>
    public bool TryGetDouble(out double value)
    {
        value = 0;
        return Kind is YamlScalarKind.Int or YamlScalarKind.Float && CoreSchema.TryParseDouble(Value, out value);
    }

    /// <summary>The truth value, where it is one.</summary>
    public bool TryGetBool(out bool value)
    {
        value = Kind == YamlScalarKind.Bool && Value[0] is 't' or 'T';
        return Kind == YamlScalarKind.Bool;
    }

    /// <summary>Where a stretch of <see cref="Value"/> stands in the file, whatever quotes, escapes or folds lie between.</summary>
    /// <param name="offset">In UTF-16 units of the value; its length means the place after its last character.</param>
    /// <param name="length">In UTF-16 units of the value; cut at the end of the value and of the line.</param>
    /// <returns>Exact for scalars of a file; <see cref="YamlNode.Span"/> for a scalar that comes from none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The offset is negative or beyond the value.</exception>
    public SourceSpan SpanAt(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Value.Length);
        return _source?.SpanAt(Value, offset, Math.Clamp(length, 0, Value.Length - offset)) ?? Span;
    }

    /// <summary>Same place, same text, written the same way.</summary>
    public bool Equals(YamlScalar? other) =>
        other is not null
        && Span == other.Span
        && Style == other.Style
        && string.Equals(Value, other.Value, StringComparison.Ordinal)
        && string.Equals(Tag, other.Tag, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Span, Style, Value.GetHashCode(StringComparison.Ordinal));

    public override string ToString() => Value;
}
