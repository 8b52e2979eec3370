namespace Standards.Core.Time;

/// <summary>
/// By when an obligation must be kept, reckoned from its activation. Every deadline includes its last instant. Immutable, thread-safe;
/// <see cref="ToString"/> is canonical English that reads back as the same deadline.
/// </summary>
public abstract record Deadline
{
    private Deadline()
    {
    }

    /// <summary>No deadline.</summary>
    public static readonly Deadline Unlimited = new Never();

    /// <summary>The error node that stands for a text which could not be read.</summary>
    public static readonly Deadline Unreadable = new Invalid();

    /// <summary>
    /// Whether the deadline must be rewritten before it can be resolved: it names a house setting, counts acts, or could not be read.
    /// </summary>
    public bool NeedsBinding => this switch
    {
        Setting or Counted or Invalid => true,
        Window window => window.Lower.NeedsBinding || window.Upper.NeedsBinding,
        _ => false,
    };

    /// <summary>Whether resolving asks the working calendar.</summary>
    public bool NeedsCalendar => this switch
    {
        WorkingTime or WorkingDays or CalendarBound { Point: CalendarPoint.WorkingDay } => true,
        Window window => window.Lower.NeedsCalendar || window.Upper.NeedsCalendar,
        _ => false,
    };

    /// <summary>The instants between which the obligation can be kept. Allocates only where they are not known.</summary>
    /// <exception cref="InvalidOperationException">The deadline <see cref="NeedsBinding"/>.</exception>
    public DeadlineBounds Resolve(Instant activation, IDeadlineContext context) => this switch
    {
        Elapsed elapsed => DeadlineBounds.Until(elapsed.DueAfter(activation)),
        _ => DeadlineResolver.Resolve(this, activation, context),
    };

    /// <summary>The deadline with its settings replaced by what <paramref name="house"/> states for their names.</summary>
    public Deadline ReplaceSettings(Func<string, Deadline> house) => this switch
    {
        Setting setting => house(setting.Name),
        Window window => new Window(window.Lower.ReplaceSettings(house), window.Upper.ReplaceSettings(house)),
        _ => this,
    };

    /// <summary>The deadline as a phrase in the user's language, for instance `3 分钟` or `3 minutes`.</summary>
    public string Describe(Language language) => DeadlineDescription.Of(this).In(language);

    /// <summary>The deadline as the limit of a sentence: `3 分钟内`, `within 3 minutes`; `当日内`, `by the end of the same day`.</summary>
    public string DescribeLimit(Language language) => DeadlineDescription.LimitOf(this).In(language);

    public sealed override string ToString() => DeadlineText.Of(this);

    /// <summary>Time that passes by day and night: `3 min`.</summary>
    public sealed record Elapsed(TimeSpan Time) : Deadline
    {
        /// <summary>The last instant that counts; <see cref="Instant.MaxValue"/> where the sum leaves the time line.</summary>
        public Instant DueAfter(Instant activation)
        {
            var due = activation.Ticks + Time.Ticks;
            return (ulong)due <= (ulong)Instant.MaxValue.Ticks ? new Instant(due) : Instant.MaxValue;
        }
    }

    /// <summary>Calendar months later at the same time of day; the last day of a month that is shorter.</summary>
    public sealed record CalendarPeriod(int Months) : Deadline;

    /// <summary>Time that passes in opening hours only: `4 working hours`.</summary>
    public sealed record WorkingTime(TimeSpan Time) : Deadline;

    /// <summary>Working days in halves, see <see cref="WorkingCalendar.AddWorkingDays"/>.</summary>
    public sealed record WorkingDays(decimal Count) : Deadline;

    /// <summary>Before the next act of that kind after so many: `3 rings`. The binder gives the unit its meaning.</summary>
    public sealed record Counted(int Count, string Unit) : Deadline;

    /// <summary>A point of the calendar: `same day`, `by Friday 17:00`.</summary>
    public sealed record CalendarBound(CalendarPoint Point) : Deadline;

    /// <summary>Around a timestamp of the interaction; an end that is null is open.</summary>
    /// <param name="Attribute">The full dotted name of the timestamp.</param>
    /// <param name="Lower">The first instant that counts, from the timestamp.</param>
    /// <param name="Upper">The last instant that counts, from the timestamp.</param>
    public sealed record RelativeTo(string Attribute, TimeSpan? Lower, TimeSpan? Upper) : Deadline;

    /// <summary>Not before one deadline and not after another: `1 d .. 3 d`.</summary>
    public sealed record Window(Deadline Lower, Deadline Upper) : Deadline;

    /// <summary>A house setting, to be replaced by the deadline that the house fixes.</summary>
    public sealed record Setting(string Name) : Deadline;

    /// <summary>No deadline.</summary>
    public sealed record Never : Deadline;

    /// <summary>A text that could not be read and has been reported.</summary>
    public sealed record Invalid : Deadline;
}
