using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>Reads what schedules and calendars share: weekdays and hours.</summary>
internal static class HoursText
{
    private static readonly LocalizedText HoursExample = new("例如 `09:00-12:00, 13:30-18:00`", "for instance `09:00-12:00, 13:30-18:00`");

    private static readonly LocalizedText DaysExample = new("例如 `Mon-Fri`、`Sat`、`holidays`", "for instance `Mon-Fri`, `Sat` or `holidays`");

    /// <summary>`Mon-Fri, Sun`; a range may run over the end of the week.</summary>
    public static Weekdays ParseWeekdays(TimeReader reader)
    {
        var set = Weekdays.None;
        do
        {
            if (ParseWeekday(reader) is not { } first)
                return set;
            var last = first;
            if (reader.Take(TimeTokenKind.Minus))
            {
                if (ParseWeekday(reader) is not { } end)
                    return set;
                last = end;
            }

            for (var day = (int)first; ; day = (day + 1) % 7)
            {
                set |= (Weekdays)(1 << day);
                if (day == (int)last)
                    break;
            }
        }
        while (reader.Current.Kind == TimeTokenKind.Comma && reader.Ahead(1).Kind == TimeTokenKind.Word && reader.Take(TimeTokenKind.Comma));
        return set;
    }

    /// <summary>`09:00-12:00, 13:30-18:00`.</summary>
    public static ImmutableArray<DailyInterval> ParseIntervals(TimeReader reader)
    {
        var hours = ImmutableArray.CreateBuilder<DailyInterval>();
        do
        {
            var start = reader.Current.Start;
            var from = ParseClock(reader);
            if (!reader.Failed && !reader.Take(TimeTokenKind.Minus))
                reader.Unexpected(TimeDiagnostics.HoursExpected, HoursExample);
            var until = ParseClock(reader);
            if (reader.Failed)
                break;

            var interval = new DailyInterval(from, until);
            if (from == until || from == TimeSpan.FromDays(1))
                reader.Report(TimeDiagnostics.EmptyHours, start, reader.LastEnd, HoursExample, reader.Text(start, reader.LastEnd));
            hours.Add(interval);
        }
        while (reader.Take(TimeTokenKind.Comma));
        return hours.ToImmutable();
    }

    private static DayOfWeek? ParseWeekday(TimeReader reader)
    {
        if (reader.Current.Kind != TimeTokenKind.Word)
        {
            reader.Unexpected(TimeDiagnostics.ScheduleExpected, DaysExample);
            return null;
        }

        var token = reader.Take();
        if (DayNames.Find(token.Text) is { } day)
            return day;
        var near = DayNames.Nearest(token.Text) ?? NearWord.Find(token.Text, ["holidays", "working", "closed", "daily"]);
        reader.Report(TimeDiagnostics.UnknownDay, token, near is null ? DaysExample : DeadlineHelp.DidYouMean(near));
        return null;
    }

    private static TimeSpan ParseClock(TimeReader reader)
    {
        if (reader.Failed)
            return TimeSpan.Zero;
        if (reader.Current.Kind == TimeTokenKind.Clock)
            return reader.TimeOfDay(reader.Take()) ?? TimeSpan.Zero;
        reader.Unexpected(TimeDiagnostics.HoursExpected, HoursExample);
        return TimeSpan.Zero;
    }
}
