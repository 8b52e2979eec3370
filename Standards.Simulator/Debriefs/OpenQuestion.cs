using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;

namespace Standards.Simulator.Debriefs;

/// <summary>A question that no observer answered. Immutable.</summary>
/// <param name="Times">How often it arose.</param>
internal sealed record OpenQuestion(string Norm, LocalizedText Question, int Times)
{
    public static ImmutableArray<OpenQuestion> Of(IEnumerable<VerdictLine> lines) =>
    [
        .. lines.Where(l => l.Counted == Verdict.Unknown && l.Question is not null)
            .GroupBy(l => (l.Finding.Pack, l.Finding.Norm))
            .Select(g => new OpenQuestion(g.Key.Norm, g.First().Question!, g.Count())),
    ];
}
