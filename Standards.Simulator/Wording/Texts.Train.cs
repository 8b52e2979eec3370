using Standards.Core;

namespace Standards.Simulator.Wording;

/// <summary>What playing a scenario says.</summary>
internal static partial class Texts
{
    public static class Train
    {
        public static readonly LocalizedText Summary = new("角色扮演训练：行动、说话、计时、评分", "role-play: act and speak against the clock, be scored, and learn why");
        public static readonly LocalizedText Scenario = new("场景的编号；不写则列出全部", "the id of a scenario; without one all are listed");
        public static readonly LocalizedText Script = new("从文件读取要输入的各行", "plays the lines of a file instead of asking");
        public static readonly LocalizedText Seed = new("变化的种子；同一种子重现同一场面", "draws the variations; the same seed gives the same scene");
        public static readonly LocalizedText Speed = new("实时模式：场景时钟为墙上时钟的多少倍", "real time: the scene's clock runs at so many times the wall clock");
        public static readonly LocalizedText Mode = new("coach（提醒、提示、可退回）或 exam（只评分）；默认 coach", "coach (warns, hints, takes back) or exam (silent); default: coach");
        public static readonly LocalizedText Trainee = new("学员；默认为系统用户名", "who is trained; default: the user of the system");
        public static readonly LocalizedText Html = new("另将讲评写成一个 HTML 文件", "write the debrief as an HTML page, too");
        public static readonly LocalizedText Xapi = new("另将成绩写成 xAPI 语句", "write the result as xAPI statements, too");
        public static readonly LocalizedText Resume = new("继续未完成的练习", "go on with an attempt that was left");
        public static readonly LocalizedText ExampleList = new("列出场景", "list the scenarios");
        public static readonly LocalizedText ExamplePlay = new("在教练模式下演练", "play one with a coach");
        public static readonly LocalizedText ExampleExam = new("考试：静默，时钟以两倍速度走", "an exam: silent, the clock at double speed");
        public static readonly LocalizedText ExampleScript = new("重放记录的输入", "play recorded answers");
        public static readonly LocalizedText UnknownScenario = new("未知的场景 `{0}`", "unknown scenario `{0}`");
        public static readonly LocalizedText ListScenarios = new("`standards train` 列出全部场景", "`standards train` lists the scenarios");
        public static readonly LocalizedText BadScenario = new("场景 `{0}` 有误，不能演练", "the scenario `{0}` is mistaken and cannot be played");
        public static readonly LocalizedText BadSpeed = new("`--speed` 应为 0.1 至 100 的数，不能是 `{0}`", "`--speed` must be a number from 0.1 to 100, not `{0}`");
        public static readonly LocalizedText BadSeed = new("`--seed` 应为非负整数，不能是 `{0}`", "`--seed` must be a whole number from 0, not `{0}`");
        public static readonly LocalizedText BadTrainee = new("学员的姓名不能为空，也不能含控制字符", "the name of the trainee must not be empty nor hold control characters");
        public static readonly LocalizedText NameTrainee = new("用 `--trainee NAME` 写明", "give one with `--trainee NAME`");
        public static readonly LocalizedText NothingToResume = new("没有编号为 `{0}` 的未完成练习", "there is no unfinished attempt `{0}`");
        public static readonly LocalizedText ListAttempts = new("`standards attempts` 列出全部练习", "`standards attempts` lists them");
        public static readonly LocalizedText OtherPacks = new("练习 `{0}` 用 {1} 评判，现已载入 {2}", "the attempt `{0}` was judged by {1}; loaded is {2}");
        public static readonly LocalizedText PlayAnew = new("请重新演练该场景", "play the scenario anew");

        public static readonly LocalizedText Head = new("{0}（{1}；难度 {2}；约 {3} 分钟）", "{0} ({1}; difficulty {2}; about {3} min)");
        public static readonly LocalizedText Setup = new("角色：{0}；{1}；种子 {2}。输入 `:help` 查看说明。", "you are: {0}; {1}; seed {2}. `:help` explains how to play.");
        public static readonly LocalizedText Resumed = new("继续练习 {0}", "going on with attempt {0}");
        public static readonly LocalizedText YouCan = new("你可以：", "You can:");
        public static readonly LocalizedText NothingToDo = new("现在只能等待（`:wait`）", "there is nothing to do but wait (`:wait`)");
        public static readonly LocalizedText SpeakPrompt = new("你说", "you say");
        public static readonly LocalizedText Somebody = new("有人", "somebody");
        public static readonly LocalizedText You = new("你", "you");
        public static readonly LocalizedText DidSaying = new("{0}：“{1}”", "{0}: “{1}”");
        public static readonly LocalizedText Silent = new("{0}（没有说话）", "{0} (saying nothing)");
        public static readonly LocalizedText Speaks = new("{0}：“{1}”", "{0}: “{1}”");
        public static readonly LocalizedText MoodBetter = new("{0}的情绪好转：{1}", "{0} feels better: {1}");
        public static readonly LocalizedText MoodWorse = new("{0}的情绪变差：{1}", "{0} feels worse: {1}");
        public static readonly LocalizedText Kept = new("做到：{0}（{1}）", "kept: {0} ({1})");
        public static readonly LocalizedText Broken = new("违反：{0}（{1}）", "broken: {0} ({1})");
        public static readonly LocalizedText Warn = new("注意：{0}——还剩 {1}（{2}）", "soon: {0} – {1} left ({2})");
        public static readonly LocalizedText SaysThing = new("（会说话）", " (you speak)");
        public static readonly LocalizedText LimitReached = new("时间到，场景结束。", "Time is up; the scene ends.");
        public static readonly LocalizedText Endless = new("场景陷入循环，到此结束。", "The scene goes round in circles and ends here.");
        public static readonly LocalizedText Left = new("已离开场景。练习已保存为 `{0}`；`standards train --resume {0}` 继续。", "You left the scene. The attempt is kept as `{0}`; `standards train --resume {0}` goes on.");
        public static readonly LocalizedText LeftUnkept = new("已离开场景。", "You left the scene.");
        public static readonly LocalizedText KeptAs = new("练习已保存为 `{0}`。", "The attempt is kept as `{0}`.");

        public static readonly LocalizedText NoSuchAction = new("没有“{0}”这个动作，也不像现在该说的话", "“{0}” is no action here, nor like anything to be said now");
        public static readonly LocalizedText ChooseHelp = new("输入编号、名称，或直接说话：`2`、`2 您好`、`您好，请坐`", "type a number, a name, or what you say: `2`, `2 您好`, `您好，请坐`");
        public static readonly LocalizedText BadValue = new("`{0}` 不能填在这里", "`{0}` cannot stand here");
        public static readonly LocalizedText UnknownCommand = new("未知的命令 `{0}`", "unknown command `{0}`");
        public static readonly LocalizedText Commands = new("可用：`:wait 30s`、`:hint`、`:status`、`:back`、`:help`、`:quit`", "possible: `:wait 30s`, `:hint`, `:status`, `:back`, `:help`, `:quit`");
        public static readonly LocalizedText BadTime = new("`{0}` 不是时间", "`{0}` is no time");
        public static readonly LocalizedText TimeHelp = new("写作 `:wait 30s`、`:wait 2 min`、`:wait 1:30` 或 `:wait 30 秒`", "write `:wait 30s`, `:wait 2 min` or `:wait 1:30`");
        public static readonly LocalizedText NotInExam = new("考试模式下不可用", "not in an exam");
        public static readonly LocalizedText TakenBack = new("已退回一步", "one step was taken back");
        public static readonly LocalizedText NothingToTakeBack = new("没有可退回的步骤", "there is nothing to take back");
        public static readonly LocalizedText Help = new(
            "输入动作的编号或名称；会说话的动作之后（或同一行）输入你要说的话，原样评判。直接输入话语，会找最相近的动作。\n:wait 30s  等待（有事发生即止；不写时长则最多一分钟）\n:hint      提示下一步（教练模式）\n:status    时间、状态、情绪、期限\n:back      退回一步（教练模式）\n:quit      离开并保存，可用 --resume 继续",
            "Type the number or the name of an action; where you speak, type your words after it or on the next line: they are judged as typed. Words alone find the action that they come nearest to.\n:wait 30s  wait, until something happens (without a time, a minute at most)\n:hint      what to do next (coach mode)\n:status    time, state, moods, deadlines\n:back      take a step back (coach mode)\n:quit      leave and keep the attempt; --resume goes on");

        public static readonly LocalizedText Passed = new("已过 {0}", "{0} have passed");
        public static readonly LocalizedText StateOf = new("{0}：{1}", "{0}: {1}");
        public static readonly LocalizedText MoodOf = new("{0}：{1}", "{0}: {1}");
        public static readonly LocalizedText Open = new("期限：{0}——还剩 {1}（{2}）", "due: {0} – {1} left ({2})");
        public static readonly LocalizedText BrokenSoFar = new("已违反 {0} 条规范", "norms broken so far: {0}");
        public static readonly LocalizedText Furious = new("暴怒", "furious");
        public static readonly LocalizedText Angry = new("生气", "angry");
        public static readonly LocalizedText Impatient = new("不耐烦", "impatient");
        public static readonly LocalizedText Calm = new("平静", "calm");
        public static readonly LocalizedText Pleased = new("满意", "pleased");

        public static readonly LocalizedText SayLike = new("可以说：{0}", "say, for instance: {0}");
        public static readonly LocalizedText FillLike = new("可以填：{0}", "type, for instance: {0}");
        public static readonly LocalizedText HintDo = new("下一步：{0}", "next: {0}");
        public static readonly LocalizedText HintWithWhy = new("下一步：{0}。{1}", "next: {0}. {1}");
        public static readonly LocalizedText HintWait = new("下一步：等待（`:wait`）", "next: wait (`:wait`)");
        public static readonly LocalizedText NoHint = new("没有可给的提示", "there is no hint to give");

        public static readonly LocalizedText Difficulty = new("难度", "level");
        public static readonly LocalizedText Minutes = new("分钟", "min");
        public static readonly LocalizedText Best = new("最好成绩", "best");
        public static readonly LocalizedText Process = new("流程", "process");
        public static readonly LocalizedText WhichPrompt = new("演练哪一个（编号；回车离开）> ", "which one (number; Enter leaves)> ");
        public static readonly LocalizedText NameProfile = new("加上 `--profile {0}`", "add `--profile {0}`");
        public static readonly LocalizedText HowToPlay = new("`standards train <编号>` 开始演练", "`standards train ID` plays one");
        public static readonly LocalizedText NoScenarios = new("载入的规范包没有场景", "the packs that are loaded have no scenarios");

        public static LocalizedText Expected(string type) => new($"应填 {type}", $"a value of type {type} is expected");
    }
}
