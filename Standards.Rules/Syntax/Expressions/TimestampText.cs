using System.Globalization;
using Standards.Core;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>Timestamps as CEL writes them (RFC 3339): <c>2026-03-02T09:00:00+08:00</c>; an offset or <c>Z</c> is required.</summary>
internal static class TimestampText
{
    /// <summary>Reads a timestamp; what is finer than 100 ns is cut off.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Instant value)
    {
        value = default;
        if (text.Length < 20
            || !DateTime.TryParseExact(text[..19], "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        var rest = text[19..];
        var ticks = local.Ticks;
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits is <= 0)
                return false;
            ticks += Fraction(rest.Slice(1, digits));
            rest = rest[(digits + 1)..];
        }

        if (!TryReadOffset(rest, out var offset))
            return false;
        ticks -= offset.Ticks;
        if (ticks < Instant.MinValue.Ticks || ticks > Instant.MaxValue.Ticks)
            return false;
        value = new Instant(ticks);
        return true;
    }

    /// <summary>RFC 3339 in UTC, with as many decimals as needed.</summary>
    public static string Format(Instant value) =>
        new DateTime(value.Ticks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>Z</c> or <c>+hh:mm</c>.</summary>
    internal static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
            return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !int.TryParse(text.Slice(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(text.Slice(4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || hours > 23 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        if (text[0] == '-')
            offset = -offset;
        return true;
    }

    private static long Fraction(ReadOnlySpan<char> digits)
    {
        var ticks = 0L;
        for (var i = 0; i < 7; i++)
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        return ticks;
    }
}
