namespace Standards.SampleLogs;

/// <summary>A log and what was planted in it, gathered from the scripts that are played. Not thread-safe.</summary>
/// <param name="date">The first day.</param>
/// <param name="end">When the log was taken: what would come then or later is not in it. Null where nothing is cut off.</param>
internal sealed class SampleLog(Dice dice, DateOnly date, DateTimeOffset? end = null)
{
    /// <summary>China has one zone and no summer time.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private readonly List<LogLine> _lines = [];
    private readonly List<LogLine> _keyedInLater = [];
    private readonly List<Planted> _planted = [];
    private readonly HashSet<string> _cutOff = new(StringComparer.Ordinal);

    public Dice Dice { get; } = dice;

    /// <summary>The lines in the order in which a system would have written them.</summary>
    public IEnumerable<LogLine> Lines => [.. _lines.OrderBy(l => l.At), .. _keyedInLater.OrderBy(l => l.At)];

    public IEnumerable<Planted> Planted => _planted.OrderBy(p => p.Case, StringComparer.Ordinal);

    public int Interactions => _lines.Select(l => l.Case).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Interactions that an observer watched.</summary>
    public int Observed => _lines.Concat(_keyedInLater).Where(l => string.Equals(l.Act, "checklist.ticked", StringComparison.Ordinal)).Select(l => l.Case).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Interactions that were still going on when the log was taken.</summary>
    public int CutOff => _cutOff.Count;

    /// <summary>A time of the clock, so many calendar days after the sample's date.</summary>
    public DateTimeOffset At(int daysLater, TimeSpan time) => new(date.AddDays(daysLater).ToDateTime(TimeOnly.MinValue) + time, Offset);

    public void Write(LogLine line)
    {
        if (line.At < (end ?? DateTimeOffset.MaxValue))
            _lines.Add(line);
        else
            _cutOff.Add(line.Case);
    }

    public void KeyInLater(LogLine line) => _keyedInLater.Add(line);

    public void Plant(Planted planted) => _planted.Add(planted);

    /// <summary>Makes sure that what was planted is in the log as a whole.</summary>
    public SampleLog Checked() => _planted.Find(p => _cutOff.Contains(p.Case)) is { } cut
        ? throw new InvalidOperationException($"{cut.Case} has something planted and goes on after the end of the log.")
        : this;
}
