using System.Globalization;
using Standards.Core;
using Standards.Core.Time;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>Reads numbers with units.</summary>
internal static class DeadlineQuantity
{
    // Beyond these a deadline is a slip of the keyboard, not a service standard.
    private const long LongestElapsed = 36525 * TimeSpan.TicksPerDay;
    private const long LongestWorking = 3653 * TimeSpan.TicksPerDay;
    private const long HalvesOfADay = 2;
    private const int MostWorkingDays = 10_000;
    private const int MostDays = 36_525;
    private const int MostMonths = 1_200;
    private const int MostActs = 1_000_000;

    public static bool StartsHalf(TimeReader reader) =>
        reader.Current.Kind == TimeTokenKind.Word
        && (reader.Current.Text.StartsWith('半') || (reader.Current.IsWord("half") && reader.Ahead(1).Kind == TimeTokenKind.Word));

    /// <summary>A deadline that is longer than nothing.</summary>
    public static Deadline Parse(TimeReader reader)
    {
        var start = reader.Current.Start;
        var negative = reader.Current.Kind == TimeTokenKind.Minus;
        if (negative || reader.Current.Kind == TimeTokenKind.Plus)
            reader.Take();
        var deadline = ParseSum(reader);
        if (!reader.Failed && (negative || IsNothing(deadline)))
            reader.Report(TimeDiagnostics.NotPositive, start, reader.LastEnd, null, reader.Text(start, reader.LastEnd));
        return deadline;
    }

    /// <summary>A sign and elapsed time.</summary>
    public static TimeSpan ParseOffset(TimeReader reader)
    {
        var negative = reader.Current.Kind == TimeTokenKind.Minus;
        if (!negative && reader.Current.Kind != TimeTokenKind.Plus)
        {
            reader.Unexpected(TimeDiagnostics.DeadlineExpected, DeadlineHelp.ElapsedOnly);
            return TimeSpan.Zero;
        }

        reader.Take();
        var start = reader.Current.Start;
        if (ParseSum(reader) is Deadline.Elapsed elapsed)
            return negative ? -elapsed.Time : elapsed.Time;
        reader.Report(TimeDiagnostics.NotAllowedHere, start, reader.LastEnd, DeadlineHelp.ElapsedOnly, reader.Text(start, reader.LastEnd));
        return TimeSpan.Zero;
    }

    // `1 h 30 min`: parts of one kind that add up.
    private static Deadline ParseSum(TimeReader reader)
    {
        var start = reader.Current.Start;
        var sum = ParsePart(reader);
        while (!reader.Failed && reader.Current.Kind == TimeTokenKind.Number)
        {
            var partStart = reader.Current.Start;
            sum = (sum, ParsePart(reader)) switch
            {
                (Deadline.Elapsed a, Deadline.Elapsed b) => new Deadline.Elapsed(a.Time + b.Time),
                (Deadline.WorkingTime a, Deadline.WorkingTime b) => new Deadline.WorkingTime(a.Time + b.Time),
                _ => Deadline.Unreadable,
            };
            if (sum is Deadline.Invalid)
                reader.Report(TimeDiagnostics.UnexpectedText, partStart, reader.LastEnd, null, $"`{reader.Text(partStart, reader.LastEnd)}`");
        }

        if (sum is Deadline.Elapsed { Time.Ticks: > LongestElapsed } or Deadline.WorkingTime { Time.Ticks: > LongestWorking })
            reader.Report(TimeDiagnostics.TooLong, start, reader.LastEnd, null, reader.Text(start, reader.LastEnd));
        return sum;
    }

    private static Deadline ParsePart(TimeReader reader)
    {
        var start = reader.Current.Start;
        if (ParseAmount(reader) is not { } amount || ParseUnit(reader, start) is not { } unit)
            return Deadline.Unreadable;
        return Build(reader, start, amount, unit);
    }

    private static decimal? ParseAmount(TimeReader reader)
    {
        if (StartsHalf(reader))
        {
            if (reader.TakeWord("half") && (reader.Current.IsWord("a") || reader.Current.IsWord("an")) && reader.Ahead(1).Kind == TimeTokenKind.Word)
                reader.Take();
            return 0.5m;
        }

        if (reader.Current.Kind != TimeTokenKind.Number)
        {
            reader.Unexpected(TimeDiagnostics.DeadlineExpected, DeadlineHelp.Deadline);
            return null;
        }

        var number = reader.Take();
        if (decimal.TryParse(number.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            return amount;
        reader.Report(TimeDiagnostics.TooLong, number, null);
        return null;
    }

    private static TimeUnit? ParseUnit(TimeReader reader, int start)
    {
        if (reader.Current.Kind != TimeTokenKind.Word)
        {
            reader.Report(TimeDiagnostics.MissingUnit, start, reader.LastEnd, DeadlineHelp.Units, reader.Text(start, reader.LastEnd));
            return null;
        }

        var word = reader.Take();
        if ((word.IsWord("working") || word.IsWord("business")) && reader.Current.Kind == TimeTokenKind.Word)
            return Known(reader, word, TimeUnits.InWorkingTime(reader.Take().Text));
        if (word.IsWord("calendar") && (reader.Current.IsWord("day") || reader.Current.IsWord("days")))
            return Known(reader, reader.Take(), new TimeUnit(TimeUnitKind.CalendarDay, 1));

        var name = word.Text.StartsWith('半') ? word.Text[1..] : word.Text;
        if (TimeUnits.Find(name) is { } unit)
            return unit;
        if (word.IsWord("m"))
            reader.Report(TimeDiagnostics.UnknownUnit, word, DeadlineHelp.MinuteOrMonth);
        else if (TimeUnits.Nearest(name) is { } near)
            reader.Report(TimeDiagnostics.UnknownUnit, word, DeadlineHelp.DidYouMean(near));
        else if (!char.IsAscii(name.FirstOrDefault()) || name.Length < 2)
            reader.Report(TimeDiagnostics.UnknownUnit, word, DeadlineHelp.Units);
        else
            return new TimeUnit(TimeUnitKind.Act, 1, name);
        return null;
    }

    private static TimeUnit? Known(TimeReader reader, TimeToken word, TimeUnit? unit)
    {
        if (unit is null)
        {
            var text = reader.Text(word.Start, reader.LastEnd);
            var near = TimeUnits.Nearest(text[(text.LastIndexOf(' ') + 1)..]);
            reader.Report(
                TimeDiagnostics.UnknownUnit, word.Start, reader.LastEnd, near is null ? DeadlineHelp.Units : DeadlineHelp.DidYouMean($"{word.Text} {near}"), text);
        }

        return unit;
    }

    private static Deadline Build(TimeReader reader, int start, decimal amount, TimeUnit unit)
    {
        var (size, most) = unit.Kind switch
        {
            TimeUnitKind.Elapsed => (unit.Size, LongestElapsed),
            TimeUnitKind.Working => (unit.Size, LongestWorking),
            TimeUnitKind.WorkingDay => (HalvesOfADay, HalvesOfADay * MostWorkingDays),
            TimeUnitKind.CalendarDay => (1, MostDays),
            TimeUnitKind.Month => (unit.Size, MostMonths),
            _ => (1, MostActs),
        };
        if (Whole(reader, start, amount, size, most) is not { } count)
            return Deadline.Unreadable;
        return unit.Kind switch
        {
            TimeUnitKind.Elapsed => new Deadline.Elapsed(new TimeSpan(count)),
            TimeUnitKind.Working => new Deadline.WorkingTime(new TimeSpan(count)),
            TimeUnitKind.WorkingDay => new Deadline.WorkingDays(count / (decimal)HalvesOfADay),
            TimeUnitKind.CalendarDay => new Deadline.CalendarBound(new CalendarPoint.Day((int)count)),
            TimeUnitKind.Month => new Deadline.CalendarPeriod((int)count),
            _ => new Deadline.Counted((int)count, unit.Name),
        };
    }

    private static long? Whole(TimeReader reader, int start, decimal amount, long size, long most)
    {
        var text = reader.Text(start, reader.LastEnd);
        if (amount > most / (decimal)size)
            reader.Report(TimeDiagnostics.TooLong, start, reader.LastEnd, null, text);
        else if (amount * size % 1 != 0)
            reader.Report(TimeDiagnostics.FractionNotAllowed, start, reader.LastEnd, WayOut(size), text);
        else
            return (long)(amount * size);
        return null;
    }

    private static LocalizedText WayOut(long size) => size == HalvesOfADay ? DeadlineHelp.HalfDays : DeadlineHelp.WholeNumber;

    private static bool IsNothing(Deadline deadline) => deadline switch
    {
        Deadline.Elapsed elapsed => elapsed.Time == TimeSpan.Zero,
        Deadline.WorkingTime working => working.Time == TimeSpan.Zero,
        Deadline.WorkingDays days => days.Count == 0,
        Deadline.CalendarPeriod period => period.Months == 0,
        Deadline.CalendarBound { Point: CalendarPoint.Day day } => day.Ahead == 0,
        Deadline.Counted counted => counted.Count == 0,
        _ => false,
    };
}
