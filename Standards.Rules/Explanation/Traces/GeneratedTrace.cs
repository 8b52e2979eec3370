using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;

namespace Standards.Rules.Explanation.Traces;

/// <summary>An interaction made up to show a norm at work, with the verdict that the evaluator gave it. Immutable.</summary>
/// <param name="Events">Facts first, then by time.</param>
/// <param name="Processes">The processes that the interaction belongs to.</param>
/// <param name="Finding">The norm's finding; null where the norm states none because nothing was amiss.</param>
internal sealed record GeneratedTrace(ImmutableArray<InteractionEvent> Events, ImmutableArray<string> Processes, Finding? Finding);

/// <summary>An event of a trace at its time.</summary>
internal sealed record TraceStep(EventDraft Draft, Instant At);

/// <summary>A proposal for a trace.</summary>
internal sealed record TraceProposal(ImmutableSortedDictionary<int, Value> Facts, ImmutableArray<int> Processes, ImmutableArray<TraceStep> Steps);
