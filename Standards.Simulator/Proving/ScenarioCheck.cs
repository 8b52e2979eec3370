using System.Collections.Frozen;
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
    /// <param name="progress">Told how many of how many are proved; never by two at once.</param>
    /// <param name="cancellation">Ends it between two scenarios.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static ScenarioCheck Of(ScenarioLibrary library, RuleBook book, Action<int, int>? progress, CancellationToken cancellation)
    {
        var judges = library.Scenarios.Select(s => s.Pack).Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(p => p, p => book.Bound.Packs.Length == 1 ? book : book.Alone(p), StringComparer.Ordinal);
        var proofs = new (Scenario, ScenarioProof)[library.Scenarios.Length];
        var done = 0;
        Parallel.For(0, proofs.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var scenario = library.Scenarios[i];
            proofs[i] = (scenario, new ScenarioProver(scenario, judges[scenario.Pack]).Prove());
            lock (proofs)
                progress?.Invoke(++done, proofs.Length);
        });
        return new ScenarioCheck(library, [.. proofs]);
    }

    public IEnumerable<Diagnostic> Diagnostics => Library.Diagnostics.Concat(Proofs.SelectMany(p => p.Proof.Diagnostics));
}
