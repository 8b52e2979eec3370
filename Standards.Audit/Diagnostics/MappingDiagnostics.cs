using Standards.Core;
using Standards.Core.Diagnostics;

namespace Standards.Audit.Diagnostics;

/// <summary>Mistakes of a mapping, which says how the rows of a table become events (ST094x).</summary>
public static class MappingDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownZone = Error("ST0940", "unknown-zone", "未知的时区 `{0}`", "unknown time zone `{0}`");
    public static readonly DiagnosticDescriptor UnknownEncoding = Error("ST0941", "unknown-encoding", "未知的编码 `{0}`", "unknown encoding `{0}`");
    public static readonly DiagnosticDescriptor UnknownCulture = Error("ST0942", "unknown-culture", "未知的区域 `{0}`", "unknown culture `{0}`");
    public static readonly DiagnosticDescriptor BadDelimiter = Error("ST0943", "bad-delimiter", "分隔符 `{0}` 不是单个 ASCII 字符", "the delimiter `{0}` is not one ASCII character");
    public static readonly DiagnosticDescriptor BadTimeFormat = Error("ST0944", "bad-time-format", "`{0}` 不是可用的时间格式", "`{0}` is no time format that can be used");
    public static readonly DiagnosticDescriptor BadCell = Error("ST0945", "bad-cell", "`{0}` 须写明 `column` 或 `constant` 之一", "`{0}` needs either a `column` or a `constant`");

    internal static readonly LocalizedText ZoneForm = new("写作 `Asia/Shanghai` 或 `+08:00`", "write `Asia/Shanghai` or `+08:00`");
    internal static readonly LocalizedText EncodingForm = new("例如 `utf-8`、`gb18030`", "for instance `utf-8` or `gb18030`");
    internal static readonly LocalizedText CultureForm = new("例如 `zh-CN`、`nl-NL`", "for instance `zh-CN` or `nl-NL`");
    internal static readonly LocalizedText TabForm = new("制表符写作 \"\\t\"", "write a tab as \"\\t\"");
    internal static readonly LocalizedText OffsetForm = new("偏移写作 `zzz`，不要用 `K`", "write the offset as `zzz`, not as `K`");
    internal static readonly LocalizedText FormatForm = new("例如 `yyyy-MM-dd HH:mm:ss`", "for instance `yyyy-MM-dd HH:mm:ss`");

    private static DiagnosticDescriptor Error(string code, string name, string zh, string en) =>
        new(code, name, DiagnosticSeverity.Error, new LocalizedText(zh, en));
}
