using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>Reads the scalars of calendar files. Each reports the first mistake of its text and then returns null.</summary>
public static class CalendarText
{
    private static readonly LocalizedText DateExample = new(
        "写作年-月-日，例如 `2026-05-01`", "write year, month and day, for instance `2026-05-01`");

    /// <summary>`2026-05-01`.</summary>
    public static DateOnly? ParseDate(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        var reader = new TimeReader(text, namesHaveHyphens: false, spanAt, diagnostics);
        var date = ParseDate(reader);
        return Finish(reader) ? date : null;
    }

    /// <summary>`2026-05-01` or `2026-05-01..2026-05-05`, both ends included.</summary>
    public static (DateOnly First, DateOnly Last)? ParseDates(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        var reader = new TimeReader(text, namesHaveHyphens: false, spanAt, diagnostics);
        var first = ParseDate(reader);
        var last = !reader.Failed && reader.Take(TimeTokenKind.To) ? ParseDate(reader) : first;
        return Finish(reader) ? (first, last) : null;
    }

    /// <summary>`mon-fri`, `sat, sun`.</summary>
    public static ImmutableArray<DayOfWeek>? ParseWeekdays(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        var reader = new TimeReader(text, namesHaveHyphens: false, spanAt, diagnostics);
        var set = HoursText.ParseWeekdays(reader);
        return Finish(reader) ? [.. Enum.GetValues<DayOfWeek>().Where(day => ((int)set & (1 << (int)day)) != 0)] : null;
    }

    /// <summary>`09:00-12:00, 13:30-18:00`; nothing or `closed` for a day off.</summary>
    public static ImmutableArray<DailyInterval>? ParseHours(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        var reader = new TimeReader(text, namesHaveHyphens: false, spanAt, diagnostics);
        ImmutableArray<DailyInterval> hours = [];
        if (reader.Current.Kind != TimeTokenKind.End && !reader.TakeWord("closed"))
            hours = HoursText.ParseIntervals(reader);
        return Finish(reader) ? hours : null;
    }

    /// <summary>`friday` for the hours of that weekday, or hours of the day's own.</summary>
    public static SpecialHours? ParseSpecialHours(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        if (DayNames.Find(text.Trim()) is { } day)
            return new SpecialHours.Of(day);
        return ParseHours(text, spanAt, diagnostics) is { } hours ? new SpecialHours.Own(hours) : null;
    }

    private static DateOnly ParseDate(TimeReader reader)
    {
        if (reader.Current.Kind != TimeTokenKind.Date)
        {
            reader.Unexpected(TimeDiagnostics.DateExpected, DateExample);
            return default;
        }

        var token = reader.Take();
        if (!DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            reader.Report(TimeDiagnostics.NoSuchTime, token, DateExample);
        return date;
    }

    private static bool Finish(TimeReader reader)
    {
        if (!reader.Failed)
            reader.ExpectEnd();
        return !reader.Failed;
    }
}
