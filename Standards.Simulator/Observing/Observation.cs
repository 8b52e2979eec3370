using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Sessions;
using Standards.Simulator.Records;

namespace Standards.Simulator.Observing;

/// <summary>
/// A role-play as an observer enters it: acts ticked, corrected and struck out, notes, and the verdicts on what stands at the moment. The clock
/// is the caller's and never goes back, but for the end. Not thread-safe.
/// </summary>
internal sealed class Observation : IDisposable
{
    private readonly RuleBook _book;
    private readonly Stack<State> _earlier = new();
    private State _state = new([], []);
    private Session _session;
    private ImmutableArray<Finding>? _verdicts;
    private ImmutableArray<OpenObligation>? _open;

    /// <exception cref="ArgumentException">No pack of the book knows the process.</exception>
    public Observation(RuleBook book, string id, string process, Instant startedAt)
    {
        _book = book;
        (Id, Process, StartedAt) = (id, process, startedAt);
        _session = Judge(startedAt);
    }

    /// <summary>The case id of the interaction.</summary>
    public string Id { get; }

    public string Process { get; }

    public Instant StartedAt { get; }

    /// <summary>How far the clock has been moved on.</summary>
    public Instant Clock => _session.Clock;

    public bool IsClosed => _session.IsClosed;

    /// <summary>In the order of entry, those struck out included.</summary>
    public ImmutableArray<ObservedAct> Acts => _state.Acts;

    public ImmutableArray<AttemptNote> Notes => _state.Notes;

    /// <summary>The events that count, in the order of entry.</summary>
    public IReadOnlyList<Core.Interactions.InteractionEvent> Events => _session.Events;

    /// <summary>Every verdict as it stands now.</summary>
    public ImmutableArray<Finding> Verdicts => _verdicts ??= _session.Verdicts();

    /// <summary>The clocks that run, the most urgent first.</summary>
    public ImmutableArray<OpenObligation> OpenObligations => _open ??= IsClosed ? [] : _session.OpenObligations();

    /// <summary>The present state of the process; null where it has no machine or lost its way.</summary>
    public string? CurrentState => _session.States().GetValueOrDefault(Process);

    public bool CanUndo => _earlier.Count > 0;

    /// <summary>The act of that number; null where there is none.</summary>
    public ObservedAct? Find(int number) => number >= 1 && number <= Acts.Length ? Acts[number - 1] : null;

    /// <summary>Lets time pass, and returns what that decided. Going back changes nothing.</summary>
    public ImmutableArray<Finding> AdvanceTo(Instant now)
    {
        if (IsClosed || now <= Clock)
            return [];
        var changed = _session.AdvanceTo(now);
        if (!changed.IsEmpty)
            Forget();
        return changed;
    }

    /// <summary>Enters an act that happened now or before; its number is given here. Returns what it changed.</summary>
    public ImmutableArray<Finding> Enter(ObservedAct act)
    {
        var numbered = act with { Number = Acts.Length + 1 };
        Keep(_state with { Acts = Acts.Add(numbered) });
        Forget();
        return _session.Observe(numbered.ToEvent(Id));
    }

    /// <summary>Puts another act in the place of the one with its number.</summary>
    /// <returns>The verdicts that were not there before, or stood otherwise.</returns>
    public ImmutableArray<Finding> Correct(ObservedAct act) => Replace(_state with { Acts = Acts.SetItem(act.Number - 1, act) });

    /// <summary>Adds a remark; it is about the present instant.</summary>
    public void Remark(string author, string text) => Keep(_state with { Notes = Notes.Add(new AttemptNote(Clock, author, text)) });

    /// <summary>Takes back the last entry, correction or remark that is not taken back yet.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ImmutableArray<Finding> Undo()
    {
        var before = Verdicts;
        _state = _earlier.Pop();
        Rebuild(Clock);
        return Changed(before);
    }

    /// <summary>Ends the interaction at an instant, but not before its last act: what has no clock is decided.</summary>
    /// <param name="at">Null for now. An earlier instant takes back the time that has passed since.</param>
    public void Close(Instant? at = null)
    {
        if (IsClosed)
            return;
        var end = at ?? Clock;
        foreach (var act in Acts.Where(a => !a.IsStruck && a.At > end))
            end = act.At;
        if (end < Clock)
            Rebuild(end);
        else
            AdvanceTo(end);
        _session.Close();
        Forget();
    }

    public void Dispose() => _session.Dispose();

    private ImmutableArray<Finding> Replace(State state)
    {
        var before = Verdicts;
        Keep(state);
        Rebuild(Clock);
        return Changed(before);
    }

    private void Keep(State state)
    {
        if (IsClosed)
            throw new InvalidOperationException($"the observation `{Id}` is closed");
        _earlier.Push(_state);
        _state = state;
    }

    private void Rebuild(Instant clock)
    {
        _session.Dispose();
        _session = Judge(clock);
        Forget();
    }

    /// <summary>Judges what stands from the first act on: a correction may change everything after it.</summary>
    private Session Judge(Instant clock)
    {
        var session = _book.Open(Id, Process);
        session.AdvanceTo(StartedAt);
        foreach (var act in Acts.Where(a => !a.IsStruck))
            session.Observe(act.ToEvent(Id));
        session.AdvanceTo(clock);
        return session;
    }

    private void Forget() => (_verdicts, _open) = (null, null);

    private ImmutableArray<Finding> Changed(ImmutableArray<Finding> before)
    {
        var known = before.Select(Identity).ToHashSet();
        return [.. Verdicts.Where(f => !known.Contains(Identity(f)))];
    }

    private static (string, string?, Verdict, Instant) Identity(Finding finding) => (finding.Norm, finding.Key, finding.Verdict, finding.At);

    private sealed record State(ImmutableArray<ObservedAct> Acts, ImmutableArray<AttemptNote> Notes);
}
