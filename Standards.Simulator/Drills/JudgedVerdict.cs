using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Evaluation;

namespace Standards.Simulator.Drills;

/// <summary>A verdict of the evaluator with what a question needs to know of it. Immutable.</summary>
internal sealed record JudgedVerdict(NormPlan Plan, VerdictRecord Record)
{
    public BoundNorm Norm => Plan.Norm;

    public Verdict Verdict => Record.Verdict;

    public bool IsViolated => Verdict == Verdict.Violated;

    /// <summary>The number of the activating event in the interaction, from 1; 0 for none.</summary>
    public int Activation => (int)Record.Activation.Line;

    /// <summary>The number of the deciding event, from 1; 0 where time or the end decided.</summary>
    public int Decision => (int)Record.Decision.Line;

    /// <summary>Null where nothing bounds it.</summary>
    public Instant? Due => Record.Due >= Instant.MaxValue.Ticks ? null : new Instant(Record.Due);

    /// <summary>Whether what came close, or came in part, decided it: then neither an event nor its absence alone shows the breach.</summary>
    public bool IsMixed => Record.Detail is not null && Plan.Kind is PlanKind.Response or PlanKind.Count;
}
