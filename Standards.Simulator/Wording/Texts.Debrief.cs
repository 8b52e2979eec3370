using Standards.Core;
using Standards.Rules.Scoring;
using Standards.Simulator.Debriefs;
using Standards.Simulator.Records;

namespace Standards.Simulator.Wording;

/// <summary>What a debrief says.</summary>
internal static partial class Texts
{
    public static class Debrief
    {
        public static readonly LocalizedText Title = new("讲评：{0}", "Debrief: {0}");
        public static readonly LocalizedText Head = new("{0} · {1} · {2} · {3} · 用时 {4}", "{0} · {1} · {2} · {3} · took {4}");
        public static readonly LocalizedText HeadRules = new("练习 {0} · 评判依据 {1}", "attempt {0} · judged by {1}");
        public static readonly LocalizedText HeadProfile = new("{0}（配置 {1}）", "{0} (profile {1})");
        public static readonly LocalizedText Hints = new("用了 {0}", "{0} used");
        public static readonly Noun HintNoun = new("次提示", "hint", "hints");
        public static readonly LocalizedText Foreign = new("注意：{0}项结果出自未载入的规范或版本，未计入本讲评", "note: {0} verdicts are by norms or versions that are not loaded; they are not in this debrief");

        public static readonly LocalizedText Passed = new("通过", "passed");
        public static readonly LocalizedText Failed = new("未通过", "failed");
        public static readonly LocalizedText Unfinished = new("未完成", "not finished");
        public static readonly LocalizedText NothingDecided = new("未评定", "not judged");
        public static readonly LocalizedText ReasonPassed = new("达到及格线 {0}，没有违反严重规范", "the mark of {0} is reached, and no critical norm was broken");
        public static readonly LocalizedText ReasonCritical = new("违反了严重规范，无论得分多少：{0}", "a critical norm was broken, whatever the points: {0}");
        public static readonly LocalizedText ReasonBelow = new("低于及格线 {0}", "below the mark of {0}");
        public static readonly LocalizedText ReasonUnfinished = new("尚未结束，以下为目前的结果", "it was left before its end; this is how it stands");
        public static readonly LocalizedText ReasonNothing = new("没有一条规范得到评定", "no norm was decided");
        public static readonly LocalizedText Points = new("{0}（{1} / {2} 分）", "{0} ({1} of {2} points)");
        public static readonly LocalizedText NoPoints = new("没有得分", "no score");
        public static readonly LocalizedText Counts = new("做到 {0}，违反 {1}，不明 {2}", "{0} kept, {1} broken, {2} unknown");
        public static readonly LocalizedText CountsPending = new("{0}，未决 {1}", "{0}, {1} pending");
        public static readonly LocalizedText Corrected = new("经培训师更正；程序评定为 {0}，{1}", "corrected by a trainer; the machine's score is {0}, {1}");

        public static readonly LocalizedText BySection = new("各章节得分", "Score by section");
        public static readonly LocalizedText BySkill = new("各项技能", "Skills");
        public static readonly LocalizedText Section = new("章节", "section");
        public static readonly LocalizedText Skill = new("技能", "skill");
        public static readonly LocalizedText Score = new("得分", "points");
        public static readonly LocalizedText Share = new("得分率", "share");
        public static readonly LocalizedText Kept = new("做到", "kept");
        public static readonly LocalizedText Broken = new("违反", "broken");
        public static readonly LocalizedText Unknown = new("不明", "unknown");

        public static readonly LocalizedText Practise = new("下次练什么", "What to practise next");
        public static readonly LocalizedText NothingToPractise = new("没有需要特别练习的", "nothing in particular");
        public static readonly LocalizedText Costs = new("失 {0}", "{0} lost");
        public static readonly LocalizedText BrokenTimes = new("违反 {0} 次", "broken {0} times");
        public static readonly LocalizedText MissedBefore = new("此前 {1} 次中有 {0} 次也违反", "broken in {0} of {1} earlier attempts");
        public static readonly LocalizedText NotYetSteady = new("这次做到了", "kept this time");
        public static readonly LocalizedText NotTheWords = new("算做到，但用语与原文有出入", "kept, but not in the prescribed words");
        public static readonly LocalizedText Say = new("这样说", "say");
        public static readonly LocalizedText Do = new("应做到", "do");
        public static readonly LocalizedText Clause = new("条款", "clause");

        public static readonly LocalizedText Strengths = new("做得好的", "Strengths");
        public static readonly LocalizedText CriticalKept = new("严重规范全部做到", "critical norms kept");
        public static readonly LocalizedText SectionsKept = new("整个章节做到", "sections kept whole");
        public static readonly LocalizedText SkillsKept = new("整项技能做到", "skills kept whole");
        public static readonly LocalizedText WordForWord = new("一次说对，一字不差", "word for word at the first try");
        public static readonly LocalizedText WithCount = new("{0}（{1}）", "{0} ({1})");
        public static readonly LocalizedText None = new("暂无", "none yet");

        public static readonly LocalizedText Compared = new("与以往相比", "Compared with earlier attempts");
        public static readonly LocalizedText Earlier = new("以往得分", "earlier scores");
        public static readonly LocalizedText ThisTime = new("本次", "this time");
        public static readonly LocalizedText Best = new("以往最好", "best before");
        public static readonly LocalizedText Since = new("比上次", "since the last");
        public static readonly LocalizedText PercentPoints = new("{0} 个百分点", "{0} percentage points");
        public static readonly LocalizedText TrendLabel = new("近 {0} 次趋势", "trend of the last {0}");
        public static readonly LocalizedText NewlyKept = new("新做到的", "newly kept");
        public static readonly LocalizedText NewlyBroken = new("新违反的", "newly broken");
        public static readonly LocalizedText MissedAgain = new("又违反的", "broken again");
        public static readonly LocalizedText NotCompared = new("另有 {0}未比较：没有完成，或所用规范不同", "{0} not compared: not finished, or judged by other rules");
        public static readonly Noun Attempts = new("次", "earlier attempt", "earlier attempts");

        public static readonly LocalizedText Timeline = new("经过", "Timeline");
        public static readonly LocalizedText Legend = new("图例：[-应说未说-] {+说错或多说+}", "legend: [-not said-] {+said instead or besides+}");
        public static readonly LocalizedText LegendMissing = new("应说未说", "not said");
        public static readonly LocalizedText LegendExtra = new("说错或多说", "said instead or besides");
        public static readonly LocalizedText AlsoKept = new("另有 {0} 项做到", "{0} more were kept");
        public static readonly LocalizedText TimePassed = new("时限已到，还没有做到", "a deadline passed, and it was not met");
        public static readonly LocalizedText TimeEnded = new("时限届满", "a time ran out");
        public static readonly LocalizedText End = new("结束", "the end");
        public static readonly LocalizedText NothingHappened = new("没有任何事件", "nothing happened");
        public static readonly LocalizedText Attribute = new("{0}：{1}", "{0}: {1}");
        public static readonly LocalizedText Yes = new("是", "yes");
        public static readonly LocalizedText No = new("否", "no");
        public static readonly LocalizedText Says = new("“{0}”", "“{0}”");
        public static readonly LocalizedText Expected = new("应说", "expected");
        public static readonly LocalizedText Said = new("实说", "said");
        public static readonly LocalizedText NothingLikeIt = new("没有说过类似的话", "nothing like it");
        public static readonly LocalizedText SaidAt = new("（{0}）", " (at {0})");
        public static readonly LocalizedText Found = new("情况", "found");
        public static readonly LocalizedText Clock = new("时间", "time");
        public static readonly LocalizedText DueLate = new("时限 {0}；{1} 才做，晚了 {2}", "due at {0}; came at {1}, {2} late");
        public static readonly LocalizedText DueNever = new("时限 {0}；始终没有做", "due at {0}; it never came");
        public static readonly LocalizedText Spare = new("剩 {0}", "{0} to spare");
        public static readonly LocalizedText PointsLost = new("−{0}", "−{0}");
        public static readonly Noun PointNoun = new("分", "point", "points");
        public static readonly LocalizedText NotScored = new("不计分", "not scored");
        public static readonly LocalizedText CorrectedLabel = new("更正", "corrected");
        public static readonly LocalizedText MachineSays = new("程序评定“{0}”，{1}更正为“{2}”：{3}", "the machine says “{0}”, {1} says “{2}”: {3}");
        public static readonly LocalizedText Folded = new("另有 {0} 项做到，未逐条列出；`--all` 列出", "{0} more were kept, not listed; `--all` lists them");

        public static readonly LocalizedText Open = new("不明（不计分）", "Unknown (counts neither way)");
        public static readonly LocalizedText Unanswered = new("{0}没有观察员回答", "{0} without an observer's answer");
        public static readonly Noun Questions = new("个问题", "question", "questions");
        public static readonly LocalizedText UnansweredFolded = new("{0}；`--all` 列出", "{0}; `--all` lists them");
        public static readonly LocalizedText Times = new("{0}（{1} 次）", "{0} ({1} times)");
        public static readonly LocalizedText Pending = new("结束时仍未到期", "Still open at the end");
        public static readonly LocalizedText Excepted = new("另有 {0} 项属于例外，不适用", "{0} more did not apply: excepted");

        public static readonly LocalizedText Corrections = new("培训师更正", "A trainer's corrections");
        public static readonly LocalizedText CorrectionScore = new("得分：程序 {0}，更正后 {1}", "score: machine {0}, corrected {1}");
        public static readonly LocalizedText CorrectionLine = new("{0}：{1} → {2}（{3}），{4}：{5}", "{0}: {1} → {2} ({3}), {4}: {5}");
        public static readonly LocalizedText ReplacedCorrection = new("（已被后来的更正取代）", " (replaced by a later correction)");
        public static readonly LocalizedText IdleCorrection = new("（没有这项结果，不起作用）", " (there is no such verdict: no effect)");
        public static readonly LocalizedText NoVerdict = new("无", "none");
        public static readonly LocalizedText Notes = new("记录的意见", "Notes");
        public static readonly LocalizedText Proof = new("如何验证", "Proof");
        public static readonly LocalizedText ProofText = new("先导出本次互动，再像审核任何日志一样审核，结果相同：", "export the interaction, then audit it as any log; the verdicts are the same:");

        public static LocalizedText Of(Trend trend) => trend switch
        {
            Trend.Rising => new("上升", "rising"),
            Trend.Falling => new("下降", "falling"),
            Trend.Uneven => new("时升时降", "up and down"),
            _ => new("平稳", "steady"),
        };

        public static LocalizedText Of(AttemptKind kind) => kind switch
        {
            AttemptKind.Observation => new("角色扮演，观察员记录", "role-play, ticked by an observer"),
            _ => new("场景", "scenario"),
        };

        public static LocalizedText Of(CorrectionKind kind) => kind switch
        {
            CorrectionKind.Accepted => new("认可", "accepted"),
            CorrectionKind.Adjusted => new("更改", "adjusted"),
            _ => new("否决", "rejected"),
        };
    }
}
