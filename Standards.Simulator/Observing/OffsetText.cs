using System.Globalization;
using System.Text;
using Standards.Audit.Reading;

namespace Standards.Simulator.Observing;

/// <summary>Times since the beginning, as a stopwatch shows them: <c>4:10</c>, <c>1:02:03</c>, <c>0:12.345</c>.</summary>
internal static class OffsetText
{
    /// <summary>The whole seconds, for people.</summary>
    public static string Short(TimeSpan offset)
    {
        var seconds = (long)Math.Floor(Math.Abs(offset.TotalSeconds));
        var (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        var text = hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{minutes:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes}:{seconds % 60:00}");
        return offset < TimeSpan.Zero && seconds > 0 ? "-" + text : text;
    }

    /// <summary>The whole offset, as <see cref="TryRead"/> reads it back.</summary>
    public static string Full(TimeSpan offset)
    {
        var fraction = Math.Abs(offset.Ticks) % TimeSpan.TicksPerSecond;
        var whole = Short(offset);
        if (fraction == 0)
            return whole;
        var sign = offset < TimeSpan.Zero && !whole.StartsWith('-') ? "-" : "";
        return sign + whole + "." + fraction.ToString("0000000", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    /// <summary>How long something takes or is left, for people: as <see cref="Short"/>, with days apart.</summary>
    public static string Span(TimeSpan span)
    {
        // What is left is rounded up: a clock that shows 0:00 has run out.
        var whole = TimeSpan.FromSeconds(Math.Ceiling(span.TotalSeconds));
        return whole.Days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{whole.Days}d {whole.Hours:00}:{whole.Minutes:00}") : Short(whole);
    }

    /// <summary>Reads minutes and seconds, or hours, minutes and seconds, with up to seven digits of a fraction; a minus means before the beginning.</summary>
    public static bool TryRead(string text, out TimeSpan offset)
    {
        offset = default;
        var negative = text.StartsWith('-');
        var parts = (negative ? text[1..] : text).Split(':');
        if (parts.Length is < 2 or > 3)
            return false;
        var last = parts[^1].Split('.');
        if (last.Length > 2 || last[0].Length != 2 || (last.Length == 2 && last[1].Length is 0 or > 7) || (parts.Length == 3 && parts[1].Length != 2))
            return false;
        string[] numbers = [.. parts[..^1], .. last];
        var values = new long[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i].Length > 7 || !long.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out values[i]))
                return false;
        }

        var (hours, minutes, seconds) = parts.Length == 3 ? (values[0], values[1], values[2]) : (0, values[0], values[1]);
        if (seconds > 59 || (parts.Length == 3 && minutes > 59) || hours > 9999)
            return false;
        var fraction = last.Length == 2 ? long.Parse(last[1].PadRight(7, '0'), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var ticks = (((hours * 60) + minutes) * TimeSpan.TicksPerMinute) + (seconds * TimeSpan.TicksPerSecond) + fraction;
        offset = new TimeSpan(negative ? -ticks : ticks);
        return true;
    }

    /// <summary>Reads a length of time such as <c>20s</c>, <c>1m30s</c>, or the same as <c>0:20</c>; a plain number is seconds.</summary>
    public static bool TryReadSpan(string text, out TimeSpan span)
    {
        if (TryRead(text, out span))
            return span >= TimeSpan.Zero;
        var isPlain = text.Length is > 0 and < 8 && text.All(char.IsAsciiDigit);
        var read = DurationText.TryRead(Encoding.UTF8.GetBytes(isPlain ? text + "s" : text), out var ticks) && ticks >= 0;
        span = new TimeSpan(read ? ticks : 0);
        return read && span < TimeSpan.FromDays(365);
    }

    /// <summary>The length of time as <see cref="TryReadSpan"/> reads it back.</summary>
    public static string OfSpan(TimeSpan span) => span.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture) + "s";
}
