using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Diagnostics;

/// <summary>Packs, their coverage and their cases (ST08xx).</summary>
public static class PackDiagnostics
{
    public static readonly DiagnosticDescriptor Uncovered = Warning("ST0801", "uncovered-clause", "条款 `{0}` 没有规范覆盖", "no norm covers clause `{0}`");
    public static readonly DiagnosticDescriptor Weak = Warning("ST0802", "weak-coverage", "条款 `{0}`（{1}）只有较弱的规范：{2}", "clause `{0}` ({1}) is covered only by a weaker norm: {2}");
    public static readonly DiagnosticDescriptor NeedlessWaiver = Warning("ST0803", "needless-waiver", "条款 `{0}` 有足够的规范，`waiver` 多余", "clause `{0}` is covered by a norm of its kind: it needs no `waiver`");
    public static readonly DiagnosticDescriptor BadTime = Error("ST0810", "bad-case-time", "`{0}` 不是时间", "`{0}` is no time");
    public static readonly DiagnosticDescriptor BadVersion = Error("ST0811", "bad-version", "`{0}` 不是 x.y.z 形式的版本号", "`{0}` is no version of the form x.y.z");
    public static readonly DiagnosticDescriptor OutOfRange = Error("ST0812", "setting-out-of-range", "`{0}` 的值 `{1}` 不在 {2} 至 {3} 之间", "the value `{1}` of `{0}` does not lie between {2} and {3}");
    public static readonly DiagnosticDescriptor UnknownProfile = Error("ST0815", "unknown-profile", "未知的配置 `{0}`", "unknown profile `{0}`");
    public static readonly DiagnosticDescriptor UnknownNormInCase = Error("ST0816", "unknown-norm-in-case", "用例提到未知的规范 `{0}`", "the case names an unknown norm `{0}`");
    public static readonly DiagnosticDescriptor NoEvents = Error("ST0817", "case-without-events", "用例 `{0}` 没有事件", "case `{0}` has no events");
    public static readonly DiagnosticDescriptor UnorderedDates = Error("ST0814", "unordered-dates", "`until` 早于 `from`", "`until` lies before `from`");

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));

    private static DiagnosticDescriptor Warning(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Warning, new LocalizedText(zh, en));
}
