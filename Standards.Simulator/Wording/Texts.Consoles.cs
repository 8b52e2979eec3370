using Standards.Core;

namespace Standards.Simulator.Wording;

internal static partial class Texts
{
    public static class Consoles
    {
        /// <summary>How messages name the standard input.</summary>
        public const string StandardInputName = "-";

        public static readonly LocalizedText NotUtf8 = new("`{0}` 第 {1} 行不是 UTF-8 文本", "`{0}` line {1} is not UTF-8");
        public static readonly LocalizedText SaveAsUtf8 = new("请将其另存为 UTF-8 编码", "save it as UTF-8");
        public static readonly LocalizedText CannotRead = new("无法读取 `{0}`：{1}", "`{0}` cannot be read: {1}");
        public static readonly LocalizedText NoScript = new("找不到脚本文件 `{0}`", "there is no script `{0}`");
    }
}
