using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Values;

namespace Standards.Rules.Explanation.Traces;

/// <summary>The beginning of a trace: what holds, what came before, and the event that activates the obligation. Immutable.</summary>
/// <param name="Facts">Facts of the interaction, by attribute.</param>
/// <param name="Processes">The processes that the interaction belongs to.</param>
/// <param name="Before">Events that bring the processes where the activation needs them.</param>
/// <param name="Activation">The activating event; for a norm without activation some first event.</param>
/// <param name="At">When it happens.</param>
internal sealed record TraceScene(
    ImmutableSortedDictionary<int, Value> Facts,
    ImmutableArray<int> Processes,
    ImmutableArray<TraceStep> Before,
    EventDraft Activation,
    Instant At)
{
    /// <summary>The scene with a sequel.</summary>
    public TraceProposal Then(params IEnumerable<TraceStep> sequel) => new(Facts, Processes, [.. Before, new TraceStep(Activation, At), .. sequel]);

    /// <summary>The scene with an event some time after the activation.</summary>
    public TraceProposal Then(EventDraft draft, TimeSpan after) => Then(new TraceStep(draft, At + after));

    /// <summary>Events without the activation, from its time on, a minute apart.</summary>
    public TraceProposal Instead(IEnumerable<EventDraft> drafts) =>
        new(Facts, Processes, [.. Before, .. drafts.Select((d, i) => new TraceStep(d, At + TimeSpan.FromMinutes(i)))]);

    /// <summary>The same at another time.</summary>
    public TraceScene Later(TimeSpan by) => this with { At = At + by, Before = [.. Before.Select(s => s with { At = s.At + by })] };
}
