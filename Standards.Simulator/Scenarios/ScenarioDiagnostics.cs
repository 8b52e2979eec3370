using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Simulator.Scenarios;

/// <summary>Training scenarios (ST10xx).</summary>
internal static class ScenarioDiagnostics
{
    public static readonly DiagnosticDescriptor OneLanguage = Error("ST1001", "text-in-one-language", "`{0}` 缺少 {1} 文本", "`{0}` has no text in {1}");
    public static readonly DiagnosticDescriptor UnknownBeat = Error("ST1002", "unknown-beat", "未知的场面 `{0}`", "unknown beat `{0}`");
    public static readonly DiagnosticDescriptor UnknownPerson = Error("ST1003", "unknown-person", "未知的人物 `{0}`", "unknown person `{0}`");
    public static readonly DiagnosticDescriptor UnknownVariable = Error("ST1004", "unknown-variable", "未知的变量 `{0}`", "unknown variable `{0}`");
    public static readonly DiagnosticDescriptor UnknownNorm = Error("ST1005", "unknown-norm-in-scenario", "场景提到未知的规范 `{0}`", "the scenario names an unknown norm `{0}`");
    public static readonly DiagnosticDescriptor WrongType = Error("ST1006", "variable-type", "变量 `{0}` 的类型是 {1}，不能取 {2} 的值", "the variable `{0}` is of type {1} and cannot take a value of type {2}");
    public static readonly DiagnosticDescriptor BadDuration = Error("ST1007", "bad-duration", "`{0}` 不是时长", "`{0}` is no duration");
    public static readonly DiagnosticDescriptor DuplicateName = Error("ST1008", "duplicate-name", "`{0}` 已经用过", "`{0}` is used already");
    public static readonly DiagnosticDescriptor OutOfBounds = Error("ST1009", "number-out-of-bounds", "`{0}` 应在 {1} 至 {2} 之间，不能是 {3}", "`{0}` must lie between {1} and {2}, not {3}");
    public static readonly DiagnosticDescriptor Unreachable = Warning("ST1010", "unreachable-beat", "没有途径到达场面 `{0}`", "nothing leads to beat `{0}`");
    public static readonly DiagnosticDescriptor DeadEnd = Warning("ST1011", "dead-end-beat", "场面 `{0}` 没有出路，只能等到限时", "nothing leads out of beat `{0}` but the limit");
    public static readonly DiagnosticDescriptor NoFlawlessPath = Error("ST1012", "no-flawless-path", "场景 `{0}` 找不到无差错的走法（种子 {1}）：{2}", "no flawless path through scenario `{0}` was found (seed {1}): {2}");
    public static readonly DiagnosticDescriptor WorstPathPasses = Error("ST1013", "worst-path-passes", "场景 `{0}` 最差的走法也及格（{1}）", "the worst path through scenario `{0}` passes ({1})");
    public static readonly DiagnosticDescriptor NeverTrained = Error("ST1014", "norm-never-trained", "场景 `{0}` 声称训练 `{1}`，无差错的走法却未做到", "scenario `{0}` claims to train `{1}`, which its flawless path never keeps");
    public static readonly DiagnosticDescriptor Unintended = Warning("ST1015", "unintended-breach", "动作 `{0}` 违反 `{1}`，而 `breaks` 没有写明", "action `{0}` breaks `{1}`, which its `breaks` does not say");
    public static readonly DiagnosticDescriptor NeverBreaks = Warning("ST1016", "breach-that-never-comes", "动作 `{0}` 写明违反 `{1}`，却从未违反", "action `{0}` says that it breaks `{1}`, and never does");
    public static readonly DiagnosticDescriptor WrongPrefix = Error("ST1017", "scenario-id-prefix", "编号 `{0}` 应以 `{1}.` 开头", "the id `{0}` must begin with `{1}.`");
    public static readonly DiagnosticDescriptor NoEnding = Error("ST1018", "no-ending", "场景 `{0}` 没有结局", "scenario `{0}` has no ending");
    public static readonly DiagnosticDescriptor BadSolution = Error("ST1019", "solution-step", "`solution` 第 {0} 步 `{1}` 此时不可行", "step {0} of `solution`, `{1}`, cannot be taken there");
    public static readonly DiagnosticDescriptor BadAnswer = Error("ST1020", "model-answer", "`{0}` 不是 {1} 的值", "`{0}` is no value of {1}");

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));

    private static DiagnosticDescriptor Warning(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Warning, new LocalizedText(zh, en));
}
