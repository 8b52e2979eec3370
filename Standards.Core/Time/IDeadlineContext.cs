using Standards.Core.Values;

namespace Standards.Core.Time;

/// <summary>
/// What a deadline needs to know of the interaction and the house. Implementations are read-only while a deadline is resolved.
/// </summary>
public interface IDeadlineContext
{
    /// <summary>The clock on the wall that calendar bounds are read from.</summary>
    ZoneClock Clock { get; }

    /// <summary>The working calendar; null where the house has none.</summary>
    WorkingCalendar? Calendar { get; }

    /// <summary>Where a working day ends.</summary>
    WorkingDayEnd WorkingDayEnd { get; }

    /// <summary>The attribute of that full dotted name; <see cref="Value.Missing"/> where the interaction does not state it.</summary>
    Value Attribute(string name);
}
