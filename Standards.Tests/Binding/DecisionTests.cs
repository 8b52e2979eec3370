using System.Globalization;
using Standards.Core.Values;
using Standards.Rules.Evaluation;
using Standards.Tests.Documentation;
using Xunit;

namespace Standards.Tests.Binding;

/// <summary>Decision tables: what each hit policy derives, and which gaps and overlaps are told.</summary>
public sealed class DecisionTests
{
    /// <summary>Hit policy, the values of <c>injured</c>, and what the rows <c>&gt;= 1</c>: 10, <c>&gt;= 3</c>: 30, <c>[2..4]</c>: 20, <c>2</c>: 20 derive.</summary>
    public static readonly TheoryData<string, string, string> Policies = new()
    {
        { "first", "0 1 2 3 5", "? 10 10 10 10" },
        { "F", "2", "10" },
        { "priority\n  priorities: [30, 20, 10]", "0 1 2 3 5", "? 10 20 30 30" },
        { "P\n  priorities: [10, 20, 30]", "0 1 2 3 5", "? 10 10 10 10" },
        { "collect", "0 1 2 3 5", "[] [10] [10,20,20] [10,30,20] [10,30]" },
        { "C", "1", "[10]" },
        { "collect sum", "0 1 2 3 5", "? 10 50 60 40" },
        { "C+", "3", "60" },
        { "collect min", "0 1 2 3 5", "? 10 10 10 10" },
        { "C<", "3", "10" },
        { "collect max", "0 1 2 3 5", "? 10 20 30 30" },
        { "C>", "3", "30" },
        { "collect count", "0 1 2 3 5", "0 1 2 3 2" },
        { "C#", "2", "2" },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_hit_policy_derives_from_the_rows_that_match(string hit, string injured, string derived)
    {
        var table = Table("injured", "int", hit, "'>= 1' 10", "'>= 3' 30", "'[2..4]' 20", "'2' 20");
        Assert.Equal(derived, Derive(table, "injured", injured.Split(' ').Select(i => Value.Of(long.Parse(i, CultureInfo.InvariantCulture)))));
    }

    /// <summary>As above for policies under which rows may not overlap, or must agree.</summary>
    [Theory]
    [InlineData("unique", "'< 1' 10", "'[1..3)' 20", "'>= 3' 30", "10 20 20 30")]
    [InlineData("U", "'0' 10", "'1, 2' 20", "not(0,1,2) 30", "10 20 20 30")]
    [InlineData("any", "'<= 1' 10", "'0' 10", "'> 1' 30", "10 10 30 30")]
    [InlineData("A", "'< 2' 10", "'[0..1]' 10", "']1..3]' 30", "10 10 30 30")]
    [InlineData("unique", "'< 1' 10", "'(0..2]' 20", "'[3..4)' 30", "10 20 20 30")]
    public void A_table_of_one_hit_derives_the_result_of_the_row_that_matches(string hit, string first, string second, string third, string derived)
    {
        var table = Table("injured", "int", hit, first, second, third);
        Assert.Equal(derived, Derive(table, "injured", new long[] { 0, 1, 2, 3 }.Select(Value.Of)));
    }

    [Theory]
    [InlineData("first", "99")]
    [InlineData("unique", "99")]
    [InlineData("any", "99")]
    [InlineData("priority\n  priorities: [10]", "99")]
    [InlineData("collect sum", "99")]
    [InlineData("collect min", "99")]
    [InlineData("collect", "[]")]
    [InlineData("collect count", "0")]
    public void The_default_stands_where_no_row_matches(string hit, string derived) =>
        Assert.Equal(derived, Derive(Table("injured", "int", hit + "\n  default: 99", "'> 5' 10"), "injured", [Value.Of(1)]));

    /// <summary>A missing input passes <c>-</c> only; what the other cells decide is unknown.</summary>
    [Theory]
    [InlineData("first", "'-' 10", "'> 5' 20", "10")]
    [InlineData("first", "'> 5' 20", "'-' 10", "?")]
    [InlineData("any", "'-' 10", "'> 5' 10", "10")]
    [InlineData("collect", "'-' 10", "'> 5' 20", "?")]
    [InlineData("priority\n  priorities: [10, 20]", "'-' 10", "'> 5' 20", "10")]
    [InlineData("priority\n  priorities: [20, 10]", "'-' 10", "'> 5' 20", "?")]
    public void A_missing_input_leaves_undecided_what_depends_on_it(string hit, string first, string second, string derived) =>
        Assert.Equal(derived, Derive(Table("injured", "int", hit, first, second), "injured", [Value.Missing]));

    [Fact]
    public void A_null_cell_is_the_row_of_what_the_log_does_not_say()
    {
        var table = Table("'has(injured) ? dyn(injured) : null'", "int", "unique", "'null' 10", "'< 3' 20", "'>= 3' 30");
        Assert.Equal("10 20 30", Derive(table, "injured", [Value.Missing, Value.Of(2), Value.Of(3)]));
    }

    [Theory]
    [InlineData("double", "'0.1' 0.25", "'>= 0' 0.5", "0.75")]
    [InlineData("int", "'0.1' 9223372036854775807", "'>= 0' 1", "?")]
    public void A_sum_is_a_number_or_none(string type, string first, string second, string derived) =>
        Assert.Equal(derived, Derive(Table("amount", type, "collect sum", first, second), "amount", [Value.Of(0.1)]));

    /// <summary>Input, its policy and rows; the warnings and errors, each with the values that it names.</summary>
    public static readonly TheoryData<string, string, string[], string> Coverage = new()
    {
        { "injured", "unique", ["'< 5' 1", "'>= 5' 2"], "" },
        { "injured", "unique", ["'< 5' 1", "'> 5' 2"], "ST0604 injured = 5" },
        { "injured", "unique", ["'<= 5' 1", "'>= 5' 2"], "ST0603 1 2 injured = 5" },
        { "injured", "unique", ["'<= 5' 1", "'> 5' 2"], "" },
        { "injured", "unique", ["'< 5' 1", "'> 4' 2"], "" },
        { "injured", "unique", ["'<= 5' 1", "'>= 6' 2"], "" },
        { "injured", "unique", ["'<= 5' 1", "'>= 7' 2"], "ST0604 injured = 6" },
        { "injured", "unique", ["'[0..5)' 1", "'[5..9]' 2"], "ST0604 injured = -1" },
        { "injured", "unique", ["'< 0' 0", "'[0..5]' 1", "'(5..9]' 2"], "ST0604 injured = 10" },
        { "injured", "unique", ["'< 0' 0", "'[0..5]' 1", "'[5..9)' 2", "'>= 9' 3"], "ST0603 2 3 injured = 5" },
        { "injured", "unique", ["'< 0' 0", "'[0..5[' 1", "']5..9]' 2", "'> 9' 3"], "ST0604 injured = 5" },
        { "amount", "unique", ["'<= 5' 1", "'> 5' 2"], "" },
        { "amount", "unique", ["'<= 5' 1", "'>= 6' 2"], "ST0604 amount = 5.5" },
        { "amount", "unique", ["'< 5' 1", "'> 4' 2"], "ST0603 1 2 amount = 4.5" },
        { "amount", "unique", ["'< 1e300' 1", "'> 1e300' 2"], "ST0604 amount = 1E+300" },
        { "appointment", "unique", ["'<= 2026-01-01T00:00:00Z' 1", "'> 2026-01-02T00:00:00Z' 2"], "ST0604 appointment = 2026-01-01T12:00:00.000Z" },
        { "appointment", "unique", ["'< 9999-12-31T23:59:59.9999999Z' 1", "'>= 9999-12-31T23:59:59.9999999Z' 2"], "" },
        { "at - appointment", "unique", ["'<= 5 min' 1", "'>= 15 min' 2"], "ST0604 at - appointment = 00:10:00" },
        { "injured", "unique", ["'<= 9223372036854775807' 1"], "" },
        { "injured", "unique", ["'>= -9223372036854775808' 1"], "" },
        { "visitor.kind", "unique", ["'owner, media' 1", "'official' 2"], "" },
        { "visitor.kind", "unique", ["'owner' 1", "'media' 2"], "ST0604 visitor.kind = official" },
        { "visitor.kind", "unique", ["'not(owner)' 1", "'owner, media' 2"], "ST0603 1 2 visitor.kind = media" },
        { "visitor", "unique", ["'A' 1", "'not(A)' 2"], "" },
        { "visitor", "unique", ["'A' 1", "'B' 2"], "ST0604 visitor = …" },
        { "urgent", "unique", ["'true' 1", "'false' 2"], "" },
        { "urgent", "unique", ["'true' 1"], "ST0604 urgent = false" },
        { "injured", "any", ["'<= 5' 1", "'>= 5' 1"], "" },
        { "injured", "any", ["'<= 5' 1", "'>= 5' 2"], "ST0605 1 2 injured = 5" },
        { "injured", "first", ["'<= 5' 1", "'>= 5' 2"], "" },
        { "injured", "first", ["'>= 1' 1", "'>= 2' 2", "'-' 3"], "ST0609 2" },
        { "injured", "first", ["'-' 1", "'5' 2"], "ST0609 2" },
        { "injured", "collect", ["'<= 5' 1", "'[3..1]' 2"], "ST0609 2" },
        { "injured", "collect sum", ["'> 5' 1"], "" },
        { "dyn(injured)", "unique", ["'null' 0", "'<= 5' 1", "'>= 6.5' 2"], "ST0604 dyn(injured) = 5.75" },
    };

    [Theory]
    [MemberData(nameof(Coverage))]
    public void Gaps_overlaps_and_dead_rows_are_told_with_a_value(string input, string hit, string[] rows, string told) =>
        Assert.Equal(
            told,
            string.Join("; ", RulesSample.Diagnostics(Table(input, "int", hit, rows)).Select(d => $"{d.Code} {string.Join(' ', d.Arguments)}")));

    [Fact]
    public void Gaps_of_several_inputs_are_told_with_a_value_of_each()
    {
        var diagnostic = Assert.Single(RulesSample.Diagnostics(
            "decisions:\n- id: demo.table\n  title: 表\n  inputs: [urgent, injured]\n  type: int\n  rules:\n  - {when: ['true', '-'], then: 1}\n  - {when: ['false', '> 0'], then: 2}\n"));
        Assert.Equal("urgent = false, injured = -1", diagnostic.Arguments.Single());
    }

    [Fact]
    public void Tables_that_need_each_other_are_both_told() =>
        Assert.Equal(
            ["demo.a", "demo.b"],
            RulesSample.Diagnostics(string.Concat("decisions:\n", Asking("a", "b"), Asking("b", "a"), Asking("c", "a"))).Select(d => d.Arguments.Single()));

    [Fact]
    public void A_chain_of_tables_derives_through_all_of_them()
    {
        var book = RulesSample.Book(
            string.Concat("decisions:\n", Asking("c", "b"), Asking("b", "a"), "- id: demo.a\n  title: 表\n  inputs: [injured]\n  type: int\n  default: 0\n  rules:\n  - {when: ['5'], then: 1}\n"));
        var injured = book.Bound.Vocabulary.Attributes.Select(a => a.Name).ToList().IndexOf("injured");
        var frame = new Frame { Data = [new(injured, Value.Of(5))], DataCount = 1, DerivedSource = book.Compiled.Derive };
        Assert.Equal(["demo.c 3", "demo.b 2", "demo.a 1"], book.Bound.Decisions.Select(d => $"{d.Id} {frame.Derived(d.Index)}"));
    }

    private static string Asking(string id, string other) =>
        $"- id: demo.{id}\n  title: 表\n  inputs: [\"decision('demo.{other}')\"]\n  type: int\n  default: 0\n  rules:\n  - {{when: ['1'], then: 2}}\n  - {{when: ['2'], then: 3}}\n";

    /// <summary>A table of one input; a row is a cell and what it gives.</summary>
    private static string Table(string input, string type, string hit, params string[] rows) =>
        $"decisions:\n- id: demo.table\n  title: 表\n  inputs: [{input}]\n  type: {type}\n  hit: {hit}\n  rules:\n"
        + string.Concat(rows.Select(r => r.LastIndexOf(' ') is var cut ? $"  - {{when: [{Quoted(r[..cut])}], then: {r[(cut + 1)..]}}}\n" : ""));

    private static string Quoted(string cell) => cell.StartsWith('\'') ? cell : $"'{cell}'";

    private static string Derive(string table, string attribute, IEnumerable<Value> values)
    {
        var book = RulesSample.Book(table);
        var index = book.Bound.Vocabulary.Attributes.Select(a => a.Name).ToList().IndexOf(attribute);
        return string.Join(' ', values.Select(value =>
        {
            var frame = new Frame { Data = [new(index, value)], DataCount = value.IsMissing ? 0 : 1 };
            var derived = book.Compiled.Decision(0).Decide(frame, out _);
            return derived.IsMissing ? "?" : derived.Kind == ValueKind.List ? $"[{string.Join(',', derived.AsList)}]" : derived.ToString();
        }));
    }
}
