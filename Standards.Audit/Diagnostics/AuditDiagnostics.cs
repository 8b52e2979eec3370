using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Audit.Diagnostics;

/// <summary>Mistakes of whole cases, found when their events are put together (ST095x).</summary>
public static class AuditDiagnostics
{
    public static readonly DiagnosticDescriptor NoProcess = new(
        "ST0950",
        "case-without-process",
        DiagnosticSeverity.Error,
        new LocalizedText("案例 `{0}` 从未写明流程，只受适用于所有流程的规范评判", "case `{0}` never names its process: only norms for all processes judge it"));

    public static readonly DiagnosticDescriptor ContradictingFacts = new(
        "ST0951",
        "contradicting-facts",
        DiagnosticSeverity.Error,
        new LocalizedText("案例 `{0}` 的事实 `{1}` 前后矛盾：先为 `{2}`，后为 `{3}`；以前者为准", "case `{0}` states two values for the fact `{1}`: first `{2}`, then `{3}`; the first stands"));

    internal static readonly LocalizedText NameProcess = new("在该案例的任一事件写明 `process`", "name the `process` on any one of its events");
}
