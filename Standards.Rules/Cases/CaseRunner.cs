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
    private readonly EventEncoder _encoder = new(book.Compiled);

    public IEnumerable<CaseOutcome> RunAll() => book.Cases.Select(Run);

    public CaseOutcome Run(PackCase packCase)
    {
        var findings = Findings(packCase);
        var differences = ImmutableArray.CreateBuilder<CaseDifference>();
        foreach (var group in packCase.Expected.GroupBy(e => e.Verdict))
            Match(group.Key, [.. group], findings, differences);
        foreach (var finding in findings.Where(f => IsComplete(f.Verdict)))
            differences.Add(new CaseDifference(finding, null));
        return new CaseOutcome(packCase, differences.ToImmutable());
    }

    private static bool IsComplete(Verdict verdict) => verdict is Verdict.Violated or Verdict.Unknown;

    /// <remarks>A norm that was never activated does not apply either, and states no verdict.</remarks>
    /// <summary>Takes each expected finding out of the list; what is left of a complete kind was not expected.</summary>
    private static void Match(Verdict verdict, List<ExpectedFinding> expected, List<Finding> findings, ImmutableArray<CaseDifference>.Builder differences)
    {
        // The most specific expectations choose first.
        foreach (var item in expected.OrderByDescending(e => (e.At is null ? 0 : 1) + (e.Key is null ? 0 : 1)))
        {
            var found = findings.FindIndex(f => f.Verdict == verdict
                && string.Equals(f.Norm, item.Norm, StringComparison.Ordinal)
                && (item.At is null || item.At == f.At)
                && (item.Key is null || string.Equals(item.Key, f.Key, StringComparison.Ordinal)));
            if (found < 0 && verdict == Verdict.NotApplicable && !findings.Exists(f => string.Equals(f.Norm, item.Norm, StringComparison.Ordinal)))
                continue;
            if (found < 0)
                differences.Add(new CaseDifference(null, item));
            else
                findings.RemoveAt(found);
        }
    }

    private List<Finding> Findings(PackCase packCase)
    {
        var rules = book.Compiled;
        var sink = new CaseSink();
        var evaluator = new Evaluator(rules, sink);
        var batch = new EventBatch();
        foreach (var item in packCase.Events)
        {
            if (packCase.AsOf is null || item.At <= packCase.AsOf)
                _encoder.Encode(batch, item);
        }

        var processes = packCase.Processes.Select(_encoder.Process).Where(p => p >= 0).ToImmutableArray();
        var state = new InteractionReplay(rules, evaluator).Replay(0, batch, processes);
        evaluator.Complete(state, packCase.AsOf?.Ticks ?? long.MaxValue, close: packCase.AsOf is null);
        return
        [
            .. sink.Records
                .Where(r => string.Equals(rules.Plans[r.Norm].Norm.Pack.Id, packCase.Pack, StringComparison.Ordinal))
                .Where(r => !packCase.IgnoreUnanswered || !IsUnanswered(rules.Plans[r.Norm], r))
                .Select(r => book.Composer.Compose(packCase.Id, r, _ => packCase.Span.File))
                .OrderBy(f => f.At).ThenBy(f => f.Norm, StringComparer.Ordinal),
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
