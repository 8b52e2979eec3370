using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Evaluation;
using Standards.Rules.Sessions;

namespace Standards.Tests.Oracle;

/// <summary>Runs the engine over a trial in the several ways that must agree, and the reference.</summary>
internal static class EngineRun
{
    public static string[] Reference(OraclePack pack, Trial trial)
    {
        var compiled = pack.Book.Compiled;
        var batch = Batch(compiled, trial, trial.Events);
        var events = batch.Events.Take(batch.Count).Select(e => new OracleEvent(
            e.Line, e.At, e.Act, e.Process, e.Role, e.Say, batch.Data[e.DataStart..(e.DataStart + e.DataCount)].ToImmutableDictionary(d => d.Attribute, d => d.Value)));
        return Lines(pack, ReferenceEvaluator.Judge(compiled.Bound, events, trial.Limit, trial.Close));
    }

    /// <summary>The engine over all events at once, in the order given.</summary>
    public static string[] Bulk(OraclePack pack, Trial trial) => Bulk(pack, trial, trial.Events);

    /// <summary>As <see cref="Bulk(OraclePack, Trial)"/>, of events in another order; lines are those of the trial.</summary>
    public static string[] Bulk(OraclePack pack, Trial trial, ImmutableArray<TrialEvent> events) => Lines(pack, Judge(pack, trial, events, wantsAll: true).Sink.Verdicts);

    /// <summary>What an audit is told that asks for broken norms only: those, and how often each norm was kept.</summary>
    public static string[] Sparing(OraclePack pack, Trial trial)
    {
        var (sink, satisfied) = Judge(pack, trial, trial.Events, wantsAll: false);
        return
        [
            .. Lines(pack, sink.Verdicts),
            .. satisfied.Select((count, norm) => (Id: pack.Book.Compiled.Plans[norm].Norm.Id, Count: count)).Where(s => s.Count > 0).OrderBy(s => s.Id, StringComparer.Ordinal).Select(s => $"{s.Id} kept {s.Count}"),
        ];
    }

    /// <summary>The same, reckoned from all verdicts.</summary>
    public static string[] Spared(OraclePack pack, Trial trial)
    {
        var verdicts = Judge(pack, trial, trial.Events, wantsAll: true).Sink.Verdicts;
        return
        [
            .. Lines(pack, verdicts.Where(v => v.Verdict is not (Verdict.Satisfied or Verdict.NotApplicable))),
            .. verdicts.Where(v => v.Verdict == Verdict.Satisfied).CountBy(v => v.Norm).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key} kept {s.Value}"),
        ];
    }

    /// <summary>
    /// The events one by one, in the order of time, beside another interaction in the same evaluator: with time let run in between, and
    /// the state of the case put away into bytes and taken back. Facts are stated first, and again in their time.
    /// </summary>
    public static string[] Streamed(OraclePack pack, Trial trial, int salt)
    {
        var compiled = pack.Book.Compiled;
        var sink = new CollectingSink(compiled, wantsAll: true);
        var evaluator = new Evaluator(compiled, sink);
        var random = new Random(salt);
        var batch = Batch(compiled, trial, [.. trial.Events.OrderBy(e => e.Offset)]);
        var state = new InteractionReplay(compiled, evaluator).Replay(0, Only(batch, facts: true), Named(compiled, trial));
        var other = new InteractionReplay(compiled, evaluator).Replay(1, Only(batch, facts: true), Named(compiled, trial));
        var now = 0L;
        for (var i = 0; i < batch.Count; i++)
        {
            ref readonly var record = ref batch.Events[i];
            if (random.Next(2) == 0 && now > 0)
                evaluator.Advance(state, now + (long)(random.NextDouble() * (record.At - now)));
            if (random.Next(3) == 0)
                evaluator.Advance(state, record.At);
            state = PutAway(evaluator, state, random);
            Assume(evaluator.Step(state, batch, in record));
            if (random.Next(2) == 0)
                Assume(evaluator.Step(other, batch, in record));
            now = record.At;
        }

        evaluator.Release(other);
        sink.Forget();
        evaluator.Complete(PutAway(evaluator, state, random), trial.Limit, trial.Close);
        return Lines(pack, sink.Verdicts);
    }

    private static CaseState PutAway(Evaluator evaluator, CaseState state, Random random)
    {
        var bytes = new ArrayBufferWriter<byte>();
        return random.Next(3) == 0 && evaluator.TryPack(state, bytes) ? evaluator.Unpack(0, bytes.WrittenSpan) : state;
    }

    private static void Assume(StepResult result)
    {
        if (result != StepResult.Taken)
            throw new InvalidOperationException("events in order, of known processes and facts, are taken");
    }

    /// <summary>
    /// A live session that hears of the events in the order given, late ones too, lets time run at random instants, and is put away and
    /// resumed at random points. Without the activating events, of which findings do not tell.
    /// </summary>
    public static string[] Live(OraclePack pack, Trial trial, int salt)
    {
        var random = new Random(salt);
        var session = pack.Book.Open("T");
        foreach (var item in trial.Events)
        {
            session.Observe(item.ToEvent("T"));
            if (random.Next(3) == 0)
                session.AdvanceTo(new Instant(Trial.Start + (random.NextInt64(trial.Limit - Trial.Start) / 4)));
            if (random.Next(4) == 0)
                session = pack.Book.Restore(session.Snapshot());
        }

        session.AdvanceTo(new Instant(trial.Limit));
        if (trial.Close)
            session.Close();
        return Lines(pack, session.Verdicts());
    }

    /// <summary>As <see cref="Live"/>, all at once.</summary>
    public static string[] Findings(OraclePack pack, Trial trial) =>
        Lines(pack, Judge(pack, trial, trial.Events, wantsAll: true).Sink.Verdicts.Select(v => v with { Line = -1 }));

    /// <summary>What a session says event by event, where none comes late: put together, all that it says in the end.</summary>
    public static (string[] Said, string[] Stands) Announced(OraclePack pack, Trial trial)
    {
        var session = pack.Book.Open("T", [.. Named(pack.Book.Compiled, trial).Select(p => pack.Book.Bound.ProcessIds[p])]);
        var said = new List<Finding>();
        foreach (var item in trial.Events.OrderBy(e => e.Act == InteractionEvent.CaseFacts ? long.MinValue : e.Offset))
            said.AddRange(session.Observe((item.Act == InteractionEvent.CaseFacts ? item with { Offset = 0 } : item).ToEvent("T")));
        said.AddRange(session.AdvanceTo(new Instant(trial.Limit)));
        said.AddRange(session.Close());
        return (Lines(pack, said), Lines(pack, session.Verdicts()));
    }

    private static (CollectingSink Sink, long[] Satisfied) Judge(OraclePack pack, Trial trial, ImmutableArray<TrialEvent> events, bool wantsAll)
    {
        var compiled = pack.Book.Compiled;
        var sink = new CollectingSink(compiled, wantsAll);
        var evaluator = new Evaluator(compiled, sink);
        var state = new InteractionReplay(compiled, evaluator).Replay(0, Batch(compiled, trial, events), []);
        evaluator.Complete(state, trial.Limit, trial.Close);
        evaluator.Release(state);
        return (sink, evaluator.Satisfied);
    }

    /// <summary>
    /// An order, or a standing norm with a key, begins with an event of its own: whether an exception before that is stated as
    /// "not applicable", or not at all, is left open.
    /// </summary>
    private static string[] Lines(OraclePack pack, IEnumerable<OracleVerdict> verdicts)
    {
        var free = pack.Book.Bound.Norms.Where(n => n.On is null && (n.Per >= 0 || n.Form is NormForm.Order)).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return OracleVerdict.Lines(verdicts.Where(v => v.Verdict != Verdict.NotApplicable || !free.Contains(v.Norm)), Trial.Start);
    }

    private static string[] Lines(OraclePack pack, IEnumerable<Finding> findings) =>
        Lines(pack, findings.Select(f => new OracleVerdict(f.Norm, f.Verdict, f.At.Ticks, f.Due?.Ticks ?? long.MaxValue, f.Key ?? "", -1)));

    private static EventBatch Batch(CompiledRules compiled, Trial trial, ImmutableArray<TrialEvent> events)
    {
        var batch = new EventBatch();
        var encoder = compiled.Encoder;
        foreach (var item in events)
            encoder.Encode(batch, item.ToEvent("T") with { Line = 1 + trial.Events.IndexOf(item, ReferenceComparer.Instance) });
        return batch;
    }

    private static EventBatch Only(EventBatch batch, bool facts)
    {
        var some = new EventBatch { Data = batch.Data, DataCount = batch.DataCount };
        foreach (var record in batch.Events.Take(batch.Count).Where(e => e.Act == EventSchema.CaseFactsAct == facts))
            some.AddEvent() = record;
        return some;
    }

    /// <summary>The processes of the interaction.</summary>
    private static ImmutableArray<int> Named(CompiledRules compiled, Trial trial)
    {
        var evaluator = new Evaluator(compiled, new CollectingSink(compiled, wantsAll: true));
        return new InteractionReplay(compiled, evaluator).Replay(0, Batch(compiled, trial, trial.Events), []).Program.Processes;
    }

    private sealed class ReferenceComparer : IEqualityComparer<TrialEvent>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(TrialEvent? x, TrialEvent? y) => ReferenceEquals(x, y);

        public int GetHashCode(TrialEvent obj) => RuntimeHelpers.GetHashCode(obj);
    }
}

/// <summary>Keeps every verdict that it is told.</summary>
internal sealed class CollectingSink(CompiledRules compiled, bool wantsAll) : IVerdictSink
{
    private readonly List<(int Case, OracleVerdict Verdict)> _verdicts = [];

    public IEnumerable<OracleVerdict> Verdicts => _verdicts.Select(v => v.Verdict);

    public bool WantsAll => wantsAll;

    public void Add(CaseState state, in VerdictRecord record) => _verdicts.Add((state.Id, new OracleVerdict(
        compiled.Plans[record.Norm].Norm.Id,
        record.Verdict,
        record.At,
        record.Due,
        record.Key.IsMissing ? "" : record.Key.ToString(),
        record.Activation.Line)));

    public void AddContradiction(CaseState state, in FactContradiction contradiction)
    {
    }

    /// <summary>Drops the verdicts of the case with number 1.</summary>
    public void Forget() => _verdicts.RemoveAll(v => v.Case == 1);
}
