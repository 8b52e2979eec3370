using Standards.Tests.Loading;
using Xunit;

namespace Standards.Tests.Consoles;

/// <summary>What a person sees who types at a terminal.</summary>
public sealed class PseudoTerminalTests
{
    private const string Left = "\u001b[D";
    private const string Up = "\u001b[A";
    private const string CtrlC = "\u0003";
    private const string CtrlD = "\u0004";

    [LinuxFact]
    public void Chinese_is_edited_in_the_middle()
    {
        using var terminal = Begin();
        terminal.Type("您好，请坐");
        terminal.WaitForRows("问> 您好，请坐");
        terminal.Type(Left + Left);
        terminal.WaitUntil(s => s.Cursor == (0, 10) && s.UnderCursor == "请", "the cursor on 请");
        terminal.Type("王先生");
        terminal.WaitForRows("问> 您好，王先生请坐");
        terminal.Type("\u007f\u007f女士\u0001各位\u0005！\r");
        terminal.WaitForRows("问> 各位您好，王女士请坐！", "得到「各位您好，王女士请坐！」", "问>");
        terminal.Type(CtrlD);
        Assert.Equal(0, terminal.WaitForExit());
        Assert.True(terminal.IsAsBefore);
    }

    [LinuxFact]
    public void Bytes_of_a_character_may_come_apart()
    {
        using var terminal = Begin();
        var bytes = "你好😀"u8;
        for (var i = 0; i < bytes.Length; i++)
        {
            terminal.Send(bytes.Slice(i, 1));
            Thread.Sleep(20);
        }

        terminal.WaitForRows("问> 你好😀");
        terminal.Type("\u007f\r");
        terminal.WaitFor("得到「你好」");
    }

    [LinuxFact]
    public void A_line_follows_the_window()
    {
        using var terminal = Begin(columns: 30, rows: 10);
        terminal.Type("先前\r");
        terminal.WaitFor("得到「先前」");
        terminal.Type("一二三四五六七八九十甲乙丙丁戊己庚辛");
        terminal.WaitForRows("问> 先前", "得到「先前」", "问> 一二三四五六七八九十甲乙丙", "丁戊己庚辛");
        terminal.Resize(21, 10);
        terminal.WaitForRows("问> 先前", "得到「先前」", "问> 一二三四五六七八", "九十甲乙丙丁戊己庚辛");
        terminal.Type(Left + Left + Left + "x");
        terminal.WaitForRows("问> 先前", "得到「先前」", "问> 一二三四五六七八", "九十甲乙丙丁戊x己庚辛");
        Assert.Equal((3, 15), terminal.Look(s => s.Cursor));
        terminal.Resize(60, 10);
        terminal.WaitForRows("问> 先前", "得到「先前」", "问> 一二三四五六七八九十甲乙丙丁戊x己庚辛");
        terminal.Type("y\r");
        terminal.WaitFor("得到「一二三四五六七八九十甲乙丙丁戊xy己庚辛」");
    }

    [LinuxFact]
    public void A_paste_is_entered_only_where_it_ends_with_a_line_break()
    {
        using var terminal = Begin(columns: 40);
        terminal.WaitUntil(s => s.PastesInBrackets, "bracketed paste");
        terminal.Type("\u001b[200~第一行\r\n第二行\u001b[201~");
        terminal.WaitForRows("问> 第一行 第二行");
        terminal.Type("\u001b[200~\n第三行\r\n\u001b[201~");
        terminal.WaitFor("得到「第一行 第二行 第三行」");
    }

    [LinuxFact]
    public void A_long_paste_arrives_whole()
    {
        using var terminal = Begin();
        var text = string.Concat(Enumerable.Range(0, 2000).Select(i => (char)('一' + i)));
        terminal.WaitUntil(s => s.PastesInBrackets, "bracketed paste");
        terminal.Type($"\u001b[200~{text}\u001b[201~\r");
        terminal.WaitUntil(s => s.All.Replace("\n", "", StringComparison.Ordinal).Contains($"得到「{text}」", StringComparison.Ordinal), "the text");
    }

    [LinuxFact]
    public void Earlier_lines_come_back()
    {
        using var terminal = Begin();
        terminal.Type("甲\r乙\r草稿" + Up + Up);
        terminal.WaitForRows("问> 甲", "得到「甲」", "问> 乙", "得到「乙」", "问> 甲");
        terminal.Type("\u001b[B\u001b[B");
        terminal.WaitForRows("问> 甲", "得到「甲」", "问> 乙", "得到「乙」", "问> 草稿");
    }

    [LinuxFact]
    public void Tab_completes_the_names_of_actions()
    {
        using var terminal = Begin();
        terminal.Type("接\t");
        terminal.WaitForRows("接待访客  接听电话", "问> 接");
        terminal.Type("待\t\r");
        terminal.WaitFor("得到「接待访客」");
    }

    [LinuxFact]
    public void Text_of_a_tick_comes_above_the_line_and_the_prompt_runs()
    {
        using var terminal = Begin(words: ["clock", "guest"], first: "秒>");
        terminal.Type("请稍等" + Left);
        terminal.WaitUntil(
            s => s.Rows is ["〔访客到达〕", var line] && line.EndsWith("秒> 请稍等", StringComparison.Ordinal) && line[0] > '0' && s.UnderCursor == "等",
            "the guest above the line, the clock running, the cursor where it was");
        terminal.Type("您\r");
        terminal.WaitFor("得到「请稍您等」");
    }

    [LinuxFact]
    public void Nothing_is_drawn_where_nothing_changes()
    {
        using var terminal = Begin(words: ["bell"]);
        terminal.Type("字");
        terminal.WaitForRows("问> 字");
        var before = terminal.Look(s => s.Drawings);
        terminal.WaitFor("时间到");
        Assert.InRange(terminal.Look(s => s.Drawings) - before, 1, 4);
        Assert.Equal(0, terminal.WaitForExit());
    }

    [LinuxFact]
    public void Time_ends_the_wait()
    {
        using var terminal = Begin(words: ["bell"]);
        terminal.Type("未完");
        terminal.WaitFor("时间到");
        Assert.Equal(0, terminal.WaitForExit());
        Assert.Equal(["问> 未完", "时间到"], terminal.Rows);
        Assert.True(terminal.IsAsBefore);
    }

    [LinuxTheory]
    [InlineData("", "xterm")]
    [InlineData("半句话", "xterm")]
    [InlineData("key\r", "xterm")]
    [InlineData("busy\r", "xterm")]
    [InlineData("半句话", "dumb")]
    public void Ctrl_C_saves_at_any_moment(string before, string kind)
    {
        using var folder = new TemporaryFolder();
        var saved = Path.Combine(folder.Path, "attempt");
        using var terminal = Begin(words: [saved], environment: new(StringComparer.Ordinal) { ["TERM"] = kind });
        terminal.Type(before);
        if (before.EndsWith('\r'))
            terminal.WaitFor(before.StartsWith('k') ? "按键?" : "忙");
        terminal.Type(CtrlC);
        Assert.Equal(130, terminal.WaitForExit());
        Assert.True(File.Exists(saved));
        Assert.Equal("已保存", terminal.Rows[^1]);
        Assert.True(terminal.IsAsBefore);
    }

    [LinuxTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ending_the_program_or_its_window_saves_too(bool closes)
    {
        using var folder = new TemporaryFolder();
        var saved = Path.Combine(folder.Path, "attempt");
        using var terminal = Begin(words: [saved]);
        terminal.Type("半句话");
        terminal.WaitForRows("问> 半句话");
        if (closes)
            terminal.Close();
        else
            terminal.Terminate();
        Assert.Equal(130, terminal.WaitForExit());
        Assert.True(File.Exists(saved));
        if (!closes)
            Assert.True(terminal.IsAsBefore);
    }

    [LinuxFact]
    public void A_failure_leaves_the_terminal_as_it_was()
    {
        using var terminal = Begin();
        terminal.Type("fail\r");
        terminal.WaitFor("坏");
        Assert.Equal(3, terminal.WaitForExit());
        Assert.True(terminal.IsAsBefore);
    }

    [LinuxTheory]
    [InlineData("C")]
    [InlineData("C.UTF-8")]
    [InlineData("zh_CN.GBK")]
    public void The_locale_does_not_matter(string locale)
    {
        using var terminal = Begin(environment: new(StringComparer.Ordinal) { ["LANG"] = locale, ["LC_ALL"] = locale });
        terminal.Type("鑫森淼\r");
        terminal.WaitFor("得到「鑫森淼」");
    }

    [LinuxFact]
    public void A_key_needs_no_Enter()
    {
        using var terminal = Begin();
        terminal.Type("key\r是");
        terminal.WaitForRows("问> key", "按键? 是", "键 是", "问>");
    }

    [LinuxFact]
    public void A_dumb_terminal_is_not_drawn_on()
    {
        using var terminal = Begin(words: ["guest"], environment: new(StringComparer.Ordinal) { ["TERM"] = "dumb" });
        terminal.WaitFor("〔访客到达〕");
        terminal.Type("您好\r");
        terminal.WaitFor("得到「您好」");
        terminal.Type(CtrlD);
        Assert.Equal(0, terminal.WaitForExit());
        Assert.Equal(["问>", "〔访客到达〕", "问> 您好", "得到「您好」", "问>", "再见"], terminal.Rows);
    }

    private static PseudoTerminal Begin(
        int columns = 80, int rows = 24, string[]? words = null, string first = "问>", Dictionary<string, string?>? environment = null)
    {
        var host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var terminal = PseudoTerminal.Start([host, Path.Combine(AppContext.BaseDirectory, "Standards.Tests.dll"), .. words ?? []], columns, rows, environment);
        terminal.WaitFor(first);
        return terminal;
    }
}
