using Standards.Core;

namespace Standards.Simulator.Scenarios;

/// <summary>What others need to know of a scenario. Immutable.</summary>
/// <param name="Id">Begins with the id of its pack.</param>
/// <param name="Pack">The id of its pack.</param>
/// <param name="Title">What it is called.</param>
internal sealed record ScenarioHead(string Id, string Pack, LocalizedText Title)
{
    /// <summary>What is read when it begins; null where that is not known.</summary>
    public LocalizedText? Scene { get; init; }

    /// <summary>The share from which it is passed, from 0 to 1.</summary>
    public double PassMark { get; init; } = 0.8;
}
