using System.Collections.Frozen;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>How a unit counts.</summary>
internal enum TimeUnitKind
{
    Elapsed,
    Working,
    WorkingDay,
    CalendarDay,
    Month,
    Act,
}

/// <summary>A unit of deadlines.</summary>
/// <param name="Kind">How it counts.</param>
/// <param name="Size">
/// Ticks for <see cref="TimeUnitKind.Elapsed"/> and <see cref="TimeUnitKind.Working"/>, months for <see cref="TimeUnitKind.Month"/>.
/// </param>
/// <param name="Name">For an act that is counted, its name.</param>
internal readonly record struct TimeUnit(TimeUnitKind Kind, long Size, string Name = "");

/// <summary>The words for units, in English and Chinese.</summary>
internal static class TimeUnits
{
    private static readonly FrozenDictionary<string, TimeUnit> Words = Table();

    private static readonly FrozenDictionary<string, TimeUnit>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    // Offered where a word is not known. Plurals come first: of two as near, the longer is meant.
    private static readonly string[] Spellings =
    [
        "seconds", "minutes", "hours", "days", "weeks", "months", "years", "rings",
        "second", "minute", "hour", "day", "week", "month", "year", "ring", "mins", "min", "ms",
    ];

    /// <summary>The unit that a word names, alone or after <c>working</c> or <c>calendar</c>.</summary>
    public static TimeUnit? Find(string word) =>
        Words.TryGetValue(word, out var unit) || WordsBySpan.TryGetValue(WithoutMeasureWord(word), out unit) ? unit : null;

    /// <summary>The unit in working time; null where it has none.</summary>
    public static TimeUnit? InWorkingTime(string word) => Find(word) switch
    {
        { Kind: TimeUnitKind.Elapsed, Size: TimeSpan.TicksPerDay } => new(TimeUnitKind.WorkingDay, 1),
        { Kind: TimeUnitKind.Elapsed, Size: < TimeSpan.TicksPerDay } unit => unit with { Kind = TimeUnitKind.Working },
        _ => null,
    };

    /// <summary>A known spelling so near to a word that it must be meant; null where there is none.</summary>
    public static string? Nearest(string word) => NearWord.Find(word, Spellings);

    private static ReadOnlySpan<char> WithoutMeasureWord(string word)
    {
        var span = word.AsSpan();
        foreach (var ending in (ReadOnlySpan<string>)["以内", "之内", "内"])
        {
            if (span.EndsWith(ending, StringComparison.Ordinal))
            {
                span = span[..^ending.Length];
                break;
            }
        }

        return span is ['个', .., _] ? span[1..] : span;
    }

    private static FrozenDictionary<string, TimeUnit> Table()
    {
        var table = new Dictionary<string, TimeUnit>(StringComparer.OrdinalIgnoreCase);
        void Add(TimeUnit unit, params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
                table.Add(word, unit);
        }

        Add(new(TimeUnitKind.Elapsed, TimeSpan.TicksPerMillisecond), "ms", "msec", "millisecond", "milliseconds", "毫秒");
        Add(new(TimeUnitKind.Elapsed, TimeSpan.TicksPerSecond), "s", "sec", "secs", "second", "seconds", "秒", "秒钟");
        Add(new(TimeUnitKind.Elapsed, TimeSpan.TicksPerMinute), "min", "mins", "minute", "minutes", "分", "分钟");
        Add(new(TimeUnitKind.Elapsed, TimeSpan.TicksPerHour), "h", "hr", "hrs", "hour", "hours", "小时", "钟头");
        Add(new(TimeUnitKind.Elapsed, TimeSpan.TicksPerDay), "d", "day", "days", "天", "日");
        Add(new(TimeUnitKind.Elapsed, 7 * TimeSpan.TicksPerDay), "w", "wk", "week", "weeks", "周", "星期");
        Add(new(TimeUnitKind.Month, 1), "month", "months", "月", "个月");
        Add(new(TimeUnitKind.Month, 12), "year", "years", "年");
        Add(new(TimeUnitKind.Working, TimeSpan.TicksPerHour), "工作小时");
        Add(new(TimeUnitKind.Working, TimeSpan.TicksPerMinute), "工作分钟");
        Add(new(TimeUnitKind.WorkingDay, 1), "workday", "workdays", "工作日");
        Add(new(TimeUnitKind.CalendarDay, 1), "自然日", "日历日");
        Add(new(TimeUnitKind.Act, 1, "ring"), "ring", "rings", "声");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
