using System.Globalization;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>Reads points of the calendar.</summary>
internal static class DeadlineBound
{
    /// <summary>The point; null where none begins here, or where it is reported.</summary>
    public static Deadline? TryParse(TimeReader reader)
    {
        var by = reader.TakeWord("by");
        var point = ParsePoint(reader, by);
        if (point is null && by)
            ReportMissing(reader);
        return point is null ? null : new Deadline.CalendarBound(point);
    }

    private static CalendarPoint? ParsePoint(TimeReader reader, bool by)
    {
        var (first, second) = (reader.Current, reader.Ahead(1));
        if (first.Kind == TimeTokenKind.Clock)
            return ParseClockFirst(reader);
        if ((first.IsWord("same") || first.IsWord("next")) && second.Kind == TimeTokenKind.Word)
            return ParseDay(reader, ParseTime);
        if (first.IsWord("end") || (first.IsWord("the") && second.IsWord("end")))
            return ParseEnd(reader);
        if (first.IsWord("day") && second.Kind == TimeTokenKind.Number)
            return ParseMonthDay(reader);
        if (by && DayNames.Find(first.Text) is { } name)
        {
            reader.Take();
            return new CalendarPoint.Weekday(name, ParseTime(reader));
        }

        return ParseChinese(reader);
    }

    private static CalendarPoint? ParseClockFirst(TimeReader reader)
    {
        var time = ParseTime(reader);
        if (reader.Current.IsWord("same") || reader.Current.IsWord("next"))
            return ParseDay(reader, _ => time);
        return reader.Failed ? null : new CalendarPoint.Day(0, time);
    }

    private static CalendarPoint? ParseDay(TimeReader reader, Func<TimeReader, TimeOnly?> time)
    {
        var next = reader.TakeWord("next");
        if (!next)
            reader.Take();
        var working = reader.TakeWord("working") || reader.TakeWord("business");
        if (!reader.TakeWord("day"))
            return Missing(reader);
        return working ? new CalendarPoint.WorkingDay(next, time(reader)) : new CalendarPoint.Day(next ? 1 : 0, time(reader));
    }

    private static CalendarPoint? ParseEnd(TimeReader reader)
    {
        reader.TakeWord("the");
        reader.Take();
        if (!reader.TakeWord("of"))
            return Missing(reader);
        reader.TakeWord("the");
        var next = reader.TakeWord("next");
        if (!next)
            reader.TakeWord("this");
        if (reader.TakeWord("day"))
            return new CalendarPoint.Day(next ? 1 : 0);
        if (reader.TakeWord("week"))
            return new CalendarPoint.PeriodEnd(CalendarPeriodUnit.Week, next);
        if (reader.TakeWord("month"))
            return new CalendarPoint.PeriodEnd(CalendarPeriodUnit.Month, next);
        if (reader.TakeWord("quarter"))
            return new CalendarPoint.PeriodEnd(CalendarPeriodUnit.Quarter, next);
        if (reader.TakeWord("year"))
            return new CalendarPoint.PeriodEnd(CalendarPeriodUnit.Year, next);
        return (reader.TakeWord("working") || reader.TakeWord("business")) && reader.TakeWord("day")
            ? new CalendarPoint.WorkingDay(next)
            : Missing(reader);
    }

    private static CalendarPoint? ParseMonthDay(TimeReader reader)
    {
        reader.Take();
        var number = reader.Take();
        if (!int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day is < 1 or > 31)
        {
            reader.Report(TimeDiagnostics.NoSuchTime, number.Start, number.End, DeadlineHelp.Bound, $"day {number.Text}");
            return null;
        }

        if (!reader.TakeWord("of"))
            return Missing(reader);
        reader.TakeWord("the");
        var next = reader.TakeWord("next");
        if (!next)
            reader.TakeWord("this");
        return reader.TakeWord("month") ? new CalendarPoint.MonthDay(day, next ? 1 : 0, ParseTime(reader)) : Missing(reader);
    }

    private static CalendarPoint? ParseChinese(TimeReader reader)
    {
        CalendarPoint? point = reader.Current.Text switch
        {
            "当日" or "当天" or "当日内" or "当天内" => new CalendarPoint.Day(0),
            "次日" or "第二天" => new CalendarPoint.Day(1),
            "当个工作日" or "当个工作日内" => new CalendarPoint.WorkingDay(Next: false),
            "次工作日" or "下一工作日" or "下一个工作日" => new CalendarPoint.WorkingDay(Next: true),
            "当月底" or "本月底" or "月底" => new CalendarPoint.PeriodEnd(CalendarPeriodUnit.Month),
            _ => null,
        };
        if (point is null)
            return null;
        reader.Take();
        return point switch
        {
            CalendarPoint.Day day => day with { At = ParseTime(reader) },
            CalendarPoint.WorkingDay day => day with { At = ParseTime(reader) },
            _ => point,
        };
    }

    // 24:00 is the end of the day, which is what no time means.
    private static TimeOnly? ParseTime(TimeReader reader) =>
        reader.Current.Kind == TimeTokenKind.Clock && reader.TimeOfDay(reader.Take()) is { } time && time < TimeSpan.FromDays(1)
            ? TimeOnly.FromTimeSpan(time)
            : null;

    private static CalendarPoint? Missing(TimeReader reader)
    {
        ReportMissing(reader);
        return null;
    }

    private static void ReportMissing(TimeReader reader)
    {
        var near = reader.Current.Kind == TimeTokenKind.Word ? DayNames.Nearest(reader.Current.Text) : null;
        reader.Unexpected(TimeDiagnostics.BoundExpected, near is null ? DeadlineHelp.Bound : DeadlineHelp.DidYouMean(near));
    }
}
