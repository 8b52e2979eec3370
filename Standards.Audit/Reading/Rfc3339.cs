namespace Standards.Audit.Reading;

/// <summary>
/// RFC 3339 date-times, from UTF-8. The zone is required; <c>T</c> and <c>Z</c> may be in lower case and <c>T</c> may be a space;
/// fraction digits beyond the seventh are cut off (an instant counts 100 ns units).
/// </summary>
internal static class Rfc3339
{
    /// <summary>Reads the whole of <paramref name="text"/>; <paramref name="ticks"/> is UTC, and 0 where a fault is returned.</summary>
    public static TimeFault TryRead(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        var fault = TryReadLocal(text, out var local, out var used);
        if (fault is not (TimeFault.None or TimeFault.LeapSecond or TimeFault.OutOfRange))
            return fault;
        var zone = TryReadZone(text[used..], out var offsetMinutes);
        if (zone != TimeFault.None)
            return zone;
        if (fault != TimeFault.None)
            return fault;
        var utc = local - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
            return TimeFault.OutOfRange;
        ticks = utc;
        return TimeFault.None;
    }

    /// <summary>Reads a date-time that names no zone; <paramref name="ticks"/> is its own local time.</summary>
    public static TimeFault TryReadWithoutZone(ReadOnlySpan<byte> text, out long ticks)
    {
        var fault = TryReadLocal(text, out ticks, out var used);
        return fault == TimeFault.None && used != text.Length ? TimeFault.Malformed : fault;
    }

    /// <summary>Ticks at midnight of <c>yyyy-MM-dd</c>, the first ten bytes of <paramref name="text"/>.</summary>
    public static TimeFault TryReadDate(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
            return TimeFault.Malformed;
        var century = TwoDigits(text, 0);
        var yearOfCentury = TwoDigits(text, 2);
        var month = TwoDigits(text, 5);
        var day = TwoDigits(text, 8);
        if ((century | yearOfCentury | month | day) < 0)
            return TimeFault.Malformed;
        var year = (century * 100) + yearOfCentury;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return TimeFault.OutOfRange;
        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        return TimeFault.None;
    }

    private static TimeFault TryReadLocal(ReadOnlySpan<byte> text, out long ticks, out int used)
    {
        ticks = 0;
        used = 0;
        if (text.Length < 19 || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':' || text[16] != ':')
            return TimeFault.Malformed;
        var dateFault = TryReadDate(text, out var date);
        if (dateFault == TimeFault.Malformed)
            return dateFault;
        var hour = TwoDigits(text, 11);
        var minute = TwoDigits(text, 14);
        var second = TwoDigits(text, 17);
        if ((hour | minute | second) < 0)
            return TimeFault.Malformed;
        used = 19;
        var fraction = 0L;
        if (text.Length > 19 && text[19] == '.')
        {
            var digits = 0;
            for (used = 20; used < text.Length && (uint)(text[used] - '0') <= 9; used++, digits++)
            {
                if (digits < 7)
                    fraction = (fraction * 10) + (text[used] - '0');
            }

            if (digits == 0)
                return TimeFault.Malformed;
            for (; digits < 7; digits++)
                fraction *= 10;
        }

        if (second == 60)
            return TimeFault.LeapSecond;
        if (dateFault != TimeFault.None || hour > 23 || minute > 59 || second > 59)
            return TimeFault.OutOfRange;
        ticks = date + (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + fraction;
        return TimeFault.None;
    }

    private static TimeFault TryReadZone(ReadOnlySpan<byte> zone, out int minutes)
    {
        minutes = 0;
        if (zone.IsEmpty)
            return TimeFault.NoZone;
        if (zone.Length == 1)
            return zone[0] is (byte)'Z' or (byte)'z' ? TimeFault.None : TimeFault.Malformed;
        if (zone.Length != 6 || zone[0] is not ((byte)'+' or (byte)'-') || zone[3] != ':')
            return TimeFault.Malformed;
        var hour = TwoDigits(zone, 1);
        var minute = TwoDigits(zone, 4);
        if ((hour | minute) < 0)
            return TimeFault.Malformed;
        if (hour > 23 || minute > 59)
            return TimeFault.OutOfRange;
        minutes = (hour * 60) + minute;
        if (zone[0] == '-')
            minutes = -minutes;
        return TimeFault.None;
    }

    private static int TwoDigits(ReadOnlySpan<byte> text, int at)
    {
        var tens = (uint)(text[at] - '0');
        var units = (uint)(text[at + 1] - '0');
        return tens <= 9 && units <= 9 ? (int)((tens * 10) + units) : -1;
    }
}
