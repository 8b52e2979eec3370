using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Rules.Diagnostics;

/// <summary>What can be wrong with rule files before anything in them is understood: ST00xx.</summary>
public static class LoadingDiagnostics
{
    public static readonly DiagnosticDescriptor DirectoryNotFound = Error(
        "ST0001", "directory-not-found", "规则目录 `{0}` 不存在", "there is no rules directory `{0}`");

    public static readonly DiagnosticDescriptor DirectoryUnreadable = Error(
        "ST0002", "directory-unreadable", "无法读取目录 `{0}`", "the directory `{0}` cannot be read");

    public static readonly DiagnosticDescriptor FileNotFound = Error(
        "ST0003", "file-not-found", "文件 `{0}` 不存在", "there is no file `{0}`");

    public static readonly DiagnosticDescriptor FileUnreadable = Error(
        "ST0004", "file-unreadable", "无法读取文件 `{0}`", "the file `{0}` cannot be read");

    public static readonly DiagnosticDescriptor FileTooLarge = Error(
        "ST0005", "file-too-large", "文件 `{0}` 超过 {1} 字节的上限", "the file `{0}` is larger than {1} bytes");

    public static readonly DiagnosticDescriptor InvalidUtf8 = Error(
        "ST0006", "invalid-utf8", "字节 0x{0} 不是有效的 UTF-8", "the byte 0x{0} is not valid UTF-8");

    public static readonly DiagnosticDescriptor Utf16 = Error(
        "ST0007", "utf16", "文件 `{0}` 是 UTF-16 编码，不是 UTF-8", "the file `{0}` is UTF-16, not UTF-8");

    public static readonly DiagnosticDescriptor StrayFile = new(
        "ST0008", "stray-file", DiagnosticSeverity.Warning, new("`{0}` 不在规则文件的位置上，未被读取", "`{0}` is not where a rule file belongs and was not read"));

    public static readonly DiagnosticDescriptor NoPack = Error(
        "ST0009", "no-pack", "目录 `{0}` 中没有规范包", "the directory `{0}` holds no pack");

    public static readonly DiagnosticDescriptor TooDeep = Error(
        "ST0011", "too-deep", "嵌套超过 {0} 层", "nested deeper than {0} levels");

    public static readonly DiagnosticDescriptor TooManyNodes = Error(
        "ST0012", "too-many-nodes", "文件中的条目超过 {0} 个", "the file holds more than {0} entries");

    public static readonly DiagnosticDescriptor TooManyAliasNodes = Error(
        "ST0013", "too-many-alias-nodes", "别名展开后超过 {0} 个条目", "the aliases stand for more than {0} entries");

    public static readonly DiagnosticDescriptor TextTooLong = Error(
        "ST0014", "text-too-long", "文本超过 {0} 个字符", "the text is longer than {0} characters");

    internal static readonly LocalizedText SaveAsUtf8 = new("请将文件另存为 UTF-8", "save the file as UTF-8");

    internal static readonly LocalizedText PackNeedsManifest = new("规范包的文件夹须有 pack.yaml", "the folder of a pack has a pack.yaml");

    internal static readonly LocalizedText NameItYaml = new("请改用扩展名 .yaml", "name it .yaml");

    internal static readonly LocalizedText KnownPlaces = new(
        "规则文件位于 vocabulary/、calendars/、profiles/，或规范包的 pack.yaml、clauses.yaml、processes/、norms/、scenarios/、cases/",
        "rule files stand in vocabulary/, calendars/, profiles/, or in a pack as pack.yaml, clauses.yaml, processes/, norms/, scenarios/, cases/");

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));
}
