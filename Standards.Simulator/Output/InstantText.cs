using System.Globalization;
using Standards.Core;

namespace Standards.Simulator.Output;

/// <summary>Instants as the wall of a zone shows them. Immutable; thread-safe.</summary>
internal sealed class InstantText(TimeZoneInfo zone)
{
    /// <summary>The longest text that <see cref="Write"/> makes.</summary>
    public const int Longest = 33;

    /// <summary>RFC 3339 with milliseconds, more digits only where needed, and offset; returns the length.</summary>
    public int Write(Instant instant, Span<byte> utf8)
    {
        var utc = new DateTime(instant.Ticks, DateTimeKind.Utc);
        var offset = zone.GetUtcOffset(utc);
        var local = new DateTime(Math.Clamp(instant.Ticks + offset.Ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
        var format = instant.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff" : "yyyy-MM-dd'T'HH:mm:ss.fffffff";
        local.TryFormat(utf8, out var length, format, CultureInfo.InvariantCulture);
        var minutes = (int)Math.Abs(offset.TotalMinutes);
        utf8[length++] = offset < TimeSpan.Zero ? (byte)'-' : (byte)'+';
        Two(utf8, ref length, minutes / 60);
        utf8[length++] = (byte)':';
        Two(utf8, ref length, minutes % 60);
        return length;
    }

    /// <summary>RFC 3339, as <see cref="Write"/>.</summary>
    public string Full(Instant instant)
    {
        Span<byte> utf8 = stackalloc byte[Longest];
        return System.Text.Encoding.UTF8.GetString(utf8[..Write(instant, utf8)]);
    }

    /// <summary>Date and time without offset, for people; a fraction only where there is one.</summary>
    public string Short(Instant instant)
    {
        var local = new DateTime(Math.Clamp(instant.Ticks + zone.GetUtcOffset(new DateTime(instant.Ticks, DateTimeKind.Utc)).Ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);
        return local.ToString(local.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
    }

    /// <summary>Date and time with offset, for people.</summary>
    public string Long(Instant instant) => $"{Short(instant)} {Full(instant)[^6..]}";

    private static void Two(Span<byte> utf8, ref int length, int number)
    {
        utf8[length++] = (byte)('0' + (number / 10));
        utf8[length++] = (byte)('0' + (number % 10));
    }
}
