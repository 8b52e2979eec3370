using Standards.Core.Values;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation.Expressions;

/// <summary>A planned condition. Immutable and thread-safe; frames are not, so each thread brings its own. Never allocates to decide.</summary>
internal abstract class Condition
{
    /// <summary>Whether the condition holds. Never throws.</summary>
    public abstract Truth Test(Frame frame);

    /// <summary>Why <see cref="Test"/> is <see cref="Truth.Unknown"/> on this frame; null where it is not. Slower than a test.</summary>
    public abstract Fault? Explain(Frame frame);
}
