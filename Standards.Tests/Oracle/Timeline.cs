using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Tests.Oracle;

/// <summary>Where the interaction ended: events after <paramref name="Position"/> came later.</summary>
internal sealed record OracleEnd(int Position, long At);

/// <summary>
/// The events of an interaction in order, those that timers emit among them, each with the states that it found; where the
/// interaction ended; and what the processes say of acts out of order.
/// </summary>
internal sealed class Timeline
{
    private const int MostEmitted = 1000;

    private readonly BoundRules _rules;
    private readonly NaivePattern _patterns;
    private readonly NaiveExpression _expressions;
    private readonly List<Machine> _machines;
    private readonly List<OracleEvent> _events = [];
    private readonly List<OracleVerdict> _verdicts = [];

    private sealed class Machine(BoundNorm norm, BoundProcess process)
    {
        public BoundNorm Norm => norm;

        public BoundProcess Process => process;

        public BoundState State => process.States[Present];

        public int Present { get; set; } = process.Initial;

        public bool Lost { get; set; }

        /// <summary>When the timer of the present state runs out; null where it has none.</summary>
        public long? Due { get; set; }
    }

    private Timeline(BoundRules rules, NaiveExpression expressions, ImmutableHashSet<int> processes)
    {
        _rules = rules;
        _expressions = expressions;
        _patterns = new NaivePattern(expressions);
        _machines =
        [
            .. rules.Norms.Where(n => n.Form is NormForm.OutOfOrder o && processes.Contains(o.Process.Index))
                .Select(n => new Machine(n, ((NormForm.OutOfOrder)n.Form).Process)),
        ];
    }

    public IReadOnlyList<OracleEvent> Events => _events;

    /// <summary>Whether facts tell that words are logged.</summary>
    public bool FactsCarryWords { get; set; }

    /// <summary>Where the processes came to their ends; null where they have not.</summary>
    public OracleEnd? End { get; private set; }

    /// <summary>The last instant at which anything happened.</summary>
    public long LastAt { get; private set; }

    /// <summary>The verdicts of the processes' own norms.</summary>
    public IReadOnlyList<OracleVerdict> Verdicts => _verdicts;

    public static Timeline Of(BoundRules rules, NaiveExpression expressions, ImmutableHashSet<int> processes, IEnumerable<OracleEvent> sorted, long asOf)
    {
        var timeline = new Timeline(rules, expressions, processes);
        foreach (var next in sorted)
        {
            if (timeline._events.Count == 0)
                timeline._machines.ForEach(m => timeline.Enter(m, m.Process.Initial, next.At));
            timeline.LetTimersRun(next.At);
            timeline.Take(next);
        }

        if (timeline._events.Count > 0)
            timeline.LetTimersRun(asOf);
        return timeline;
    }

    private void LetTimersRun(long limit)
    {
        for (var fired = 0; fired < MostEmitted; fired++)
        {
            var machine = _machines.Where(m => m.Due < limit).MinBy(m => m.Due);
            if (machine is null)
                return;
            var at = machine.Due!.Value;
            var timer = machine.State.Timer!;
            Enter(machine, timer.To, at);
            LastAt = Math.Max(LastAt, at);
            if (timer.Emit >= 0)
                Take(new OracleEvent(0, at, timer.Emit, -1, null, null, ImmutableDictionary<int, Value>.Empty));
            NoteEnd(at);
        }

        throw new EndlessTimersException();
    }

    private void Take(OracleEvent next)
    {
        var states = _machines.ToImmutableDictionary(m => m.Process.Index, m => m.Lost ? null : m.State.Id);
        var placed = next with { Position = _events.Count, States = states };
        _events.Add(placed);
        LastAt = Math.Max(LastAt, next.At);
        foreach (var machine in _machines.Where(m => !m.Lost && m.Process.Alphabet.Contains(next.Act)))
            Transit(machine, placed);
        NoteEnd(next.At);
    }

    private void Transit(Machine machine, OracleEvent happening)
    {
        var transitions = machine.State.IsTerminal ? machine.State.Transitions : machine.State.Transitions.AddRange(machine.Process.Anywhere);
        var view = new View(happening, [], null);
        foreach (var transition in transitions)
        {
            switch (_patterns.Matches(transition.On, view))
            {
                case null:
                    machine.Lost = true;
                    machine.Due = null;
                    State(machine, Verdict.Unknown, happening);
                    return;
                case true:
                    State(machine, Verdict.Satisfied, happening);
                    if (transition.To != machine.Present)
                        Enter(machine, transition.To, happening.At);
                    return;
            }
        }

        State(machine, Verdict.Violated, happening);
    }

    private void State(Machine machine, Verdict verdict, OracleEvent happening) =>
        _verdicts.Add(new OracleVerdict(machine.Norm.Id, verdict, happening.At, long.MaxValue, "", happening.Line));

    private void Enter(Machine machine, int state, long at)
    {
        machine.Present = state;
        machine.Due = null;
        if (machine.State.Timer is { } timer)
        {
            var bounds = timer.Lasting.Resolve(new Instant(at), new OracleDeadlines(_rules, _expressions, machine.Process.Calendar, null));
            machine.Due = bounds.IsKnown ? bounds.Latest.Ticks : null;
        }
    }

    private void NoteEnd(long at)
    {
        var ending = _machines.Where(m => m.Process.HasTerminalState).ToList();
        if (End is null && ending.Count > 0 && ending.TrueForAll(m => m.State.IsTerminal))
            End = new OracleEnd(_events.Count - 1, at);
    }
}

/// <summary>The timers of the processes go round for ever, so that nothing can be said of the end of time.</summary>
internal sealed class EndlessTimersException : Exception;

/// <summary>What deadlines ask for.</summary>
internal sealed class OracleDeadlines(BoundRules rules, NaiveExpression expressions, WorkingCalendar calendar, OracleEvent? activation) : IDeadlineContext
{
    public ZoneClock Clock => calendar.Clock;

    public WorkingCalendar Calendar => calendar;

    public WorkingDayEnd WorkingDayEnd => WorkingDayEnd.Closing;

    public Value Attribute(string name)
    {
        var index = rules.Vocabulary.Attributes.ToList().FindIndex(a => string.Equals(a.Name, name, StringComparison.Ordinal));
        return index < 0 ? Value.Missing : expressions.Attribute(index, activation);
    }
}
