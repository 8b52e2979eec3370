using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;
using Standards.Tests.Diagnostics;
using Standards.Tests.Loading;
using Standards.Tests.Simulator;
using Xunit;

namespace Standards.Tests.Observing;

public sealed class ObserveCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "attempts.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("busy-desk", "lf", "en")]
    [InlineData("busy-desk", "lf", "zh")]
    [InlineData("qc-reception", "qc", "en")]
    [InlineData("qc-reception", "qc", "zh")]
    public void A_scripted_observation_reads_as_it_read(string process, string pack, string language)
    {
        var result = Observe(process, pack, language);

        // The debrief that follows has golden files of its own.
        var end = result.Output.IndexOf($"20260302-0900-{process}\n", StringComparison.Ordinal);
        var dialogue = result with { Output = result.Output[..result.Output.IndexOf('\n', end)] + "\n" };
        GoldenFile.AssertEqual($"Observing/Golden/{process}.{language}.txt", dialogue.Transcript($"observe {process}"));
        Assert.Contains("standards audit", result.Output[end..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("busy-desk", "lf")]
    [InlineData("qc-reception", "qc")]
    public void What_was_kept_is_judged_alike_by_an_audit(string process, string pack)
    {
        Observe(process, pack, "en");
        using var store = AttemptStore.Open(Store);
        var record = Assert.Single(store.List(AttemptQuery.All));
        Assert.True(record.IsFinished);
        Assert.Equal($"{pack}@1.0.0", Assert.Single(record.Packs));
        var audited = ObservingWorld.Audited(ObservingWorld.Book.Alone(pack), process, record.Events, record.Clock);
        Assert.Equal(ObservingWorld.Described(audited), ObservingWorld.Described(record.Findings));
    }

    [Fact]
    public void The_late_hand_over_is_broken_at_its_deadline()
    {
        Observe("busy-desk", "lf", "en");
        using var store = AttemptStore.Open(Store);
        var finding = Assert.Single(store.List(AttemptQuery.All).Single().Findings, f => f is { Norm: "lf.busy-desk.hand-over", Verdict: Verdict.Violated });
        Assert.Equal((ObservingWorld.Start + TimeSpan.FromMinutes(4), "B"), (finding.At, finding.Key));
    }

    [Fact]
    public void What_was_left_is_resumed_and_closed()
    {
        var script = Write("first.txt", "0:00 b visitor=A\n1:00 a visitor=B desk.activity=serving\nnote x\n");
        var left = Run("busy-desk", "--script", script, "--trainee", "李", "--trainer", "王");
        Assert.Equal(2, left.Status);
        Assert.Contains("standards observe --resume 20260302-0900-busy-desk", left.Output, StringComparison.Ordinal);
        var more = Write("more.txt", "2:00 d visitor=B desk.activity=serving\nclose\n");
        var closed = RunPlain("--resume", "20260302-0900-busy-desk", "--script", more);
        Assert.Contains("2 entries so far, left at 1:00", closed.Output, StringComparison.Ordinal);
        using var store = AttemptStore.Open(Store);
        var record = Assert.Single(store.List(AttemptQuery.All));
        Assert.Equal((true, "李", 3), (record.IsFinished, record.Trainee, record.Events.Length));
        Assert.Equal("王", Assert.Single(record.Notes).Author);
        Assert.Equal("error: `20260302-0900-busy-desk` has been closed\n", RunPlain("--resume", "20260302-0900-busy-desk").Error.Split("  =")[0]);
    }

    [Fact]
    public void A_mistaken_line_costs_only_itself()
    {
        var script = Write("bad.txt", "0:00 b visitor=A\nnonsense\n0:05 zz=1\nclose\n");
        var result = Run("busy-desk", "--script", script);
        Assert.Equal(2, result.Status);
        Assert.Contains("lines that were mistaken and left out: 2", result.Output, StringComparison.Ordinal);
        using var store = AttemptStore.Open(Store);
        Assert.Single(store.List(AttemptQuery.All).Single().Events);
    }

    [Fact]
    public void The_debrief_is_a_page_of_html_too()
    {
        var page = Path.Combine(_folder.Path, "debrief.html");
        Run("busy-desk", "--script", Write("s.txt", "0:00 b visitor=A\n1:00 close\n"), "--html", page);
        Assert.Contains("20260302-0900-busy-desk", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_may_come_through_a_pipe()
    {
        var result = TestConsole.Run(
            ["observe", "busy-desk", "--rules", ObservingWorld.Rules, "--pack", "lf", "--store", Store, "--start", "2026-03-02T09:00:00+08:00"], Language.En, "0:00 b visitor=A\n0:30 c visitor=A waiting=0\nclose\n");
        Assert.Equal("", result.Error);
        Assert.Contains("0:30> close", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_before_the_input_turned_bad_is_kept()
    {
        var script = Path.Combine(_folder.Path, "bytes.txt");
        File.WriteAllBytes(script, [.. "0:00 b visitor=A\n0:10 note "u8, 0xFF, (byte)'\n']);
        Assert.Equal(2, Run("busy-desk", "--script", script).Status);
        using var store = AttemptStore.Open(Store);
        var record = Assert.Single(store.List(AttemptQuery.All));
        Assert.False(record.IsFinished);
        Assert.Single(record.Events);
    }

    [Fact]
    public void Facts_of_the_case_may_be_given_beforehand()
    {
        Run("busy-desk", "--script", Write("s.txt", "1:00 close\n"), "--fact", "speech.logged=no", "--fact", "site.kind=company-office");
        using var store = AttemptStore.Open(Store);
        var facts = Assert.Single(store.List(AttemptQuery.All).Single().Events);
        Assert.Equal(["site.kind=company-office", "speech.logged=false"], facts.Data.Select(d => $"{d.Key}={d.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("`PROCESS` is missing")]
    [InlineData("unknown process `bussy-desk`", "bussy-desk")]
    [InlineData("the process `desk-visit` is in several packs: `lf`, `lh`, `qq`", "desk-visit")]
    [InlineData("unknown process `qc-reception`", "qc-reception", "--pack", "lf")]
    [InlineData("there is no script `absent.txt`", "busy-desk", "--script", "absent.txt")]
    [InlineData("`speech.logged` cannot be `2`", "busy-desk", "--fact", "speech.logged=2")]
    [InlineData("`speech` is not `name=value`", "busy-desk", "--fact", "speech")]
    [InlineData("unknown attribute `speech.loged`", "busy-desk", "--fact", "speech.loged=yes")]
    [InlineData("`--start` must be an RFC 3339 time such as `2026-03-02T09:00:00+08:00`, not `yesterday`", "busy-desk", "--start", "yesterday")]
    [InlineData("the role-play cannot begin in the future: `2099-01-01T00:00:00Z`", "busy-desk", "--start", "2099-01-01T00:00:00Z")]
    [InlineData("`--resume` goes without `busy-desk`", "busy-desk", "--resume", "x")]
    [InlineData("there is no attempt `x`", "--resume", "x")]
    public void A_bad_command_line_says_what_is_wrong_and_a_way_out(string reason, params string[] arguments)
    {
        if (arguments.Contains("--resume"))
            AttemptStore.Open(Store).Dispose();
        var result = RunPlain(arguments);
        Assert.Equal(2, result.Status);
        Assert.Equal($"error: {reason}", result.Error.Split('\n')[0]);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var expected = Observe("busy-desk", "lf", "en").Output;
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ar-SA");
            File.Delete(Store);
            Assert.Equal(expected, Observe("busy-desk", "lf", "en").Output);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    private ConsoleResult Observe(string process, string pack, string language) => TestConsole.Run(
        [
            "observe", process, "--rules", ObservingWorld.Rules, "--pack", pack, "--store", Store, "--trainee", "李四", "--trainer", "王五", "--start", "2026-03-02T09:00:00+08:00",
            "--script", GoldenFile.RepositoryPath($"Standards.Tests/Observing/Scripts/{process}.txt"),
        ],
        language == "zh" ? Language.Zh : Language.En);

    private ConsoleResult Run(params string[] arguments) => RunPlain([.. arguments, "--pack", "lf", "--start", "2026-03-02T09:00:00+08:00"]);

    private ConsoleResult RunPlain(params string[] arguments) => TestConsole.Run(["observe", .. arguments, "--rules", ObservingWorld.Rules, "--store", Store]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
