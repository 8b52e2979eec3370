using Standards.Core.Diagnostics;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>Where an expression stands: in its own text, and in the file that holds it. Immutable.</summary>
/// <param name="Source">The whole text that was parsed.</param>
/// <param name="Offset">Offset in <paramref name="Source"/>, in UTF-16 units.</param>
/// <param name="Length">Length in <paramref name="Source"/>, in UTF-16 units.</param>
/// <param name="Span">The position in the file.</param>
internal sealed record ExpressionOrigin(string Source, int Offset, int Length, SourceSpan Span)
{
    public int End => Offset + Length;

    /// <summary>The expression as the user wrote it.</summary>
    public string Text => Source.Substring(Offset, Length);
}
