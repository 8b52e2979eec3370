namespace Standards.Rules.Syntax.Expressions;

/// <summary>A condition inside a longer text.</summary>
/// <param name="Expression">The condition; its mistakes have been reported.</param>
/// <param name="End">Where it stopped: the offset of the word <c>or</c>, or the length of the text.</param>
internal readonly record struct ParsedCondition(ExpressionSyntax Expression, int End);
