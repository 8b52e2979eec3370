using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Diagnostics;

/// <summary>Decision tables (ST06xx).</summary>
public static class DecisionDiagnostics
{
    public static readonly DiagnosticDescriptor WrongCellCount = Error("ST0601", "wrong-cell-count", "此行有 {0} 格，决策表有 {1} 个输入", "the row has {0} cells for {1} inputs");
    public static readonly DiagnosticDescriptor BadCell = Error("ST0602", "bad-cell", "无法读懂 `{0}`", "`{0}` is no test");
    public static readonly DiagnosticDescriptor Overlap = Error("ST0603", "overlapping-rows", "第 {0} 行与第 {1} 行重叠：{2}", "rows {0} and {1} overlap: {2}");
    public static readonly DiagnosticDescriptor Gap = Warning("ST0604", "gap", "没有一行适用于：{0}", "no row covers: {0}");
    public static readonly DiagnosticDescriptor Disagree = Error("ST0605", "rows-disagree", "第 {0} 行与第 {1} 行对 {2} 结论不同", "rows {0} and {1} disagree on {2}");
    public static readonly DiagnosticDescriptor NoPriority = Error("ST0606", "no-priority", "`priorities` 中没有 `{0}`", "`{0}` is not among the `priorities`");
    public static readonly DiagnosticDescriptor NotANumber = Error("ST0607", "not-a-number", "`{0}` 只能用于数值", "`{0}` collects numbers only");
    public static readonly DiagnosticDescriptor WrongCellType = Error("ST0608", "wrong-cell-type", "`{0}` 不是 {1} 类型的值", "`{0}` is no value of type {1}");
    public static readonly DiagnosticDescriptor DeadRow = Warning("ST0609", "dead-row", "第 {0} 行永远用不到", "row {0} is never reached");
    public static readonly DiagnosticDescriptor Circular = Error("ST0610", "circular-decisions", "决策表 `{0}` 依赖自身", "decision `{0}` depends on itself");

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));

    private static DiagnosticDescriptor Warning(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Warning, new LocalizedText(zh, en));
}
