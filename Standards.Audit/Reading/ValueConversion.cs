using System.Buffers.Text;
using System.Text;
using Standards.Core;
using Standards.Core.Values;

namespace Standards.Audit.Reading;

/// <summary>Texts and numbers of a log, as the type that the vocabulary declares.</summary>
internal static class ValueConversion
{
    /// <summary>The name of a type in the vocabulary.</summary>
    public static string NameOf(ValueKind kind) => kind switch
    {
        ValueKind.Bool => "bool",
        ValueKind.Int => "int",
        ValueKind.Double => "double",
        ValueKind.String => "string",
        ValueKind.Duration => "duration",
        ValueKind.Timestamp => "timestamp",
        ValueKind.List => "list",
        ValueKind.Map => "map",
        _ => "any",
    };

    /// <summary>A whole number without fraction or exponent.</summary>
    public static bool TryInt(ReadOnlySpan<byte> number, out Value value)
    {
        var ok = Utf8Parser.TryParse(number, out long whole, out var used) && used == number.Length;
        value = Value.Of(whole);
        return ok;
    }

    /// <summary>A finite number.</summary>
    public static bool TryDouble(ReadOnlySpan<byte> number, out Value value)
    {
        var ok = Utf8Parser.TryParse(number, out double real, out var used) && used == number.Length && double.IsFinite(real);
        value = Value.Of(real);
        return ok;
    }

    /// <summary>A whole number where it is one, else a finite one.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> number, out Value value) => TryInt(number, out value) || TryDouble(number, out value);

    /// <summary>A text as a string, timestamp (RFC 3339) or duration (CEL).</summary>
    public static bool TryText(ReadOnlySpan<byte> text, ValueKind kind, Utf8StringPool pool, out Value value)
    {
        value = default;
        switch (kind)
        {
            case ValueKind.String:
                value = Value.Of(pool.Get(text));
                return true;
            case ValueKind.Timestamp when Rfc3339.TryRead(text, out var at) == TimeFault.None:
                value = Value.Of(new Instant(at));
                return true;
            case ValueKind.Duration when DurationText.TryRead(text, out var ticks):
                value = Value.Of(new TimeSpan(ticks));
                return true;
            default:
                return false;
        }
    }

    /// <summary>At most forty characters of a text, for a message.</summary>
    public static string Excerpt(ReadOnlySpan<byte> text)
    {
        const int Longest = 40;
        var whole = Encoding.UTF8.GetString(text[..Math.Min(text.Length, Longest * 4)]);
        if (whole.Length <= Longest)
            return whole;
        var cut = char.IsHighSurrogate(whole[Longest - 1]) ? Longest - 1 : Longest;
        return whole[..cut] + "...";
    }
}
