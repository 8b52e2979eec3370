using FsCheck;
using FsCheck.Fluent;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Rules.Syntax.Deadlines;
using Xunit;

namespace Standards.Tests.Time;

public sealed class DeadlineParserTests
{
    [Theory]
    [InlineData("3 min", "3 min")]
    [InlineData("3min", "3 min")]
    [InlineData("  180   seconds ", "3 min")]
    [InlineData("3 Minutes", "3 min")]
    [InlineData("20 s", "20 s")]
    [InlineData("0.5 s", "500 ms")]
    [InlineData("1.5 h", "90 min")]
    [InlineData("1 h 30 min", "90 min")]
    [InlineData("1小时30分钟", "90 min")]
    [InlineData("1 week", "7 d")]
    [InlineData("half a day", "12 h")]
    [InlineData("half an hour", "30 min")]
    [InlineData("half a working day", "half working day")]
    [InlineData("half working day", "half working day")]
    [InlineData("0.5 working days", "half working day")]
    [InlineData("半个工作日", "half working day")]
    [InlineData("半天", "12 h")]
    [InlineData("3个工作日内", "3 working days")]
    [InlineData("3 工作日", "3 working days")]
    [InlineData("1 business day", "1 working day")]
    [InlineData("2 workdays", "2 working days")]
    [InlineData("1.50 working days", "1.5 working days")]
    [InlineData("4 working h", "4 working hours")]
    [InlineData("90 working min", "90 working minutes")]
    [InlineData("1 working hour 30 working min", "90 working minutes")]
    [InlineData("5 分钟内", "5 min")]
    [InlineData("20秒", "20 s")]
    [InlineData("2小时", "2 h")]
    [InlineData("2 天", "2 d")]
    [InlineData("3声", "3 rings")]
    [InlineData("1 ring", "1 ring")]
    [InlineData("2 attempts", "2 attempts")]
    [InlineData("2 phone.rang", "2 phone.rang")]
    [InlineData("1 month", "1 month")]
    [InlineData("3个月", "3 months")]
    [InlineData("2 years", "24 months")]
    [InlineData("2 calendar days", "2 calendar days")]
    [InlineData("3 自然日", "3 calendar days")]
    [InlineData("1 calendar day", "next day")]
    [InlineData("same day", "same day")]
    [InlineData("by 24:00", "same day")]
    [InlineData("当日", "same day")]
    [InlineData("当日 17:00", "by 17:00")]
    [InlineData("same day 17:00", "by 17:00")]
    [InlineData("by end of day", "same day")]
    [InlineData("next day", "next day")]
    [InlineData("by 10:00 next day", "next day 10:00")]
    [InlineData("same working day", "same working day")]
    [InlineData("by 10:00 next working day", "next working day 10:00")]
    [InlineData("下一个工作日", "next working day")]
    [InlineData("by 17:00:30", "by 17:00:30")]
    [InlineData("by fri 17:00", "by Friday 17:00")]
    [InlineData("by 周五", "by Friday")]
    [InlineData("by day 3 of the next month", "by day 3 of the next month")]
    [InlineData("by day 25 of this month 12:00", "by day 25 of the month 12:00")]
    [InlineData("by the end of the month", "by end of month")]
    [InlineData("end of next quarter", "by end of the next quarter")]
    [InlineData("appointment -5 min .. +0 min", "appointment -5 min .. +0 min")]
    [InlineData("appointment-5 min..+1 h 30 min", "appointment -5 min .. +90 min")]
    [InlineData("meeting.start -1 d", "meeting.start -1 d")]
    [InlineData("from appointment -1 d", "from appointment -1 d")]
    [InlineData("1 d .. 3 d", "1 d .. 3 d")]
    [InlineData("2 rings .. 3 rings", "2 rings .. 3 rings")]
    [InlineData("promptly .. next day", "promptly .. next day")]
    [InlineData("answer-promptly", "answer-promptly")]
    [InlineData("Never", "never")]
    public void A_deadline_reads_and_its_canonical_text_reads_back(string text, string canonical)
    {
        var deadline = TimeFixtures.Deadline(text);
        Assert.Equal(canonical, deadline.ToString());
        Assert.Equal(deadline, TimeFixtures.Deadline(canonical));
    }

    [Fact]
    public void Every_deadline_survives_its_canonical_text() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(77, 1), Prop.ForAll(Deadlines().ToArbitrary(), deadline =>
            TimeFixtures.Deadline(deadline.ToString()).Equals(deadline)));

    [Theory]
    [InlineData("", "ST0401", 0, 1, "expected a deadline, found …")]
    [InlineData("5", "ST0403", 0, 1, "the number `5` has no unit")]
    [InlineData("1..3 d", "ST0403", 0, 1, "the number `1` has no unit")]
    [InlineData("3 minuts", "ST0402", 2, 6, "unknown unit of time `minuts`", "did you mean `minutes`?")]
    [InlineData("3 housr", "ST0402", 2, 5, "unknown unit of time `housr`", "did you mean `hours`?")]
    [InlineData("3 m", "ST0402", 2, 1, "unknown unit of time `m`", "write `min` or `month`")]
    [InlineData("3 刻", "ST0402", 2, 1, "unknown unit of time `刻`")]
    [InlineData("3 working dyas", "ST0402", 2, 12, "unknown unit of time `working dyas`", "did you mean `working days`?")]
    [InlineData("3 working weeks", "ST0402", 2, 13, "unknown unit of time `working weeks`")]
    [InlineData("-3 min", "ST0404", 0, 6, "a deadline must be longer than nothing, which `-3 min` is not")]
    [InlineData("0 s", "ST0404", 0, 3, "a deadline must be longer than nothing, which `0 s` is not")]
    [InlineData("0 rings", "ST0404", 0, 7, "a deadline must be longer than nothing, which `0 rings` is not")]
    [InlineData("0 working days", "ST0404", 0, 14, "a deadline must be longer than nothing, which `0 working days` is not")]
    [InlineData("99999999999999999999999999999999 s", "ST0405", 0, 32, "`99999999999999999999999999999999` is absurdly long")]
    [InlineData("999999 d", "ST0405", 0, 8, "`999999 d` is absurdly long")]
    [InlineData("36525 d 1 s", "ST0405", 0, 11, "`36525 d 1 s` is absurdly long")]
    [InlineData("20000 working days", "ST0405", 0, 18, "`20000 working days` is absurdly long")]
    [InlineData("1.3 working days", "ST0406", 0, 16, "`1.3 working days` cannot be divided like that", "working days are counted in halves")]
    [InlineData("2.5 rings", "ST0406", 0, 9, "`2.5 rings` cannot be divided like that", "use a whole number")]
    [InlineData("half a month", "ST0406", 0, 12, "`half a month` cannot be divided like that")]
    [InlineData("0.00001 ms", "ST0406", 0, 10, "`0.00001 ms` cannot be divided like that")]
    [InlineData("by 25:00", "ST0407", 3, 5, "there is no time or date `25:00`")]
    [InlineData("by 17:60", "ST0407", 3, 5, "there is no time or date `17:60`")]
    [InlineData("by day 32 of the month", "ST0407", 7, 2, "there is no time or date `day 32`")]
    [InlineData("3 d .. 1 d", "ST0408", 0, 10, "`3 d` comes after `1 d`, so nothing lies between them")]
    [InlineData("appointment +5 min .. -5 min", "ST0408", 12, 16, "`+5 min` comes after `-5 min`, so nothing lies between them")]
    [InlineData("3 min please", "ST0409", 6, 6, "the deadline or schedule is complete before `please`")]
    [InlineData("1 h 2 rings", "ST0409", 4, 7, "the deadline or schedule is complete before `2 rings`")]
    [InlineData("appointment -2 working days", "ST0410", 13, 14, "`2 working days` cannot be used here")]
    [InlineData("1 d .. never", "ST0410", 7, 5, "`never` cannot be used here")]
    [InlineData("1 d .. 3 rings", "ST0410", 7, 7, "`3 rings` cannot be used here")]
    [InlineData("by Firday 17:00", "ST0411", 3, 6, "expected a point of the calendar, found `Firday`", "did you mean `Friday`?")]
    [InlineData("by", "ST0411", 2, 1, "expected a point of the calendar, found …")]
    [InlineData("by day 3 of May", "ST0411", 12, 3, "expected a point of the calendar, found `May`")]
    [InlineData("three minutes", "ST0401", 0, 13, "expected a deadline, found `three minutes`", "write numbers in digits, for instance `3 min`")]
    [InlineData("≤ 3 min", "ST0401", 0, 1, "expected a deadline, found `≤`")]
    [InlineData("1 d ..", "ST0401", 6, 1, "expected a deadline, found …")]
    public void A_mistake_is_reported_once_with_its_place(string text, string code, int start, int length, string message, string? help = null)
    {
        var bag = new DiagnosticBag();
        var deadline = DeadlineParser.Parse(text, TimeFixtures.SpanAt, bag);
        var diagnostic = Assert.Single(bag.ToSorted());
        Assert.Equal((code, message), (diagnostic.Code, diagnostic.Message(Language.En)));
        Assert.Equal(TimeFixtures.SpanAt(start, length), diagnostic.Span);
        if (help is not null)
            Assert.Equal(help, diagnostic.Help?.En);
        Assert.Equal(Deadline.Unreadable, deadline);
    }

    [Fact]
    public void No_text_makes_the_parser_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(99, 1), Prop.ForAll(Texts().ToArbitrary(), text =>
        {
            var (deadlines, schedules) = (new DiagnosticBag(), new DiagnosticBag());
            var deadline = DeadlineParser.Parse(text, TimeFixtures.SpanAt, deadlines);
            var schedule = ScheduleParser.Parse(text, TimeFixtures.SpanAt, schedules);
            return (deadline is Deadline.Invalid) == deadlines.HasErrors
                && schedule.Rules.IsEmpty == schedules.HasErrors
                && (deadlines.HasErrors || TimeFixtures.Deadline(deadline.ToString()).Equals(deadline))
                && (schedules.HasErrors || TimeFixtures.Schedule(schedule.ToString()).ToString() == schedule.ToString());
        }));

    private static Gen<string> Texts()
    {
        var pieces = Gen.Elements(
            "3", "0.5", "99999999999999999999", "min", "h", "working", "day", "days", "半个工作日", "rings", "by", "17:00", "24:00", "99:99", "..", "-", "+",
            "appointment", "same", "next", "end", "of", "the", "month", "Fri", "Mon", "never", "from", "05-01", "13-41", "2026-02-30", ",", ";", "closed",
            "holidays", "off", "half", "a", "个", "内", "\"", "\u0000", "😀", "08:00-22:00", "daily");
        return from parts in pieces.ListOf()
               from glue in Gen.Elements(" ", " ", "")
               select string.Join(glue, parts.Take(8));
    }

    private static Gen<Deadline> Deadlines()
    {
        var plain = Plain();
        var window = from days in Gen.Choose(1, 50)
                     from more in Gen.Choose(0, 50)
                     select (Deadline)new Deadline.Window(new Deadline.Elapsed(TimeSpan.FromDays(days)), new Deadline.Elapsed(TimeSpan.FromDays(days + more)));
        return Gen.OneOf(plain, plain, plain, window);
    }

    private static Gen<Deadline> Plain()
    {
        var time = Gen.Choose(0, 86_399).Select(second => TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(second)));
        var at = Gen.OneOf(Gen.Constant<TimeOnly?>(null), time.Select(t => (TimeOnly?)t));
        var span = from count in Gen.Choose(1, 100_000)
                   from size in Gen.Elements(1L, TimeSpan.TicksPerMillisecond, TimeSpan.TicksPerSecond, TimeSpan.TicksPerMinute)
                   select new TimeSpan(count * size);
        var days = Gen.Choose(0, 9);
        var point = Gen.OneOf(
            from ahead in Gen.Choose(0, 1) from t in at select (CalendarPoint)new CalendarPoint.Day(ahead, t),
            Gen.Choose(2, 90).Select(ahead => (CalendarPoint)new CalendarPoint.Day(ahead)),
            from next in Gen.Elements(true, false) from t in at select (CalendarPoint)new CalendarPoint.WorkingDay(next, t),
            from day in Gen.Elements(Enum.GetValues<DayOfWeek>()) from t in at select (CalendarPoint)new CalendarPoint.Weekday(day, t),
            from day in Gen.Choose(1, 31) from next in Gen.Choose(0, 1) from t in at select (CalendarPoint)new CalendarPoint.MonthDay(day, next, t),
            from unit in Gen.Elements(Enum.GetValues<CalendarPeriodUnit>()) from next in Gen.Elements(true, false) select (CalendarPoint)new CalendarPoint.PeriodEnd(unit, next));
        return Gen.OneOf(
            span.Select(s => (Deadline)new Deadline.Elapsed(s)),
            span.Select(s => (Deadline)new Deadline.WorkingTime(new TimeSpan(s.Ticks))),
            Gen.Choose(1, 60).Select(halves => (Deadline)new Deadline.WorkingDays(halves / 2m)),
            Gen.Choose(1, 60).Select(months => (Deadline)new Deadline.CalendarPeriod(months)),
            Gen.Choose(1, 60).Select(count => (Deadline)new Deadline.Counted(count, "ring")),
            point.Select(p => (Deadline)new Deadline.CalendarBound(p)),
            from low in span from high in span select (Deadline)new Deadline.RelativeTo("meeting.start", -low, high),
            span.Select(s => (Deadline)new Deadline.RelativeTo("appointment", null, -s)),
            span.Select(s => (Deadline)new Deadline.RelativeTo("appointment", s, null)),
            days.Select(n => (Deadline)new Deadline.Setting("setting" + n)));
    }
}
