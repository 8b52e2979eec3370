using System.Globalization;
using System.Text.Unicode;
using Standards.Audit.Diagnostics;
using Standards.Core;
using Standards.Core.Values;

namespace Standards.Audit.Reading;

/// <summary>The cells of a table as values. Not thread-safe.</summary>
internal sealed class CellValues(LogMapping mapping, EventNames names, LogReaderOptions options)
{
    private static readonly LocalizedText NameTheEncoding = new(
        "在映射中写明编码，例如 `encoding: gb18030`", "name the encoding in the mapping, for instance `encoding: gb18030`");

    private readonly Utf8StringPool _pool = new(options.PooledStrings);

    public CellTimes Times { get; } = new(mapping);

    public string String(ReadOnlySpan<byte> text) => _pool.Get(text);

    /// <summary>Reads a cell that is not empty as the type of an attribute.</summary>
    public LineFault? TryRead(ReadOnlySpan<byte> text, BoundAttribute attribute, out Value value)
    {
        value = default;
        if (attribute.Kind == ValueKind.Timestamp)
        {
            var fault = Times.TryRead(text, out var ticks);
            value = Value.Of(new Instant(ticks));
            return fault;
        }

        return TryConvert(text, attribute.Kind, out value)
            ? null
            : new LineFault(
                LogDiagnostics.BadAttributeValue,
                -1,
                [names.Schema.Attributes[attribute.Index].Name, ValueConversion.NameOf(attribute.Kind), ValueConversion.Excerpt(text)]);
    }

    /// <summary>The fault of a text that the encoding of the mapping cannot have meant.</summary>
    public static LineFault? Undecodable(ReadOnlySpan<byte> text) =>
        Utf8.IsValid(text) && text.IndexOf("\uFFFD"u8) < 0
            ? null
            : new LineFault(LogDiagnostics.UndecodableText, -1, [ValueConversion.Excerpt(text)], NameTheEncoding);

    private bool TryConvert(ReadOnlySpan<byte> text, ValueKind kind, out Value value)
    {
        value = default;
        switch (kind)
        {
            case ValueKind.String or ValueKind.Missing:
                value = Value.Of(_pool.Get(text));
                return true;
            case ValueKind.Int when long.TryParse(text, NumberStyles.AllowLeadingSign, mapping.Culture, out var whole):
                value = Value.Of(whole);
                return true;
            case ValueKind.Double when double.TryParse(text, NumberStyles.Float, mapping.Culture, out var real) && double.IsFinite(real):
                value = Value.Of(real);
                return true;
            case ValueKind.Duration when DurationText.TryRead(text, out var ticks):
                value = Value.Of(new TimeSpan(ticks));
                return true;
            case ValueKind.Bool:
                var isTrue = System.Text.Ascii.EqualsIgnoreCase(text, "true"u8);
                value = Value.Of(isTrue);
                return isTrue || System.Text.Ascii.EqualsIgnoreCase(text, "false"u8);
            default:
                return false;
        }
    }
}
