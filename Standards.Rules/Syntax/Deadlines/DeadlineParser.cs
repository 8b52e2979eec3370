using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>
/// Reads the text of a deadline: a quantity (`3 min`, `half working day`, `3 rings`), a point of the calendar (`same day`,
/// `by Friday 17:00`), a stretch around a timestamp (`appointment -5 min .. +0 min`), a window (`1 d .. 3 d`), the name of a house
/// setting, or `never`.
/// </summary>
public static class DeadlineParser
{
    /// <summary>The deadline; <see cref="Deadline.Unreadable"/> where the text has a mistake, which is then reported.</summary>
    /// <param name="text">The text, without quotes.</param>
    /// <param name="spanAt">The place in the file of a stretch of the text: UTF-16 units before it, and its length.</param>
    /// <param name="diagnostics">Receives the first mistake of the text.</param>
    public static Deadline Parse(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        var reader = new TimeReader(text, namesHaveHyphens: true, spanAt, diagnostics);
        var deadline = ParseWhole(reader);
        if (!reader.Failed)
            reader.ExpectEnd();
        return reader.Failed ? Deadline.Unreadable : deadline;
    }

    private static Deadline ParseWhole(TimeReader reader)
    {
        var start = reader.Current.Start;
        var lower = ParseOne(reader);
        if (reader.Failed || !reader.Take(TimeTokenKind.To))
            return lower;

        var lowerText = reader.Text(start, reader.LastEnd - 2).TrimEnd();
        var upperStart = reader.Current.Start;
        var upper = ParseOne(reader);
        if (reader.Failed)
            return upper;
        var upperText = reader.Text(upperStart, reader.LastEnd);
        CheckWindowBound(reader, lower, start, lowerText);
        CheckWindowBound(reader, upper, upperStart, upperText);
        if ((lower is Deadline.Counted) != (upper is Deadline.Counted) && lower is not Deadline.Setting && upper is not Deadline.Setting)
            reader.Report(TimeDiagnostics.NotAllowedHere, upperStart, reader.LastEnd, null, upperText);
        else if (IsReversed(lower, upper))
            ReportReversed(reader, start, lowerText, upperText);
        return new Deadline.Window(lower, upper);
    }

    private static Deadline ParseOne(TimeReader reader)
    {
        var current = reader.Current;
        if (current.Kind is TimeTokenKind.Number or TimeTokenKind.Minus or TimeTokenKind.Plus || DeadlineQuantity.StartsHalf(reader))
            return DeadlineQuantity.Parse(reader);
        if (reader.TakeWord("never"))
            return Deadline.Unlimited;
        if (DeadlineBound.TryParse(reader) is { } bound)
            return bound;
        if (current.Kind == TimeTokenKind.Word && !reader.Failed)
            return ParseName(reader);
        reader.Unexpected(TimeDiagnostics.DeadlineExpected, DeadlineHelp.Deadline);
        return Deadline.Unreadable;
    }

    private static Deadline ParseName(TimeReader reader)
    {
        var open = reader.Current.IsWord("from") && reader.Ahead(1).Kind == TimeTokenKind.Word;
        if (open)
            reader.Take();
        var name = reader.Take();
        if (reader.Current.Kind is TimeTokenKind.Plus or TimeTokenKind.Minus)
            return ParseOffsets(reader, name.Text, open);
        if (open)
            reader.Unexpected(TimeDiagnostics.DeadlineExpected, DeadlineHelp.ElapsedOnly);
        else if (reader.Current.Kind == TimeTokenKind.Word)
            ReportWords(reader, name);
        return new Deadline.Setting(name.Text);
    }

    private static void ReportWords(TimeReader reader, TimeToken first)
    {
        var (start, end) = (first.Start, reader.Current.End);
        reader.Report(TimeDiagnostics.DeadlineExpected, start, end, DeadlineHelp.Digits, $"`{reader.Text(start, end)}`");
    }

    private static Deadline.RelativeTo ParseOffsets(TimeReader reader, string name, bool open)
    {
        var start = reader.Current.Start;
        var first = DeadlineQuantity.ParseOffset(reader);
        if (open)
            return new Deadline.RelativeTo(name, first, null);
        var firstEnd = reader.LastEnd;
        if (reader.Failed || !reader.Take(TimeTokenKind.To))
            return new Deadline.RelativeTo(name, null, first);
        var secondStart = reader.Current.Start;
        var second = DeadlineQuantity.ParseOffset(reader);
        if (!reader.Failed && second < first)
            ReportReversed(reader, start, reader.Text(start, firstEnd), reader.Text(secondStart, reader.LastEnd));
        return new Deadline.RelativeTo(name, first, second);
    }

    private static void CheckWindowBound(TimeReader reader, Deadline bound, int start, string text)
    {
        if (bound is Deadline.Never or Deadline.RelativeTo)
            reader.Report(TimeDiagnostics.NotAllowedHere, start, start + text.Length, null, text);
    }

    private static void ReportReversed(TimeReader reader, int start, string lower, string upper) =>
        reader.Report(TimeDiagnostics.BoundsReversed, start, reader.LastEnd, null, lower, upper);

    private static bool IsReversed(Deadline lower, Deadline upper) => (lower, upper) switch
    {
        (Deadline.Elapsed from, Deadline.Elapsed until) => until.Time < from.Time,
        (Deadline.WorkingTime from, Deadline.WorkingTime until) => until.Time < from.Time,
        (Deadline.WorkingDays from, Deadline.WorkingDays until) => until.Count < from.Count,
        (Deadline.CalendarPeriod from, Deadline.CalendarPeriod until) => until.Months < from.Months,
        (Deadline.Counted from, Deadline.Counted until) => until.Count < from.Count,
        _ => false,
    };
}
