using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Explanation.Traces;

/// <summary>
/// Makes up interactions that keep a norm and that break it. What is proposed is only a guess: the evaluator judges each proposal, and
/// only one that really gets the verdict is shown. Where no guess does, a case of the pack is cut down to what the verdict needs.
/// Not thread-safe.
/// </summary>
internal sealed class TraceGenerator(RuleBook book)
{
    private const int MostProposals = 1000;

    /// <summary>An interaction that keeps the norm; null where none was found.</summary>
    public GeneratedTrace? Keeping(BoundNorm norm) => Find(norm, Verdict.Satisfied);

    /// <summary>An interaction that breaks the norm; null where none was found.</summary>
    public GeneratedTrace? Breaking(BoundNorm norm) => Find(norm, Verdict.Violated);

    private GeneratedTrace? Find(BoundNorm norm, Verdict wanted)
    {
        if (norm.Form is NormForm.Quota)
            return null;
        var alone = book.Narrowed(norm);
        var plan = alone.Compiled.Plans.First(p => ReferenceEquals(p.Norm, norm));
        var runner = new TraceRunner(alone, plan);
        foreach (var proposal in new TraceProposals(alone, norm, runner).For(wanted).Take(MostProposals))
        {
            var records = runner.Run(proposal);
            if (IsWanted(plan, records, wanted))
                return runner.Trace(proposal, Decisive(records, wanted));
        }

        return CutDown(norm, plan, runner, wanted);
    }

    /// <summary>The shortest case that shows the verdict, without the events that it does not need.</summary>
    private GeneratedTrace? CutDown(BoundNorm norm, NormPlan plan, TraceRunner runner, Verdict wanted)
    {
        var shown = book.Cases
            .Where(c => string.Equals(c.Pack, norm.Pack.Id, StringComparison.Ordinal) && c.AsOf is null)
            .Where(c => c.Expected.Any(e => e.Verdict == wanted && string.Equals(e.Norm, norm.Id, StringComparison.Ordinal)))
            .OrderBy(c => c.Events.Length);
        foreach (var packCase in shown)
        {
            var processes = packCase.Processes.Select(book.Compiled.Encoder.Process).Where(p => p >= 0).ToImmutableArray();
            var events = packCase.Events;
            if (!IsWanted(plan, runner.Run(events, processes), wanted))
                continue;
            for (var i = events.Length - 1; i >= 0; i--)
            {
                var fewer = events.RemoveAt(i);
                if (fewer.Length > 0 && IsWanted(plan, runner.Run(fewer, processes), wanted))
                    events = fewer;
            }

            events = [.. events.Select((e, i) => e with { Case = TraceRunner.CaseId, Line = i + 1 })];
            return runner.Trace(events, processes, Decisive(runner.Run(events, processes), wanted));
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
