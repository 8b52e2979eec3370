using System.Text.Json;
using Standards.Core;
using Standards.Simulator;
using Standards.Simulator.Records;
using Standards.Tests.Diagnostics;
using Standards.Tests.Simulator;
using Xunit;

namespace Standards.Tests.Playing;

/// <summary>What the command keeps and writes besides what it shows.</summary>
public sealed class TrainCommandTests : IDisposable
{
    private const string Scenario = "lf.busy-desk-serving";

    private readonly string _folder = Directory.CreateTempSubdirectory("standards-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_script_is_kept_only_where_a_store_is_named()
    {
        Assert.Equal(ExitStatus.Violated, Train("--script", Script("flawed")).Status);
        Assert.Empty(Directory.EnumerateFiles(_folder));
        Train("--script", Script("flawed"), "--store", In("a.db"), "--trainee", "王芳");
        var attempt = Assert.Single(Attempts());
        Assert.Equal((Scenario, "王芳", true, 1UL), (attempt.Subject, attempt.Trainee, attempt.IsFinished, attempt.Seed));
        Assert.Equal(["lf@1.0.0"], attempt.Packs.AsEnumerable());
    }

    [Fact]
    public void The_debrief_is_written_as_a_page_and_the_result_as_statements()
    {
        Train("--script", Script("flawed"), "--html", In("d.html"), "--xapi", In("x.json"));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(In("d.html")), StringComparison.Ordinal);
        using var statements = JsonDocument.Parse(File.ReadAllBytes(In("x.json")));
        Assert.Equal("http://adlnet.gov/expapi/verbs/failed", statements.RootElement[0].GetProperty("verb").GetProperty("id").GetString());
        Assert.All(statements.RootElement.EnumerateArray().Skip(1), s => Assert.EndsWith("/answered", s.GetProperty("verb").GetProperty("id").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--html")]
    [InlineData("--xapi")]
    public void A_file_that_cannot_be_written_is_told_before_the_play(string option)
    {
        var result = Train("--script", Script("flawed"), option, In("missing/folder/x"));
        Assert.Equal(ExitStatus.Bad, result.Status);
        Assert.DoesNotContain("You can", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_left_goes_on_and_ends_as_if_it_had_never_been_left()
    {
        var lines = File.ReadAllLines(Script("flawless"));
        File.WriteAllLines(In("begin.txt"), lines.Take(5));
        File.WriteAllLines(In("rest.txt"), lines.Skip(5));
        var left = Train("--script", In("begin.txt"), "--store", In("a.db"));
        Assert.Equal(ExitStatus.Fine, left.Status);
        var attempt = Assert.Single(Attempts());
        Assert.False(attempt.IsFinished);
        Assert.Contains("--resume " + attempt.Id, left.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Fine, Run("train", "--resume", attempt.Id, "--script", In("rest.txt"), "--store", In("a.db")).Status);
        var whole = Train("--script", Script("flawless"), "--store", In("b.db"));
        Assert.Equal(ExitStatus.Fine, whole.Status);
        Assert.Equal(Text(Assert.Single(Attempts("b.db"))), Text(Assert.Single(Attempts())));
        var again = Run("train", "--resume", attempt.Id, "--script", In("rest.txt"), "--store", In("a.db"));
        Assert.Contains("no unfinished attempt", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attempt_is_not_resumed_by_another_profile()
    {
        File.WriteAllLines(In("begin.txt"), File.ReadAllLines(Script("flawless")).Take(3));
        Train("--script", In("begin.txt"), "--store", In("a.db"), "--profile", "lf");
        var id = Assert.Single(Attempts()).Id;
        var result = Run("train", "--resume", id, "--script", In("begin.txt"), "--store", In("a.db"));
        Assert.Equal(ExitStatus.Bad, result.Status);
        Assert.Contains("--profile lf", result.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Text(AttemptRecord attempt) =>
        [.. attempt.Events.Select(e => $"{e.At} {e.Act} {e.Say}"), .. attempt.Findings.Select(f => $"{f.At} {f.Norm} {f.Verdict}"), .. attempt.Inputs];

    private List<AttemptRecord> Attempts(string store = "a.db")
    {
        using var opened = AttemptStore.OpenExisting(In(store));
        return [.. opened.List(AttemptQuery.All)];
    }

    private string In(string name) => Path.Combine(_folder, name);

    private static string Script(string kind) => GoldenFile.RepositoryPath($"Standards.Tests/Playing/Scripts/{Scenario}.{kind}.txt");

    private static ConsoleResult Train(params string[] arguments) => Run(["train", Scenario, .. arguments]);

    private static ConsoleResult Run(params string[] arguments) => TestConsole.Run([.. arguments, "--rules", GoldenFile.RepositoryPath("rules")], Language.En);
}
