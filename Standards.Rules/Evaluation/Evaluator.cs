using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Compilation;
using Standards.Rules.Compilation.Expressions;

namespace Standards.Rules.Evaluation;

/// <summary>What became of an event.</summary>
internal enum StepResult : byte
{
    Taken,

    /// <summary>
    /// The event changes what was already judged: it is earlier than the last, states a fact late, or brings a process in.
    /// Nothing was changed; the caller must judge the case again from its first event, in the order of time.
    /// </summary>
    MustReplay,
}

/// <summary>
/// The evaluator: folds the events of interactions into verdicts, one event at a time and in the order of time within
/// each case. A live session and a bulk audit both run it. Many cases may be open at once. Not thread-safe.
/// </summary>
internal sealed partial class Evaluator
{
    private readonly CompiledRules _rules;
    private readonly IVerdictSink _sink;
    private readonly bool _wantsAll;
    private readonly ObligationPool _pool = new();
    private const int PooledStates = 1 << 17;
    private readonly Stack<CaseState> _free = new();
    private readonly Frame _frame;
    private readonly Frame _facts;
    private readonly Program _noProcess;

    /// <summary>How often the completed cases kept each norm, by the index of its plan.</summary>
    public long[] Satisfied { get; }

    public Evaluator(CompiledRules rules, IVerdictSink sink)
    {
        Satisfied = new long[rules.Plans.Length];
        _rules = rules;
        _sink = sink;
        _wantsAll = sink.WantsAll;
        _noProcess = rules.ProgramOf(ProcessSet.Empty, 0);
        _frame = new Frame
        {
            Zone = rules.Zone,
            Defaults = rules.Defaults,
            DerivedSource = rules.Derive,
            StateSource = StateName,
        };
        _facts = new Frame { Zone = rules.Zone, Defaults = rules.Defaults, DerivedSource = rules.Derive };
    }

    /// <summary>Opens a case that belongs to no process yet; its events may name some until the first that is not <c>case.facts</c>.</summary>
    public CaseState Open(int id) => Open(id, _noProcess);

    /// <summary>Opens a case that belongs to the given processes.</summary>
    public CaseState Open(int id, ProcessSet processes) => Open(id, _rules.ProgramOf(processes, 0));

    private CaseState Open(int id, Program program)
    {
        var state = _free.Count > 0 ? _free.Pop() : new CaseState();
        state.Id = id;
        state.Program = program;
        return state;
    }

    /// <summary>Gives the state of a case back. The case must not be used again.</summary>
    public void Release(CaseState state)
    {
        foreach (ref var norm in state.Nodes == 0 ? [] : state.Table)
        {
            for (var node = norm.Head; node != 0;)
            {
                var next = _pool[node].Next;
                _pool.Return(node);
                node = next;
            }
        }

        state.Reset();
        if (_free.Count < PooledStates)
            _free.Push(state);
    }

    /// <summary>Takes one event of the case.</summary>
    public StepResult Step(CaseState state, EventBatch batch, in EventRecord record)
    {
        if (record.At < state.LastAt)
            return StepResult.MustReplay;

        if (record.Process >= 0 && record.Process != state.LastProcess && !state.Program.Includes(record.Process))
        {
            if (state.Started)
                return StepResult.MustReplay;
            state.Program = _rules.With(state.Program, record.Process);
        }

        if (record.Process >= 0)
            state.LastProcess = record.Process;

        if (record.Act == EventSchema.CaseFactsAct)
            return TakeFacts(state, batch, in record);

        if (_rules.HasEntries)
        {
            Load(state, batch, in record);
            if (TakeEntries(state, record.Act) == StepResult.MustReplay)
                return StepResult.MustReplay;
        }

        if (!state.Started)
        {
            if (state.Program.StartLooksAtEvent)
                Load(state, batch, in record);
            Start(state, in record);
        }

        // A window around an appointment may be over before the first event.
        if (state.NextDue < record.At)
            ExpireBefore(state, record.At);

        var row = record.Act + 1;
        if (state.Program.LooksAtEvent[row])
            Load(state, batch, in record);
        state.LastAt = record.At;
        state.LastEventAt = record.At;
        state.SpeechLogged |= record.Say is not null;
        var reference = new EventReference(record.Act, record.File, record.Line);
        Dispatch(state, state.Program.Listeners[row], record.At, reference);

        // What the event obliges to may have been due before it.
        if (state.NextDue < record.At)
            ExpireBefore(state, record.At);
        return StepResult.Taken;
    }

    private StepResult TakeFacts(CaseState state, EventBatch batch, in EventRecord record)
    {
        var data = batch.Data.AsSpan(record.DataStart, record.DataCount);
        if (state.Started)
        {
            // That words are logged is a fact like others, told by facts that carry words, be they none.
            if (record.Say is not null && !state.SpeechIsFact)
                return StepResult.MustReplay;
            foreach (ref readonly var fact in data)
            {
                if (state.Fact(fact.Attribute).IsMissing)
                    return StepResult.MustReplay;
            }

            // Facts are of no time, but time has come so far: a timer that went off before must not find itself late.
            Advance(state, record.At);
        }

        state.SpeechIsFact |= record.Say is not null;
        state.SpeechLogged |= state.SpeechIsFact;
        AddFacts(state, batch, in record, report: true);
        state.LastAt = record.At;
        return StepResult.Taken;
    }

    private void AddFacts(CaseState state, EventBatch batch, in EventRecord record, bool report)
    {
        foreach (ref readonly var fact in batch.Data.AsSpan(record.DataStart, record.DataCount))
        {
            var known = state.Fact(fact.Attribute);
            if (known.IsMissing)
                state.AddFact(fact);
            else if (report && known != fact.Value)
                _sink.AddContradiction(state, new FactContradiction(fact.Attribute, known, fact.Value, new EventReference(record.Act, record.File, record.Line)));
        }
    }

    /// <summary>States facts before the first event, whenever they were stated in the log; the first of two values stands.</summary>
    public void TakeTimelessFacts(CaseState state, EventBatch batch, in EventRecord record)
    {
        var lastAt = state.LastAt;
        TakeFacts(state, batch, in record);
        state.LastAt = lastAt;
    }

    /// <summary>The set with the processes that the events bring in; facts of the case count, whenever they were stated.</summary>
    /// <param name="set">The processes named.</param>
    /// <param name="batch">All events of the case.</param>
    /// <param name="order">Their order by time.</param>
    public ProcessSet WithEntries(ProcessSet set, EventBatch batch, ReadOnlySpan<int> order)
    {
        var probe = Open(-1, set);
        for (var i = 0; i < batch.Count; i++)
        {
            ref readonly var record = ref batch.Events[order[i]];
            if (record.Act == EventSchema.CaseFactsAct)
                AddFacts(probe, batch, in record, report: false);
        }

        for (var i = 0; i < batch.Count; i++)
        {
            ref readonly var record = ref batch.Events[order[i]];
            if (record.Act <= EventSchema.CaseFactsAct)
                continue;
            Load(probe, batch, in record);
            foreach (ref readonly var entry in _rules.Entries(record.Act))
            {
                if (entry.Test is null || entry.Test.Test(_frame) == Truth.True)
                    set = set.With(entry.Process);
            }
        }

        Release(probe);
        return set;
    }

    /// <summary>Lets the event bring in the processes that it starts.</summary>
    private StepResult TakeEntries(CaseState state, int act)
    {
        foreach (ref readonly var entry in _rules.Entries(act))
        {
            if (state.Program.Includes(entry.Process) || (entry.Test is not null && entry.Test.Test(_frame) != Truth.True))
                continue;
            if (state.Started)
                return StepResult.MustReplay;
            state.Program = _rules.With(state.Program, entry.Process);
        }

        return StepResult.Taken;
    }

    private void Start(CaseState state, in EventRecord record)
    {
        state.Started = true;
        state.FirstAt = record.At;
        state.First = new EventReference(record.Act, record.File, record.Line);
        state.Program = _rules.InEpoch(state.Program, _rules.EpochOf(record.At));
        foreach (var local in state.Program.Machines)
            StartMachine(state, local, record.At);
        foreach (var local in state.Program.StandingFromStart)
            TouchStanding(state, ref state.State(local), state.Program.Plans[local]);
    }

    private void Load(CaseState state, EventBatch batch, in EventRecord record)
    {
        _frame.See(_rules.Schema, state, batch, in record);
        _current = state;
    }

    /// <summary>The case whose event is being taken; for <c>state('…')</c> in conditions.</summary>
    private CaseState _current = null!;

    private string? StateName(int process, string pack)
    {
        var program = _current.Program;
        foreach (var local in program.Machines)
        {
            var machine = program.Plans[local].Machine!;
            if (machine.Process.Index != process || !string.Equals(machine.Process.Pack, pack, StringComparison.Ordinal))
                continue;
            ref var norm = ref _current.State(local);
            return (norm.Bits & NormState.Lost) != 0 ? null : machine.Process.States[norm.Bits & NormState.LowMask].Id;
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Emit(
        CaseState state,
        ref NormState norm,
        NormPlan plan,
        Verdict verdict,
        long at,
        in Obligation obligation,
        EventReference decision,
        long decidedBy,
        object? detail = null)
    {
        if (verdict == Verdict.Satisfied)
            norm.Satisfied++;
        if (_wantsAll || verdict is not (Verdict.Satisfied or Verdict.NotApplicable))
            EmitRecord(state, plan, verdict, at, in obligation, decision, decidedBy, detail);
    }

    private void EmitRecord(
        CaseState state,
        NormPlan plan,
        Verdict verdict,
        long at,
        in Obligation obligation,
        EventReference decision,
        long decidedBy,
        object? detail)
    {
        var record = new VerdictRecord
        {
            Norm = plan.Index,
            Verdict = verdict,
            At = at,
            Due = obligation.Due,
            ActivatedAt = obligation.At,
            Activation = obligation.Activation,
            Decision = decision,
            DecidedBy = decidedBy,
            Key = obligation.Key,
            Detail = detail,
        };
        _sink.Add(state, in record);
    }
}
