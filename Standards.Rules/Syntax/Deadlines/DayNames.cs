using System.Collections.Frozen;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>The names of weekdays in English and Chinese.</summary>
internal static class DayNames
{
    private static readonly string[] Spellings =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private static readonly FrozenDictionary<string, DayOfWeek> Words = Table();

    public static DayOfWeek? Find(string word) => Words.TryGetValue(word, out var day) ? day : null;

    public static string? Nearest(string word) => NearWord.Find(word, Spellings);

    private static FrozenDictionary<string, DayOfWeek> Table()
    {
        var table = new Dictionary<string, DayOfWeek>(StringComparer.OrdinalIgnoreCase);
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            table.Add(day.ToString(), day);
            table.Add(day.ToString()[..3], day);
            table.Add("周" + "日一二三四五六"[(int)day], day);
            table.Add("星期" + "日一二三四五六"[(int)day], day);
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
