using Standards.Core;
using Standards.Rules.Coverage;

namespace Standards.Simulator.Wording;

/// <summary>What the commands that look at the packs themselves say.</summary>
internal static partial class Texts
{
    public static readonly LocalizedText Directory = new("规则目录；等同 `--rules`", "the rules directory; the same as `--rules`");

    public static class Check
    {
        public static readonly LocalizedText Summary = new("检查规范包，指出每处错误的位置", "checks the packs: every mistake, with its position");
        public static readonly LocalizedText Strict = new("有警告时退出状态也为 2", "warnings, too, make the exit status 2");
        public static readonly LocalizedText ExampleHere = new("检查一个规则目录", "check a rules directory");
        public static readonly LocalizedText ExampleStrict = new("在流水线中使用：警告也算失败", "in a pipeline: warnings fail, too");
        public static readonly LocalizedText ExampleJson = new("供编辑器或流水线读取", "for an editor or a pipeline to read");
        public static readonly LocalizedText Paths = new("列出每个场景无差错的走法和最差的走法", "print the flawless way through each scenario, and the worst one");
        public static readonly LocalizedText Only = new("只检查这个场景（不读用例）", "prove this scenario only, and read no cases");
        public static readonly LocalizedText ExamplePaths = new("证明一个场景可以无差错地完成", "prove that a scenario can be played without fault");
        public static readonly LocalizedText Proved = new("已证明 {0} / {1} 个场景", "{0} of {1} scenarios proved");
        public static readonly LocalizedText Flawless = new("无差错（种子 {0}）", "flawless (seed {0})");
        public static readonly LocalizedText Worst = new("最差（{0}）", "worst ({0})");
        public static readonly LocalizedText Counts = new("{0}，{1}，{2}，{3}", "{0}, {1}, {2}, {3}");
        public static readonly LocalizedText Fine = new("没有错误", "no mistakes");
    }

    public static class Test
    {
        public static readonly LocalizedText Summary = new("运行规范包自带的用例", "runs the packs' own cases");
        public static readonly LocalizedText Filter = new("只运行编号、标题或所提规范含此文字的用例", "only cases whose id, title or expected norms hold this text");
        public static readonly LocalizedText ExampleAll = new("运行全部用例", "run all cases");
        public static readonly LocalizedText ExampleSome = new("只运行与繁忙接待有关的用例", "run the cases about the busy desk");
        public static readonly LocalizedText Mutants = new("用例全部通过后，逐条删去或放宽规范，列出没有用例察觉的改动", "when all pass, removes or weakens each norm in turn and lists the changes that no case notices");
        public static readonly LocalizedText ExampleMutants = new("用例是否守得住规范", "see whether the cases hold the norms");
        public static readonly LocalizedText MutantsJudged = new("已检验 {0} / {1} 处改动", "{0} of {1} changes judged");
        public static readonly LocalizedText MutantsResult = new("{0} 处改动，用例察觉 {1} 处（{2}）", "{0} changes, {1} noticed by a case ({2})");
        public static readonly LocalizedText Expected = new("应有", "expected");
        public static readonly LocalizedText Came = new("实有", "came");
        public static readonly LocalizedText Nothing = new("无", "nothing");
        public static readonly LocalizedText At = new("于 {0}", "at {0}");
        public static readonly LocalizedText Key = new("对象 {0}", "for {0}");
        public static readonly LocalizedText Result = new("通过 {0}，失败 {1}", "{0} passed, {1} failed");
        public static readonly LocalizedText None = new("没有这样的用例", "there is no such case");
    }

    public static class Explain
    {
        public static readonly LocalizedText Summary = new("说明一条规范：条款、读法、时限、正反示例", "explains a norm: its clauses, its words, its clock, an interaction that keeps it and one that breaks it");
        public static readonly LocalizedText Norm = new("规范的编号", "the id of the norm");
        public static readonly LocalizedText ExampleOne = new("说明一条规范", "explain a norm");
        public static readonly LocalizedText UnknownNorm = new("未知的规范 `{0}`", "unknown norm `{0}`");
        public static readonly LocalizedText ListNorms = new("`standards list norms` 列出全部规范", "`standards list norms` shows all norms");
        public static readonly LocalizedText Severity = new("级别", "severity");
        public static readonly LocalizedText Pack = new("规范包", "pack");
        public static readonly LocalizedText Form = new("形式", "form");
        public static readonly LocalizedText Place = new("位置", "written at");
        public static readonly LocalizedText NotScored = new("不计分", "not scored");
        public static readonly LocalizedText Clauses = new("条款", "Clauses");
        public static readonly LocalizedText Reading = new("读作", "In words");
        public static readonly LocalizedText Settings = new("本单位设定", "House settings");
        public static readonly LocalizedText Setting = new("{0}（{1}）", "{0} ({1})");
        public static readonly LocalizedText SettingDefault = new("{0}（{1}；规范包默认 {2}）", "{0} ({1}; the pack's default is {2})");
        public static readonly LocalizedText Kept = new("做到的示例", "Kept, for instance");
        public static readonly LocalizedText Broken = new("违反的示例", "Broken, for instance");
        public static readonly LocalizedText Facts = new("事实", "facts");
        public static readonly LocalizedText By = new("由{0}", "by {0}");
        public static readonly LocalizedText Says = new("说：“{0}”", "says “{0}”");
        public static readonly LocalizedText Semicolon = new("；", "; ");
        public static readonly LocalizedText InOrder = new("没有不合流程之处", "nothing is out of order");
        public static readonly LocalizedText NoTrace = new("未能生成经评判确认的示例", "no example was found that the evaluator confirms");
        public static readonly LocalizedText QuotaTrace = new("定额针对许多案例，不举单个示例", "a quota is about many interactions: there is no example of one");
    }

    public static class List
    {
        public static readonly LocalizedText Summary = new("列出规范、流程、条款、行为或场景", "lists what there is");
        public static readonly LocalizedText What = new("norms、processes、clauses、acts 或 scenarios", "norms, processes, clauses, acts or scenarios");
        public static readonly LocalizedText WhatName = new("列出对象", "list");
        public static readonly LocalizedText ExampleNorms = new("列出一个规范包的规范", "list the norms of a pack");
        public static readonly LocalizedText ExampleActs = new("列出日志可用的行为", "list the acts that a log may hold");
        public static readonly LocalizedText Id = new("编号", "id");
        public static readonly LocalizedText Form = new("形式", "form");
        public static readonly LocalizedText Severity = new("级别", "severity");
        public static readonly LocalizedText Title = new("标题", "title");
        public static readonly LocalizedText Semicolon = new("；", "; ");
        public static readonly LocalizedText Pack = new("规范包", "pack");
        public static readonly LocalizedText States = new("状态", "states");
        public static readonly LocalizedText Kind = new("类别", "kind");
        public static readonly LocalizedText Check = new("检查方式", "checked by");
        public static readonly LocalizedText Text = new("内容", "text");
        public static readonly LocalizedText Name = new("名称", "name");
        public static readonly LocalizedText Means = new("含义", "means");
        public static readonly LocalizedText Nothing = new("没有", "there are none");
    }

    public static class Coverage
    {
        public static readonly LocalizedText Summary = new("条款与规范的对应", "holds clauses against norms");
        public static readonly LocalizedText FailUnder = new("覆盖率低于此百分比时退出状态为 1", "the exit status is 1 when fewer clauses are covered, in per cent");
        public static readonly LocalizedText ExampleAll = new("哪些条款没有规范，哪些只有较弱的规范", "which clauses no norm covers, and which only a weaker one");
        public static readonly LocalizedText ExampleCi = new("须覆盖全部条款", "every clause must be covered");
        public static readonly LocalizedText BadPercent = new("`--fail-under` 应为 0 至 100，不能是 `{0}`", "`--fail-under` must lie between 0 and 100, not `{0}`");
        public static readonly LocalizedText Kind = new("类别", "kind");
        public static readonly LocalizedText Clauses = new("条款", "clauses");
        public static readonly LocalizedText Weak = new("较弱", "weak");
        public static readonly LocalizedText Total = new("合计", "all");
        public static readonly LocalizedText UncoveredClauses = new("没有规范的条款", "Clauses that no norm covers");
        public static readonly LocalizedText WeakClauses = new("只有较弱规范的条款", "Clauses that only a weaker norm covers");
        public static readonly LocalizedText WaivedClauses = new("有理由只用较弱规范的条款", "Clauses that a weaker norm covers for a reason");
        public static readonly LocalizedText Share = new("覆盖 {0} / {1}（{2}）", "{0} of {1} covered ({2})");

        public static LocalizedText Of(ClauseCover cover) => cover switch
        {
            ClauseCover.Norm => new("规范", "norm"),
            ClauseCover.Decision => new("决策表", "decision"),
            ClauseCover.Quota => new("定额", "quota"),
            ClauseCover.Checklist => new("观察项", "checklist"),
            ClauseCover.Reference => new("说明性", "reference"),
            _ => new("无", "uncovered"),
        };
    }

    public static class Graph
    {
        public static readonly LocalizedText Summary = new("画出流程的状态机", "draws the state machine of a process");
        public static readonly LocalizedText Process = new("流程的编号", "the id of the process");
        public static readonly LocalizedText ExampleMermaid = new("输出 Mermaid，可放入 Markdown", "Mermaid, for Markdown");
        public static readonly LocalizedText ExampleDot = new("输出 DOT，供 Graphviz 绘图", "DOT, for Graphviz");
        public static readonly LocalizedText UnknownProcess = new("未知的流程 `{0}`", "unknown process `{0}`");
        public static readonly LocalizedText NoMachine = new("流程 `{0}` 没有状态机", "the process `{0}` has no state machine");
        public static readonly LocalizedText Anywhere = new("任何未结束的状态", "any state that is not terminal");
        public static readonly LocalizedText After = new("满 {0}", "after {0}");
        public static readonly LocalizedText Emits = new("满 {0}：{1}", "after {0}: {1}");
    }
}
