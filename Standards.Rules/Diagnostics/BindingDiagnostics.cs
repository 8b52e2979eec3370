using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Diagnostics;

/// <summary>Names that stand for nothing, and norms that do not hang together (ST02xx).</summary>
public static class BindingDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownAct = Error("ST0201", "unknown-act", "未知的行为 `{0}`", "unknown act `{0}`");
    public static readonly DiagnosticDescriptor UnknownAttribute = Error("ST0202", "unknown-attribute", "未知的属性 `{0}`", "unknown attribute `{0}`");
    public static readonly DiagnosticDescriptor UnknownRole = Error("ST0203", "unknown-role", "未知的角色 `{0}`", "unknown role `{0}`");
    public static readonly DiagnosticDescriptor UnknownPhrase = Error("ST0204", "unknown-phrase", "未知的用语 `{0}`", "unknown phrase `{0}`");
    public static readonly DiagnosticDescriptor UnknownLexicon = Error("ST0205", "unknown-lexicon", "未知的禁语表 `{0}`", "unknown lexicon `{0}`");
    public static readonly DiagnosticDescriptor UnknownDecision = Error("ST0206", "unknown-decision", "未知的决策表 `{0}`", "unknown decision `{0}`");
    public static readonly DiagnosticDescriptor UnknownSchedule = Error("ST0207", "unknown-schedule", "未知的时间表 `{0}`", "unknown schedule `{0}`");
    public static readonly DiagnosticDescriptor UnknownForm = Error("ST0208", "unknown-form", "未知的表单 `{0}`", "unknown form `{0}`");
    public static readonly DiagnosticDescriptor UnknownUnit = Error("ST0209", "unknown-unit", "未知的计量单位 `{0}`", "unknown unit `{0}`");
    public static readonly DiagnosticDescriptor UnknownProcess = Error("ST0210", "unknown-process", "未知的流程 `{0}`", "unknown process `{0}`");
    public static readonly DiagnosticDescriptor UnknownClause = Error("ST0211", "unknown-clause", "条款目录中没有 `{0}`", "the clause catalogue has no `{0}`");
    public static readonly DiagnosticDescriptor UnknownNorm = Error("ST0212", "unknown-norm", "未知的规范 `{0}`", "unknown norm `{0}`");
    public static readonly DiagnosticDescriptor UnknownSetting = Error("ST0213", "unknown-setting", "未知的本单位设定 `{0}`", "unknown house setting `{0}`");
    public static readonly DiagnosticDescriptor UnknownCalendar = Error("ST0214", "unknown-calendar", "未知的日历 `{0}`", "unknown calendar `{0}`");
    public static readonly DiagnosticDescriptor UnknownPack = Error("ST0215", "unknown-pack", "未知的规范包 `{0}`", "unknown pack `{0}`");
    public static readonly DiagnosticDescriptor DuplicateId = Error("ST0216", "duplicate-id", "`{0}` 已在 {1} 定义", "`{0}` is already defined at {1}");
    public static readonly DiagnosticDescriptor Redeclared = Error("ST0217", "redeclared-otherwise", "`{0}` 在 {1} 有不同的声明", "`{0}` is declared otherwise at {1}");
    public static readonly DiagnosticDescriptor NoForm = Error("ST0218", "no-form", "规范没有写明形式", "the norm says nothing: it has no form");
    public static readonly DiagnosticDescriptor SeveralForms = Error("ST0219", "several-forms", "规范同时写了 `{0}` 和 `{1}`", "the norm has both `{0}` and `{1}`");
    public static readonly DiagnosticDescriptor KeyNotForForm = Error("ST0220", "key-not-for-form", "`{0}` 不能用于 `{1}`", "`{0}` does not go with `{1}`");
    public static readonly DiagnosticDescriptor ActivationRequired = Error("ST0221", "activation-required", "`{0}` 需要 `on`", "`{0}` needs `on`");
    public static readonly DiagnosticDescriptor KeyNeedsActivation = Error("ST0223", "key-needs-activation", "没有 `on` 的 `{0}` 不能用 `per`", "`per` needs `on` for `{0}`");
    public static readonly DiagnosticDescriptor BadPattern = Error("ST0224", "bad-pattern", "模式在 `{0}` 处不成立", "the pattern breaks at `{0}`");
    public static readonly DiagnosticDescriptor WrongPrefix = Error("ST0226", "wrong-prefix", "`{0}` 应以 `{1}.` 开头", "`{0}` does not start with `{1}.`");
    public static readonly DiagnosticDescriptor NoBound = Error("ST0227", "no-bound", "缺少次数界限", "there is no bound to count against");
    public static readonly DiagnosticDescriptor BoundsCross = Error("ST0228", "bounds-cross", "下限 {0} 高于上限 {1}", "the lower bound {0} lies above the upper bound {1}");
    public static readonly DiagnosticDescriptor WrongAttributeType = Error("ST0229", "wrong-attribute-type", "`{0}` 的类型是 {1}，此处需要 {2}", "`{0}` is of type {1}, where {2} is needed");
    public static readonly DiagnosticDescriptor OverlappingVersions = Error("ST0230", "overlapping-versions", "规范包 `{0}` 的版本 {1} 与 {2} 的生效日期重叠", "versions {1} and {2} of pack `{0}` are in force at the same time");
    public static readonly DiagnosticDescriptor CircularRoles = Error("ST0231", "circular-roles", "角色 `{0}` 循环归属", "role `{0}` is a case of itself");
    public static readonly DiagnosticDescriptor TooMany = Error("ST0232", "too-many", "`{0}` 最多 {1} 项", "`{0}` holds at most {1} items");
    public static readonly DiagnosticDescriptor NotElapsed = Error("ST0233", "not-elapsed-time", "此处只能用经过的时间，不能用 `{0}`", "only elapsed time can stand here, not `{0}`");
    public static readonly DiagnosticDescriptor UnitNotHere = Error("ST0234", "unit-not-here", "`{0}` 不能以 `{1}` 计", "`{0}` cannot be counted in `{1}`");
    public static readonly DiagnosticDescriptor BadQuotaBound = Error("ST0235", "bad-quota-bound", "`{0}` 不是次数或百分比", "`{0}` is neither a number nor a percentage");
    public static readonly DiagnosticDescriptor CircularExceptions = Error("ST0236", "circular-exceptions", "规范 `{0}` 以自身为例外", "norm `{0}` is an exception to itself");
    public static readonly DiagnosticDescriptor SettingNotDeadline = Error("ST0237", "setting-not-a-deadline", "设定 `{0}` 的值 `{1}` 不是时限", "the value `{1}` of setting `{0}` is no deadline");
    public static readonly DiagnosticDescriptor BadDefault = Error("ST0238", "bad-value", "`{0}` 不是 {1} 类型的值", "`{0}` is no value of type {1}");

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));
}
