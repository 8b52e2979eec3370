using Standards.Core;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>The ways out that the deadline parser offers.</summary>
internal static class DeadlineHelp
{
    public static readonly LocalizedText Deadline = new(
        "例如 `3 min`、`2 working days`、`same day`、`by Friday 17:00`、`3 rings` 或本单位设定的名称",
        "for instance `3 min`, `2 working days`, `same day`, `by Friday 17:00`, `3 rings` or the name of a house setting");

    public static readonly LocalizedText Bound = new(
        "例如 `by 17:00`、`by Friday 17:00`、`by day 3 of the next month`、`by end of month`",
        "for instance `by 17:00`, `by Friday 17:00`, `by day 3 of the next month` or `by end of month`");

    public static readonly LocalizedText Units = new(
        "单位有 `ms`、`s`、`min`、`h`、`d`、`week`、`month`、`working day`、`working hour`、`ring`",
        "units are `ms`, `s`, `min`, `h`, `d`, `week`, `month`, `working day`, `working hour` and `ring`");

    public static readonly LocalizedText ElapsedOnly = new(
        "偏移量只能用 `s`、`min`、`h`、`d`、`week`",
        "an offset is measured in `s`, `min`, `h`, `d` or `week`");

    public static readonly LocalizedText Digits = new("数目请用数字书写，例如 `3 min`", "write numbers in digits, for instance `3 min`");

    public static readonly LocalizedText HalfDays = new("工作日只能以半天为单位", "working days are counted in halves");

    public static readonly LocalizedText WholeNumber = new("请用整数", "use a whole number");

    public static readonly LocalizedText MinuteOrMonth = new("请写 `min` 或 `month`", "write `min` or `month`");

    public static LocalizedText DidYouMean(string word) => new($"是否想写 `{word}`？", $"did you mean `{word}`?");
}
