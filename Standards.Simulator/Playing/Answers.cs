using System.Collections.Immutable;

namespace Standards.Simulator.Playing;

/// <summary>What the trainee typed for an action. Immutable.</summary>
/// <param name="Words">The words said; null for an action without any, and where nothing was said.</param>
/// <param name="Values">A value for each of the action's questions, as typed; an empty one leaves the attribute out.</param>
internal sealed record Answers(string? Words, ImmutableArray<string> Values)
{
    public static readonly Answers None = new(null, []);
}
