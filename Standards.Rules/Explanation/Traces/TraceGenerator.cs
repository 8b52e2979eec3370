using Standards.Core.Findings;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Explanation.Traces;

/// <summary>
/// Makes up interactions that keep a norm and that break it. What is proposed is only a guess: the evaluator judges each proposal, and
/// only one that really gets the verdict is shown. Not thread-safe.
/// </summary>
internal sealed class TraceGenerator(RuleBook book)
{
    private const int MostProposals = 4000;

    /// <summary>An interaction that keeps the norm; null where none was found.</summary>
    public GeneratedTrace? Keeping(BoundNorm norm) => Find(norm, Verdict.Satisfied);

    /// <summary>An interaction that breaks the norm; null where none was found.</summary>
    public GeneratedTrace? Breaking(BoundNorm norm) => Find(norm, Verdict.Violated);

    private GeneratedTrace? Find(BoundNorm norm, Verdict wanted)
    {
        if (norm.Form is NormForm.Quota)
            return null;
        var plan = book.Compiled.Plans.First(p => ReferenceEquals(p.Norm, norm));
        var runner = new TraceRunner(book, plan);
        foreach (var proposal in new TraceProposals(book, norm, runner).For(wanted).Take(MostProposals))
        {
            var records = runner.Run(proposal);
            if (IsWanted(plan, records, wanted))
                return runner.Trace(proposal, Decisive(records, wanted));
        }

        return null;
    }

    private static bool IsWanted(NormPlan plan, IReadOnlyList<VerdictRecord> records, Verdict wanted)
    {
        if (records.Any(r => r.Verdict == Verdict.Unknown))
            return false;
        if (wanted == Verdict.Violated)
            return records.Any(r => r.Verdict == Verdict.Violated);

        // A process states what is out of order and is silent about what is not.
        return records.All(r => r.Verdict != Verdict.Violated) && (plan.Kind == PlanKind.Machine || records.Any(r => r.Verdict == Verdict.Satisfied));
    }

    private static VerdictRecord? Decisive(IReadOnlyList<VerdictRecord> records, Verdict wanted)
    {
        foreach (var record in records)
        {
            if (record.Verdict == wanted)
                return record;
        }

        return null;
    }
}
