using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Audit.Reading;
using Xunit;

namespace Standards.Tests.Audit.Reading;

public sealed class MappingTests
{
    private static readonly LogMapping Simple = new()
    {
        Case = Column("id"),
        Events = [new MappedEvent(Column("time"), Column("what")) { Data = [new("visitor", Column("who")), new("amount", Column("sum")), new("unread", Column("who"))] }],
    };

    public static TheoryData<string, string> BadRows => new()
    {
        { "C1,2026-03-02T01:00:00Z,visitor.arrived", ":3 ST0931 the row has 3 fields, and the header has 5" },
        { "C1,2026-03-02T01:00:00Z,visitor.arrived,B,1,2", ":3 ST0931 the row has 6 fields, and the header has 5" },
        { "C1,2026-03-02T01:00:00Z,visitor.arrived,B\"x,1", ":3 ST0932 the quotes of the row do not match | write a quote inside quotes twice, and put the whole field in quotes" },
        { ",2026-03-02T01:00:00Z,visitor.arrived,B,1", ":3 ST0904 the event has no `case` | every event needs `case`, `at` and `act`" },
        { "C1,,visitor.arrived,B,1", ":3 ST0904 the event has no `at` | every event needs `case`, `at` and `act`" },
        { "C1,2026-03-02T01:00:00Z,,B,1", ":3 ST0904 the event has no `act` | every event needs `case`, `at` and `act`" },
        { "C1,soon,visitor.arrived,B,1", ":3 ST0906 `soon` is not a time that can be read | write a time as `2026-03-02T09:00:00+08:00`" },
        { "C1,2026-03-02 01:00:00,visitor.arrived,B,1", ":3 ST0907 the time `2026-03-02 01:00:00` does not say its zone | name the zone in the mapping, for instance `zone: Asia/Shanghai`" },
        { "C1,2026-03-02T01:00:00Z,visitor.arrived,B,\"1,5\"", ":3 ST0908 attribute `amount` must be of type `double`, and `1,5` is not" },
        { "C1,2026-03-02T01:00:00Z,visitor.arrived,\uFFFD,1", ":3 ST0936 the text `\uFFFD` is not in the encoding of the table | name the encoding in the mapping, for instance `encoding: gb18030`" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public void A_bad_row_is_reported_and_the_rows_around_it_are_read(string row, string expected)
    {
        var outcome = Read($"id,time,what,who,sum\nC1,2026-03-02T01:00:00Z,visitor.arrived,B,1\n{row}\nC2,2026-03-02T01:00:00Z,visitor.served,,\n", Simple);
        Assert.Equal(["log.csv" + expected], outcome.Diagnostics);
        Assert.Equal(
            ["0:2 C1 2026-03-02T01:00:00.000Z act=1 visitor=String:B amount=Double:1", "0:4 C2 2026-03-02T01:00:00.000Z act=2"],
            outcome.Events);
    }

    [Fact]
    public void Lines_are_counted_through_quoted_line_feeds_and_blank_lines()
    {
        var outcome = Read("\uFEFFid,time,what,who,sum\r\n\r\nC1,2026-03-02T01:00:00Z,visitor.arrived,\"a\r\n\"\"b\"\"\",1\r\n\r\nC2,x,visitor.served,,\r\nC3,2026-03-02T01:00:00Z,visitor.served,,", Simple);
        Assert.Equal(
            ["0:3 C1 2026-03-02T01:00:00.000Z act=1 visitor=String:a\r\n\"b\" amount=Double:1", "0:7 C3 2026-03-02T01:00:00.000Z act=2"],
            outcome.Events);
        Assert.StartsWith("log.csv:6 ST0906", Assert.Single(outcome.Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_names_those_there_are()
    {
        var outcome = Read("id,Time,what,sum\nC1,x,y,1\n", Simple);
        Assert.Equal(
            [
                "log.csv:1 ST0930 the table has no column `time`; it has `id`, `Time`, `what`, `sum` | did you mean `Time`?",
                "log.csv:1 ST0930 the table has no column `who`; it has `id`, `Time`, `what`, `sum`",
            ],
            outcome.Diagnostics);
        Assert.Empty(outcome.Events);
    }

    [Fact]
    public void An_empty_table_lacks_all_columns() =>
        Assert.All(Read("", Simple).Diagnostics, d => Assert.EndsWith("; it has -", d, StringComparison.Ordinal));

    [Fact]
    public void A_quote_that_is_never_closed_costs_the_rest_and_says_so()
    {
        var text = "id,time,what,who,sum\nC1,2026-03-02T01:00:00Z,visitor.arrived,\"B,1\n" + string.Concat(Enumerable.Repeat("C2,2026-03-02T01:00:00Z,visitor.served,,\n", 1000));
        var outcome = Read(text, Simple);
        Assert.Equal("log.csv:2 ST0932", Assert.Single(outcome.Diagnostics)[..16]);
        var capped = Read(text, Simple, ReadLog.Inline with { LongestLine = 2000, BlockSize = 300 });
        Assert.Equal(
            "log.csv:2 ST0911 the line is longer than 2000 bytes | nothing after it was read: look for a quote that is not closed",
            Assert.Single(capped.Diagnostics));
    }

    [Fact]
    public void A_row_may_hold_several_events_and_the_facts_of_its_case()
    {
        var mapping = new LogMapping
        {
            Delimiter = ';',
            Case = Column("id"),
            Process = new MappedCell.Constant("busy-desk"),
            Facts = [new("visitor", Column("who")), new("urgent", Values("urgent", ("yes", "true"), ("no", "false")))],
            Events =
            [
                new MappedEvent(Column("start"), new MappedCell.Constant("visitor.arrived")) { Role = new MappedCell.Constant("visitor"), Say = Column("said") },
                new MappedEvent(Column("end"), Values("what", ("done", "visitor.served")))
                {
                    Optional = true,
                    When = [new(Column("state"), FrozenSet.ToFrozenSet(["complete"]))],
                    Actor = Column("who"),
                },
            ],
        };
        var outcome = Read(
            """
            id;who;urgent;start;end;what;state;said
            C1;B;yes;2026-03-02T01:00:00Z;2026-03-02T01:05:00Z;done;complete;你好
            C1;B;yes;2026-03-02T02:00:00Z;;done;complete;
            C1;C;yes;2026-03-02T03:00:00Z;2026-03-02T03:05:00Z;done;running;
            C2;;;x;2026-03-02T03:05:00Z;done;complete;
            C2;;no;2026-03-02T04:00:00Z;2026-03-02T04:05:00Z;other;complete;
            """,
            mapping);
        Assert.Equal(
            [
                "0:2 C1 2026-03-02T01:00:00.000Z act=0 process=0 visitor=String:B urgent=Bool:true",
                "0:2 C1 2026-03-02T01:00:00.000Z act=1 process=0 role=visitor say=你好",
                "0:2 C1 2026-03-02T01:05:00.000Z act=2 process=0 actor=B",
                "0:3 C1 2026-03-02T02:00:00.000Z act=1 process=0 role=visitor",
                "0:4 C1 2026-03-02T03:00:00.000Z act=1 process=0 role=visitor",
                "0:6 C2 2026-03-02T04:00:00.000Z act=0 process=0 urgent=Bool:false",
                "0:6 C2 2026-03-02T04:00:00.000Z act=1 process=0 role=visitor",
                "0:6 C2 2026-03-02T04:05:00.000Z act=-1 process=0",
            ],
            outcome.Events);
        Assert.Equal(
            [
                "log.csv:4 ST0935 the facts of case `C1` differ from those of its first row, which count",
                "log.csv:5 ST0906 `x` is not a time that can be read | write a time as `2026-03-02T09:00:00+08:00`",
                "log.csv:6 ST0913 no pack knows the act `other`",
            ],
            outcome.Diagnostics);
    }

    [Fact]
    public void A_row_with_one_bad_event_gives_none_and_states_no_facts()
    {
        var mapping = Simple with
        {
            Facts = [new("visitor", Column("who"))],
            Events = [new MappedEvent(Column("time"), Column("what")), new MappedEvent(Column("sum"), Column("what"))],
        };
        var outcome = Read("id,time,what,who,sum\nC1,2026-03-02T01:00:00Z,visitor.arrived,B,soon\nC1,2026-03-02T02:00:00Z,visitor.arrived,B,2026-03-02T03:00:00Z\n", mapping);
        Assert.StartsWith("log.csv:2 ST0906", Assert.Single(outcome.Diagnostics), StringComparison.Ordinal);
        Assert.Equal(
            [
                "0:3 C1 2026-03-02T02:00:00.000Z act=0 visitor=String:B",
                "0:3 C1 2026-03-02T02:00:00.000Z act=1",
                "0:3 C1 2026-03-02T03:00:00.000Z act=1",
            ],
            outcome.Events);
    }

    [Fact]
    public void Local_times_take_the_zone_of_the_mapping_and_never_guess()
    {
        var mapping = Simple with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"), TimeFormats = ["d-M-yyyy H:mm", "yyyy-MM-dd HH:mm:sszzz"] };
        var outcome = Read(
            """
            id,time,what,who,sum
            C1,2-3-2026 9:05,visitor.arrived,,
            C1,2-7-2026 9:05,visitor.arrived,,
            C1,29-3-2026 2:30,visitor.arrived,,
            C1,25-10-2026 2:30,visitor.arrived,,
            C1,2026-10-25 02:30:00+01:00,visitor.arrived,,
            C1,2026-10-25,visitor.arrived,,
            """,
            mapping);
        Assert.Equal(
            ["0:2 C1 2026-03-02T08:05:00.000Z act=1", "0:3 C1 2026-07-02T07:05:00.000Z act=1", "0:6 C1 2026-10-25T01:30:00.000Z act=1"],
            outcome.Events);
        Assert.Equal(["log.csv:4 ST0933", "log.csv:5 ST0934", "log.csv:7 ST0906"], outcome.Diagnostics.Select(d => d[..16]));
    }

    [Fact]
    public void Numbers_follow_the_culture_of_the_mapping_and_of_nothing_else()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            const string text = "id;time;what;who;sum\nC1;2026-03-02T01:00:00Z;visitor.arrived;;54,20\nC1;2026-03-02T01:00:00Z;visitor.arrived;;54.20\n";
            var german = Read(text, Simple with { Delimiter = ';', Culture = CultureInfo.GetCultureInfo("de-DE") });
            var invariant = Read(text, Simple with { Delimiter = ';' });
            Assert.Equal("0:2 C1 2026-03-02T01:00:00.000Z act=1 amount=Double:54.2", Assert.Single(german.Events));
            Assert.Equal("0:3 C1 2026-03-02T01:00:00.000Z act=1 amount=Double:54.2", Assert.Single(invariant.Events));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_table_in_another_encoding_is_read_where_the_mapping_names_it()
    {
        var text = "id,time,what,who,sum\nC1,2026-03-02T01:00:00Z,visitor.arrived,来客,1\n";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text);
        var named = ReadLog.Inputs([ReadLog.Input(bytes, "log.csv", Simple with { Encoding = "gb18030" })]);
        Assert.Equal("0:2 C1 2026-03-02T01:00:00.000Z act=1 visitor=String:来客 amount=Double:1", Assert.Single(named.Events));
        var unnamed = ReadLog.Inputs([ReadLog.Input(bytes, "log.csv", Simple)]);
        Assert.StartsWith("log.csv:2 ST0936", Assert.Single(unnamed.Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_and_workers_change_nothing()
    {
        var text = new StringBuilder("id,time,what,who,sum\n");
        for (var i = 0; i < 9000; i++)
            text.Append(CultureInfo.InvariantCulture, $"C{i},2026-03-02T01:00:{i % 61:00}Z,visitor.arrived,v{i % 7},{i}.5\n");
        var alone = Read(text.ToString(), Simple);
        var together = Read(text.ToString(), Simple, ReadLog.Inline with { BlockSize = 64, Workers = 2 });
        Assert.Equal(alone.Events, together.Events);
        Assert.Equal(alone.Diagnostics, together.Diagnostics);
        Assert.Equal(8853, alone.Events.Length);
    }

    [Fact]
    public void A_time_format_that_may_or_may_not_say_its_zone_is_refused() =>
        Assert.Throws<ArgumentException>(() => Read("id,time,what,who,sum\n", Simple with { TimeFormats = ["yyyy-MM-ddTHH:mm:ssK"] }));

    private static ReadOutcome Read(string text, LogMapping mapping, LogReaderOptions? options = null) =>
        ReadLog.Inputs([ReadLog.Input(Encoding.UTF8.GetBytes(text), "log.csv", mapping)], options);

    private static MappedCell.Column Column(string name) => new(name);

    private static MappedCell.Column Values(string name, params (string From, string To)[] values) =>
        new(name) { Values = values.ToFrozenDictionary(v => v.From, v => v.To) };
}
