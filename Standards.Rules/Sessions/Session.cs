using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Sessions;

/// <summary>An obligation that is open and has a deadline of time.</summary>
/// <param name="Norm">The id of the norm.</param>
/// <param name="Title">The title of the norm.</param>
/// <param name="Clauses">The clauses that it cites.</param>
/// <param name="Due">The last instant at which it can be kept (or, for a prohibition, must still be kept).</param>
/// <param name="ActivatedAt">When it began.</param>
/// <param name="Key">The key value of a norm with <c>per</c>; null without.</param>
/// <param name="IsProhibition">Whether time keeps it rather than breaks it.</param>
public sealed record OpenObligation(
    string Norm, LocalizedText Title, ImmutableArray<string> Clauses, Instant Due, Instant ActivatedAt, string? Key, bool IsProhibition);

/// <summary>
/// One interaction, watched live. Events may come late and in any order, and the clock may be moved on at any time: the
/// verdicts are those that an audit of the same events would give. Not thread-safe.
/// </summary>
public sealed class Session : IDisposable
{
    private readonly RuleBook _book;
    private readonly SessionSink _sink;
    private readonly Evaluator _evaluator;
    private readonly InteractionReplay _replay;
    private readonly EventEncoder _encoder;
    private readonly EventBatch _batch = new();
    private readonly List<InteractionEvent> _events = [];
    private readonly ImmutableArray<int> _processes;
    private CaseState _state;

    internal Session(RuleBook book, string caseId, ReadOnlySpan<string> processes)
    {
        ArgumentException.ThrowIfNullOrEmpty(caseId);
        _book = book;
        CaseId = caseId;
        _encoder = book.Compiled.Encoder;
        var indices = ImmutableArray.CreateBuilder<int>();
        foreach (var process in processes)
        {
            var index = _encoder.Process(process);
            if (index < 0)
                throw new ArgumentException($"no pack knows the process `{process}`", nameof(processes));
            indices.Add(index);
        }

        _processes = indices.ToImmutable();
        ProcessIds = [.. processes];
        _sink = new SessionSink(book, caseId);
        _evaluator = new Evaluator(book.Compiled, _sink);
        _replay = new InteractionReplay(book.Compiled, _evaluator);
        _state = _replay.Replay(0, _batch, _processes);
    }

    /// <summary>The id of the interaction.</summary>
    public string CaseId { get; }

    /// <summary>The processes named when the session was opened.</summary>
    public ImmutableArray<string> ProcessIds { get; }

    /// <summary>The events observed, in the order in which they came.</summary>
    public IReadOnlyList<InteractionEvent> Events => _events;

    /// <summary>How far the clock has been moved on: by events or by <see cref="AdvanceTo"/>.</summary>
    public Instant Clock { get; private set; }

    /// <summary>Whether <see cref="Close"/> was called.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>
    /// The next instant whose passing decides something or ends a state; null for none. A deadline includes its last instant: what is
    /// due then is decided when the clock moves beyond it.
    /// </summary>
    public Instant? NextDeadline =>
        _evaluator.NextDeadline(_state) is var ticks && ticks <= Instant.MaxValue.Ticks ? new Instant(ticks) : null;

    /// <summary>Takes an event, late or in time, and returns the findings that it changed: new ones, and old ones that now read otherwise.</summary>
    /// <param name="interactionEvent">
    /// Its <see cref="InteractionEvent.Case"/> must be this session's. Its <see cref="InteractionEvent.Line"/> is set to its number in the session.
    /// </param>
    /// <exception cref="ArgumentException">The event belongs to another case.</exception>
    /// <exception cref="InvalidOperationException">The session is closed.</exception>
    public ImmutableArray<Finding> Observe(InteractionEvent interactionEvent)
    {
        ArgumentNullException.ThrowIfNull(interactionEvent);
        if (!string.Equals(interactionEvent.Case, CaseId, StringComparison.Ordinal))
            throw new ArgumentException($"the event belongs to case `{interactionEvent.Case}`, the session to `{CaseId}`", nameof(interactionEvent));
        if (IsClosed)
            throw new InvalidOperationException($"the session of case `{CaseId}` is closed");
        var numbered = interactionEvent with { Line = _events.Count + 1, File = null };
        _events.Add(numbered);
        ref var record = ref _encoder.Encode(_batch, numbered);
        var mark = _sink.Here;
        if (numbered.At < Clock || _evaluator.Step(_state, _batch, in record) == StepResult.MustReplay)
            Rebuild();
        Clock = numbered.At > Clock ? numbered.At : Clock;
        return _sink.ChangedSince(mark);
    }

    /// <summary>Lets time pass, and returns the findings that it decided. Going back changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The session is closed.</exception>
    public ImmutableArray<Finding> AdvanceTo(Instant instant)
    {
        if (IsClosed)
            throw new InvalidOperationException($"the session of case `{CaseId}` is closed");
        var mark = _sink.Here;
        if (instant > Clock)
        {
            Clock = instant;
            _evaluator.Advance(_state, instant.Ticks);
        }

        return _sink.ChangedSince(mark);
    }

    /// <summary>Ends the interaction now, at <see cref="Clock"/>: what has no clock is decided. Returns the findings that this decided.</summary>
    public ImmutableArray<Finding> Close()
    {
        if (IsClosed)
            return [];
        IsClosed = true;
        var mark = _sink.Here;
        _evaluator.Complete(_state, Clock.Ticks, close: true);
        return _sink.ChangedSince(mark);
    }

    /// <summary>
    /// Every verdict as it stands at <see cref="Clock"/>, open obligations included, by time, then norm: what an audit of the same events
    /// as of that instant states.
    /// </summary>
    public ImmutableArray<Finding> Verdicts()
    {
        if (IsClosed)
            return _sink.All();
        var sink = new SessionSink(_book, CaseId);
        var evaluator = new Evaluator(_book.Compiled, sink);
        var state = new InteractionReplay(_book.Compiled, evaluator).Replay(0, _batch, _processes);
        evaluator.Complete(state, Clock.Ticks, close: false);
        return sink.All();
    }

    /// <summary>The obligations that are open and have a deadline, the most urgent first: for warnings before one breaks.</summary>
    public ImmutableArray<OpenObligation> OpenObligations()
    {
        var open = ImmutableArray.CreateBuilder<OpenObligation>();
        _evaluator.VisitOpen(_state, (plan, item) =>
        {
            if (item.Due == long.MaxValue)
                return;
            open.Add(new OpenObligation(
                plan.Norm.Id,
                plan.Norm.Title,
                plan.Norm.Clauses,
                new Instant(item.Due),
                new Instant(item.At),
                item.Key.IsMissing ? null : item.Key.ToString(),
                plan.Kind == Compilation.PlanKind.Absence));
        });
        return [.. open.OrderBy(o => o.Due).ThenBy(o => o.Norm, StringComparer.Ordinal).ThenBy(o => o.Key, StringComparer.Ordinal)];
    }

    /// <summary>The present states of the interaction's processes, by process id; a process that lost its way is left out.</summary>
    public ImmutableSortedDictionary<string, string> States() => Evaluator.States(_state);

    /// <summary>The session as bytes, to be resumed by <see cref="RuleBook.Restore"/> anywhere, with the same verdicts as if it had never stopped.</summary>
    public byte[] Snapshot() => SessionSnapshot.Take(this);

    /// <summary>Gives pooled memory back.</summary>
    public void Dispose() => _batch.Clear();

    internal RuleBook Book => _book;

    /// <summary>Observes the events of a snapshot without stating changes.</summary>
    internal void Resume(IEnumerable<InteractionEvent> events, Instant clock, bool closed)
    {
        foreach (var item in events)
        {
            var numbered = item with { Line = _events.Count + 1, File = null };
            _events.Add(numbered);
            _encoder.Encode(_batch, numbered);
        }

        Clock = clock;
        Rebuild();
        if (closed)
            Close();
    }

    /// <summary>Judges all events again from the first: a late one changed what was judged.</summary>
    private void Rebuild()
    {
        _evaluator.Release(_state);
        _sink.Clear();
        _state = _replay.Replay(0, _batch, _processes);
        _evaluator.Advance(_state, Clock.Ticks);
    }
}
