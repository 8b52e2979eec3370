using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>
/// Reads schedules: rules between semicolons, each of a season (`05-01..10-07`), days (`Mon-Fri`, `working days`, `days off`, `holidays`,
/// `daily`) and hours (`08:00-22:00`, `closed`), of which any may be absent but not all.
/// </summary>
public static class ScheduleParser
{
    private static readonly LocalizedText Example = new(
        "例如 `Mon-Fri 08:00-22:00; holidays closed`", "for instance `Mon-Fri 08:00-22:00; holidays closed`");

    /// <summary>The schedule; one without rules where the text has a mistake, which is then reported.</summary>
    /// <param name="text">The text, without quotes.</param>
    /// <param name="spanAt">The place in the file of a stretch of the text: UTF-16 units before it, and its length.</param>
    /// <param name="diagnostics">Receives the first mistake of the text.</param>
    public static Schedule Parse(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        var reader = new TimeReader(text, namesHaveHyphens: false, spanAt, diagnostics);
        var rules = ImmutableArray.CreateBuilder<ScheduleRule>();
        do
        {
            rules.Add(ParseRule(reader));
        }
        while (!reader.Failed && reader.Take(TimeTokenKind.Semicolon) && reader.Current.Kind != TimeTokenKind.End);
        if (!reader.Failed)
            reader.ExpectEnd();
        return new Schedule(reader.Failed ? [] : rules.ToImmutable());
    }

    private static ScheduleRule ParseRule(TimeReader reader)
    {
        var start = reader.Current.Start;
        var seasons = ParseSeasons(reader);
        var days = reader.Current.IsWord("closed") ? new ScheduleDays.On(Weekdays.All) : ParseDays(reader);
        var hours = ParseHours(reader);
        if (reader.LastEnd <= start && !reader.Failed)
            reader.Unexpected(TimeDiagnostics.ScheduleExpected, Example);
        return new ScheduleRule(seasons, days, hours);
    }

    private static ImmutableArray<Season> ParseSeasons(TimeReader reader)
    {
        var seasons = ImmutableArray.CreateBuilder<Season>();
        while (!reader.Failed && reader.Current.Kind == TimeTokenKind.MonthDay)
        {
            var (month, day) = ParseMonthDay(reader);
            var (untilMonth, untilDay) = (month, day);
            if (reader.Take(TimeTokenKind.To))
                (untilMonth, untilDay) = ParseMonthDay(reader);
            seasons.Add(new Season(month, day, untilMonth, untilDay));
            reader.Take(TimeTokenKind.Comma);
        }

        return seasons.ToImmutable();
    }

    private static (int Month, int Day) ParseMonthDay(TimeReader reader)
    {
        if (reader.Current.Kind != TimeTokenKind.MonthDay)
        {
            reader.Unexpected(TimeDiagnostics.DateExpected, new("写作月-日，例如 `05-01`", "write month and day, for instance `05-01`"));
            return (1, 1);
        }

        var token = reader.Take();
        var month = ((token.Text[0] - '0') * 10) + token.Text[1] - '0';
        var day = ((token.Text[3] - '0') * 10) + token.Text[4] - '0';

        // Any leap year: 29 February is a date that comes and goes.
        if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month))
            return (month, day);
        reader.Report(TimeDiagnostics.NoSuchTime, token, new("写作月-日，例如 `05-01`", "write month and day, for instance `05-01`"));
        return (1, 1);
    }

    private static ScheduleDays ParseDays(TimeReader reader)
    {
        if (reader.TakeWord("holidays") || reader.TakeWord("holiday") || reader.TakeWord("节假日"))
            return new ScheduleDays.Holidays();
        if (reader.TakeWord("工作日") || TakeTwo(reader, "working", "days"))
            return new ScheduleDays.Working();
        if (reader.TakeWord("休息日") || TakeTwo(reader, "days", "off"))
            return new ScheduleDays.Off();
        if (reader.TakeWord("daily") || reader.TakeWord("每天") || reader.TakeWord("每日") || reader.Current.Kind != TimeTokenKind.Word)
            return new ScheduleDays.On(Weekdays.All);
        return new ScheduleDays.On(HoursText.ParseWeekdays(reader));
    }

    private static ImmutableArray<DailyInterval> ParseHours(TimeReader reader)
    {
        if (reader.TakeWord("closed"))
            return [];
        return reader.Current.Kind is TimeTokenKind.End or TimeTokenKind.Semicolon
            ? [DailyInterval.WholeDay]
            : HoursText.ParseIntervals(reader);
    }

    private static bool TakeTwo(TimeReader reader, string first, string second) =>
        reader.Current.IsWord(first) && reader.Ahead(1).IsWord(second) && reader.TakeWord(first) && reader.TakeWord(second);
}
