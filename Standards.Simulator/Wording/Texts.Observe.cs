using System.Collections.Immutable;
using Standards.Core;

namespace Standards.Simulator.Wording;

internal static partial class Texts
{
    public static class Observe
    {
        public static readonly LocalizedText Summary = new("观察真人演练，逐项记录行为", "watches a role-play between people, act by act");
        public static readonly LocalizedText ProcessArgument = new("流程的编号", "the id of the process");
        public static readonly LocalizedText Trainee = new("学员", "who is trained");
        public static readonly LocalizedText Trainer = new("观察者", "who watches");
        public static readonly LocalizedText Fact = new("案例的事实；可重复", "a fact of the case; may be repeated");
        public static readonly LocalizedText Script = new("从文件逐行读入，时间由各行给出；`-` 为标准输入", "read lines that tell their times from a file; `-` for the standard input");
        public static readonly LocalizedText Html = new("另写一页 HTML 讲评", "write the debrief as a page of HTML too");
        public static readonly LocalizedText ResumeOption = new("继续未结束的观察", "go on with an observation that was left");
        public static readonly LocalizedText Start = new("演练开始的时刻（RFC 3339），用于事后补录；默认为现在", "when the role-play began (RFC 3339), to enter it afterwards; default: now");
        public static readonly LocalizedText ExampleLive = new("观察前台演练，单键记录", "watch a desk, one key an act");
        public static readonly LocalizedText ExampleScript = new("从文件补录一次观察", "enter an observation from a file");
        public static readonly LocalizedText ExampleResume = new("继续被打断的观察", "go on after an interruption");

        public static readonly LocalizedText NoProcess = new("未知的流程 `{0}`", "unknown process `{0}`");
        public static readonly LocalizedText ListProcesses = new("`standards list processes` 列出流程", "`standards list processes` lists them");
        public static readonly LocalizedText ProcessMissing = new("缺少 `PROCESS`", "`PROCESS` is missing");
        public static readonly LocalizedText SeveralPacks = new("流程 `{0}` 见于多个规范包：{1}", "the process `{0}` is in several packs: {1}");
        public static readonly LocalizedText NamePack = new("用 `--pack {0}` 指明其一", "name one, for instance with `--pack {0}`");
        public static readonly LocalizedText NothingToSee = new("流程 `{0}` 没有可观察的行为", "there is nothing to observe in the process `{0}`");
        public static readonly LocalizedText ResumeAlone = new("`--resume` 不能与 `{0}` 同用", "`--resume` goes without `{0}`");
        public static readonly LocalizedText ResumeKeepsThat = new("被继续的观察已有这一项", "the observation that goes on has that already");
        public static readonly LocalizedText NoAttempt = new("没有编号为 `{0}` 的记录", "there is no attempt `{0}`");
        public static readonly LocalizedText ListAttempts = new("`standards attempts` 列出记录", "`standards attempts` lists them");
        public static readonly LocalizedText NoObservation = new("`{0}` 不是观察记录", "`{0}` is no observation");
        public static readonly LocalizedText IsFinished = new("`{0}` 已经结束", "`{0}` has been closed");
        public static readonly LocalizedText OtherPacks = new("`{0}` 由 {1} 判定，现在载入的是 {2}", "`{0}` was judged by {1}; loaded is {2}");
        public static readonly LocalizedText UseThosePacks = new("用 `--rules`、`--pack` 指明当时的规范包", "name the packs of that time with `--rules` and `--pack`");
        public static readonly LocalizedText BadStart = new("`--start` 应为 RFC 3339 时刻，例如 `2026-03-02T09:00:00+08:00`，不能是 `{0}`", "`--start` must be an RFC 3339 time such as `2026-03-02T09:00:00+08:00`, not `{0}`");
        public static readonly LocalizedText StartInFuture = new("演练开始的时刻尚未到来：`{0}`", "the role-play cannot begin in the future: `{0}`");

        public static readonly LocalizedText BadTime = new("`{0}` 不是时间", "`{0}` is not a time");
        public static readonly LocalizedText TimeForm = new("写作 分:秒 或 时:分:秒，例如 `0:12`、`1:02:03`", "write minutes:seconds or hours:minutes:seconds, for instance `0:12` or `1:02:03`");
        public static readonly LocalizedText TimeGoesBack = new("时间不能倒退：{0} 在 {1} 之前", "time cannot go back: {0} is before {1}");
        public static readonly LocalizedText UseAgo = new("补记先前的事用 `-20s`，更正时间用 `fix 编号 at 时间`", "for what happened earlier write `-20s` before it; to correct a time, `fix NUMBER at TIME`");
        public static readonly LocalizedText BadSpan = new("`{0}` 不是时长", "`{0}` is not a length of time");
        public static readonly LocalizedText SpanForm = new("例如 `20s`、`1m30s`、`0:20`", "for instance `20s`, `1m30s` or `0:20`");
        public static readonly LocalizedText EmptyNote = new("备注没有内容", "the note is empty");
        public static readonly LocalizedText Surplus = new("`{1}` 之后多出 `{0}`", "`{0}` is too much after `{1}`");
        public static readonly LocalizedText HelpWord = new("`help` 列出全部写法", "`help` lists what can be written");
        public static readonly LocalizedText ShowWord = new("`show` 列出按键", "`show` lists the keys");
        public static readonly LocalizedText NoWords = new("这里不记录说话", "words are not recorded here");
        public static readonly LocalizedText NothingSaid = new("缺少所说的话", "the words are missing");
        public static readonly LocalizedText SayForm = new("例如 `say staff 您好`", "for instance `say staff 您好`");
        public static readonly LocalizedText NoItem = new("没有观察项 `{0}`", "there is no checklist item `{0}`");
        public static readonly LocalizedText ItemRange = new("本流程有 {0} 个观察项", "checklist items of this process: {0}");
        public static readonly LocalizedText BadAnswer = new("观察项不能答 `{0}`", "`{0}` is no answer to a checklist item");
        public static readonly LocalizedText UseCheck = new("观察项用 `check` 回答", "answer checklist items with `check`");
        public static readonly LocalizedText NoKey = new("按键 `{0}` 没有对应的行为", "the key `{0}` stands for no act");
        public static readonly LocalizedText NoAct = new("未知的行为或命令 `{0}`", "unknown act or command `{0}`");
        public static readonly LocalizedText NoFacts = new("没有写出事实", "no fact is given");
        public static readonly LocalizedText FactForm = new("写作 `名称=值`", "write `name=value`");
        public static readonly LocalizedText NoValue = new("`{0}` 没有值", "`{0}` has no value");
        public static readonly LocalizedText NotAttribute = new("`{0}` 不是 `名称=值`", "`{0}` is not `name=value`");
        public static readonly LocalizedText NoAttribute = new("未知的属性 `{0}`", "unknown attribute `{0}`");
        public static readonly LocalizedText BadAttribute = new("`{0}` 不能是 `{1}`", "`{0}` cannot be `{1}`");
        public static readonly LocalizedText NoRole = new("未知的角色 `{0}`", "unknown role `{0}`");
        public static readonly LocalizedText BadNumber = new("`{0}` 不是记录的编号", "`{0}` is not the number of an entry");
        public static readonly LocalizedText NumberForm = new("写出编号，例如 `3`，或 `last`", "write its number such as `3`, or `last`");
        public static readonly LocalizedText NoChange = new("没有写出更正什么", "it is not said what to correct");
        public static readonly LocalizedText FixForm = new("例如 `fix 3 at 0:40`、`fix last visitor=B`、`strike 3`", "for instance `fix 3 at 0:40`, `fix last visitor=B`, or `strike 3`");
        public static readonly LocalizedText NothingToUndo = new("没有可撤销的", "there is nothing to take back");
        public static readonly LocalizedText NothingEntered = new("还没有记录", "nothing has been entered yet");
        public static readonly LocalizedText NoSuchAct = new("没有编号为 {0} 的记录", "there is no entry {0}");
        public static readonly LocalizedText NumberRange = new("编号为 1 至 {0}", "they are numbered from 1 to {0}");
        public static readonly LocalizedText InFuture = new("{0} 尚未到来，现在是 {1}", "{0} is still to come, it is {1}");

        public static readonly LocalizedText Struck = new("已删：{0}", "struck out: {0}");
        public static readonly LocalizedText FactsWord = new("案例事实", "facts of the case");
        public static readonly LocalizedText InBrackets = new("（{0}）", " ({0})");
        public static readonly LocalizedText Quoted = new("“{0}”", "\"{0}\"");
        public static readonly LocalizedText Yes = new("是", "yes");
        public static readonly LocalizedText No = new("否", "no");
        public static readonly LocalizedText NotSeen = new("未见", "not seen");
        public static readonly LocalizedText Left = new("还剩 {0}：{1}", "{0} left: {1}");
        public static readonly LocalizedText TakenBack = new("已撤销；现有 {0} 条记录", "taken back; entries now: {0}");
        public static readonly LocalizedText Noted = new("备注：{0}", "note: {0}");

        public static readonly LocalizedText Counts = new("做到 {0} 违反 {1}", "kept {0} broken {1}");
        public static readonly LocalizedText Page = new("第 {0}/{1} 页", "page {0}/{1}");
        public static readonly LocalizedText NoClocks = new("没有正在计时的要求", "no clock is running");
        public static readonly LocalizedText MoreClocks = new("          另有 {0} 项在计时", "          clocks besides: {0}");
        public static readonly LocalizedText AllowedNow = new("现在可有的行为", "Acts that may come now");
        public static readonly LocalizedText OtherActs = new("其他行为", "Other acts");
        public static readonly LocalizedText Acts = new("行为", "Acts");
        public static readonly LocalizedText ChecklistTitle = new("观察项（? 待答）", "Checklist (? is open)");

        public static readonly LocalizedText KeyWords = new("说话", "say");
        public static readonly LocalizedText KeyChecklist = new("逐项观察", "check");
        public static readonly LocalizedText KeyNote = new("备注", "note");
        public static readonly LocalizedText KeyBack = new("补记", "back");
        public static readonly LocalizedText KeyCorrect = new("更正", "edit");
        public static readonly LocalizedText KeyUndo = new("撤销", "undo");
        public static readonly LocalizedText KeyOther = new("其他", "other");
        public static readonly LocalizedText KeyFacts = new("事实", "facts");
        public static readonly LocalizedText KeyPage = new("翻页", "page");
        public static readonly LocalizedText KeyHelp = new("帮助", "help");
        public static readonly LocalizedText KeyClose = new("结束", "close");

        public static readonly LocalizedText ConsoleTitle = new("控制台的按键", "Keys of the console");
        public static readonly LocalizedText ScreenMeans = new(
            "小写字母记录行为，数字回答观察项；按键的时刻即发生的时刻。屏幕上方是正在计时的要求：! 即将超时，- 为此时不得发生的事。",
            "A small letter ticks an act, a digit answers a checklist item; it happened when the key was pressed. At the top stand the clocks that run: ! is about to run out, - must not happen meanwhile.");
        public static readonly LocalizedText ScriptTitle = new("逐行的写法", "What a line can say");

        public static readonly LocalizedText AskTrainee = new("学员姓名", "Name of the trainee");
        public static readonly LocalizedText Anonymous = new("未署名", "unnamed");
        public static readonly LocalizedText PressToStart = new("按任意键开始计时", "Press a key to start the clock");
        public static readonly LocalizedText AnyKey = new("按任意键返回", "Press a key to go back");
        public static readonly LocalizedText MoreKey = new("按任意键续看", "Press a key for more");
        public static readonly LocalizedText EnterSkips = new("Enter 跳过，Esc 放弃", "Enter skips, Esc gives up");
        public static readonly LocalizedText TypeOrNumber = new("输入内容或序号；Enter 跳过", "type it or its number; Enter skips");
        public static readonly LocalizedText SeenKeys = new("y 是   n 否   x 未能看到   Enter 稍后再答", "y yes   n no   x could not see   Enter later");
        public static readonly LocalizedText AskRole = new("由谁", "by whom");
        public static readonly LocalizedText AskSpeaker = new("谁在说话", "Who speaks");
        public static readonly LocalizedText AskWords = new("说了什么", "What is said");
        public static readonly LocalizedText AskNote = new("备注", "Note");
        public static readonly LocalizedText AskBack = new("多久以前（例如 20s）", "How long ago (such as 20s)");
        public static readonly LocalizedText AskOther = new("行为的名称，可带属性（例如 visitor.left visitor=B）", "Name of the act, with attributes (such as visitor.left visitor=B)");
        public static readonly LocalizedText EnteredTitle = new("已有的记录", "What has been entered");
        public static readonly LocalizedText AskNumber = new("更正哪一条（Enter 为最后一条）", "Number of the entry (Enter: the last)");
        public static readonly LocalizedText AskWhat = new("更正什么", "What to correct");
        public static readonly LocalizedText AskClose = new("结束观察？未答的观察项：{0}", "Close the observation? Checklist items without an answer: {0}");
        public static readonly LocalizedText AskEnd = new("何时结束（例如 5:30）", "When it ended (such as 5:30)");

        public static readonly LocalizedText Unnamed = new("观察者", "observer");
        public static readonly LocalizedText Watching = new("{0}（{1}），学员 {2}，观察者 {3}", "{0} ({1}), trainee {2}, observer {3}");
        public static readonly LocalizedText Resumed = new("继续 {0}：已有 {1} 条记录，离开时为 {2}", "{0} goes on: {1} entries so far, left at {2}");
        public static readonly LocalizedText Kept = new("观察未结束，已保存为 {0}", "the observation is not closed; it is kept as {0}");
        public static readonly LocalizedText HowToResume = new("继续：standards observe --resume {0}", "to go on: standards observe --resume {0}");
        public static readonly LocalizedText CannotKeep = new(
            "观察未能保存。存下以下各行，即可重新录入：standards observe {0} --start {1} --script FILE",
            "the observation cannot be kept. Save these lines to enter it again: standards observe {0} --start {1} --script FILE");
        public static readonly LocalizedText ClosedAs = new("观察已结束，记为 {0}", "the observation is closed and kept as {0}");
        public static readonly LocalizedText Mistakes = new("{0} 行有误，未计入", "lines that were mistaken and left out: {0}");
        public static readonly LocalizedText StillOpen = new("未答的观察项：{0}", "checklist items without an answer: {0}");

        /// <summary>What a correction may concern.</summary>
        public static readonly ImmutableArray<LocalizedText> Corrections =
        [
            new("时间", "time"), new("行为", "act"), new("由谁", "by whom"), new("说的话", "words"), new("属性", "attribute"), new("删去", "strike out"), new("恢复", "bring back"),
        ];

        /// <summary>The words of a script that need no more than the number; null where there is a question.</summary>
        public static readonly ImmutableArray<string?> CorrectionWords = [null, null, null, null, null, "strike", "restore"];

        /// <summary>What stands before the answer in a script.</summary>
        public static readonly ImmutableArray<string> CorrectionPrefixes = ["at ", "act ", "by ", "say ", ""];

        public static readonly ImmutableArray<LocalizedText> CorrectionQuestions =
        [
            new("何时发生（例如 0:40）", "When it happened (such as 0:40)"),
            new("行为的按键或名称", "Key or name of the act"),
            new("角色（- 为不明）", "Role (- for unknown)"),
            new("说了什么（- 为无）", "What was said (- for nothing)"),
            new("属性（名称=值；值为空则去掉）", "Attribute (name=value; without value it is taken away)"),
        ];

        /// <summary>The ways to close.</summary>
        public static readonly ImmutableArray<LocalizedText> Closings = [new("结束", "close"), new("先逐项回答", "answer them first"), new("结束于先前的时刻", "it ended earlier")];

        /// <summary>What a line of a script can say.</summary>
        public static readonly ImmutableArray<(string Form, LocalizedText Means)> ScriptForms =
        [
            ("0:12 …", new("行首的时间，自开始起；不写则同上一行", "the time since the beginning; without it, that of the line before")),
            ("0:40 -20s …", new("补记 20 秒前的事", "what follows happened 20 seconds before")),
            ("a name=value by ROLE say …", new("按键或行为的名称，属性、角色、所说的话可省", "an act by its key or name; attributes, role and words may be left out")),
            ("say ROLE …", new("某人说的话", "somebody speaks")),
            ("check 3 yes|no|not-seen", new("回答观察项", "answers a checklist item")),
            ("facts name=value", new("案例的事实", "facts of the case")),
            ("note …", new("备注", "a remark")),
            ("fix 3 at 0:40", new("更正时间；另有 `act`、`by`、`say`、`name=value`", "corrects the time; also `act`, `by`, `say`, `name=value`")),
            ("strike 3, restore 3", new("删去、恢复", "strikes an entry out, brings it back")),
            ("undo", new("撤销最后一次记录、更正或备注", "takes the last entry, correction or remark back")),
            ("show, help", new("列出按键、写法", "list the keys, and these words")),
            ("close [5:30]", new("结束，可指明先前的时刻", "closes the observation, at an earlier time if named")),
        ];

        /// <summary>What a value of a type looks like.</summary>
        public static LocalizedText Expected(string type) => type switch
        {
            "bool" => new("写 `yes` 或 `no`", "write `yes` or `no`"),
            "int" => new("写整数", "write a whole number"),
            "double" => new("写数字", "write a number"),
            "duration" => new("写时长，例如 `90s`、`1h30m`", "write a length of time such as `90s` or `1h30m`"),
            "timestamp" => new("写时刻，例如 `14:30` 或 `2026-03-02T14:30:00+08:00`", "write a time such as `14:30` or `2026-03-02T14:30:00+08:00`"),
            _ => new($"类型 {type} 的属性不能在此输入", $"an attribute of the type {type} cannot be entered here"),
        };
    }
}
