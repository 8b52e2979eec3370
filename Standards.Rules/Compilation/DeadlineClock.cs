using System.Collections.Frozen;
using Standards.Core;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation;

/// <summary>A clock of working time, calendar bounds, windows, or around a timestamp of the interaction.</summary>
internal sealed class DeadlineClock(Deadline deadline, WorkingCalendar calendar, FrozenDictionary<string, int> attributes) : ClockPlan
{
    /// <summary>The plan for a deadline: one addition where the deadline is elapsed time.</summary>
    public static ClockPlan For(Deadline deadline, WorkingCalendar calendar, BoundVocabulary vocabulary) => deadline is Deadline.Elapsed elapsed
        ? new ElapsedClock(elapsed.Time.Ticks)
        : new DeadlineClock(deadline, calendar, Index(vocabulary));

    public override bool TryResolve(long at, Frame frame, out long from, out long due, out object? reason)
    {
        var bounds = deadline.Resolve(new Instant(at), new Context(frame, calendar, attributes));
        from = Math.Max(bounds.Earliest.Ticks, deadline is Deadline.RelativeTo ? long.MinValue : at);
        due = bounds.Latest == Instant.MaxValue ? long.MaxValue : bounds.Latest.Ticks;
        reason = bounds.Unknown switch
        {
            null => null,
            DeadlineUnknown.MissingAttribute missing => new Fault(FaultKind.MissingAttribute, missing.Name),
            var unknown => new Undecidable(unknown.Describe()),
        };
        return bounds.IsKnown;
    }

    private static FrozenDictionary<string, int> Index(BoundVocabulary vocabulary) =>
        vocabulary.Attributes.Select((a, i) => (a.Name, i)).DistinctBy(p => p.Name, StringComparer.Ordinal).ToFrozenDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);

    private sealed class Context(Frame frame, WorkingCalendar calendar, FrozenDictionary<string, int> attributes) : IDeadlineContext
    {
        public ZoneClock Clock => calendar.Clock;

        public WorkingCalendar Calendar => calendar;

        public WorkingDayEnd WorkingDayEnd => WorkingDayEnd.Closing;

        public Value Attribute(string name) => attributes.TryGetValue(name, out var index) ? frame.AttributeOrDefault(index) : Value.Missing;
    }
}
