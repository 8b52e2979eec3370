using System.Text.Json;
using Standards.Core;
using Standards.Tests.Diagnostics;
using Standards.Tests.Loading;
using Standards.Tests.Simulator;
using Xunit;

namespace Standards.Tests.Drills;

public sealed class DrillCommandTests : IDisposable
{
    private static readonly string Rules = Path.GetRelativePath(Environment.CurrentDirectory, GoldenFile.RepositoryPath("Standards.Tests/Drills/Fixtures/rules"));

    private readonly TemporaryFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "store.db");

    public static TheoryData<string, string, string> Dialogues
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (name, command, answers) in new[]
            {
                ("breach", "drill breach --seed 3 --count 4 --script -", "0\n1\nwhat\n2\n?\n1\n2\n"),
                ("next", "drill next --seed 1 --count 3 --script -", "1\n2\n3\n1\n2\n3\n"),
                ("time", "drill time --seed 5 --count 4 --script -", "40 s\n?\nlate\n2 分 5 秒\n5\n1 d\nq\n"),
                ("say", "drill say --seed 2 --count 4 --script -", "您好,请问有什么能帮您？\n您好\nyes\n你好，有什么事\nno\nq\n"),
                ("mixed", "drill --seed 4 --count 6 --script -", "1\nq\n"),
                ("list", "drill --list --seed 4 --count 6", ""),
                ("jsonl", "drill --list --format jsonl --seed 4 --count 6", ""),
                ("help", "drill --help", ""),
            })
            {
                data.Add(name, command, answers);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Dialogues))]
    public void A_drill_reads_as_it_read_in_english(string name, string command, string answers) => Reads(name, "en", Language.En, command, answers);

    [Theory]
    [MemberData(nameof(Dialogues))]
    public void A_drill_reads_as_it_read_in_chinese(string name, string command, string answers) => Reads(name, "zh", Language.Zh, command, answers);

    [Fact]
    public void What_was_missed_comes_back_in_the_drill_and_the_next_day()
    {
        var result = Run($"drill say --norm demo.greet --seed 1 --trainee lin --store {Store}", "不对\n还不对\n您好，请问有什么能帮您？\n");
        Assert.Equal(0, result.Status);
        Assert.Contains("1/1", result.Output, StringComparison.Ordinal);
        Assert.Contains("3/3", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 of 1 right at the first answer", result.Output, StringComparison.Ordinal);
        Assert.Contains("2026-04-11  1 question (tomorrow)", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_leaves_loses_no_answer()
    {
        Run($"drill say --seed 1 --trainee lin --store {Store}", "?\nq\n");
        using var attempts = Standards.Simulator.Records.AttemptStore.OpenExisting(Store);
        using var store = Standards.Simulator.Drills.ReviewStore.Open(attempts);
        Assert.Equal((1, 1), Assert.Single(store.Load("lin").Values.Select(s => (s.Asked, s.Missed))));
    }

    [Fact]
    public void A_script_answers_as_a_person_does()
    {
        var script = Path.Combine(_folder.Path, "answers.txt");
        File.WriteAllText(script, "1\n2\n?\nq\n");
        var typed = Run("drill --seed 9 --script -", "1\n2\n?\nq\n");
        var played = Run($"drill --seed 9 --script {script}");
        Assert.Equal(typed, played);
    }

    [Fact]
    public void Questions_are_written_for_other_programs_with_their_answers()
    {
        var lines = Run("drill --format jsonl --seed 4 --count 30").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var question = json.RootElement;
            Assert.Contains(question.GetProperty("kind").GetString(), Standards.Simulator.Drills.DrillKinds.Names);
            Assert.NotEqual("", question.GetProperty("prompt").GetProperty("zh").GetString());
            Assert.NotEqual(JsonValueKind.Undefined, question.GetProperty("answer").ValueKind);
            if (question.TryGetProperty("choices", out var choices))
                Assert.Single(choices.EnumerateArray(), c => c.GetProperty("subject").GetString() == question.GetProperty("answer").GetString());
        }
    }

    [Theory]
    [InlineData("drill breech", "did you mean `breach`")]
    [InlineData("drill riddle", "`breach`")]
    [InlineData("drill say extra", "unexpected argument")]
    [InlineData("drill --count 0", "between 1 and 1,000")]
    [InlineData("drill --count 1001", "between 1 and 1,000")]
    [InlineData("drill --count many", "whole number")]
    [InlineData("drill --seed -1", "`--seed`")]
    [InlineData("drill --seed 99999999999999999999", "`--seed`")]
    [InlineData("drill --norm demo.gret", "did you mean `demo.greet`")]
    [InlineData("drill --norm demo.prompt-rate", "no norm")]
    [InlineData("drill --pack nowhere", "nowhere")]
    [InlineData("drill --script nowhere.txt", "nowhere.txt")]
    [InlineData("drill --store . --seed 1", "store")]
    [InlineData("drill --format xml", "`--format`")]
    public void A_mistake_is_said_with_a_way_out(string command, string says)
    {
        var result = Run(command);
        Assert.Equal(2, result.Status);
        Assert.Contains(says, result.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("999\n-1\n1;2\n１\n")]
    [InlineData("q")]
    public void Odd_answers_end_in_peace(string answers)
    {
        var result = Run("drill breach --seed 3 --count 2 --script -", answers);
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.Matches("right at the first answer|Nothing was answered", result.Output);
    }

    [Fact]
    public void A_line_for_people_fits_the_page()
    {
        foreach (var language in new[] { Language.En, Language.Zh })
        {
            foreach (var line in Run("drill --list --seed 4 --count 50", language: language).Output.Split('\n'))
                Assert.True(Standards.Simulator.Output.TextWrapper.Width(line) <= 100, line);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void Reads(string name, string suffix, Language language, string command, string answers)
    {
        var result = Run(command, answers, language);
        GoldenFile.AssertEqual($"Drills/Golden/{name}.{suffix}.txt", result.Transcript(command));
    }

    private static ConsoleResult Run(string command, string answers = "", Language language = Language.En) =>
        TestConsole.Run([.. command.Split(' '), "--rules", Rules], language, answers);
}
