using System.Buffers;
using System.Buffers.Text;

namespace Standards.Audit.Reading;

/// <summary>
/// Durations as CEL writes them: an optional minus, then numbers with the units <c>h m s ms us ns</c>, for instance <c>1h30m</c> or <c>1.5s</c>.
/// Parts of 100 ns are cut off.
/// </summary>
internal static class DurationText
{
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789."u8);

    /// <summary>Reads the whole of <paramref name="text"/>; false where it is no duration or leaves the range of <see cref="TimeSpan"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        var negative = !text.IsEmpty && text[0] == '-';
        if (negative)
            text = text[1..];
        if (text.IsEmpty)
            return false;
        var total = 0m;
        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExcept(NumberBytes);
            if (digits is <= 0 or > 20 || !TryReadNumber(text[..digits], out var number))
                return false;
            text = text[digits..];
            var unit = Unit(ref text);
            if (unit == 0 || number > long.MaxValue / unit)
                return false;
            total += number * unit;
            if (total > long.MaxValue)
                return false;
        }

        ticks = (long)(negative ? -total : total);
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, out decimal number) =>
        Utf8Parser.TryParse(text, out number, out var used) && used == text.Length && text[0] != '.' && text[^1] != '.';

    private static decimal Unit(ref ReadOnlySpan<byte> text)
    {
        var length = text.Length > 1 && text[1] == 's' && text[0] is (byte)'m' or (byte)'u' or (byte)'n' ? 2 : 1;
        if (length > text.Length)
            return 0;
        var unit = text[..length];
        text = text[length..];
        return unit switch
        {
            [(byte)'h'] => TimeSpan.TicksPerHour,
            [(byte)'m'] => TimeSpan.TicksPerMinute,
            [(byte)'s'] => TimeSpan.TicksPerSecond,
            [(byte)'m', (byte)'s'] => TimeSpan.TicksPerMillisecond,
            [(byte)'u', (byte)'s'] => TimeSpan.TicksPerMicrosecond,
            [(byte)'n', (byte)'s'] => 0.01m,
            _ => 0,
        };
    }
}
