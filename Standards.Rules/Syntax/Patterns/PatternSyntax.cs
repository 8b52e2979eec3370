using System.Collections.Immutable;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Syntax.Patterns;

/// <summary>A word of a pattern and where it stands in the pattern's text.</summary>
internal readonly record struct PatternWord(string Text, int Offset)
{
    public int Length => Text.Length;
}

/// <summary><c>act [by role{, role}] [saying phrase] [where condition]</c>. Immutable.</summary>
internal sealed record AlternativeSyntax(PatternWord Act, ImmutableArray<PatternWord> Roles, PatternWord? Phrase, ExpressionSyntax? Where, int End);
