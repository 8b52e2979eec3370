using System.Collections.Immutable;
using Standards.Core;
using Standards.Simulator.Drills;

namespace Standards.Simulator.Wording;

/// <summary>What drills say.</summary>
internal static partial class Texts
{
    public static class Drill
    {
        public static readonly LocalizedText Summary = new("由规范出题练习，答错的会再来", "asks questions made of the norms; what was missed comes back");
        public static readonly LocalizedText Kind = new("breach（找违规）、next（下一步）、time（还剩多久）或 say（怎么说）；默认混合", "breach, next, time (how long is left) or say (the words); default: mixed");
        public static readonly LocalizedText NormOption = new("只问编号、标题或条款含此文字的规范", "only norms whose id, title or clauses hold this text");
        public static readonly LocalizedText CountOption = new("题数；默认 10", "how many questions; default: 10");
        public static readonly LocalizedText SeedOption = new("随机种子：同样的种子和规范包出同样的题；默认取自时钟", "the seed: the same seed and packs ask the same; default: from the clock");
        public static readonly LocalizedText TraineeOption = new("学员，记下何时再问什么；默认为系统用户", "who practises: what to ask again, and when, is kept; default: the user of the system");
        public static readonly LocalizedText ScriptOption = new("从文件读取回答，一行一个；不写明学员或 `--store` 则不作记录", "take the answers from a file, one a line; nothing is kept unless a trainee or `--store` is named");
        public static readonly LocalizedText ListOption = new("只列出题目和答案，不提问", "only write the questions with their answers");
        public static readonly LocalizedText ExampleMixed = new("练习一个规范包，记住答错的", "practise a pack; what is missed is remembered");
        public static readonly LocalizedText ExampleSay = new("练习与繁忙接待有关的用语", "practise the words of the busy desk");
        public static readonly LocalizedText ExampleList = new("供测验页面使用的题目", "questions for a quiz page");

        public static readonly LocalizedText Setting = new("{0} · {1}", "{0} · {1}");
        public static readonly LocalizedText Head = new("{0}，种子 {1}。输入答案；`?` 表示不知道，`q` 结束。", "{0}, seed {1}. Type the answer; `?` if you do not know, `q` to leave.");
        public static readonly LocalizedText HeadList = new("{0}，种子 {1}。", "{0}, seed {1}.");
        public static readonly LocalizedText HeadTrainee = new("学员 {0}：今天到期 {1} 题。", "Trainee {0}: {1} due today.");
        public static readonly LocalizedText Prompt = new("答：", "answer: ");
        public static readonly LocalizedText Answers = new("答案", "Answers");

        public static readonly LocalizedText WhichNorm = new("以上经过已结束，没有记下的就是没有发生。违反了哪一条规范？", "This is all that happened, and it is over. Which norm was broken?");
        public static readonly LocalizedText WhichLine = new("以上经过已结束，违反了“{0}”。哪一行看得出来？", "This is all that happened, and it is over. It breaks “{0}”. Which line shows it?");
        public static readonly LocalizedText NothingBroken = new("都没有违反", "nothing was broken");
        public static readonly LocalizedText MissingOrLate = new("不在哪一行：该有的没有，或来得太晚", "no line: something is missing, or came too late");
        public static readonly LocalizedText AllKept = new("没有违反任何规范。", "No norm was broken.");
        public static readonly LocalizedText Line = new("第 {0} 行", "line {0}");
        public static readonly LocalizedText WhatNextAt = new("流程处于“{0}”。接下来应是哪一步？", "The process stands at “{0}”. Which act comes next?");
        public static readonly LocalizedText WhatNext = new("接下来应是哪一步？其余各步此时都违反顺序。", "What comes next? Anything else would now be out of order.");
        public static readonly LocalizedText WouldBreak = new("此时“{0}”违反：{1}。", "Now, “{0}” would break: {1}.");
        public static readonly LocalizedText AllowedNow = new("在“{0}”之后可以：{1}。", "At “{0}” there may come: {1}.");
        public static readonly LocalizedText HowLong = new("现在是 {0}。要做到“{1}”{2}，按钟表时间还剩多久？已过时限则答“迟”。", "It is now {0}. How long is left, by the clock on the wall, for “{1}”{2}? If its time has run out, answer `late`.");
        public static readonly LocalizedText Began = new("{0} 起算，{1}，即到 {2} 为止。", "It began on {0}; {1}: until {2}.");
        public static readonly LocalizedText ByCalendar = new("按日历“{0}”计算（{1}）。", "By the calendar “{0}” ({1}).");
        public static readonly LocalizedText LeftNow = new("还剩 {0}。", "{0} are left.");
        public static readonly LocalizedText LateBy = new("已超过 {0}。", "It is {0} too late.");
        public static readonly LocalizedText TooLate = new("迟了", "late");
        public static readonly LocalizedText SayIt = new("{0}“{1}”：该怎么说？请输入原话。", "{0} “{1}”: what do you say? Type the words.");
        public static readonly LocalizedText MaySay = new("{0}可以这样说吗？“{1}”", "{0} May you say this? “{1}”");
        public static readonly LocalizedText Situation = new("情境：{0}。", "The situation: {0}.");
        public static readonly LocalizedText AnyTime = new("情境：任何时候。", "The situation: at any time.");
        public static readonly LocalizedText NoTerm = new("其中没有禁用的话。", "Nothing in it is forbidden.");
        public static readonly LocalizedText HasTerm = new("其中有禁用的话：{0}。", "It holds what must not be said: {0}.");
        public static readonly LocalizedText Yes = new("是", "yes");
        public static readonly LocalizedText No = new("否", "no");
        public static readonly LocalizedText Or = new(" 或 ", " or ");

        public static readonly LocalizedText Right = new("✓ 对", "✓ right");
        public static readonly LocalizedText Wrong = new("✗ 不对。应为：{0}", "✗ wrong. It is: {0}");
        public static readonly LocalizedText Norm = new("规范", "norm");
        public static readonly LocalizedText Clause = new("条款", "clause");
        public static readonly LocalizedText NotSaid = new("没有说“{0}”", "“{0}” was not said");
        public static readonly LocalizedText SaidBesides = new("多说了“{0}”", "“{0}” was said besides");
        public static readonly LocalizedText SaidInstead = new("说了“{0}”，应为“{1}”", "“{0}” was said instead of “{1}”");
        public static readonly LocalizedText HelpChoice = new("请答其中一个：{0}（`?` 不知道，`q` 结束）", "answer one of these: {0} (`?` if you do not know, `q` to leave)");
        public static readonly LocalizedText HelpTime = new("请写时间，例如 `40 秒`、`1 分 20 秒`、`00:40`、`2 天 3 小时`，或 `迟`", "write a time such as `40 s`, `1 min 20 s`, `00:40`, `2 d 3 h`, or `late`");
        public static readonly LocalizedText HelpWords = new("请输入要说的话（`?` 不知道，`q` 结束）", "type the words to say (`?` if you do not know, `q` to leave)");

        public static readonly LocalizedText NoTolerance = new("{0}（此处不容差错）", "{0} (here nothing else will do)");
        public static readonly LocalizedText NothingAnswered = new("没有作答。", "Nothing was answered.");
        public static readonly LocalizedText Left = new("未做完。", "Left before the end.");
        public static readonly LocalizedText Result = new("首次答对 {0} / {1}", "{0} of {1} right at the first answer");
        public static readonly LocalizedText RightOf = new("答对", "right");
        public static readonly LocalizedText Of = new("{0} / {1}", "{0} of {1}");
        public static readonly LocalizedText Missed = new("答错", "Missed");
        public static readonly LocalizedText ComesBack = new("再来", "What comes back");
        public static readonly LocalizedText Tomorrow = new("明天", "tomorrow");
        public static readonly LocalizedText InDays = new("{0} 天后", "in {0} days");
        public static readonly LocalizedText SeedAgain = new("`--seed {0}` 可重做同样的题", "`--seed {0}` asks the same again");
        public static readonly Noun Questions = new("题", "question", "questions");

        public static readonly LocalizedText NoNorm = new("没有可练习的规范含有 `{0}`", "no norm that can be practised holds `{0}`");
        public static readonly LocalizedText NoQuestions = new("出不了题", "there is no question to ask");
        public static readonly LocalizedText WidenFilter = new("换一种题型，或放宽 `--pack`、`--norm`", "choose another kind, or widen `--pack` or `--norm`");
        public static readonly LocalizedText BadCount = new("`--count` 应为 1 至 {0}，不能是 `{1}`", "`--count` must lie between 1 and {0}, not `{1}`");

        public static readonly ImmutableArray<LocalizedText> Weekdays =
        [
            new("周日", "Sun"), new("周一", "Mon"), new("周二", "Tue"), new("周三", "Wed"), new("周四", "Thu"), new("周五", "Fri"), new("周六", "Sat"),
        ];

        public static LocalizedText NameOf(DrillKind kind) => kind switch
        {
            DrillKind.Breach => new("找违规", "spot the breach"),
            DrillKind.Next => new("下一步", "what comes next"),
            DrillKind.Time => new("还剩多久", "how long is left"),
            _ => new("怎么说", "say it"),
        };
    }
}
