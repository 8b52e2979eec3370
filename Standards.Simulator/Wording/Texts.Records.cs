using Standards.Core;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;

namespace Standards.Simulator.Wording;

/// <summary>What the store of attempts and the commands about it say.</summary>
internal static partial class Texts
{
    public static class Records
    {
        public static readonly LocalizedText StoreFile = new(
            "练习记录文件；默认为环境变量 STANDARDS_STORE 所指，其次为用户数据目录",
            "where attempts are kept; default: the file that STANDARDS_STORE names, else one in the user's data folder");

        public static readonly LocalizedText NoStore = new("`{0}` 不是练习记录文件", "`{0}` is no store of attempts");
        public static readonly LocalizedText NewerStore = new("`{0}` 由更新版本的程序写成", "`{0}` was written by a newer version of the program");
        public static readonly LocalizedText UpdateProgram = new("请更新程序，或用 `--store FILE` 指明另一个文件", "update the program, or name another file with `--store FILE`");
        public static readonly LocalizedText NameAnother = new("用 `--store FILE` 指明另一个文件", "name another file with `--store FILE`");
        public static readonly LocalizedText AbsentStore = new("还没有练习记录：`{0}` 不存在", "no attempts have been kept yet: there is no `{0}`");
        public static readonly LocalizedText TrainFirst = new("`standards train` 会建立记录；`--store FILE` 指明另一个文件", "`standards train` begins a store; `--store FILE` names another");
        public static readonly LocalizedText CannotOpen = new("练习记录 `{0}` 无法使用：{1}", "the store `{0}` cannot be used: {1}");
        public static readonly LocalizedText BusyStore = new("练习记录 `{0}` 正被另一个程序占用", "the store `{0}` is in use by another program");
        public static readonly LocalizedText TryAgain = new("稍后再试；没有改动任何内容", "try again in a moment; nothing was changed");
        public static readonly LocalizedText IsTheStore = new("`{0}` 是练习记录本身，不能覆盖", "`{0}` is the store of attempts itself and is not written over");
        public static readonly LocalizedText WriteElsewhere = new("请写入另一个文件", "name another file to write to");
        public static readonly LocalizedText CorruptStore = new("练习记录 `{0}` 已损坏", "the store `{0}` is damaged");
        public static readonly LocalizedText RestoreCopy = new("请恢复备份，或用 `--store FILE` 指明另一个文件", "put a backup in its place, or name another file with `--store FILE`");
        public static readonly LocalizedText FullDisk = new("练习记录 `{0}` 写不下：磁盘已满", "the store `{0}` cannot grow: the disk is full");

        public static readonly LocalizedText TraineeHelp = new("只看此人", "of this trainee only");
        public static readonly LocalizedText ScenarioHelp = new("只看此场景（或被观察的流程）", "of this scenario, or observed process, only");
        public static readonly LocalizedText ShowHelp = new("显示一次练习", "show one attempt");
        public static readonly LocalizedText EventsHelp = new("把一次练习的事件写成日志（JSON Lines）", "write the events of one attempt as a log of JSON Lines");
        public static readonly LocalizedText AttemptsSummary = new("列出练习记录", "lists what was attempted");
        public static readonly LocalizedText ExampleAttempts = new("列出全部练习", "list all attempts");
        public static readonly LocalizedText ExampleShow = new("显示一次练习的得分", "show how one attempt was scored");
        public static readonly LocalizedText ExampleEvents = new("写出日志，供 `standards audit` 重新评判", "write a log that `standards audit` judges alike");
        public static readonly LocalizedText AllHelp = new("与 `--show` 一起：也列出做到的和没有勾选的", "with `--show`: list also what was kept, and what nobody ticked");
        public static readonly LocalizedText OtherPacks = new("评判这次练习的规范包（{0}）已不在，无法给出讲评", "the packs that judged the attempt ({0}) are not at hand: there is no debrief");
        public static readonly LocalizedText NoDebrief = new("练习 `{0}` 没有讲评可写成 HTML", "there is no debrief of the attempt `{0}` to write as HTML");
        public static readonly LocalizedText OneOfTwo = new("`{0}` 和 `{1}` 只能用一个", "use one of `{0}` and `{1}`");
        public static readonly LocalizedText Nothing = new("没有练习记录", "there are no attempts");
        public static readonly LocalizedText UnknownAttempt = new("没有练习 `{0}`", "there is no attempt `{0}`");
        public static readonly LocalizedText UnknownTrainee = new("没有 `{0}` 的练习", "`{0}` has attempted nothing");
        public static readonly LocalizedText UnknownSubject = new("没有场景 `{0}` 的练习", "nobody has attempted `{0}`");
        public static readonly LocalizedText ListAttempts = new("`standards attempts` 列出全部练习", "`standards attempts` lists them all");
        public static readonly LocalizedText Attempt = new("练习", "attempt");
        public static readonly LocalizedText When = new("时间", "when");
        public static readonly LocalizedText Trainee = new("学员", "trainee");
        public static readonly LocalizedText Subject = new("场景", "scenario");
        public static readonly LocalizedText Packs = new("规范包", "packs");
        public static readonly LocalizedText Mode = new("方式", "mode");
        public static readonly LocalizedText Duration = new("用时", "time");
        public static readonly LocalizedText Score = new("得分", "score");
        public static readonly LocalizedText Result = new("结果", "result");
        public static readonly LocalizedText Section = new("章节", "section");
        public static readonly LocalizedText Points = new("分数", "points");
        public static readonly LocalizedText Share = new("得分率", "share");
        public static readonly LocalizedText PointsOf = new("{1} 分中得 {0} 分", "{0} of {1} points");
        public static readonly LocalizedText Passed = new("通过", "passed");
        public static readonly LocalizedText Failed = new("未通过", "failed");
        public static readonly LocalizedText Unfinished = new("未完成", "unfinished");
        public static readonly LocalizedText Corrected = new("{0}（机器 {1}）", "{0} (machine {1})");
        public static readonly LocalizedText StarMeans = new("* 有培训师的更正；括号内是更正前机器的得分", "* a trainer had a word; in brackets what the machine had given");
        public static readonly LocalizedText Lost = new("失分", "Points lost");
        public static readonly LocalizedText CorrectionsHead = new("更正", "Corrections");
        public static readonly LocalizedText Changed = new("机器判 {0}，计为 {1}", "the machine said {0}, counts as {1}");
        public static readonly LocalizedText Because = new("{0}：{1}", "{0}: {1}");
        public static readonly LocalizedText AttemptHelp = new("练习的编号，见 `standards attempts`", "the id of the attempt; see `standards attempts`");
        public static readonly LocalizedText NormHelp = new("规范的编号", "the id of the norm");
        public static readonly LocalizedText WordHelp = new("accept（认可）、adjust（改判）或 reject（不计）", "accept, adjust or reject");
        public static readonly LocalizedText ReasonHelp = new("理由", "why");
        public static readonly LocalizedText TrainerHelp = new("谁更正", "who corrects");
        public static readonly LocalizedText VerdictHelp = new("adjust 改判为：satisfied、violated、unknown、pending 或 not-applicable", "what counts after adjust: satisfied, violated, unknown, pending or not-applicable");
        public static readonly LocalizedText KeyHelp = new("规范有多个结果时：哪个对象", "of several verdicts of the norm: the one for this key");
        public static readonly LocalizedText AtHelp = new("规范有多个结果时：哪一刻", "of several verdicts of the norm: the one decided at this instant");
        public static readonly LocalizedText CorrectSummary = new("培训师更正机器的判断；两者都保留", "a trainer's word on a verdict of the machine; both are kept");
        public static readonly LocalizedText ExampleReject = new("这一条不计", "take the norm as not applicable");
        public static readonly LocalizedText ExampleAdjust = new("改判为做到", "count the norm as kept");
        public static readonly LocalizedText BothNeeded = new("写明理由和更正人：`--reason TEXT --trainer NAME`", "say why and who: `--reason TEXT --trainer NAME`");
        public static readonly LocalizedText VerdictOnlyAdjusts = new("`--verdict` 只能与 adjust 同用", "`--verdict` goes with adjust only");
        public static readonly LocalizedText UseAdjust = new("改判写 `adjust --verdict VERDICT`", "write `adjust --verdict VERDICT`");
        public static readonly LocalizedText NoVerdict = new("练习 `{0}` 没有规范 `{1}` 的结果", "attempt `{0}` has no verdict of norm `{1}`");
        public static readonly LocalizedText ShowAttempt = new("`standards attempts --show {0}` 显示这次练习", "`standards attempts --show {0}` shows the attempt");
        public static readonly LocalizedText SeveralVerdicts = new("规范 `{0}` 有多个结果", "norm `{0}` has several verdicts");
        public static readonly LocalizedText NoSuchVerdict = new("规范 `{0}` 没有这样的结果", "norm `{0}` has no such verdict");
        public static readonly LocalizedText ChooseWith = new("用以下选项指明{0}", "choose one with{0}");
        public static readonly LocalizedText MachineVerdict = new("机器", "machine");
        public static readonly LocalizedText CountedVerdict = new("计为", "counts as");
        public static readonly LocalizedText ScoreBefore = new("原得分", "score before");
        public static readonly LocalizedText ScoreAfter = new("现得分", "score now");
        public static readonly LocalizedText WhoHelp = new("学员的名字", "the name of the trainee");
        public static readonly LocalizedText ProgressSummary = new("画出一名学员各章节、各技能的进步", "draws how sections and skills of a trainee went over time");
        public static readonly LocalizedText ExampleProgress = new("各章节、各技能的走势，和最弱之处", "sections and skills over time, and what is weakest");
        public static readonly LocalizedText NothingFinished = new("还没有完成的练习", "no attempt was finished yet");
        public static readonly LocalizedText BySection = new("各章节", "By section");
        public static readonly LocalizedText BySkill = new("各技能", "By skill");
        public static readonly LocalizedText SkillHead = new("技能", "skill");
        public static readonly LocalizedText OverTime = new("走势", "over time");
        public static readonly LocalizedText Trend = new("升降", "trend");
        public static readonly LocalizedText Last = new("最近", "last");
        public static readonly LocalizedText Best = new("最好", "best");
        public static readonly LocalizedText Tries = new("次数", "tries");
        public static readonly LocalizedText Earlier = new("另有更早的 {0}", "and {0} before these");
        public static readonly LocalizedText WeakestSection = new("最弱的章节：{0}（最近三次平均 {1}）", "weakest section: {0} ({1} on average of the last three tries)");
        public static readonly LocalizedText WeakestSkill = new("最弱的技能：{0}（最近三次平均 {1}）", "weakest skill: {0} ({1} on average of the last three tries)");
        public static readonly LocalizedText TrendMeans = new("升降：后一半次数的平均比前一半高或低多少个百分点", "trend: how many percentage points the later half of the tries is above or below the earlier half");
        public static readonly LocalizedText LeftOut = new("{0}未完成，不计", "{0} unfinished, not counted");
        public static readonly LocalizedText ByHelp = new("按技能 skill（默认）或按章节 section", "by skill (default) or by section of the standards");
        public static readonly LocalizedText CohortSummary = new("列出所有学员各技能的水平", "compares all trainees by skill");
        public static readonly LocalizedText ExampleCohort = new("所有学员，按技能", "all trainees against skills");
        public static readonly LocalizedText ExampleCohortHtml = new("按章节，写成可打印的网页", "against sections, as a page to print");
        public static readonly LocalizedText CohortTitle = new("学员与技能", "Trainees and skills");
        public static readonly LocalizedText CohortMeans = new("各人每个场景最近一次完成的练习中所得分数的比例。", "Shares of points in the latest finished attempt of each scenario.");
        public static readonly LocalizedText AsOf = new("截至 {0}。", "As of {0}.");
        public static readonly LocalizedText AttemptsHead = new("练习", "attempts");
        public static readonly LocalizedText PassedHead = new("通过", "passed");
        public static readonly LocalizedText Everyone = new("全体", "all");
        public static readonly LocalizedText BelowMeans = new("▼ 低于通常的及格线 80 %；– 没有练到", "▼ below 80 %, the usual pass mark; – not tried");
        public static readonly LocalizedText BadBase = new("`{0}` 不是绝对 IRI", "`{0}` is no absolute IRI");
        public static readonly LocalizedText BaseForm = new("例如 `https://lms.example/standards/`", "for instance `https://lms.example/standards/`");
        public static readonly LocalizedText Answered = new("作答", "answered");
        public static readonly LocalizedText Suspended = new("中止", "suspended");
        public static readonly LocalizedText Completed = new("完成", "completed");
        public static readonly LocalizedText CourseTitle = new("服务规范训练", "Training in service standards");
        public static readonly LocalizedText CourseDescription = new("按服务规范包练习的场景", "scenarios that practise the packs of service standards");
        public static readonly LocalizedText BlockDescription = new("按“{0}”练习的场景", "scenarios that practise “{0}”");
        public static readonly LocalizedText UnitDescription = new("练习场景“{0}”", "the scenario “{0}”");
        public static readonly LocalizedText PlayIt = new("这个场景在终端里练习：在装有 standards 的电脑上输入", "This scenario is played at a terminal. On a computer that has `standards`, type");
        public static readonly LocalizedText ThenExport = new("练习后把成绩导出，交给培训师或学习记录库：", "Afterwards export the result for your trainer, or for a learning record store:");
        public static readonly LocalizedText XapiHelp = new("写成 xAPI 1.0.3 语句（JSON 数组）；`-` 为标准输出", "write attempts as xAPI 1.0.3 statements, a JSON array; `-` is the standard output");
        public static readonly LocalizedText Cmi5Help = new("把场景写成 cmi5 课程包（zip）", "write the scenarios as a cmi5 course package, a zip");
        public static readonly LocalizedText OneAttemptHelp = new("只导出这次练习", "this attempt only");
        public static readonly LocalizedText BaseHelp = new("各 IRI 的开头；默认 tag:standards.example,2026:", "what all IRIs begin with; default: tag:standards.example,2026:");
        public static readonly LocalizedText ExportSummary = new("导出练习（xAPI）和场景（cmi5）", "exports attempts (xAPI) and scenarios (cmi5)");
        public static readonly LocalizedText ExampleXapi = new("导出全部练习，供学习记录库导入", "all attempts, for a learning record store");
        public static readonly LocalizedText ExampleXapiOne = new("一名学员的练习，写到标准输出", "attempts of one trainee, to the standard output");
        public static readonly LocalizedText ExampleCmi5 = new("全部场景，供学习平台导入", "all scenarios, for a learning management system");
        public static readonly LocalizedText NothingToExport = new("没有说明导出什么", "nothing to export is named");
        public static readonly LocalizedText NameExport = new("用 `--xapi FILE` 导出练习，用 `--cmi5 FILE` 导出场景", "`--xapi FILE` exports attempts, `--cmi5 FILE` scenarios");
        public static readonly LocalizedText Cmi5IsAFile = new("课程包是 zip 文件，不能写到标准输出", "a course package is a zip file and does not go to the standard output");
        public static readonly LocalizedText Exported = new("{0}已写入 `{1}`", "{0} written to `{1}`");
        public static readonly LocalizedText NoScenarios = new("没有场景可导出", "there are no scenarios to export");
        public static readonly LocalizedText ListScenarios = new("`standards list scenarios` 列出全部场景", "`standards list scenarios` lists them all");
        public static readonly Noun Scenarios = new("个场景", "scenario", "scenarios");
        public static readonly Noun Attempts = new("次练习", "attempt", "attempts");

        public static LocalizedText ModeName(PlayMode mode) => mode switch
        {
            PlayMode.Coach => new("辅导", "coach"),
            _ => new("考核", "exam"),
        };

        public static LocalizedText SkillName(Skill skill) => skill switch
        {
            Skill.Wording => new("用语", "wording"),
            Skill.Promptness => new("及时", "promptness"),
            Skill.Sequence => new("次序", "sequence"),
            Skill.Judgement => new("判断", "judgement"),
            Skill.Records => new("记录", "records"),
            Skill.Authority => new("权限", "authority"),
            _ => new("举止", "conduct"),
        };
    }
}
