using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>A trainer's word on a verdict, beside the evaluator's. Immutable.</summary>
/// <param name="Title">The title of the norm; its id where the rule book does not hold it.</param>
/// <param name="Machine">The evaluator's verdict; null where the attempt has no such verdict, so that it corrects nothing.</param>
/// <param name="IsReplaced">Whether a later correction of the same verdict stands in its place.</param>
internal sealed record CorrectionLine(Correction Correction, LocalizedText Title, Verdict? Machine, bool IsReplaced)
{
    public static ImmutableArray<CorrectionLine> Of(AttemptRecord attempt, NormCatalog norms) =>
    [
        .. attempt.Corrections.Select(correction =>
        {
            var finding = attempt.Findings.FirstOrDefault(correction.Concerns);
            var title = finding is not null && norms.Find(finding) is { } norm ? norm.Title : new LocalizedText(correction.Norm, correction.Norm);
            var stands = finding is null || ReferenceEquals(attempt.Corrections.Last(c => c.Concerns(finding)), correction);
            return new CorrectionLine(correction, title, finding?.Verdict, !stands);
        }),
    ];
}
