using System.Globalization;

namespace Standards.Core.Time;

/// <summary>Between which instants, both included, an obligation can be kept; or why that is not known. Immutable.</summary>
public readonly record struct DeadlineBounds
{
    private DeadlineBounds(Instant earliest, Instant latest, DeadlineUnknown? unknown)
    {
        Earliest = earliest;
        Latest = latest;
        Unknown = unknown;
    }

    /// <summary>The first instant that counts; <see cref="Instant.MinValue"/> where none is too early.</summary>
    public Instant Earliest { get; }

    /// <summary>
    /// The last instant that counts; <see cref="Instant.MaxValue"/> where none is too late. It may lie before the activation (`by 17:00`,
    /// activated at 18:00): the obligation can then no longer be kept.
    /// </summary>
    public Instant Latest { get; }

    /// <summary>What is missing; null where the bounds are known.</summary>
    public DeadlineUnknown? Unknown { get; }

    public bool IsKnown => Unknown is null;

    public static DeadlineBounds Until(Instant latest) => new(Instant.MinValue, latest, null);

    public static DeadlineBounds Between(Instant earliest, Instant latest) => new(earliest, latest, null);

    public static DeadlineBounds Missing(DeadlineUnknown unknown) => new(Instant.MinValue, Instant.MaxValue, unknown);

    /// <summary>Whether an event at that instant is in time. Always true where the bounds are unknown.</summary>
    public bool Contains(Instant instant) => Earliest <= instant && instant <= Latest;
}

/// <summary>Why the instants of a deadline are not known. Immutable.</summary>
public abstract record DeadlineUnknown
{
    private DeadlineUnknown()
    {
    }

    /// <summary>The interaction does not state the attribute.</summary>
    public sealed record MissingAttribute(string Name) : DeadlineUnknown;

    /// <summary>The attribute is stated, but is no timestamp.</summary>
    public sealed record NotATimestamp(string Name) : DeadlineUnknown;

    /// <summary>The deadline counts working time and the house has no calendar.</summary>
    public sealed record NoCalendar : DeadlineUnknown;

    /// <summary>The calendar does not declare a date that is needed.</summary>
    public sealed record OutsideCalendar(string Calendar, DateOnly Date) : DeadlineUnknown;

    /// <summary>The reason as a clause without a period.</summary>
    public LocalizedText Describe() => this switch
    {
        MissingAttribute missing => new($"缺少时间 `{missing.Name}`", $"the time `{missing.Name}` is missing"),
        NotATimestamp value => new($"`{value.Name}` 不是时间", $"`{value.Name}` is not a timestamp"),
        NoCalendar => new("没有工作日历", "there is no working calendar"),
        OutsideCalendar outside => OutsideText(outside.Calendar, outside.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static LocalizedText OutsideText(string calendar, string date) =>
        new($"工作日历 `{calendar}` 未公布 {date}", $"the working calendar `{calendar}` does not declare {date}");
}
