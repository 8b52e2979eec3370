using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Cases;

/// <summary>How a case differed from what it expects.</summary>
/// <param name="Finding">The finding concerned, as made; null where one was expected and did not come.</param>
/// <param name="Expected">The expectation that was not met; null for a finding that nobody expected.</param>
internal sealed record CaseDifference(Finding? Finding, ExpectedFinding? Expected);

/// <summary>What running a case gave.</summary>
internal sealed record CaseOutcome(PackCase Case, ImmutableArray<CaseDifference> Differences)
{
    public bool Passed => Differences.IsEmpty;
}

/// <summary>Runs the packs' own cases. A case is judged by its own pack alone. Not thread-safe.</summary>
internal sealed class CaseRunner(RuleBook book)
{
    private readonly EventEncoder _encoder = book.Compiled.Encoder;
    private readonly EventBatch _batch = new();
    private readonly Dictionary<string, RuleBook> _alone = new(StringComparer.Ordinal);

    public IEnumerable<CaseOutcome> RunAll() => book.Cases.Select(Run);

    public CaseOutcome Run(PackCase packCase)
    {
        var judge = JudgeOf(packCase.Pack);
        var match = CaseMatcher.Match(packCase.Expected, Verdicts(packCase));
        return new CaseOutcome(
            packCase,
            [
                .. match.Missing.Select(m => new CaseDifference(null, m)),
                .. match.Unexpected.Select(u => new CaseDifference(judge.Composer.Compose(packCase.Id, u.Record, _ => packCase.Span.File), null)),
            ]);
    }

    /// <summary>Whether the case gets just what it expects of these norms; what it says of others is not compared.</summary>
    public bool Passes(PackCase packCase, IReadOnlySet<string> norms) =>
        CaseMatcher.Match(packCase.Expected.Where(e => norms.Contains(e.Norm)), Verdicts(packCase).FindAll(g => norms.Contains(g.Norm))).IsComplete;

    private RuleBook JudgeOf(string pack)
    {
        if (book.Bound.Packs.All(p => string.Equals(p.Id, pack, StringComparison.Ordinal)))
            return book;
        if (!_alone.TryGetValue(pack, out var alone))
            _alone.Add(pack, alone = book.Alone(pack));
        return alone;
    }

    private List<GivenVerdict> Verdicts(PackCase packCase)
    {
        var rules = JudgeOf(packCase.Pack).Compiled;
        var sink = new CaseSink();
        var evaluator = new Evaluator(rules, sink);
        _batch.Clear();
        foreach (var item in packCase.Events)
        {
            if (packCase.AsOf is null || item.At <= packCase.AsOf)
                _encoder.Encode(_batch, item);
        }

        var processes = packCase.Processes.Select(_encoder.Process).Where(p => p >= 0).ToImmutableArray();
        var state = new InteractionReplay(rules, evaluator).Replay(0, _batch, processes);
        evaluator.Complete(state, packCase.AsOf?.Ticks ?? long.MaxValue, close: packCase.AsOf is null);
        return
        [
            .. sink.Records
                .Where(r => !packCase.IgnoreUnanswered || !IsUnanswered(rules.Plans[r.Norm], r))
                .Select(r => new GivenVerdict(rules.Plans[r.Norm].Norm.Id, r))
                .OrderBy(g => g.At).ThenBy(g => g.Norm, StringComparer.Ordinal),
        ];
    }

    private static bool IsUnanswered(NormPlan plan, VerdictRecord record) =>
        plan.Norm.Form is NormForm.Observe && record.Verdict == Verdict.Unknown;

    private sealed class CaseSink : IVerdictSink
    {
        public List<VerdictRecord> Records { get; } = [];

        public bool WantsAll => true;

        public void Add(CaseState state, in VerdictRecord record) => Records.Add(record);

        public void AddContradiction(CaseState state, in FactContradiction contradiction)
        {
        }
    }
}
