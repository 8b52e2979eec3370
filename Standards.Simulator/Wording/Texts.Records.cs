using Standards.Core;

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
        public static readonly LocalizedText CorruptStore = new("练习记录 `{0}` 已损坏", "the store `{0}` is damaged");
        public static readonly LocalizedText RestoreCopy = new("请恢复备份，或用 `--store FILE` 指明另一个文件", "put a backup in its place, or name another file with `--store FILE`");
        public static readonly LocalizedText FullDisk = new("练习记录 `{0}` 写不下：磁盘已满", "the store `{0}` cannot grow: the disk is full");
    }
}
