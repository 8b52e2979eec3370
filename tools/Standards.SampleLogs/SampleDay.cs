namespace Standards.SampleLogs;

/// <summary>The log of a day and what was planted in it, gathered from the scripts that are played. Not thread-safe.</summary>
internal sealed class SampleDay(Dice dice, DateOnly date)
{
    /// <summary>China has one zone and no summer time.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private readonly List<LogLine> _lines = [];
    private readonly List<LogLine> _keyedInLater = [];
    private readonly List<Planted> _planted = [];

    public Dice Dice { get; } = dice;

    /// <summary>The lines in the order in which a system would have written them.</summary>
    public IEnumerable<LogLine> Lines => [.. _lines.OrderBy(l => l.At), .. _keyedInLater.OrderBy(l => l.At)];

    public IEnumerable<Planted> Planted => _planted.OrderBy(p => p.Case, StringComparer.Ordinal);

    public int Interactions => _lines.Select(l => l.Case).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Interactions that an observer watched.</summary>
    public int Observed => _keyedInLater.Select(l => l.Case).Distinct(StringComparer.Ordinal).Count();

    /// <summary>A time of the clock, so many calendar days after the sample's date.</summary>
    public DateTimeOffset At(int daysLater, TimeSpan time) => new(date.AddDays(daysLater).ToDateTime(TimeOnly.MinValue) + time, Offset);

    public void Write(LogLine line) => _lines.Add(line);

    public void KeyInLater(LogLine line) => _keyedInLater.Add(line);

    public void Plant(Planted planted) => _planted.Add(planted);
}
