using System.Globalization;
using System.Text.RegularExpressions;
using Standards.Core;

namespace Standards.Simulator.Drills;

/// <summary>Spans of time as people type and read them.</summary>
internal static partial class TimeAnswer
{
    private static readonly string[] Late = ["late", "too late", "over", "迟", "迟了", "晚了", "已迟", "已晚", "过期", "已过期", "超时", "已超时", "逾期", "已逾期"];

    private static readonly (long Ticks, string Zh, string En)[] Units =
    [
        (TimeSpan.TicksPerDay, "天", "d"),
        (TimeSpan.TicksPerHour, "小时", "h"),
        (TimeSpan.TicksPerMinute, "分", "min"),
        (TimeSpan.TicksPerSecond, "秒", "s"),
    ];

    /// <summary>Whether it says that there is no time left.</summary>
    public static bool SaysLate(string text) => Late.Contains(text.Trim().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>
    /// The spans that the text may mean; none where it means no span. <c>1:30</c> may be minutes and seconds, or hours and minutes.
    /// </summary>
    public static IReadOnlyList<TimeSpan> Read(string text)
    {
        var folded = text.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
        if (ClockForm().Match(folded) is { Success: true } clock)
            return OfClock(clock);
        var match = UnitForm().Match(folded);
        if (!match.Success)
            return [];
        var total = 0m;
        for (var i = 0; i < match.Groups["number"].Captures.Count; i++)
        {
            if (!decimal.TryParse(match.Groups["number"].Captures[i].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return [];
            total += number * UnitOf(match.Groups["unit"].Captures[i].Value);
            if (total > TimeSpan.MaxValue.Ticks / 2)
                return [];
        }

        return [new TimeSpan((long)total)];
    }

    /// <summary>The span to the nearest second: <c>1 min 20 s</c>.</summary>
    public static LocalizedText Describe(TimeSpan span)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        var rest = (span.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond;
        foreach (var (ticks, unitZh, unitEn) in Units)
        {
            if (rest / ticks is var count and > 0)
            {
                zh.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {unitZh}"));
                en.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {unitEn}"));
            }

            rest %= ticks;
        }

        return zh.Count == 0 ? new LocalizedText("0 秒", "0 s") : new LocalizedText(string.Join(' ', zh), string.Join(' ', en));
    }

    private static List<TimeSpan> OfClock(Match clock)
    {
        var parts = clock.Groups["part"].Captures.Select(c => int.Parse(c.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return parts.Count == 3
            ? [new TimeSpan(parts[0], parts[1], parts[2])]
            : [new TimeSpan(0, parts[0], parts[1]), new TimeSpan(parts[0], parts[1], 0)];
    }

    private static long UnitOf(string unit) => unit[0] switch
    {
        'd' or '天' or '日' => TimeSpan.TicksPerDay,
        'h' or '小' or '时' => TimeSpan.TicksPerHour,
        'm' or '分' => TimeSpan.TicksPerMinute,
        _ => TimeSpan.TicksPerSecond,
    };

    [GeneratedRegex(@"^(?<part>\d{1,4}):(?<part>\d{2})(?::(?<part>\d{2}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClockForm();

    [GeneratedRegex(@"^(?:(?<number>\d{1,9}(?:\.\d{1,6})?)\s*个?(?<unit>days?|d|hours?|hrs?|hr|h|minutes?|mins?|min|m|seconds?|secs?|sec|s|天|日|小时|时|分钟|分|秒钟|秒)[\s,]*(?:and\s+|零)?)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnitForm();
}
