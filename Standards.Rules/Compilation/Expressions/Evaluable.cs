using Standards.Core.Values;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation.Expressions;

/// <summary>
/// A planned expression. Immutable and thread-safe; frames are not, so each thread brings its own. Allocates nothing while it
/// evaluates, unless it builds a text or a list.
/// </summary>
internal abstract class Evaluable
{
    /// <summary>The value; where there is none, a missing value with its <see cref="Value.Fault"/>. Never throws.</summary>
    public abstract Value Evaluate(Frame frame);
}
