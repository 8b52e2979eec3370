using System.Text.Json;
using Standards.Audit.Diagnostics;
using Standards.Core;
using Standards.Core.Values;

namespace Standards.Audit.Reading;

/// <summary>The ways out that log diagnostics show.</summary>
internal static class LogHelp
{
    public static readonly LocalizedText OneObjectPerLine = new(
        "每行写一个完整的 JSON 对象", "write one whole JSON object on each line");

    public static readonly LocalizedText RequiredFields = new(
        "每个事件都要有 `case`、`at` 和 `act`", "every event needs `case`, `at` and `act`");

    public static readonly LocalizedText SurrogatePairs = new(
        "超出基本平面的字符要写成一对 `\\u` 转义，或直接写出", "write such a character as a pair of `\\u` escapes, or as it is");

    public static readonly LocalizedText Utf8 = new("请把文件存为 UTF-8", "save the file as UTF-8");

    private static readonly LocalizedText TimeForm = new(
        "时间写作 `2026-03-02T09:00:00+08:00`", "write a time as `2026-03-02T09:00:00+08:00`");

    /// <summary>A number as messages write it.</summary>
    public static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static LocalizedText ForTime(TimeFault fault) => fault switch
    {
        TimeFault.NoZone => new("在末尾加上 `Z` 或 `+08:00` 一类的偏移", "add `Z` or an offset such as `+08:00` at the end"),
        TimeFault.LeapSecond => new("闰秒 `:60` 请记作下一分钟的 `:00`", "write a leap second `:60` as `:00` of the next minute"),
        TimeFault.OutOfRange => new("月、日、时、分、秒须在范围之内", "month, day, hour, minute and second must be in range"),
        _ => TimeForm,
    };

    public static LocalizedText? ForKind(ValueKind kind) => kind switch
    {
        ValueKind.Int => new("写不带小数点和引号的整数", "write a whole number without point or quotes"),
        ValueKind.Double => new("写不带引号的数", "write a number without quotes"),
        ValueKind.Bool => new("写 `true` 或 `false`，不带引号", "write `true` or `false` without quotes"),
        ValueKind.String => new("把值放在引号里", "put the value in quotes"),
        ValueKind.Timestamp => TimeForm,
        ValueKind.Duration => new("时长写作 `90s` 或 `1h30m`", "write a duration as `90s` or `1h30m`"),
        ValueKind.List => new("写成 JSON 数组", "write a JSON array"),
        ValueKind.Map => new("写成 JSON 对象", "write a JSON object"),
        _ => null,
    };

    public static LineFault WrongType(int offset, string field, string expected, JsonTokenType found)
    {
        var foundText = found switch
        {
            JsonTokenType.Number => "number",
            JsonTokenType.True or JsonTokenType.False => "boolean",
            JsonTokenType.StartArray => "array",
            JsonTokenType.StartObject => "object",
            JsonTokenType.Null => "null",
            _ => "string",
        };
        return new LineFault(LogDiagnostics.WrongFieldType, offset, [field, expected, foundText]);
    }
}
