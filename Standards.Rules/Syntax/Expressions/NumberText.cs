using System.Globalization;
using Standards.Core.Values;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>Numbers as CEL writes them, read without their sign.</summary>
internal static class NumberText
{
    /// <summary>Reads the text of an int or double token; false where it is out of range.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, TokenKind kind, bool negative, out Value value)
    {
        value = default;
        if (kind == TokenKind.Double)
        {
            var real = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            value = Value.Of(negative ? -real : real);
            return double.IsFinite(real);
        }

        var isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!ulong.TryParse(isHex ? text[2..] : text, style, CultureInfo.InvariantCulture, out var magnitude)
            || magnitude > (negative ? 1UL << 63 : long.MaxValue))
        {
            return false;
        }

        value = Value.Of(negative ? (long)(0 - magnitude) : (long)magnitude);
        return true;
    }
}
