using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Evaluation;

namespace Standards.Tests.Oracle;

/// <summary>Runs the engine, and the reference, over a trial.</summary>
internal static class EngineRun
{
    /// <summary>The engine over all events at once, in the order given.</summary>
    public static string[] Bulk(OraclePack pack, Trial trial) => Bulk(pack, trial, trial.Events);

    /// <summary>As <see cref="Bulk(OraclePack, Trial)"/>, of events in another order; lines are those of the trial.</summary>
    public static string[] Bulk(OraclePack pack, Trial trial, ImmutableArray<TrialEvent> events)
    {
        var compiled = pack.Book.Compiled;
        var sink = new CollectingSink(compiled);
        var satisfied = Run(compiled, sink, trial, events);
        CheckCounts(compiled, sink, satisfied);
        CheckTerse(compiled, sink, satisfied, trial, events);
        return Lines(pack, sink.Verdicts);
    }

    private static long[] Run(CompiledRules compiled, CollectingSink sink, Trial trial, ImmutableArray<TrialEvent> events)
    {
        var evaluator = new Evaluator(compiled, sink);
        var state = new InteractionReplay(compiled, evaluator).Replay(0, Batch(compiled, trial, events), []);
        evaluator.Complete(state, trial.Limit, trial.Close);
        evaluator.Release(state);
        return evaluator.Satisfied;
    }

    /// <summary>The counts of kept obligations are those of the verdicts.</summary>
    private static void CheckCounts(CompiledRules compiled, CollectingSink sink, long[] satisfied)
    {
        var counted = sink.Verdicts.Where(v => v.Verdict == Verdict.Satisfied).CountBy(v => v.Norm).ToDictionary(StringComparer.Ordinal);
        foreach (var plan in compiled.Plans)
        {
            if (counted.GetValueOrDefault(plan.Norm.Id) != satisfied[plan.Index])
                throw new InvalidOperationException($"the count of kept obligations of {plan.Norm.Id} differs from the verdicts");
        }
    }

    /// <summary>An audit that asks for findings alone takes shorter ways: they must lead to the same findings and counts.</summary>
    private static void CheckTerse(CompiledRules compiled, CollectingSink all, long[] satisfied, Trial trial, ImmutableArray<TrialEvent> events)
    {
        var terse = new CollectingSink(compiled, wantsAll: false);
        var counts = Run(compiled, terse, trial, events);
        static string[] Findings(IEnumerable<OracleVerdict> verdicts) =>
            OracleVerdict.Lines(verdicts.Where(v => v.Verdict is not (Verdict.Satisfied or Verdict.NotApplicable)), Trial.Start);
        if (!counts.AsSpan().SequenceEqual(satisfied) || !Findings(terse.Verdicts).SequenceEqual(Findings(all.Verdicts), StringComparer.Ordinal))
            throw new InvalidOperationException("an audit that wants findings alone finds something else");
    }

    public static string[] Reference(OraclePack pack, Trial trial)
    {
        var compiled = pack.Book.Compiled;
        var batch = Batch(compiled, trial, trial.Events);
        var events = batch.Events.Take(batch.Count).Select(e => new OracleEvent(
            e.Line, e.At, e.Act, e.Process, e.Role, e.Say, batch.Data[e.DataStart..(e.DataStart + e.DataCount)].ToImmutableDictionary(d => d.Attribute, d => d.Value)));
        return Lines(pack, ReferenceEvaluator.Judge(compiled.Bound, events, trial.Limit, trial.Close));
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

    private static EventBatch Batch(CompiledRules compiled, Trial trial, ImmutableArray<TrialEvent> events)
    {
        var batch = new EventBatch();
        var encoder = new EventEncoder(compiled);
        foreach (var item in events)
            encoder.Encode(batch, item.ToEvent("T") with { Line = 1 + trial.Events.IndexOf(item, ReferenceComparer.Instance) });
        return batch;
    }

    private sealed class ReferenceComparer : IEqualityComparer<TrialEvent>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(TrialEvent? x, TrialEvent? y) => ReferenceEquals(x, y);

        public int GetHashCode(TrialEvent obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}

/// <summary>Keeps every verdict.</summary>
internal sealed class CollectingSink(CompiledRules compiled, bool wantsAll = true) : IVerdictSink
{
    private readonly List<OracleVerdict> _verdicts = [];
    public IReadOnlyList<OracleVerdict> Verdicts => _verdicts;

    public bool WantsAll => wantsAll;

    public void Add(CaseState state, in VerdictRecord record) => _verdicts.Add(new OracleVerdict(
        compiled.Plans[record.Norm].Norm.Id,
        record.Verdict,
        record.At,
        record.Due,
        record.Key.IsMissing ? "" : record.Key.ToString(),
        record.Activation.Line));

    public void AddContradiction(CaseState state, in FactContradiction contradiction)
    {
    }
}
