using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Audit.Diagnostics;

/// <summary>Every kind of mistake that a log can hold: codes ST09xx.</summary>
public static class LogDiagnostics
{
    public static readonly DiagnosticDescriptor MalformedLine = Error("ST0901", "malformed-line",
        "the line is not a well-formed JSON object", "该行不是格式正确的 JSON 对象");

    public static readonly DiagnosticDescriptor TruncatedLine = Error("ST0902", "truncated-line",
        "the line ends before its JSON object does", "该行在 JSON 对象结束之前就断了");

    public static readonly DiagnosticDescriptor TrailingText = Error("ST0903", "trailing-text",
        "text follows the JSON object on the same line", "JSON 对象之后同一行还有多余的文字");

    public static readonly DiagnosticDescriptor MissingField = Error("ST0904", "missing-field",
        "the event has no `{0}`", "事件缺少 `{0}`");

    public static readonly DiagnosticDescriptor WrongFieldType = Error("ST0905", "wrong-field-type",
        "`{0}` must be of type {1}, and is of type {2}", "`{0}` 的类型应为 {1}，实为 {2}");

    public static readonly DiagnosticDescriptor BadTime = Error("ST0906", "bad-time",
        "`{0}` is not a time that can be read", "`{0}` 不是可识别的时间");

    public static readonly DiagnosticDescriptor TimeWithoutZone = Error("ST0907", "time-without-zone",
        "the time `{0}` does not say its zone", "时间 `{0}` 没有写明时区");

    public static readonly DiagnosticDescriptor BadAttributeValue = Error("ST0908", "bad-attribute-value",
        "attribute `{0}` must be of type `{1}`, and `{2}` is not", "属性 `{0}` 的类型应为 `{1}`，而 `{2}` 不是");

    public static readonly DiagnosticDescriptor DuplicateKey = Error("ST0909", "duplicate-key",
        "`{0}` is given twice in one event", "`{0}` 在同一事件中出现了两次");

    public static readonly DiagnosticDescriptor InvalidUtf8 = Error("ST0910", "invalid-utf8",
        "byte {0} of the line is not valid UTF-8", "该行第 {0} 个字节不是有效的 UTF-8");

    public static readonly DiagnosticDescriptor LineTooLong = Error("ST0911", "line-too-long",
        "the line is longer than {0} bytes", "该行超过 {0} 字节");

    public static readonly DiagnosticDescriptor LoneSurrogate = Error("ST0912", "lone-surrogate",
        "a text holds half of a surrogate pair", "文本中含有不成对的代理项");

    public static readonly DiagnosticDescriptor UnknownAct = Warning("ST0913", "unknown-act-in-log",
        "no pack knows the act `{0}`", "没有任何规范包认识行为 `{0}`");

    public static readonly DiagnosticDescriptor UnknownProcess = Warning("ST0914", "unknown-process-in-log",
        "no pack knows the process `{0}`", "没有任何规范包认识流程 `{0}`");

    public static readonly DiagnosticDescriptor FileNotFound = Error("ST0920", "log-not-found",
        "there is no file `{0}`", "找不到文件 `{0}`");

    public static readonly DiagnosticDescriptor FileUnreadable = Error("ST0921", "log-unreadable",
        "`{0}` cannot be read: {1}", "无法读取 `{0}`：{1}");

    public static readonly DiagnosticDescriptor TruncatedGzip = Error("ST0922", "truncated-gzip",
        "the gzip file ends too early; what came before was read", "gzip 文件不完整；已读取其前面的部分");

    public static readonly DiagnosticDescriptor CorruptGzip = Error("ST0923", "corrupt-gzip",
        "the gzip file is damaged; what came before was read", "gzip 文件已损坏；已读取其前面的部分");

    public static readonly DiagnosticDescriptor MissingColumn = Error("ST0930", "missing-column",
        "the table has no column `{0}`; it has {1}", "表中没有列 `{0}`；现有列：{1}");

    public static readonly DiagnosticDescriptor BadRow = Error("ST0931", "bad-row",
        "the row has {0} fields, and the header has {1}", "该行有 {0} 个字段，而表头有 {1} 个");

    public static readonly DiagnosticDescriptor BadQuotes = Error("ST0932", "bad-quotes",
        "the quotes of the row do not match", "该行的引号不配对");

    public static readonly DiagnosticDescriptor LocalTimeSkipped = Error("ST0933", "local-time-skipped",
        "the time `{0}` does not exist in `{1}`: the clocks were put forward over it", "时间 `{0}` 在 `{1}` 中不存在：当时时钟拨快");

    public static readonly DiagnosticDescriptor LocalTimeAmbiguous = Error("ST0934", "local-time-ambiguous",
        "the time `{0}` exists twice in `{1}`: the clocks were put back over it", "时间 `{0}` 在 `{1}` 中出现两次：当时时钟拨慢");

    public static readonly DiagnosticDescriptor ConflictingFacts = Error("ST0935", "conflicting-facts",
        "the facts of case `{0}` differ from those of its first row, which count", "案例 `{0}` 的事实与其首行不同，以首行为准");

    public static readonly DiagnosticDescriptor UndecodableText = Error("ST0936", "undecodable-text",
        "the text `{0}` is not in the encoding of the table", "文本 `{0}` 不符合表格的编码");

    private static DiagnosticDescriptor Error(string code, string name, string en, string zh) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));

    private static DiagnosticDescriptor Warning(string code, string name, string en, string zh) =>
        new(code, name, DiagnosticSeverity.Warning, new LocalizedText(zh, en));
}
