using Standards.Core;
using Standards.Rules.Cases;
using Standards.Tests.Documentation;
using Xunit;

namespace Standards.Tests.Cases;

/// <summary>A mutant is killed by the case that shows what it lacks, and survives where no case does.</summary>
public sealed class MutationCheckTests
{
    private const string Service = "on: visitor.arrived where desk.occupied && !urgent\n  per: visitor\n  require: visitor.served by staff or colleague.called\n  within: 3 min\n  unless: visitor.left";

    private const string Kept =
        """
        - id: demo.kept
          events:
          - {at: 0:00, act: visitor.arrived, data: {visitor: B, desk.occupied: true}}
          - {at: 3:00, act: visitor.served, role: front-desk, data: {visitor: B}}
          satisfied: [demo.norm]
        """;

    private const string TooLate =
        """
        - id: demo.too-late
          events:
          - {at: 0:00, act: visitor.arrived, data: {visitor: B, desk.occupied: true}}
          - {at: 3:00.001, act: visitor.served, role: front-desk, data: {visitor: B}}
          violated: [demo.norm]
        """;

    private const string ByTheWrongPerson =
        """
        - id: demo.wrong-person
          events:
          - {at: 0:00, act: visitor.arrived, data: {visitor: B, desk.occupied: true}}
          - {at: 1:00, act: visitor.served, role: customer, data: {visitor: B}}
          violated: [demo.norm]
        """;

    private const string Idle =
        """
        - id: demo.idle
          events:
          - {at: 0:00, act: visitor.arrived, data: {visitor: B, desk.occupied: false}}
        """;

    private const string Urgent =
        """
        - id: demo.urgent
          events:
          - {at: 0:00, act: visitor.arrived, data: {visitor: B, desk.occupied: true, urgent: true}}
        """;

    private const string TheWrongVisitor =
        """
        - id: demo.wrong-visitor
          events:
          - {at: 0:00, act: visitor.arrived, data: {visitor: B, desk.occupied: true}}
          - {at: 1:00, act: visitor.served, role: front-desk, data: {visitor: C}}
          violated: [demo.norm]
        """;

    private const string Left =
        """
        - id: demo.left
          events:
          - {at: 0:00, act: visitor.arrived, data: {visitor: B, desk.occupied: true}}
          - {at: 1:00, act: visitor.left, data: {visitor: B}}
        """;

    [Fact]
    public void Cases_that_show_every_part_of_a_norm_kill_all_its_mutants() =>
        Assert.Empty(Survivors(Service, Kept, TooLate, ByTheWrongPerson, Idle, Urgent, TheWrongVisitor, Left));

    [Theory]
    [InlineData("with a clock one unit longer", TooLate)]
    [InlineData("whatever the role", ByTheWrongPerson)]
    [InlineData("without the condition `desk.occupied`", Idle)]
    [InlineData("without the condition `!urgent`", Urgent)]
    [InlineData("not kept apart by its key", TheWrongVisitor)]
    [InlineData("without exception 1", Left)]
    public void Without_the_case_that_shows_a_part_of_a_norm_the_mutant_without_it_survives(string change, string without)
    {
        string[] all = [Kept, TooLate, ByTheWrongPerson, Idle, Urgent, TheWrongVisitor, Left];
        Assert.Contains(change, Survivors(Service, [.. all.Where(c => !string.Equals(c, without, StringComparison.Ordinal))]));
    }

    [Theory]
    [InlineData("order: [identity.checked, form.signed, goods.released]", "removed; without step 1; without step 2; with steps 1 and 2 swapped; without step 3; with steps 2 and 3 swapped")]
    [InlineData("on: goods.released\n  before: [identity.checked, {that: 'amount > 0.0'}]\n  within: 5 min\n  since: visitor.arrived", "removed; without prerequisite 1; without prerequisite 2; without its clock; with a clock one unit longer; without `since`")]
    [InlineData("count: form.signed\n  distinct: signer\n  at-least: 2\n  at-most: 3", "removed; with one fewer at least; with one more at most; counting the same value again")]
    [InlineData("on: media.handed_over\n  record: incident-record\n  within: 2 working days", "removed; without its clock; with a clock one unit longer; without field 1; without field 2")]
    [InlineData("on: fee.charged where amount > 0.0\n  ensure: amount < 5.0 && amount != 3.0", "removed; without the condition `amount > 0.0`; without the condition `amount < 5.0`; without the condition `amount != 3.0`")]
    [InlineData("on: media.noticed\n  forbid: visitor.served\n  within: 1 h\n  until: media.handed_over", "removed; without its window; without `until`")]
    [InlineData("on: phone.started\n  require: call.answered\n  within: 3 rings", "removed; without its clock; with a clock one unit longer")]
    public void A_norm_has_a_mutant_for_each_of_its_parts(string form, string expected) =>
        Assert.Equal(expected, string.Join("; ", Survivors(form)));

    [Fact]
    public void A_decision_table_has_a_mutant_for_each_row_and_a_quota_none()
    {
        var book = RulesSample.Book(
            """
            decisions:
            - id: demo.grading
              title: {zh: 定级, en: Grading}
              inputs: [injured]
              output: grade
              hit: first
              rules:
              - {when: ['>= 1'], then: major}
              - {when: ['-'], then: minor}
            norms:
            - id: demo.graded
              clause: D.1
              title: {zh: 定级, en: Graded}
              on: complaint.graded
              decide: demo.grading
              equals: grade
            - id: demo.rate
              clause: D.1
              title: {zh: 率, en: Rate}
              quota: {count: complaint.graded, every: month, at-least: 1}
            # file: demo/cases/example.yaml
            cases:
            - id: demo.major
              events:
              - {at: 0:00, act: complaint.graded, data: {injured: 1, grade: major}}
              satisfied: [demo.graded]

            """);
        Assert.Equal("demo.grading: without row 2", string.Join("; ", new MutationCheck(book).Run().Survivors.Select(s => $"{s.Id}: {s.Change.En}")));
    }

    [Fact]
    public void A_norm_that_is_removed_excepts_nothing()
    {
        var book = RulesSample.Book(
            """
            norms:
            - id: demo.served
              clause: D.1
              title: Served
              on: visitor.arrived
              require: visitor.served
              unless: {norm: demo.media}
            - id: demo.media
              clause: D.1
              title: Media
              on: media.noticed
              forbid: colleague.called
            # file: demo/cases/example.yaml
            cases:
            - id: demo.excepted
              events:
              - {at: 0:00, act: visitor.arrived}
              - {at: 1:00, act: media.noticed}
              not-applicable: [demo.served]

            """);
        Assert.DoesNotContain(new MutationCheck(book).Run().Survivors, s => string.Equals(s.Id, "demo.media", StringComparison.Ordinal));
    }

    private static List<string> Survivors(string form, params string[] cases)
    {
        var lines = $"norms:\n- id: demo.norm\n  clause: D.1\n  title: {{zh: 规, en: Norm}}\n  {form}\n"
            + (cases.Length == 0 ? "" : $"# file: demo/cases/example.yaml\ncases:\n{string.Join('\n', cases)}\n");
        var book = RulesSample.Book(lines);
        Assert.All(new CaseRunner(book).RunAll(), o => Assert.True(o.Passed, o.Case.Id));
        return [.. new MutationCheck(book).Run().Survivors.Select(s => s.Change.In(Language.En))];
    }
}
