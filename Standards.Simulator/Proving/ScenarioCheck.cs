using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Proving;

/// <summary>What checking the scenarios of a rules directory gave. Immutable.</summary>
/// <param name="Library">The scenarios.</param>
/// <param name="Proofs">What was proved of each, in their order.</param>
internal sealed record ScenarioCheck(ScenarioLibrary Library, ImmutableArray<(Scenario Scenario, ScenarioProof Proof)> Proofs)
{
    /// <summary>Reads the scenarios and proves each of them.</summary>
    /// <param name="library">The scenarios.</param>
    /// <param name="book">The packs.</param>
    /// <param name="progress">Told how many of how many are proved.</param>
    /// <param name="cancellation">Ends it between two scenarios.</param>
    public static ScenarioCheck Of(ScenarioLibrary library, RuleBook book, Action<int, int>? progress, CancellationToken cancellation)
    {
        var proofs = ImmutableArray.CreateBuilder<(Scenario, ScenarioProof)>();
        foreach (var group in library.Scenarios.GroupBy(s => s.Pack, StringComparer.Ordinal))
        {
            var judge = book.Bound.Packs.Length == 1 ? book : book.Alone(group.Key);
            foreach (var scenario in group)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Invoke(proofs.Count, library.Scenarios.Length);
                proofs.Add((scenario, new ScenarioProver(scenario, judge).Prove()));
            }
        }

        return new ScenarioCheck(library, proofs.ToImmutable());
    }

    public IEnumerable<Diagnostic> Diagnostics => Library.Diagnostics.Concat(Proofs.SelectMany(p => p.Proof.Diagnostics));
}
