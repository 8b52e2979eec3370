using System.Globalization;
using System.Text;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>Durations as CEL writes them: <c>1h30m</c>, <c>1.5s</c>, <c>-250ms</c>; units h, m, s, ms, us, ns.</summary>
internal static class DurationText
{
    /// <summary>Reads a duration; what is finer than 100 ns is cut off. False where the text is none, or out of range.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        var negative = text.StartsWith("-", StringComparison.Ordinal);
        if (negative || text.StartsWith("+", StringComparison.Ordinal))
            text = text[1..];
        if (text is "0")
            return true;
        if (text.IsEmpty)
            return false;
        Int128 nanoseconds = 0;
        while (!text.IsEmpty)
        {
            if (!TryReadPart(ref text, out var part))
                return false;
            nanoseconds += part;
        }

        var ticks = nanoseconds / TimeSpan.NanosecondsPerTick;
        if (negative)
            ticks = -ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue)
            return false;
        value = new TimeSpan((long)ticks);
        return true;
    }

    /// <summary>Seconds and <c>s</c>, with as many decimals as needed: <c>90s</c>, <c>1.5s</c>.</summary>
    public static string Format(TimeSpan value)
    {
        var text = new StringBuilder();
        if (value < TimeSpan.Zero)
            text.Append('-');
        var ticks = value.Ticks < 0 ? 0UL - (ulong)value.Ticks : (ulong)value.Ticks;
        text.Append(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerSecond}");
        var fraction = ticks % TimeSpan.TicksPerSecond;
        if (fraction != 0)
            text.Append('.').Append(fraction.ToString("0000000", CultureInfo.InvariantCulture).TrimEnd('0'));
        return text.Append('s').ToString();
    }

    private static bool TryReadPart(ref ReadOnlySpan<char> text, out Int128 nanoseconds)
    {
        nanoseconds = 0;
        var whole = text.IndexOfAnyExceptInRange('0', '9');
        if (whole < 0 || whole > 18)
            return false;
        var fraction = ReadOnlySpan<char>.Empty;
        var rest = text[whole..];
        if (rest[0] == '.')
        {
            var length = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (length < 0)
                return false;
            fraction = rest.Slice(1, length);
            rest = rest[(length + 1)..];
        }

        if (whole + fraction.Length == 0 || !TryReadUnit(ref rest, out var unit))
            return false;
        if (whole > 0)
            nanoseconds = Int128.Parse(text[..whole], CultureInfo.InvariantCulture) * unit;
        // Thirteen decimals of an hour are finer than a nanosecond.
        if (fraction.Length > 15)
            fraction = fraction[..15];
        if (fraction.Length > 0)
            nanoseconds += Int128.Parse(fraction, CultureInfo.InvariantCulture) * unit / PowerOfTen(fraction.Length);
        text = rest;
        return true;
    }

    private static bool TryReadUnit(ref ReadOnlySpan<char> text, out long nanoseconds)
    {
        (nanoseconds, var length) = text switch
        {
            ['m', 's', ..] => (1_000_000L, 2),
            ['u', 's', ..] or ['µ', 's', ..] => (1_000L, 2),
            ['n', 's', ..] => (1L, 2),
            ['h', ..] => (3_600_000_000_000L, 1),
            ['m', ..] => (60_000_000_000L, 1),
            ['s', ..] => (1_000_000_000L, 1),
            _ => (0L, 0),
        };
        text = text[length..];
        return length > 0;
    }

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
