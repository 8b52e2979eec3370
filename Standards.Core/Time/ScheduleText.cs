namespace Standards.Core.Time;

/// <summary>The canonical text of schedules, which the parser reads back.</summary>
internal static class ScheduleText
{
    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static string Of(ScheduleRule rule)
    {
        string[] parts = [string.Join(", ", rule.Seasons), Days(rule.Days), rule.IsClosed ? "closed" : string.Join(", ", rule.Hours)];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string Days(ScheduleDays days) => days switch
    {
        ScheduleDays.Working => "working days",
        ScheduleDays.Off => "days off",
        ScheduleDays.Holidays => "holidays",
        ScheduleDays.On { Names: Weekdays.All } => "",
        ScheduleDays.On on => string.Join(", ", Runs(on.Names)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<string> Runs(Weekdays set)
    {
        for (var first = 0; first < 7; first++)
        {
            if (!Has(set, first))
                continue;
            var last = first;
            while (last < 6 && Has(set, last + 1))
                last++;
            yield return last == first ? Names[first] : $"{Names[first]}-{Names[last]}";
            first = last;
        }
    }

    private static bool Has(Weekdays set, int fromMonday) => set.HasFlag((Weekdays)(1 << ((fromMonday + 1) % 7)));
}
