using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules;
using Standards.Rules.Cases;
using Standards.Tests.Documentation;
using Xunit;

namespace Standards.Tests.Binding;

/// <summary>What a profile, or the choice of packs, does to the norms and the cases of the packs.</summary>
public sealed class ProfileTests
{
    private const string Norms =
        """
        norms:
        - id: demo.served
          clause: D.1
          title: {zh: 接待, en: Served}
          on: visitor.arrived
          require: visitor.served
          unless: {norm: demo.media}
        - id: demo.media
          clause: D.1
          title: {zh: 媒体, en: Media}
          on: media.noticed
          require: media.handed_over
        - id: demo.rate
          clause: D.1
          title: {zh: 移交率, en: Rate}
          quota: {kept: demo.media, every: month, at-least: 90 %}
        # file: demo/cases/example.yaml
        cases:
        - id: demo.media-come
          events:
          - {at: 0:00, act: visitor.arrived}
          - {at: 1:00, act: media.noticed}
          - {at: 2:00, act: media.handed_over}
          not-applicable: [demo.served]
          satisfied: [demo.media]

        """;

    [Fact]
    public void Without_a_profile_the_case_passes() => Assert.True(new CaseRunner(RulesSample.Book(Norms)).RunAll().Single().Passed);

    [Fact]
    public void A_disabled_norm_is_not_judged_excepts_nothing_and_no_quota_counts_it()
    {
        var book = RulesSample.Book(Norms + "# file: profiles/p.yaml\nid: p\npacks: all\ndisable: [demo.media]\n");
        Assert.Equal("demo.served", book.NormIds.Single());
        var outcome = new CaseRunner(book).RunAll().Single();
        Assert.Equal("demo.served", outcome.Differences.Single(d => d.Finding is not null).Finding!.Norm);
    }

    [Fact]
    public void A_disabled_process_is_not_judged_but_its_machine_runs()
    {
        const string Release =
            """
            norms:
            - id: demo.only-when-checked
              clause: D.1
              title: {zh: 核验后放行, en: Release when checked}
              on: goods.released
              ensure: state('release') == 'checked'
            # file: demo/processes/release.yaml
            processes:
            - id: release
              title: {zh: 放行, en: Release}
              clause: D.1
              initial: open
              states:
                open: {on: [{act: identity.checked, to: checked}]}
                checked: {on: [{act: form.signed, to: checked}, {act: goods.released, to: released}]}
                released: {terminal: true}
            # file: demo/cases/example.yaml
            cases:
            - id: demo.signed-too-early
              process: release
              events:
              - {at: 0:00, act: form.signed}
              - {at: 1:00, act: identity.checked}
              - {at: 2:00, act: goods.released}
              violated: [demo.process.release]
              satisfied: [demo.only-when-checked]

            """;
        Assert.True(new CaseRunner(RulesSample.Book(Release)).RunAll().Single().Passed);
        var book = RulesSample.Book(Release + "# file: profiles/p.yaml\nid: p\npacks: all\ndisable: [demo.process.release]\n");
        Assert.Equal("demo.only-when-checked", book.NormIds.Single());
        Assert.Empty(new CaseRunner(book).RunAll().Single().Differences);
    }

    [Theory]
    [InlineData("2020-06-01", true)]
    [InlineData("2021-06-01", false)]
    public void An_exception_names_the_norm_of_its_own_version_of_the_pack(string day, bool isExcepted)
    {
        static string Version(string folder, int number, string effective, string except) =>
            $"""
            # file: {folder}/pack.yaml
            id: demo
            version: {number}.0.0
            title: Example
            effective: {effective}
            calendar: mon-fri
            # file: {folder}/norms/example.yaml
            norms:
            - id: demo.served
              clause: D.1
              title: Served
              on: visitor.arrived
              require: visitor.served
              unless: [norm: demo.media]
            - id: demo.media
              clause: D.1
              title: Media
              on: {except}
              forbid: colleague.called

            """;
        var book = RulesSample.Book(Version("demo", 1, "{from: 2020-01-01, until: 2020-12-31}", "media.noticed")
            + Version("demo-2021", 2, "{from: 2021-01-01}", "media.handed_over"));
        using var session = book.Open("C");
        var at = Instant.From(DateTimeOffset.Parse(day + "T12:00:00+08:00", CultureInfo.InvariantCulture));
        string[] acts = ["visitor.arrived", "media.noticed"];
        List<Finding> findings = [.. acts.SelectMany(act => session.Observe(new InteractionEvent("C", at, act))), .. session.Close()];
        var verdict = findings.Single(f => string.Equals(f.Norm, "demo.served", StringComparison.Ordinal)).Verdict;
        Assert.Equal(isExcepted ? Verdict.NotApplicable : Verdict.Violated, verdict);
    }

    [Fact]
    public void A_process_that_is_only_named_scopes_norms_and_has_no_states()
    {
        const string Desk = "# file: demo/processes/desk.yaml\nprocesses:\n- {id: desk, title: {zh: 前台, en: Desk}, note: {zh: 无, en: none}}\n";
        const string Scoped = "norms:\n- id: demo.left\n  clause: D.1\n  title: 送客\n  process: desk\n  on: visitor.left\n  by: staff\n";
        const string Cases =
            """
            # file: demo/cases/example.yaml
            cases:
            - id: demo.in-the-process
              process: desk
              events: [{at: 0:00, act: visitor.left, role: customer}]
              violated: [demo.left]
            - id: demo.named-by-an-event
              events: [{at: 0:00, act: visitor.left, role: customer, process: desk}]
              violated: [demo.left]
            - id: demo.elsewhere
              events: [{at: 0:00, act: visitor.left, role: customer}]

            """;
        var book = RulesSample.Book(Scoped + Desk + Cases);
        Assert.Equal("demo.left", book.NormIds.Single());
        Assert.Equal("desk", book.Bound.ProcessIds.Single());
        Assert.All(new CaseRunner(book).RunAll(), o => Assert.True(o.Passed, o.Case.Id));
        Assert.Equal(["ST0322"], RulesSample.Diagnostics(Scoped.Replace("by: staff", "ensure: state('desk') == 'open'", StringComparison.Ordinal) + Desk).Select(d => d.Code));
    }

    [Fact]
    public void A_process_that_says_more_than_its_name_needs_states() =>
        Assert.Equal(
            ["ST0121", "ST0121", "ST0121"],
            RulesSample.Diagnostics("# file: demo/processes/desk.yaml\nprocesses:\n- {id: desk, title: 前台, starts: visitor.arrived}\n").Select(d => d.Code));

    [Fact]
    public void Choosing_packs_drops_what_the_profile_says_of_others()
    {
        using var folder = DocumentFiles.Materialise(DocumentFiles.LanguagePage);
        folder.Write("demo2/pack.yaml", "id: demo2\nversion: 1.0.0\ntitle: 二\ncalendar: mon-fri\nsettings:\n  s: {value: 3, zh: 三, en: three}\n");
        folder.Write("demo2/norms/n.yaml", "norms:\n- {id: demo2.left, clause: X, title: 送客, on: visitor.left, by: staff}\n");
        folder.Write("demo2/cases/c.yaml", "cases:\n- {id: demo2.c, events: [{at: 0:00, act: visitor.left, role: staff}], satisfied: [demo2.left]}\n");
        folder.Write("profiles/both.yaml", "id: both\npacks: [demo, demo2]\nsettings: {demo2.s: 4, demo.promptly: 3 min}\ndisable: [demo2.left, demo.smile]\n");

        var both = RuleBook.Load(folder.Path, RuleBookOptions.Default with { Profile = "both", Cases = true });
        Assert.Empty(both.Diagnostics);
        Assert.DoesNotContain("demo2.left", both.RuleBook!.NormIds);

        var one = RuleBook.Load(folder.Path, RuleBookOptions.Default with { Profile = "both", Cases = true, Packs = ["demo"] });
        Assert.Empty(one.Diagnostics);
        Assert.Equal(["demo"], one.RuleBook!.Bound.Packs.Select(p => p.Id));
        Assert.Equal("3 min", one.RuleBook.Bound.Packs[0].Settings.Single(s => s.Name == "promptly").Text);
        Assert.DoesNotContain(one.RuleBook.Cases, c => c.Pack == "demo2");
    }
}
