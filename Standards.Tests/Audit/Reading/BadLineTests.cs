using System.Text;
using Standards.Audit.Reading;
using Xunit;

namespace Standards.Tests.Audit.Reading;

public sealed class BadLineTests
{
    private const string Good = """{"case":"C1","at":"2026-03-02T01:00:12.250Z","act":"visitor.arrived","data":{"rings":1}}""";

    public static TheoryData<string, string> Lines => new()
    {
        { "x", ":2:1 ST0901 the line is not a well-formed JSON object | write one whole JSON object on each line" },
        { "[1]", ":2:1 ST0901 the line is not a well-formed JSON object | write one whole JSON object on each line" },
        { """{"case":"C1",}""", ":2:14 ST0901 the line is not a well-formed JSON object | write one whole JSON object on each line" },
        { """{"case":"C1","n":01}""", ":2:19 ST0901 the line is not a well-formed JSON object | write one whole JSON object on each line" },
        { "{\"case\":\"C\t1\"}", ":2:11 ST0901 the line is not a well-formed JSON object | write one whole JSON object on each line" },
        { """{"case":"你好","n":x}""", ":2:18 ST0901 the line is not a well-formed JSON object | write one whole JSON object on each line" },
        { Good[..^1], ":2:88 ST0902 the line ends before its JSON object does" },
        { Good[..30], ":2:31 ST0902 the line ends before its JSON object does" },
        { Good + "}", ":2:89 ST0903 text follows the JSON object on the same line | write one whole JSON object on each line" },
        { Good + " {}", ":2:90 ST0903 text follows the JSON object on the same line | write one whole JSON object on each line" },
        { "{}", ":2 ST0904 the event has no `case` | every event needs `case`, `at` and `act`" },
        { Good.Replace("C1", "", StringComparison.Ordinal), ":2 ST0904 the event has no `case` | every event needs `case`, `at` and `act`" },
        { Good.Replace("\"at\"", "\"et\"", StringComparison.Ordinal), ":2 ST0904 the event has no `at` | every event needs `case`, `at` and `act`" },
        { Good.Replace("visitor.arrived", "", StringComparison.Ordinal), ":2 ST0904 the event has no `act` | every event needs `case`, `at` and `act`" },
        { Good.Replace("\"C1\"", "7", StringComparison.Ordinal), ":2:9 ST0905 `case` must be of type string, and is of type number" },
        { Good.Replace("\"C1\"", "null", StringComparison.Ordinal), ":2:9 ST0905 `case` must be of type string, and is of type null" },
        { Good.Replace("{\"rings\":1}", "[]", StringComparison.Ordinal), ":2:77 ST0905 `data` must be of type object, and is of type array" },
        { Good.Replace("2026-03-02T01:00:12.250Z", "soon", StringComparison.Ordinal), ":2:19 ST0906 `soon` is not a time that can be read | write a time as `2026-03-02T09:00:00+08:00`" },
        { Good.Replace("2026-03-02T01:00:12.250Z", "2026-13-02T01:00:12Z", StringComparison.Ordinal), ":2:19 ST0906 `2026-13-02T01:00:12Z` is not a time that can be read | month, day, hour, minute and second must be in range" },
        { Good.Replace("2026-03-02T01:00:12.250Z", "2026-02-29T01:00:12.250Z", StringComparison.Ordinal), ":2:19 ST0906 `2026-02-29T01:00:12.250Z` is not a time that can be read | month, day, hour, minute and second must be in range" },
        { Good.Replace("2026-03-02T01:00:12.250Z", "2026-03-02T24:00:00.000Z", StringComparison.Ordinal), ":2:19 ST0906 `2026-03-02T24:00:00.000Z` is not a time that can be read | month, day, hour, minute and second must be in range" },
        { Good.Replace("2026-03-02T01:00:12.250Z", "2026-06-30T23:59:60Z", StringComparison.Ordinal), ":2:19 ST0906 `2026-06-30T23:59:60Z` is not a time that can be read | write a leap second `:60` as `:00` of the next minute" },
        { Good.Replace("12.250Z", "12.250", StringComparison.Ordinal), ":2:19 ST0907 the time `2026-03-02T01:00:12.250` does not say its zone | add `Z` or an offset such as `+08:00` at the end" },
        { Good.Replace(":1}", ":1.0}", StringComparison.Ordinal), ":2:86 ST0908 attribute `rings` must be of type `int`, and `1.0` is not | write a whole number without point or quotes" },
        { Good.Replace(":1}", ":\"1\"}", StringComparison.Ordinal), ":2:86 ST0908 attribute `rings` must be of type `int`, and `\"1\"` is not | write a whole number without point or quotes" },
        { Good.Replace(":1}", ":{}}", StringComparison.Ordinal), ":2:86 ST0908 attribute `rings` must be of type `int`, and `{...}` is not | write a whole number without point or quotes" },
        { Good.Replace("\"rings\":1", "\"amount\":1e999", StringComparison.Ordinal), ":2:87 ST0908 attribute `amount` must be of type `double`, and `1e999` is not | write a number without quotes" },
        { Good.Replace("\"rings\":1", "\"waited\":\"soon\"", StringComparison.Ordinal), ":2:87 ST0908 attribute `waited` must be of type `duration`, and `\"soon\"` is not | write a duration as `90s` or `1h30m`" },
        { Good.Replace("\"rings\":1", "\"due\":\"2026-03-02\"", StringComparison.Ordinal), ":2:84 ST0908 attribute `due` must be of type `timestamp`, and `\"2026-03-02\"` is not | write a time as `2026-03-02T09:00:00+08:00`" },
        { Good.Replace("\"rings\":1", "\"tags\":1", StringComparison.Ordinal), ":2:85 ST0908 attribute `tags` must be of type `list`, and `1` is not | write a JSON array" },
        { Good.Replace("{\"case\"", "{\"case\":\"C0\",\"case\"", StringComparison.Ordinal), ":2:14 ST0909 `case` is given twice in one event" },
        { Good.Replace(":1}", ":1,\"r\\u0069ngs\":2}", StringComparison.Ordinal), ":2:88 ST0909 `rings` is given twice in one event" },
        { Good.Replace("\"rings\":1", "\"desk.occupied\":true,\"desk\":{\"occupied\":true}", StringComparison.Ordinal), ":2:118 ST0909 `desk.occupied` is given twice in one event" },
        { Good.Replace("\"act\"", "\"x\":{\"a\":1,\"a\":2},\"act\"", StringComparison.Ordinal), ":2:57 ST0909 `a` is given twice in one event" },
        { Good.Replace("C1", "\\ud800", StringComparison.Ordinal), ":2:9 ST0912 a text holds half of a surrogate pair | write such a character as a pair of `\\u` escapes, or as it is" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_bad_line_is_reported_and_the_lines_around_it_are_read(string line, string expected)
    {
        var outcome = ReadLog.Text($"{Good}\n{line}\n{Good}");
        Assert.Equal(["log.jsonl" + expected], outcome.Diagnostics);
        Assert.Equal(["0:1", "0:3"], outcome.Events.Select(e => e[..3]));
        Assert.Equal(1, outcome.Result.Rejected);
        Assert.True(outcome.Bag.HasErrors);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_reported_with_their_place()
    {
        var bytes = Encoding.Latin1.GetBytes($"{Good}\n{Good.Replace("C1", "\u00e9", StringComparison.Ordinal)}\n{Good}\n");
        var outcome = ReadLog.Bytes(bytes);
        Assert.Equal(["log.jsonl:2:10 ST0910 byte 10 of the line is not valid UTF-8 | save the file as UTF-8"], outcome.Diagnostics);
        Assert.Equal(2, outcome.Events.Length);
    }

    [Fact]
    public void A_line_nested_too_deep_is_reported()
    {
        var deep = Good.Replace("\"act\"", $"\"x\":{new string('[', 5000)}{new string(']', 5000)},\"act\"", StringComparison.Ordinal);
        Assert.StartsWith("log.jsonl:1:", Assert.Single(ReadLog.Text(deep).Diagnostics), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(200)]
    [InlineData(1 << 16)]
    public void A_line_over_the_limit_is_passed_over_whatever_the_block_size(int blockSize)
    {
        var options = ReadLog.Inline with { BlockSize = blockSize, LongestLine = 100 };
        var limit = Good.PadRight(100);
        var outcome = ReadLog.Text($"{Good}\n{limit}\n{limit} \n{new string('x', 5000)}\n{Good}\n{Good.PadRight(101)}\n{Good}\n{limit} ", options);
        Assert.Equal(["0:1", "0:2", "0:5", "0:7"], outcome.Events.Select(e => e[..3]));
        Assert.Equal(
            ["log.jsonl:3", "log.jsonl:4", "log.jsonl:6", "log.jsonl:8"],
            outcome.Diagnostics.Select(d => d[..11]));
        Assert.All(outcome.Diagnostics, d => Assert.EndsWith("ST0911 the line is longer than 100 bytes", d, StringComparison.Ordinal));
    }

    [Fact]
    public void Diagnostics_beyond_the_cap_are_counted()
    {
        var bag = new LogDiagnosticBag(kept: 10);
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x\n", 100)));
        var result = LogReader.Read([ReadLog.Input(bytes)], ReadLog.Schema, ReadLog.Inline with { KeptDiagnostics = 10, BlockSize = 64 }, _ => { }, bag);
        Assert.Equal(10, bag.Items.Length);
        Assert.Equal(100, bag.Total);
        Assert.Equal(100, result.Rejected);
    }
}
