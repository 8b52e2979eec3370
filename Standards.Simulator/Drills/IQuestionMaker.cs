using Standards.Rules.Binding;

namespace Standards.Simulator.Drills;

/// <summary>Makes questions of one kind. Implementations change nothing that a later question could see.</summary>
internal interface IQuestionMaker
{
    DrillKind Kind { get; }

    /// <summary>The norms of which there may be questions, each with how hard they are: 0 for easy.</summary>
    IEnumerable<(BoundNorm Norm, int Difficulty)> Norms();

    /// <summary>A question about the norm; null where none was found that the evaluator confirms.</summary>
    DrillQuestion? Make(BoundNorm norm, DrillRandom random);
}
