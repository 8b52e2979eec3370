using System.Globalization;

namespace Standards.Core.Time;

/// <summary>Deadlines as phrases of the two languages, for explanations and findings.</summary>
internal static class DeadlineDescription
{
    private static readonly (long Ticks, string Zh, string En)[] Units =
    [
        (TimeSpan.TicksPerDay, "天", "day"),
        (TimeSpan.TicksPerHour, "小时", "hour"),
        (TimeSpan.TicksPerMinute, "分钟", "minute"),
        (TimeSpan.TicksPerSecond, "秒", "second"),
    ];

    private static readonly string[] WeekdaysZh = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

    public static LocalizedText Of(Deadline deadline) => deadline switch
    {
        Deadline.Elapsed elapsed => Span(elapsed.Time),
        Deadline.CalendarPeriod period => Text($"{period.Months} 个月", Plural(period.Months, "month")),
        Deadline.WorkingTime working => Working(working.Time),
        Deadline.WorkingDays { Count: 0.5m } => new("半个工作日", "half a working day"),
        Deadline.WorkingDays days => Text($"{Number(days.Count)} 个工作日", Plural(days.Count, "working day")),
        Deadline.Counted { Unit: "ring" } rings => Text($"铃响 {rings.Count} 声", Plural(rings.Count, "ring")),
        Deadline.Counted counted => Text($"{counted.Count} 次 {counted.Unit}", $"{counted.Count} {counted.Unit}"),
        Deadline.CalendarBound bound => Point(bound.Point),
        Deadline.RelativeTo relative => Relative(relative),
        Deadline.Window window => Window(window),
        Deadline.Setting setting => new($"本单位规定的 {setting.Name}", $"the house setting {setting.Name}"),
        Deadline.Never => new("不限时", "without a time limit"),
        _ => new("无法识别的期限", "an unreadable deadline"),
    };

    public static LocalizedText LimitOf(Deadline deadline)
    {
        var text = Of(deadline);
        return deadline switch
        {
            Deadline.CalendarBound { Point: not CalendarPoint.Day { Ahead: > 1 } } => text,
            Deadline.RelativeTo or Deadline.Never or Deadline.Invalid => text,
            Deadline.Window => new($"{text.Zh}之间", $"between {text.En} after it began"),
            _ => new($"{text.Zh}内", $"within {text.En}"),
        };
    }

    private static LocalizedText Span(TimeSpan time)
    {
        List<string> zh = [], en = [];
        var rest = Math.Abs(time.Ticks);
        foreach (var unit in Units)
        {
            var count = rest / unit.Ticks;
            rest %= unit.Ticks;
            if (count == 0)
                continue;
            zh.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {unit.Zh}"));
            en.Add(Plural(count, unit.En));
        }

        if (rest > 0)
        {
            var milliseconds = (decimal)rest / TimeSpan.TicksPerMillisecond;
            zh.Add(Number(milliseconds) + " 毫秒");
            en.Add(Plural(milliseconds, "millisecond"));
        }

        return zh.Count == 0 ? new("0 分钟", "0 minutes") : new(string.Join(' ', zh), string.Join(' ', en));
    }

    private static LocalizedText Working(TimeSpan time)
    {
        var span = Span(time);
        return new(span.Zh + "工作时间", span.En + " of working time");
    }

    private static LocalizedText Point(CalendarPoint point) => point switch
    {
        CalendarPoint.Day { Ahead: 0 } day => On("当日", "the same day", day.At),
        CalendarPoint.Day { Ahead: 1 } day => On("次日", "the next day", day.At),
        CalendarPoint.Day day => Text($"{day.Ahead} 个自然日", Plural(day.Ahead, "calendar day")),
        CalendarPoint.WorkingDay { Next: false } day => On("当个工作日", "the same working day", day.At),
        CalendarPoint.WorkingDay day => On("下一个工作日", "the next working day", day.At),
        CalendarPoint.Weekday weekday => On(WeekdaysZh[(int)weekday.Name], weekday.Name.ToString(), weekday.At),
        CalendarPoint.MonthDay day => MonthDay(day),
        CalendarPoint.PeriodEnd period => PeriodEnd(period),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static LocalizedText On(string zh, string en, TimeOnly? at) => at is { } time
        ? new($"{zh} {DeadlineText.Time(time)} 前", $"by {DeadlineText.Time(time)} on {en}")
        : new($"{zh}内", $"by the end of {en}");

    private static LocalizedText MonthDay(CalendarPoint.MonthDay day) => On(
        string.Create(CultureInfo.InvariantCulture, $"{(day.MonthsAhead == 0 ? "当月" : "次月")} {day.Number} 日"),
        string.Create(CultureInfo.InvariantCulture, $"day {day.Number} of {(day.MonthsAhead == 0 ? "the month" : "the next month")}"),
        day.At);

    private static LocalizedText PeriodEnd(CalendarPoint.PeriodEnd period)
    {
        var (zh, en) = period.Unit switch
        {
            CalendarPeriodUnit.Week => ("周", "week"),
            CalendarPeriodUnit.Month => ("月", "month"),
            CalendarPeriodUnit.Quarter => ("季度", "quarter"),
            _ => ("年", "year"),
        };
        return new($"{(period.Next ? "下" : "本")}{zh}末前", $"by the end of the {(period.Next ? "next " : "")}{en}");
    }

    private static LocalizedText Relative(Deadline.RelativeTo relative)
    {
        var lower = relative.Lower is { } from ? Offset(relative.Attribute, from) : LocalizedText.Empty;
        var upper = relative.Upper is { } until ? Offset(relative.Attribute, until) : LocalizedText.Empty;
        return relative switch
        {
            { Lower: not null, Upper: not null } => new($"{lower.Zh}至 {upper.Zh}", $"from {lower.En} to {upper.En}"),
            { Lower: not null } => new($"不早于 {lower.Zh}", $"not before {lower.En}"),
            { Upper: not null } => new($"不晚于 {upper.Zh}", $"not after {upper.En}"),
            _ => new(relative.Attribute, relative.Attribute),
        };
    }

    private static LocalizedText Offset(string attribute, TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
            return new(attribute, attribute);
        var span = Span(offset);
        return offset < TimeSpan.Zero
            ? new($"{attribute} 前 {span.Zh}", $"{span.En} before {attribute}")
            : new($"{attribute} 后 {span.Zh}", $"{span.En} after {attribute}");
    }

    private static LocalizedText Window(Deadline.Window window)
    {
        var (lower, upper) = (Of(window.Lower), Of(window.Upper));
        return new($"{lower.Zh}至 {upper.Zh}", $"{lower.En} and {upper.En}");
    }

    private static LocalizedText Text(FormattableString zh, FormattableString en) =>
        new(zh.ToString(CultureInfo.InvariantCulture), en.ToString(CultureInfo.InvariantCulture));

    private static LocalizedText Text(FormattableString zh, string en) => new(zh.ToString(CultureInfo.InvariantCulture), en);

    private static string Plural(decimal count, string unit) => Number(count) + " " + unit + (count == 1 ? "" : "s");

    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
