using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules.Scoring;

namespace Standards.Simulator.Proving;

/// <summary>A way through a scenario. Immutable.</summary>
/// <param name="Seed">The seed with which it holds.</param>
/// <param name="Lines">What is typed.</param>
/// <param name="Score">What it scores.</param>
internal sealed record ScenarioPath(ulong Seed, ImmutableArray<string> Lines, Scorecard Score);

/// <summary>What was proved of a scenario. Immutable.</summary>
/// <param name="Flawless">A way without fault for each of the seeds that vary it; empty where one was not found.</param>
/// <param name="Worst">The way with the lowest score that was found; null where the scenario could not be played.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
internal sealed record ScenarioProof(ImmutableArray<ScenarioPath> Flawless, ScenarioPath? Worst, ImmutableArray<Diagnostic> Diagnostics);
