namespace Standards.Rules.Syntax.Expressions;

/// <summary>How large an expression may grow. The limits keep every later stage, which recurses over the tree, off the end of its stack.</summary>
internal static class ExpressionLimits
{
    /// <summary>UTF-16 units of one expression.</summary>
    public const int Length = 10_000;

    /// <summary>Parentheses, brackets, calls and signs inside one another.</summary>
    public const int Depth = 100;

    /// <summary>Height of the tree, which a chain such as <c>a + b + c</c> adds to without nesting.</summary>
    public const int Height = 250;

    /// <summary>Macros inside one another: their cost multiplies.</summary>
    public const int MacroDepth = 3;
}
