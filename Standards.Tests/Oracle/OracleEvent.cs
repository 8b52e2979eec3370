using System.Collections.Immutable;
using Standards.Core.Values;

namespace Standards.Tests.Oracle;

/// <summary>An event as the reference evaluator sees it.</summary>
/// <param name="Line">Its number among the events of the interaction, from 1; 0 for an event that a timer emitted.</param>
/// <param name="Process">Index of the process that it names; -1 for none.</param>
/// <param name="Data">Values by index of the attribute; what is absent is missing.</param>
internal sealed record OracleEvent(
    long Line, long At, int Act, int Process, string? Role, string? Say, ImmutableDictionary<int, Value> Data)
{
    /// <summary>Where it stands in the order of the interaction, timers' events included, from 0.</summary>
    public int Position { get; init; } = -1;

    /// <summary>The states of the interaction's processes just before it, by process index; null for a machine that lost its way.</summary>
    public ImmutableDictionary<int, string?> States { get; init; } = ImmutableDictionary<int, string?>.Empty;
}
