using Standards.Core;
using Xunit;

namespace Standards.Tests.Simulator;

public sealed class ExitStatusTests
{
    [Theory]
    [InlineData("", 2)]
    [InlineData("--help", 0)]
    [InlineData("--version", 0)]
    [InlineData("check @rules", 0)]
    [InlineData("check @mistaken-rules", 2)]
    [InlineData("check @nowhere", 2)]
    [InlineData("test @rules", 0)]
    [InlineData("test @failing-rules", 1)]
    [InlineData("test @mistaken-rules", 2)]
    [InlineData("coverage --rules @rules", 0)]
    [InlineData("coverage --rules @rules --fail-under 92.3", 0)]
    [InlineData("coverage --rules @rules --fail-under 92.4", 1)]
    [InlineData("audit @log.jsonl --rules @rules --complete", 1)]
    [InlineData("audit @log.jsonl --rules @rules --complete --fail-on minor", 1)]
    [InlineData("audit @log.jsonl --rules @rules --complete --fail-on critical", 1)]
    [InlineData("audit @log.jsonl --rules @rules --complete --fail-on never", 0)]
    [InlineData("audit @minor.jsonl --rules @rules --complete --fail-on minor", 1)]
    [InlineData("audit @minor.jsonl --rules @rules --complete --fail-on major", 0)]
    [InlineData("audit @broken.jsonl --rules @rules --fail-on never", 2)]
    [InlineData("audit @log.jsonl @nowhere.jsonl --rules @rules --fail-on never", 2)]
    [InlineData("audit @log.jsonl --rules @mistaken-rules", 2)]
    public void A_command_ends_with_its_status(string command, int status)
    {
        var result = TestConsole.Run(command);
        Assert.True(status == result.Status, result.Transcript(command));
    }

    [Theory]
    [InlineData("adit", "unknown command `adit`", "did you mean `audit`?")]
    [InlineData("audit", "`LOG` is missing", "`standards audit --help` shows how it is used")]
    [InlineData("audit x --formt jsonl", "unknown option `--formt`", "did you mean `--format`?")]
    [InlineData("check a b", "unexpected argument `b`", "`standards check --help` shows how it is used")]
    [InlineData("check @rules --rules @rules", "two rules directories are given: `@rules` and `@rules`", null)]
    [InlineData("check --rules", "`--rules` needs a value", "`standards check --help` shows how it is used")]
    [InlineData("check --profile a --profile b", "`--profile` is given more than once", "`standards check --help` shows how it is used")]
    [InlineData("check @rules --lang fr", "`--lang` cannot be `fr`", "possible: `zh`, `en`")]
    [InlineData("check @rules --format xml", "`--format` cannot be `xml`", "possible: `text`, `jsonl`")]
    [InlineData("check @rules --format jsonll", "`--format` cannot be `jsonll`", "did you mean `jsonl`?")]
    [InlineData("list norm --rules @rules", "`WHAT` cannot be `norm`", "did you mean `norms`?")]
    [InlineData("explain demo.handover --rules @rules", "unknown norm `demo.handover`", "did you mean `demo.hand-over`?")]
    [InlineData("explain zzz --rules @rules", "unknown norm `zzz`", "`standards list norms` shows all norms")]
    [InlineData("graph complain --rules @rules", "unknown process `complain`", "did you mean `complaint`?")]
    [InlineData("coverage --rules @rules --fail-under 101", "`--fail-under` must lie between 0 and 100, not `101`", null)]
    [InlineData("test @rules --filter nothing-of-the-kind", "there is no such case", null)]
    [InlineData("audit @log.jsonl --rules @rules --as-of yesterday", "`yesterday` is no instant with a zone", "write `2026-03-02T18:00:00+08:00`")]
    [InlineData("audit @log.jsonl --rules @rules --as-of 2026-03-02T18:00:00", "`2026-03-02T18:00:00` is no instant with a zone", "write `2026-03-02T18:00:00+08:00`")]
    [InlineData("audit @log.jsonl --rules @rules --fail-on mild", "`--fail-on` cannot be `mild`", "possible: `critical`, `major`, `minor`, `never`")]
    [InlineData("audit @log.jsonl --rules @rules --limit -1", "`--limit` must be a whole number from 0, not `-1`", null)]
    [InlineData("audit @visits.csv --rules @rules", "the table `@visits.csv` needs a mapping", "say what its columns are with `--map FILE`")]
    [InlineData("audit - - --rules @rules", "the standard input `-` is given more than once", null)]
    public void A_mistaken_command_line_is_told_in_one_line_with_a_way_out(string command, string message, string? help)
    {
        var result = TestConsole.Run(command);
        var expected = $"error: {message}\n" + (help is null ? "" : $"  = help: {help}\n");
        Assert.Equal(expected, TestConsole.Neutral(result.Error));
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.Status);
    }

    [Theory]
    [InlineData("check @rules --pack nothing", "error ST0215: unknown pack `nothing`\n\n1 error\n")]
    [InlineData("check @rules --profile strikt", "error ST0815: unknown profile `strikt`\n      = help: did you mean `strict`?\n\n1 error\n")]
    public void An_unknown_pack_or_profile_is_a_mistake_of_the_rules(string command, string output)
    {
        var result = TestConsole.Run(command);
        Assert.Equal(output, result.Output);
        Assert.Equal(2, result.Status);
    }

    [Theory]
    [InlineData("audit @log.jsonl --rules @rules --map @nowhere.yaml", "nowhere.yaml")]
    [InlineData("audit @log.jsonl --rules @rules --output @no-such-folder/out.jsonl", "no-such-folder/out.jsonl")]
    public void A_file_that_is_not_there_is_named(string command, string name)
    {
        var result = TestConsole.Run(command);
        Assert.Contains(name, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.Status);
    }

    [Fact]
    public void Mistakes_are_told_in_the_language_that_the_line_asks_for()
    {
        Assert.Equal("错误：未知的命令 `adit`\n  = 帮助：是否想写 `audit`？\n", TestConsole.Run("--lang zh adit").Error);
        Assert.Equal("错误：未知的命令 `adit`\n  = 帮助：是否想写 `audit`？\n", TestConsole.Run("adit --lang=zh").Error);
        Assert.StartsWith("error: ", TestConsole.Run("--lang en adit", Language.Zh).Error, StringComparison.Ordinal);
    }
}
