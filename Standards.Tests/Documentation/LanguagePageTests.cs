using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Cases;
using Standards.Rules.Diagnostics;
using Standards.Tests.Loading;
using Xunit;

namespace Standards.Tests.Documentation;

/// <summary>The page that specifies the language is a rules directory: it loads, and its cases pass.</summary>
public sealed class LanguagePageTests : IDisposable
{
    private readonly TemporaryFolder _folder = DocumentFiles.Materialise(DocumentFiles.LanguagePage);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("demo")]
    [InlineData("patient")]
    public void The_blocks_of_the_page_load_without_a_word(string? profile)
    {
        var load = RuleBook.Load(_folder.Path, RuleBookOptions.Default with { Profile = profile, Cases = true });
        Assert.True(load.Diagnostics.IsEmpty, new DiagnosticRenderer(load.Sources.Find).Render(load.Diagnostics));
        Assert.NotNull(load.RuleBook);
    }

    [Fact]
    public void Every_case_of_the_page_passes()
    {
        var failures = Failures(Load(null)).ToList();
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void Every_form_but_quota_has_a_case_that_keeps_it_and_one_that_breaks_it()
    {
        var book = Load(null);
        var forms = book.Bound.Norms.ToDictionary(n => n.Id, n => n.Form.GetType().Name, StringComparer.Ordinal);
        var shown = book.Cases.SelectMany(c => c.Expected).Select(e => (forms[e.Norm], e.Verdict)).ToHashSet();
        var all = typeof(NormForm).GetNestedTypes().Select(t => t.Name).Where(n => n != nameof(NormForm.Quota)).ToList();
        Assert.Equal(15, all.Count);
        Assert.All(all, form =>
        {
            Assert.Contains((form, Verdict.Satisfied), shown);
            Assert.Contains((form, Verdict.Violated), shown);
        });
        Assert.Contains(nameof(NormForm.Quota), forms.Values);
    }

    [Fact]
    public void Every_verdict_is_shown_by_a_case() =>
        Assert.Equal(Enum.GetValues<Verdict>().Order(), Load(null).Cases.SelectMany(c => c.Expected).Select(e => e.Verdict).Distinct().Order());

    [Fact]
    public void A_profile_disables_a_norm_changes_a_setting_and_the_cases_know_it()
    {
        var book = Load("demo");
        Assert.DoesNotContain("demo.smile", book.NormIds);
        Assert.Equal("3 min", book.Bound.Packs.Single().Settings.Single(s => s.Name == "promptly").Text);

        // The house is stricter than the pack, and these cases say what the pack says.
        Assert.Equal(["demo.served-at-the-last-instant", "demo.served-too-late", "demo.left-before"], FailedCases(book));
    }

    [Fact]
    public void A_profile_replaces_a_norm()
    {
        var book = Load("patient");
        Assert.Equal(Severity.Minor, book.Bound.Norms.Single(n => n.Id == "demo.hand-over").Severity);
        Assert.Equal(["demo.visitor-waits-too-long"], FailedCases(book));
    }

    private RuleBook Load(string? profile) => RuleBook.Load(_folder.Path, RuleBookOptions.Default with { Profile = profile, Cases = true }).RuleBook!;

    private static IEnumerable<string> FailedCases(RuleBook book) => new CaseRunner(book).RunAll().Where(o => !o.Passed).Select(o => o.Case.Id);

    private static IEnumerable<string> Failures(RuleBook book) => new CaseRunner(book).RunAll()
        .SelectMany(o => o.Differences.Select(d => $"{o.Case.Id}: {d.Finding?.Verdict} {d.Finding?.Norm} {d.Finding?.At} {d.Finding?.Message.In(Language.En)} | {d.Expected}"));
}
