using Standards.Core;
using Standards.Core.Findings;

namespace Standards.Simulator.Wording;

/// <summary>Every text that the program shows, in both languages.</summary>
internal static partial class Texts
{
    public static readonly LocalizedText Error = new("错误", "error");
    public static readonly LocalizedText Warning = new("警告", "warning");
    public static readonly LocalizedText HelpLine = new("帮助", "help");
    public static readonly LocalizedText Colon = new("：", ": ");
    public static readonly LocalizedText Comma = new("，", ", ");
    public static readonly LocalizedText ListComma = new("、", ", ");

    public static LocalizedText Of(Severity severity) => severity switch
    {
        Severity.Critical => new("严重", "critical"),
        Severity.Major => new("重要", "major"),
        _ => new("一般", "minor"),
    };

    public static LocalizedText Of(Verdict verdict) => verdict switch
    {
        Verdict.Satisfied => new("做到", "satisfied"),
        Verdict.Violated => new("违反", "violated"),
        Verdict.Pending => new("未决", "pending"),
        Verdict.Unknown => new("不明", "unknown"),
        _ => new("不适用", "not applicable"),
    };

    public static class Nouns
    {
        public static readonly Noun Packs = new("个规范包", "pack", "packs");
        public static readonly Noun Norms = new("条规范", "norm", "norms");
        public static readonly Noun Cases = new("个用例", "case", "cases");
        public static readonly Noun Scenarios = new("个场景", "scenario", "scenarios");
        public static readonly Noun Errors = new("个错误", "error", "errors");
        public static readonly Noun Warnings = new("个警告", "warning", "warnings");
        public static readonly Noun Interactions = new("个案例", "case", "cases");
        public static readonly Noun Events = new("个事件", "event", "events");
        public static readonly Noun Lines = new("行", "line", "lines");
        public static readonly Noun Observations = new("个观察项", "checklist answer", "checklist answers");
        public static readonly Noun Clauses = new("条条款", "clause", "clauses");
    }

    public static class Options
    {
        public static readonly LocalizedText Rules = new("规则目录；默认为程序自带的规范包，其次为 ./rules", "the rules directory; default: the packs shipped with the program, else ./rules");
        public static readonly LocalizedText Profile = new("采用规则目录中的一个配置", "use a profile of the rules directory");
        public static readonly LocalizedText Pack = new("只用此规范包；可重复", "use this pack only; may be repeated");
        public static readonly LocalizedText Lang = new("输出语言；默认随系统", "the language of all texts; default: the system's");
        public static readonly LocalizedText Format = new("输出格式", "the form of the output");
        public static readonly LocalizedText Output = new("写入文件，而不是标准输出", "write to a file instead of the standard output");
        public static readonly LocalizedText NoColor = new("不用颜色（环境变量 NO_COLOR 亦可）", "no colours (so does the environment variable NO_COLOR)");
        public static readonly LocalizedText Help = new("显示本帮助", "show this help");
        public static readonly LocalizedText Version = new("显示版本", "show the version");
    }

    public static class Usage
    {
        public static readonly LocalizedText UnknownCommand = new("未知的命令 `{0}`", "unknown command `{0}`");
        public static readonly LocalizedText UnknownOption = new("未知的选项 `{0}`", "unknown option `{0}`");
        public static readonly LocalizedText Surplus = new("多余的参数 `{0}`", "unexpected argument `{0}`");
        public static readonly LocalizedText Missing = new("缺少 `{0}`", "`{0}` is missing");
        public static readonly LocalizedText NeedsValue = new("`{0}` 需要一个值", "`{0}` needs a value");
        public static readonly LocalizedText GivenTwice = new("`{0}` 只能写一次", "`{0}` is given more than once");
        public static readonly LocalizedText BadValue = new("`{0}` 不能是 `{1}`", "`{0}` cannot be `{1}`");
        public static readonly LocalizedText Possible = new("可用：{0}", "possible: {0}");
        public static readonly LocalizedText NotANumber = new("`{0}` 应为不小于 0 的整数，不能是 `{1}`", "`{0}` must be a whole number from 0, not `{1}`");
        public static readonly LocalizedText SeeHelp = new("`standards {0}--help` 显示用法", "`standards {0}--help` shows how it is used");
        public static readonly LocalizedText TwoDirectories = new("规则目录写了两次：`{0}` 和 `{1}`", "two rules directories are given: `{0}` and `{1}`");
        public static readonly LocalizedText NoRules = new("找不到规则目录", "there is no rules directory");
        public static readonly LocalizedText NameRules = new("用 `--rules DIR` 指明", "name one with `--rules DIR`");
        public static readonly LocalizedText BadRules = new("规则有误，未做其他事：{0}", "the rules are mistaken, nothing else was done: {0}");
        public static readonly LocalizedText CannotWrite = new("无法写入 `{0}`：{1}", "`{0}` cannot be written: {1}");
        public static readonly LocalizedText Unexpected = new("程序内部错误：{0}", "the program failed: {0}");
        public static readonly LocalizedText DebugHint = new("设环境变量 STANDARDS_DEBUG=1 可显示详情", "the environment variable STANDARDS_DEBUG=1 shows the details");
        public static readonly LocalizedText Interrupted = new("已中断", "interrupted");
    }

    public static class Help
    {
        public static readonly LocalizedText Program = new("以规则判断服务是否符合标准", "judges service against its standards, by rules");
        public static readonly LocalizedText Usage = new("用法", "Usage");
        public static readonly LocalizedText Commands = new("命令", "Commands");
        public static readonly LocalizedText Arguments = new("参数", "Arguments");
        public static readonly LocalizedText Options = new("选项", "Options");
        public static readonly LocalizedText Common = new("通用选项", "Common options");
        public static readonly LocalizedText Examples = new("示例", "Examples");
        public static readonly LocalizedText Status = new("退出状态", "Exit status");
        public static readonly LocalizedText Default = new("默认 {0}", "default: {0}");
        public static readonly LocalizedText CommandWord = new("命令", "COMMAND");
        public static readonly LocalizedText OptionsWord = new("选项", "options");
        public static readonly LocalizedText StatusFine = new("没有达到 `--fail-on` 的违反，也没有失败", "nothing at or above `--fail-on` was violated, failed or missed");
        public static readonly LocalizedText StatusViolated = new("有违反或失败", "something was");
        public static readonly LocalizedText StatusBad = new("用法、规则或输入有误，或结果不完整", "usage, rules or input were bad, or the result is incomplete");
        public static readonly LocalizedText More = new("`standards COMMAND --help` 显示各命令的用法", "`standards COMMAND --help` shows how a command is used");
    }
}
