using Standards.Simulator;
using Standards.Simulator.Records;
using Standards.Tests.Consoles;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Playing;

/// <summary>The program as a trainee uses it: at a terminal, with Chinese typed, the window changed, and Ctrl-C in the middle.</summary>
public sealed class TrainTerminalTests : IDisposable
{
    private const string Scenario = "lf.busy-desk-serving";
    private const string Left = "\u001b[D";
    private const string CtrlC = "\u0003";

    private readonly string _folder = Directory.CreateTempSubdirectory("standards-").FullName;

    private string StoreFile => Path.Combine(_folder, "attempts.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [LinuxFact]
    public void An_attempt_that_was_interrupted_is_kept_and_goes_on_where_it_was_left()
    {
        string id;
        using (var terminal = Begin([Scenario, "--seed", "4"], columns: 80))
        {
            terminal.WaitFor("[go-on]");
            terminal.Type("1\r");
            terminal.WaitFor("09:00:10 >");
            terminal.Type(":wait\r");
            terminal.WaitFor("王先生走到前台前");

            // Words with a slip, mended in the middle while the window narrows.
            terminal.Type("2 很抱歉,请您先坐下稍等");
            terminal.WaitFor("稍等");
            terminal.Resize(60, 24);
            terminal.Type("一会,我帮这位办理完事务之后立刻为您服务。");
            terminal.Type(string.Concat(Enumerable.Repeat(Left, "办理完事务之后立刻为您服务。".Length)) + "先生\r");
            terminal.WaitFor("好的，不着急");
            terminal.Type("4");
            terminal.WaitUntil(s => s.Rows[^1].EndsWith("> 4", StringComparison.Ordinal) || s.All.Contains("> 4", StringComparison.Ordinal), "the 4");
            terminal.Type(CtrlC);
            terminal.WaitFor("--resume");
            Assert.Equal(ExitStatus.Interrupted, terminal.WaitForExit());
            Assert.True(terminal.IsAsBefore);
            var attempt = OnlyAttempt();
            id = attempt.Id;
            Assert.False(attempt.IsFinished);
            Assert.Equal(["1", ":wait", "2 很抱歉,请您先坐下稍等一会,我帮这位先生办理完事务之后立刻为您服务。"], attempt.Inputs.AsEnumerable());
        }

        using (var terminal = Begin(["--resume", id], columns: 100))
        {
            terminal.WaitFor("继续练习 " + id);
            terminal.WaitFor("[excuse]");
            foreach (var line in (string[])["excuse 请您稍等一下,我帮这位先生安排其他人员接待,马上回来。", "1", "introduce 您好,请小李帮您办理好么?", "hand-over", "resume", "apologise 很抱歉耽误了您的时间,我们继续。", "finish"])
                terminal.Type(line + "\r");
            terminal.WaitFor("练习已保存为");
            Assert.Equal(ExitStatus.Fine, terminal.WaitForExit());
        }

        Assert.True(OnlyAttempt() is { IsFinished: true, Hints: 0 });
    }

    [LinuxTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_closed_window_and_a_request_to_terminate_lose_nothing(bool closed)
    {
        using var terminal = Begin([Scenario, "--seed", "4"], columns: 100);
        terminal.WaitFor("[go-on]");
        terminal.Type("1\r");
        terminal.WaitFor("09:00:10 >");
        if (closed)
            terminal.Close();
        else
            terminal.Terminate();
        Assert.Equal(ExitStatus.Interrupted, terminal.WaitForExit());
        Assert.Equal(["1"], OnlyAttempt().Inputs.AsEnumerable());
    }

    [LinuxFact]
    public void An_observation_that_was_interrupted_is_kept_and_goes_on()
    {
        string id;
        using (var terminal = Start(["observe", "qc-reception", "--trainer", "陈老师", "--trainee", "小王"], columns: 100))
        {
            terminal.WaitFor("开始");
            terminal.Type("\r");
            terminal.WaitFor("现在可有的行为");
            terminal.Type("a");
            terminal.WaitFor("客户到站");
            terminal.WaitFor("#1 ");
            terminal.Type("N");
            terminal.WaitFor("备注");
            terminal.Type("笑得很自然\r");
            terminal.WaitFor("笑得很自然");
            terminal.Resize(90, 30);
            terminal.Type(CtrlC);
            Assert.Equal(ExitStatus.Interrupted, terminal.WaitForExit());
            id = OnlyAttempt().Id;
        }

        using (var terminal = Start(["observe", "--resume", id], columns: 100))
        {
            terminal.WaitFor("客户到站");
            terminal.Type("Q");
            terminal.WaitFor("结束观察");
            terminal.Type("1");
            terminal.WaitFor("讲评");
            terminal.WaitForExit();
        }

        var attempt = OnlyAttempt();
        Assert.True(attempt.IsFinished);
        Assert.Equal("笑得很自然", Assert.Single(attempt.Notes).Text);
    }

    [LinuxFact]
    public void In_real_time_things_happen_while_nobody_types()
    {
        using var terminal = Begin([Scenario, "--seed", "4", "--speed", "60"], columns: 100);
        terminal.WaitFor("王先生走到前台前");
        terminal.WaitFor("还要多久啊");
        terminal.Type(":quit\r");
        Assert.Equal(ExitStatus.Fine, terminal.WaitForExit());
        Assert.Contains(OnlyAttempt().Inputs, i => i.StartsWith(":tick ", StringComparison.Ordinal));
    }

    [LinuxFact]
    public void Who_is_asked_which_scenario_may_name_it_by_its_number()
    {
        using var terminal = Begin(["--pack", "lf"], columns: 120);
        terminal.WaitFor("演练哪一个");
        terminal.Type("999\r");
        terminal.WaitFor("未知的场景");
        terminal.Type("1\r");
        terminal.WaitFor("你可以");
        terminal.Type(":quit\r");
        Assert.Equal(ExitStatus.Fine, terminal.WaitForExit());
    }

    [LinuxTheory]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("TERM", "dumb", false)]
    [InlineData("NO_COLOR", null, true)]
    public void Colours_are_left_out_where_they_are_not_wanted(string variable, string? value, bool colour)
    {
        using var terminal = Begin([Scenario, "--seed", "4"], columns: 100, new Dictionary<string, string?> { [variable] = value });
        terminal.WaitFor("go-on");
        terminal.Type(":quit\r");
        Assert.Equal(ExitStatus.Fine, terminal.WaitForExit());
        Assert.Equal(colour, terminal.Look(s => s.HasColor));
    }

    private AttemptRecord OnlyAttempt()
    {
        using var store = AttemptStore.OpenExisting(StoreFile);
        return Assert.Single(store.List(AttemptQuery.All));
    }

    private PseudoTerminal Begin(string[] arguments, int columns, Dictionary<string, string?>? environment = null) =>
        Start(["train", .. arguments, "--trainee", "小王"], columns, environment);

    private PseudoTerminal Start(string[] arguments, int columns, Dictionary<string, string?>? environment = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "standards.dll");
        return PseudoTerminal.Start(
            ["dotnet", program, .. arguments, "--rules", GoldenFile.RepositoryPath("rules"), "--store", StoreFile, "--lang", "zh"], columns, rows: 40, environment);
    }
}
