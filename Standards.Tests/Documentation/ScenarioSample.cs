using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Simulator.Proving;
using Standards.Simulator.Scenarios;

namespace Standards.Tests.Documentation;

/// <summary>A rules directory around a scenario, read and proved.</summary>
internal static class ScenarioSample
{
    public static ImmutableArray<Diagnostic> Diagnostics(string lines) => RulesSample.Load(lines, (directory, load) =>
    {
        if (load.RuleBook is not { } book)
            return load.Diagnostics;
        var check = ScenarioCheck.Of(ScenarioLibrary.Load(directory, book), book, progress: null, CancellationToken.None);
        return [.. load.Diagnostics, .. check.Diagnostics];
    });
}
