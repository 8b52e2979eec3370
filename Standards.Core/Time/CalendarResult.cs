namespace Standards.Core.Time;

/// <summary>
/// The answer of a working calendar: a value, or the date at which the calendar knows nothing. A calendar never guesses
/// beyond its declared range. Immutable.
/// </summary>
/// <typeparam name="T">What was asked for: an instant, a date, a length of working time, a yes or no.</typeparam>
public readonly record struct CalendarResult<T>
    where T : struct
{
    private readonly T _value;

    private CalendarResult(T value, DateOnly? outside)
    {
        _value = value;
        Outside = outside;
    }

    /// <summary>The first date that was needed and is not declared; null where there is a value.</summary>
    public DateOnly? Outside { get; }

    public bool HasValue => Outside is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The calendar does not know; see <see cref="Outside"/>.</exception>
    public T Value => Outside is { } date
        ? throw new InvalidOperationException(FormattableString.Invariant($"the calendar declares nothing for {date:yyyy-MM-dd}"))
        : _value;

    internal static CalendarResult<T> Of(T value) => new(value, null);

    internal static CalendarResult<T> OutsideRange(DateOnly date) => new(default, date);

    /// <summary>The value where there is one.</summary>
    public bool TryGet(out T value)
    {
        value = _value;
        return Outside is null;
    }

    public override string ToString() => Outside is { } date
        ? FormattableString.Invariant($"outside range at {date:yyyy-MM-dd}")
        : FormattableString.Invariant($"{_value}");
}
