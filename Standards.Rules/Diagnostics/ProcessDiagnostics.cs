using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Diagnostics;

/// <summary>State machines (ST07xx).</summary>
public static class ProcessDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownState = Error("ST0701", "unknown-state", "流程 `{1}` 没有状态 `{0}`", "process `{1}` has no state `{0}`");
    public static readonly DiagnosticDescriptor Unreachable = Warning("ST0702", "unreachable-state", "状态 `{0}` 无法到达", "state `{0}` is never reached");
    public static readonly DiagnosticDescriptor DeadEnd = Warning("ST0703", "dead-end", "状态 `{0}` 没有出口，也不是终态", "state `{0}` has no way out and is not terminal");
    public static readonly DiagnosticDescriptor TerminalWithExit = Error("ST0704", "terminal-with-exit", "终态 `{0}` 不能有出口", "terminal state `{0}` has a way out");
    public static readonly DiagnosticDescriptor NoEnd = Warning("ST0705", "no-way-to-the-end", "从状态 `{0}` 到不了终态", "no terminal state can be reached from `{0}`");
    public static readonly DiagnosticDescriptor AnyActInProcess = Error("ST0706", "any-act-in-process", "流程中不能用 `any`", "a process cannot listen to `any` act");
    public static readonly DiagnosticDescriptor ShadowedTransition = Warning("ST0707", "shadowed-transition", "`{0}` 已由前面的转移处理", "`{0}` is already taken by an earlier transition");

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));

    private static DiagnosticDescriptor Warning(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Warning, new LocalizedText(zh, en));
}
