using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;

namespace Standards.Rules.Diagnostics;

/// <summary>Mistakes of deadlines (ST040x), schedules (ST042x) and working calendars (ST043x, ST044x).</summary>
public static class TimeDiagnostics
{
    public static readonly DiagnosticDescriptor DeadlineExpected = Error(
        "ST0401", "deadline-expected", "应为期限，但遇到 {0}", "expected a deadline, found {0}");

    public static readonly DiagnosticDescriptor UnknownUnit = Error(
        "ST0402", "unknown-time-unit", "未知的时间单位 `{0}`", "unknown unit of time `{0}`");

    public static readonly DiagnosticDescriptor MissingUnit = Error(
        "ST0403", "missing-unit", "数字 `{0}` 缺少单位", "the number `{0}` has no unit");

    public static readonly DiagnosticDescriptor NotPositive = Error(
        "ST0404", "not-positive", "期限必须大于零，而 `{0}` 不是", "a deadline must be longer than nothing, which `{0}` is not");

    public static readonly DiagnosticDescriptor TooLong = Error(
        "ST0405", "too-long", "`{0}` 过长", "`{0}` is absurdly long");

    public static readonly DiagnosticDescriptor FractionNotAllowed = Error(
        "ST0406", "fraction-not-allowed", "`{0}` 不能分割到这个程度", "`{0}` cannot be divided like that");

    public static readonly DiagnosticDescriptor NoSuchTime = Error(
        "ST0407", "no-such-time", "没有 `{0}` 这样的时间或日期", "there is no time or date `{0}`");

    public static readonly DiagnosticDescriptor BoundsReversed = Error(
        "ST0408", "bounds-reversed", "`{0}` 晚于 `{1}`，起止颠倒", "`{0}` comes after `{1}`, so nothing lies between them");

    public static readonly DiagnosticDescriptor UnexpectedText = Error(
        "ST0409", "unexpected-text", "期限或时间表在 {0} 之前已经结束", "the deadline or schedule is complete before {0}");

    public static readonly DiagnosticDescriptor NotAllowedHere = Error(
        "ST0410", "unit-not-allowed-here", "`{0}` 不能用在这里", "`{0}` cannot be used here");

    public static readonly DiagnosticDescriptor BoundExpected = Error(
        "ST0411", "bound-expected", "应为日历时点，但遇到 {0}", "expected a point of the calendar, found {0}");

    public static readonly DiagnosticDescriptor ScheduleExpected = Error(
        "ST0420", "schedule-expected", "应为星期、钟点或季节，但遇到 {0}", "expected weekdays, hours or a season, found {0}");

    public static readonly DiagnosticDescriptor UnknownDay = Error(
        "ST0421", "unknown-day", "未知的日期名称 `{0}`", "unknown day `{0}`");

    public static readonly DiagnosticDescriptor HoursExpected = Error(
        "ST0422", "hours-expected", "应为钟点区间，但遇到 {0}", "expected hours, found {0}");

    public static readonly DiagnosticDescriptor DateExpected = Error(
        "ST0423", "date-expected", "应为日期，但遇到 {0}", "expected a date, found {0}");

    public static readonly DiagnosticDescriptor EmptyHours = Error(
        "ST0424", "empty-hours", "区间 `{0}` 为空", "the hours `{0}` are empty");

    public static readonly DiagnosticDescriptor UnknownZone = Error(
        "ST0430", "unknown-zone", "未知的时区 `{0}`", "unknown time zone `{0}`");

    public static readonly DiagnosticDescriptor RangeReversed = Error(
        "ST0431", "range-reversed", "日期区间 `{0}` 起止颠倒", "the dates `{0}` end before they begin");

    public static readonly DiagnosticDescriptor RangeTooLong = Error(
        "ST0432", "range-too-long", "日期区间 `{0}` 过长", "the dates `{0}` are absurdly far apart");

    public static readonly DiagnosticDescriptor NoHours = Error(
        "ST0433", "no-hours", "`{0}` 没有工作时间", "`{0}` has no opening hours");

    public static readonly DiagnosticDescriptor DuplicateWeekday = Error(
        "ST0434", "duplicate-weekday", "`{0}` 的工作时间写了两次", "the hours of `{0}` are stated twice");

    public static readonly DiagnosticDescriptor HoursReversed = Error(
        "ST0435", "hours-reversed", "工作时间 `{0}` 起止颠倒或超出当天", "the opening hours `{0}` end before they begin or leave the day");

    public static readonly DiagnosticDescriptor HoursOverlap = Error(
        "ST0436", "hours-overlap", "工作时间 `{0}` 与同一天的其他区间重叠", "the opening hours `{0}` overlap others of the same day");

    public static readonly DiagnosticDescriptor DateOutsideRange = Error(
        "ST0437", "date-outside-range", "日期 `{0}` 不在日历的有效区间内", "the date `{0}` lies outside the range of the calendar");

    public static readonly DiagnosticDescriptor HolidayAndWorkingDay = Error(
        "ST0438", "holiday-and-working-day", "`{0}` 既是节假日又是工作日", "`{0}` is both a holiday and a working day");

    public static readonly DiagnosticDescriptor DuplicateWorkingDay = Error(
        "ST0439", "duplicate-working-day", "工作日 `{0}` 写了两次", "the working day `{0}` is stated twice");

    public static readonly DiagnosticDescriptor WeekdayWithoutHours = Error(
        "ST0440", "weekday-without-hours", "`{0}` 没有可以沿用的工作时间", "`{0}` has no hours to take over");

    /// <summary>Reports a mistake of a calendar definition.</summary>
    public static void Report(this DiagnosticBag diagnostics, CalendarProblem problem)
    {
        var (descriptor, help) = Of(problem.Kind);
        diagnostics.ReportWithHelp(descriptor, problem.Span, help, problem.Subject);
    }

    private static (DiagnosticDescriptor Descriptor, LocalizedText? Help) Of(CalendarProblemKind kind) => kind switch
    {
        CalendarProblemKind.UnknownZone => (UnknownZone, new("请用 IANA 时区名，例如 `Asia/Shanghai`", "name an IANA time zone, for instance `Asia/Shanghai`")),
        CalendarProblemKind.RangeReversed => (RangeReversed, null),
        CalendarProblemKind.RangeTooLong => (RangeTooLong, null),
        CalendarProblemKind.NoHours => (NoHours, new("请写出至少一天的 `hours`", "state the `hours` of at least one day")),
        CalendarProblemKind.DuplicateWeekday => (DuplicateWeekday, null),
        CalendarProblemKind.HoursReversed => (
            HoursReversed,
            new("跨午夜请拆成两天：`22:00-24:00` 和次日 `00:00-06:00`", "split hours that cross midnight over two days: `22:00-24:00` and `00:00-06:00`")),
        CalendarProblemKind.HoursOverlap => (HoursOverlap, null),
        CalendarProblemKind.DateOutsideRange => (DateOutsideRange, new("请扩大 `from` 与 `until`，或删去该日期", "widen `from` and `until`, or remove the date")),
        CalendarProblemKind.HolidayAndWorkingDay => (HolidayAndWorkingDay, null),
        CalendarProblemKind.DuplicateWorkingDay => (DuplicateWorkingDay, null),
        CalendarProblemKind.WeekdayWithoutHours => (WeekdayWithoutHours, new("请写出这一天自己的钟点", "state hours of the day's own")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));
}
