using System.Runtime.InteropServices;
using Standards.Bench.Peers;
using Standards.Bench.Workload;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Evaluation;

namespace Standards.Bench.Ours;

/// <summary>Our evaluator over events in memory, in the order of time over all cases: what the hand-written online loop does.</summary>
internal sealed class OursEvaluate(string name = "ours-evaluate", Func<RuleBook>? rules = null) : IPeer
{
    /// <summary>How many events ahead the memory of a case is fetched, as an audit does.</summary>
    private const int Ahead = 8;

    public string Name => name;

    public Scope Scope => Scope.Evaluation;

    public Func<Counts> Prepare(string file)
    {
        var book = (rules ?? TenNorms.Load)();
        var log = PreloadedLog.Read(file, book.Compiled);
        var sink = new CountingSink(book, log.Index.Count);
        var evaluator = new Evaluator(book.Compiled, sink);
        var states = new CaseState?[log.Index.Count];
        return () =>
        {
            sink.Clear();
            var batch = log.Events;
            var cases = CollectionsMarshal.AsSpan(log.Cases);
            for (var i = 0; i < cases.Length; i++)
            {
                if (i + Ahead < cases.Length)
                    CaseState.Prefetch(states[cases[i + Ahead]]);
                ref var state = ref states[cases[i]];
                state ??= evaluator.Open(cases[i]);
                if (evaluator.Step(state, batch, in batch.Events[i]) != StepResult.Taken)
                    throw new InvalidOperationException("the log is not in the order of time");
            }

            for (var i = 0; i < states.Length; i++)
            {
                if (i + Ahead < states.Length)
                    CaseState.Prefetch(states[i + Ahead]);
                evaluator.Complete(states[i]!, long.MaxValue, close: true);
                evaluator.Release(states[i]!);
                states[i] = null;
            }

            return Counts.Of(cases.Length, states.Length, sink.Tally());
        };
    }

    /// <summary>Counts violations by norm and case, and keeps nothing else.</summary>
    private sealed class CountingSink(RuleBook book, int cases) : IVerdictSink
    {
        private readonly int[] _bits = [.. book.Compiled.Plans.Select(p => TenNorms.BitOf(p.Norm.Id))];
        private readonly int[] _violated = new int[cases];

        public bool WantsAll => false;

        public void Add(CaseState state, in VerdictRecord record)
        {
            if (record.Verdict == Verdict.Violated)
                _violated[state.Id] |= _bits[record.Norm];
        }

        public void AddContradiction(CaseState state, in FactContradiction contradiction)
        {
        }

        public void Clear() => Array.Clear(_violated);

        public Tally Tally()
        {
            var tally = new Tally();
            foreach (var violated in _violated)
                tally.Add((NormSet)violated);
            return tally;
        }
    }
}
