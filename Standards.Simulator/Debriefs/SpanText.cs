using System.Globalization;
using Standards.Core;

namespace Standards.Simulator.Debriefs;

/// <summary>Stretches of time in words and on a clock face.</summary>
internal static class SpanText
{
    /// <summary>The two largest units: <c>1 min 20 s</c>; tenths of a second below ten seconds, rounded up, so that what is late never reads as in time.</summary>
    public static LocalizedText InWords(TimeSpan span)
    {
        var tenths = (span.Ticks + (TimeSpan.TicksPerSecond / 10) - 1) / (TimeSpan.TicksPerSecond / 10);
        if (tenths < 100)
            return Unit((tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture), "秒", "s");
        var seconds = (tenths + 9) / 10;
        return (seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60) switch
        {
            ( > 0 and var days, var hours, _, _) => Two(days, "天", "d", hours, "小时", "h"),
            (_, > 0 and var hours, var minutes, _) => Two(hours, "小时", "h", minutes, "分", "min"),
            (_, _, > 0 and var minutes, var rest) => Two(minutes, "分", "min", rest, "秒", "s"),
            var (_, _, _, rest) => Unit(rest.ToString(CultureInfo.InvariantCulture), "秒", "s"),
        };
    }

    /// <summary>As a stop-watch shows it, whole seconds: <c>1:05</c>, <c>2:00:00</c>.</summary>
    public static string OnClock(TimeSpan span)
    {
        var seconds = Math.Max(0, (long)span.TotalSeconds);
        return seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    private static LocalizedText Two(long large, string zh, string en, long small, string smallZh, string smallEn)
    {
        var first = Unit(large.ToString(CultureInfo.InvariantCulture), zh, en);
        var second = Unit(small.ToString(CultureInfo.InvariantCulture), smallZh, smallEn);
        return small == 0 ? first : new LocalizedText($"{first.Zh} {second.Zh}", $"{first.En} {second.En}");
    }

    private static LocalizedText Unit(string number, string zh, string en) => new($"{number} {zh}", $"{number} {en}");
}
