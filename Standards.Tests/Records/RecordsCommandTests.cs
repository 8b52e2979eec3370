using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Standards.Core;
using Standards.Simulator.Records;
using Standards.Tests.Simulator;
using Xunit;

namespace Standards.Tests.Records;

public sealed class RecordsCommandTests : IDisposable
{
    private readonly RecordsConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Theory]
    [InlineData("attempts --show nothing", "there is no attempt")]
    [InlineData("attempts --events nothing", "there is no attempt")]
    [InlineData("attempts --show ''", "there is no attempt")]
    [InlineData("attempts nobody", "has attempted nothing")]
    [InlineData("attempts --scenario nothing", "nobody has attempted")]
    [InlineData("attempts --format html", "cannot be")]
    [InlineData("attempts --output @store", "is not written over")]
    [InlineData("progress", "is missing")]
    [InlineData("progress ''", "has attempted nothing")]
    [InlineData("progress 李雷 --scenario nothing", "nobody has attempted")]
    [InlineData("cohort --by trainee", "cannot be")]
    [InlineData("cohort --scenario nothing", "nobody has attempted")]
    [InlineData("cohort --output @store", "is not written over")]
    [InlineData("correct nothing lf.busy-desk.hand-over accept --reason a --trainer b", "there is no attempt")]
    [InlineData("correct 20260409-0930-busy-desk-breaches lf.busy-desk-1.right-back adjust --verdict good --reason a --trainer b", "cannot be")]
    [InlineData("correct 20260409-0930-busy-desk-breaches lf.busy-desk-1.right-back accept --reason a", "is missing")]
    [InlineData("export --xapi @store", "is not written over")]
    [InlineData("export --cmi5 @store", "is not written over")]
    [InlineData("export --xapi @folder/no/such/file.json", "cannot be written")]
    [InlineData("export --xapi - --trainee nobody", "has attempted nothing")]
    [InlineData("export --cmi5 @folder/course.zip --scenario nothing --rules @fixtures/rules", "there are no scenarios")]
    public void A_mistake_is_told_with_a_way_out_and_changes_nothing(string command, string reason)
    {
        var before = File.ReadAllBytes(_console.Path);
        var words = RecordsConsole.Words(command).Select(w => w
            .Replace("@store", _console.Path, StringComparison.Ordinal).Replace("@folder", _console.Other("folder"), StringComparison.Ordinal)
            .Replace("@fixtures", TestConsole.Fixtures, StringComparison.Ordinal));
        var result = TestConsole.Run([.. words, "--store", _console.Path]);
        Assert.Equal((2, ""), (result.Status, result.Output));
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("the program failed", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_console.Path));
    }

    [Theory]
    [InlineData("attempts")]
    [InlineData("progress Wang")]
    [InlineData("cohort")]
    [InlineData("correct A N accept --reason a --trainer b")]
    [InlineData("export --xapi -")]
    public void Without_a_store_there_is_nothing_to_show_and_none_is_made(string command)
    {
        var path = _console.Other("none.db");
        var result = TestConsole.Run([.. command.Split(' '), "--store", path]);
        Assert.Equal((2, ""), (result.Status, result.Output));
        Assert.Contains("no attempts have been kept yet", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("attempts", "there are no attempts\n")]
    [InlineData("attempts --format jsonl", "")]
    [InlineData("cohort", "there are no attempts\n")]
    [InlineData("cohort --format csv", "trainee,attempts,scenarios,passed,share\r\n")]
    [InlineData("export --xapi -", "[]\n")]
    public void An_empty_store_has_nothing_to_show(string command, string expected)
    {
        var path = _console.Other("empty.db");
        AttemptStore.Open(path).Dispose();
        Assert.Equal(new ConsoleResult(0, expected, ""), TestConsole.Run([.. command.Split(' '), "--store", path]));
    }

    [Fact]
    public void A_later_word_of_a_trainer_takes_the_place_of_an_earlier_one()
    {
        const string Norm = "lf.busy-desk-1.right-back";
        const string Attempt = "20260409-0930-busy-desk-breaches";
        Assert.Equal(0, _console.Run($"correct {Attempt} {Norm} reject --reason a --trainer Wang").Status);
        Assert.Equal(0, _console.Run($"correct {Attempt} {Norm} accept --reason b --trainer Li").Status);
        using var store = AttemptStore.OpenExisting(_console.Path);
        var scored = store.FindScored(Attempt)!;
        Assert.Equal(["a", "b"], scored.Attempt.Corrections.Select(c => c.Reason));
        Assert.False(scored.Score.IsCorrected);
        Assert.Equal(1, scored.Score.Corrections);
        Assert.Equal(scored.Score, store.Summaries(AttemptQuery.All with { Id = Attempt })[0].Score);
    }

    [Fact]
    public void Statements_of_chosen_attempts_go_to_a_file()
    {
        var path = _console.Other("statements.json");
        var result = _console.Run($"export --xapi {path} --trainee 李雷 --scenario {SampleAttempts.Breaches}");
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.StartsWith("2 attempts written", result.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var attempts = document.RootElement.EnumerateArray().Where(s => s.GetProperty("result").TryGetProperty("completion", out _)).ToList();
        Assert.Equal(2, attempts.Count);
        Assert.All(attempts, s => Assert.Equal("李雷", s.GetProperty("actor").GetProperty("account").GetProperty("name").GetString()));
    }

    [Fact]
    public void The_scenarios_of_the_rules_become_a_course()
    {
        var path = _console.Other("course.zip");
        var result = TestConsole.Run(["export", "--cmi5", path, "--rules", $"{TestConsole.Fixtures}/rules", "--base", "https://lms.example/s"]);
        Assert.Equal((0, ""), (result.Status, result.Error));
        using var zip = ZipFile.OpenRead(path);
        using var reader = new StreamReader(zip.GetEntry("cmi5.xml")!.Open(), Encoding.UTF8);
        Assert.Contains("<au id=\"https://lms.example/s/scenario/", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(160)]
    public void Lists_fit_any_page(int width)
    {
        foreach (var command in new[] { "attempts", "cohort", "cohort --by section", "progress 李雷" })
        {
            foreach (var language in new[] { Language.Zh, Language.En })
            {
                var result = _console.Run(command, language, width);
                Assert.Contains("李雷", result.Output, StringComparison.Ordinal);
                Assert.All(result.Output.Split('\n'), l => Assert.True(Standards.Simulator.Output.TextWrapper.Width(l) <= width, l));
            }
        }
    }

    [Fact]
    public void A_page_for_the_browser_runs_nothing_and_fetches_nothing()
    {
        using (var store = AttemptStore.Open(_console.Path))
            store.Save(SampleAttempts.Of(SampleAttempts.Clean, "X", "<script>alert('&')</script>"), SampleAttempts.Scorer);
        var page = _console.Run("cohort --format html").Output;
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;", page, StringComparison.Ordinal);
        foreach (var fetch in new[] { "src=", "href=", "url(", "@import" })
            Assert.DoesNotContain(fetch, page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_store_may_be_named_by_the_environment()
    {
        var before = Environment.GetEnvironmentVariable(StorePath.Variable);
        try
        {
            Environment.SetEnvironmentVariable(StorePath.Variable, _console.Path);
            Assert.Equal(_console.Path, StorePath.Default());
            Environment.SetEnvironmentVariable(StorePath.Variable, "");
            Assert.EndsWith(Path.Combine("standards", "attempts.db"), StorePath.Default(), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(StorePath.Variable, before);
        }
    }
}
