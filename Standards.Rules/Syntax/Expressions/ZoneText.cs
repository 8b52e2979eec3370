using System.Diagnostics.CodeAnalysis;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>Time zones as CEL writes them: an IANA name such as <c>Asia/Shanghai</c>, or a fixed offset such as <c>+08:00</c>.</summary>
internal static class ZoneText
{
    public static bool TryParse(string text, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        if (text.Length == 0)
            return false;
        if (!char.IsAsciiLetter(text[0]))
            return TryParseOffset(text, out zone);
        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out zone);
    }

    private static bool TryParseOffset(string text, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        // CEL also takes an unsigned offset: 02:00 is +02:00.
        var signed = char.IsAsciiDigit(text[0]) ? "+" + text : text;
        if (!TimestampText.TryReadOffset(signed, out var offset) || offset.Duration() > TimeSpan.FromHours(14))
            return false;
        zone = TimeZoneInfo.CreateCustomTimeZone("UTC" + signed, offset, signed, signed);
        return true;
    }
}
