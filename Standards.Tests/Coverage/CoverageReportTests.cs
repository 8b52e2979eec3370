using Standards.Rules;
using Standards.Rules.Coverage;
using Standards.Tests.Diagnostics;
using Standards.Tests.Loading;
using Xunit;

namespace Standards.Tests.Coverage;

public sealed class CoverageReportTests
{
    [Theory]
    [InlineData("deadline", "require: goods.released, within: 3 min", "")]
    [InlineData("deadline", "require: goods.released", "ST0802")]
    [InlineData("deadline", "on: goods.released, ensure: 'appointment < at'", "")]
    [InlineData("script", "on: goods.released, say: t.hello", "")]
    [InlineData("script", "on: goods.released, before: words.spoken saying t.hello", "")]
    [InlineData("script", "on: goods.released, require: words.spoken", "ST0802")]
    [InlineData("record", "on: goods.released, record: slip", "")]
    [InlineData("record", "on: goods.released, require: record.filled", "ST0802")]
    [InlineData("prerequisite", "on: goods.released, before: words.spoken", "")]
    [InlineData("sequence", "order: [words.spoken, goods.released]", "")]
    [InlineData("sequence", "on: words.spoken, require: goods.released", "ST0802")]
    [InlineData("grading", "on: goods.released, decide: t.table, equals: grade", "")]
    [InlineData("grading", "on: goods.released, ensure: 'grade == \"a\"'", "ST0802")]
    [InlineData("authority", "on: goods.released, by: staff", "")]
    [InlineData("authority", "on: words.spoken, require: goods.released by staff", "")]
    [InlineData("authority", "on: words.spoken, require: goods.released", "ST0802")]
    [InlineData("quota", "quota: {count: goods.released, at-least: 3, every: day}", "")]
    [InlineData("quota", "count: goods.released, at-least: 3", "ST0802")]
    [InlineData("schedule", "on: goods.released, during: opening hours", "")]
    [InlineData("schedule", "on: words.spoken, require: goods.released, within: same day", "")]
    [InlineData("schedule", "on: words.spoken, require: goods.released", "ST0802")]
    [InlineData("tariff", "on: goods.released, tariff: '2', amount: amount", "")]
    [InlineData("tariff", "on: goods.released, ensure: 'amount == 2.0'", "ST0802")]
    [InlineData("prohibition", "forbid: goods.released", "")]
    [InlineData("prohibition", "observe: {zh: 吵吗？, en: 'Was there noise?'}, expect: no", "")]
    [InlineData("prohibition", "observe: {zh: 静吗？, en: 'Was it quiet?'}", "ST0802")]
    [InlineData("manner", "observe: {zh: 笑吗？, en: 'Was there a smile?'}", "")]
    [InlineData("manner", "require: goods.released", "ST0802")]
    [InlineData("obligation", "require: goods.released", "")]
    public void A_clause_is_weakly_covered_by_a_norm_that_does_not_look_at_what_it_is_about(string kind, string form, string expected) =>
        Assert.Equal(expected, Codes($"{{id: T.1, kind: {kind}, check: log, zh: 条, en: clause}}", $"{{id: t.norm, clause: T.1, title: {{zh: 规, en: norm}}, {form}}}"));

    [Theory]
    [InlineData("{id: T.1, kind: deadline, check: observer, zh: 条, en: clause}", "observe: {zh: 快吗？, en: 'Was it quick?'}", "")]
    [InlineData("{id: T.1, kind: obligation, check: reference, zh: 条, en: clause}", "require: goods.released", "")]
    [InlineData("{id: T.1, kind: obligation, check: log, zh: 条, en: clause}\n- {id: T.2, kind: obligation, check: log, zh: 条, en: clause}", "require: goods.released", "ST0801")]
    public void What_needs_no_norm_or_is_left_to_an_observer_is_not_weak(string clauses, string form, string expected) =>
        Assert.Equal(expected, Codes(clauses, $"{{id: t.norm, clause: T.1, title: {{zh: 规, en: norm}}, {form}}}"));

    [Theory]
    [InlineData("require: goods.released", "")]
    [InlineData("require: goods.released, within: 3 min", "ST0803")]
    public void A_clause_says_why_a_weaker_norm_is_enough_and_only_where_it_is_weaker(string form, string expected) =>
        Assert.Equal(expected, Codes("{id: T.1, kind: deadline, check: log, zh: 条, en: clause, waiver: {zh: 无时刻, en: no event shows the instant}}", $"{{id: t.norm, clause: T.1, title: {{zh: 规, en: norm}}, {form}}}"));

    [Fact]
    public void Every_clause_has_one_cover_and_the_share_counts_them()
    {
        var report = CoverageReport.Of(RuleBook.Load(GoldenFile.RepositoryPath("Standards.Tests/Simulator/Fixtures/rules")).RuleBook!);
        Assert.Equal(
            "D.1 Norm, D.2 Reference, D.3 Norm, D.4 Checklist, D.5 Decision, D.6 Norm, D.7 Norm, D.8 Norm, D.9 Norm, D.10 Norm, D.11 Quota, D.12 Uncovered, D.13 Norm",
            string.Join(", ", report.Clauses.Select(c => $"{c.Clause} {c.Cover}")));
        Assert.Equal(12.0 / 13, report.Share, 12);
    }

    private static string Codes(string clauses, string norm)
    {
        using var folder = new TemporaryFolder();
        folder.Write("calendars/mon-fri.yaml", File.ReadAllText(GoldenFile.RepositoryPath("rules/calendars/mon-fri.yaml")));
        folder.Write("vocabulary/t.yaml", """
            acts: {goods.released: {zh: 放行, en: released}, words.spoken: {zh: 说话, en: spoken}, record.filled: {zh: 填表, en: filled in}}
            attributes:
              grade: {type: string, values: [a, b], zh: 等级, en: grade}
              amount: {type: double, zh: 金额, en: amount}
              form: {type: string, zh: 表单, en: form}
              note: {type: string, zh: 备注, en: note}
              appointment: {type: timestamp, zh: 预约, en: appointment}
            roles: {staff: {zh: 员工, en: staff}}
            forms: {slip: {zh: 单, en: slip, act: record.filled, fields: [note]}}
            """);
        folder.Write("t/pack.yaml", "id: t\nversion: 1.0.0\ntitle: {zh: 例, en: sample}\ncalendar: mon-fri\n");
        folder.Write("t/clauses.yaml", $"standard: T\ntitle: {{zh: 例, en: sample}}\nclauses:\n- {clauses}\n");
        folder.Write("t/norms/t.yaml", $$"""
            phrases:
            - {id: t.hello, text: 您好}
            decisions:
            - {id: t.table, title: {zh: 表, en: table}, inputs: [amount], output: grade, hit: first, rules: [{when: ['-'], then: a}]}
            norms:
            - {{norm}}
            """);
        var load = RuleBook.Load(folder.Path);
        Assert.True(load.RuleBook is not null, string.Join('\n', load.Diagnostics.Select(d => $"{d.Span}: {d.Message(Core.Language.En)}")));
        return string.Join(" ", CoverageReport.Of(load.RuleBook!).Diagnostics().Select(d => d.Code));
    }
}
