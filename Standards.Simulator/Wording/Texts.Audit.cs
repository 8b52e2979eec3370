using Standards.Core;

namespace Standards.Simulator.Wording;

/// <summary>What `audit` says.</summary>
internal static partial class Texts
{
    public static class Audit
    {
        public static readonly LocalizedText Summary = new("按规范评判日志", "judges logs by the norms");
        public static readonly LocalizedText Logs = new("日志：JSON Lines、CSV（需 `--map`），可以是 .gz；`-` 为标准输入", "logs: JSON Lines, or CSV with `--map`, also as .gz; `-` is the standard input");
        public static readonly LocalizedText Map = new("CSV 的列如何对应事件（YAML）", "how the columns of a CSV become events (YAML)");
        public static readonly LocalizedText AsOf = new("评判的时刻；默认为现在", "the instant at which it is judged; default: now");
        public static readonly LocalizedText All = new("也列出做到、未决和不适用的结果", "state satisfied, pending and not applicable verdicts too");
        public static readonly LocalizedText Complete = new("案例均已结束：没有未决的结果", "take every case to have ended: nothing is pending");
        public static readonly LocalizedText FailOn = new("critical、major、minor 或 never：达到此级的违反使退出状态为 1；默认 minor", "critical, major, minor or never: a violation of that severity makes the exit status 1; default: minor");
        public static readonly LocalizedText Limit = new("text 格式显示的结果数；默认 50", "findings that the form `text` shows; default: 50");
        public static readonly LocalizedText Bom = new("csv 以字节顺序标记开头（某些表格软件需要）", "begin csv with a byte order mark, which some spreadsheets need");
        public static readonly LocalizedText ExampleLog = new("评判一份日志，列出违反和不明之处", "judge a log: what was violated, and what cannot be told");
        public static readonly LocalizedText ExampleCsv = new("评判一份表格，结果写入文件供程序读取", "judge a table; write the findings to a file for programs");
        public static readonly LocalizedText ExampleCi = new("月底评判；只有严重的违反算失败", "judge as of the end of a month; only critical violations fail");

        public static readonly LocalizedText BadAsOf = new("`{0}` 不是带时区的时刻", "`{0}` is no instant with a zone");
        public static readonly LocalizedText InstantForm = new("写作 `2026-03-02T18:00:00+08:00`", "write `2026-03-02T18:00:00+08:00`");
        public static readonly LocalizedText NeedsMap = new("表格 `{0}` 需要映射", "the table `{0}` needs a mapping");
        public static readonly LocalizedText NameMap = new("用 `--map FILE` 指明各列的含义", "say what its columns are with `--map FILE`");
        public static readonly LocalizedText BadMap = new("映射 `{0}` 有误，未做评判", "the mapping `{0}` is mistaken, nothing was judged");
        public static readonly LocalizedText StandardInputTwice = new("标准输入 `-` 只能写一次", "the standard input `-` is given more than once");

        public static readonly LocalizedText Progress = new("已读 {0} MB", "{0} MB read");
        public static readonly LocalizedText ProgressOf = new("已读 {0} / {1} MB（{2}）", "{0} of {1} MB read ({2})");

        public static readonly LocalizedText Head = new("截至 {0}：{1}，{2}", "as of {0}: {1}, {2}");
        public static readonly LocalizedText ByNorm = new("各规范", "By norm");
        public static readonly LocalizedText ByCase = new("各案例", "By case");
        public static readonly LocalizedText Norm = new("规范", "norm");
        public static readonly LocalizedText Severity = new("级别", "severity");
        public static readonly LocalizedText Violated = new("违反", "violated");
        public static readonly LocalizedText Unknown = new("不明", "unknown");
        public static readonly LocalizedText Kept = new("做到", "kept");
        public static readonly LocalizedText Pending = new("未决", "pending");
        public static readonly LocalizedText Rate = new("做到率", "rate");
        public static readonly LocalizedText KeptThroughout = new("另有 {0}全部做到", "{0} kept throughout, not shown");
        public static readonly LocalizedText More = new("另有 {0}；`--format jsonl` 写出全部", "and {0} more; `--format jsonl` writes all");
        public static readonly LocalizedText Unanswered = new("另缺 {0}未答，未逐条列出；`--all` 列出", "{0} missing, not listed; `--all` lists them");
        public static readonly LocalizedText Key = new("对象 {0}", "for {0}");
        public static readonly LocalizedText Timer = new("（计时）", "(timer)");
        public static readonly LocalizedText Nothing = new("没有违反，也没有不明之处", "nothing was violated, and nothing is unknown");
        public static readonly LocalizedText Total = new("违反 {0}，不明 {1}", "{0} violated, {1} unknown");
        public static readonly LocalizedText Rejected = new("结果不完整：{0}无法使用", "the result is incomplete: {0} could not be used");
        public static readonly LocalizedText Incomplete = new("结果不完整：输入有误", "the result is incomplete: the input has mistakes");
        public static readonly Noun Findings = new("项结果", "finding", "findings");
        public static readonly LocalizedText MoreDiagnostics = new("另有 {0} 条", "and {0} more");
    }
}
