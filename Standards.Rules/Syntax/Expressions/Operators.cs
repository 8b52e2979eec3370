namespace Standards.Rules.Syntax.Expressions;

/// <summary>The operators with one operand.</summary>
internal enum UnaryOperator
{
    Not,
    Negate,
}

/// <summary>The strict operators with two operands; <c>&amp;&amp;</c> and <c>||</c> are <see cref="ExpressionSyntax.Logical"/>.</summary>
internal enum BinaryOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

/// <summary>What the operators look like and how tightly they bind.</summary>
internal static class OperatorSyntax
{
    /// <summary>Relations bind weakest of the strict operators.</summary>
    public const int WeakestPrecedence = 1;

    public static string Symbol(this UnaryOperator op) => op == UnaryOperator.Not ? "!" : "-";

    public static string Symbol(this BinaryOperator op) => op switch
    {
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.In => "in",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "%",
    };

    public static int Precedence(this BinaryOperator op) => op switch
    {
        <= BinaryOperator.In => WeakestPrecedence,
        BinaryOperator.Add or BinaryOperator.Subtract => 2,
        _ => 3,
    };

    /// <summary>The operator with its operands exchanged: <c>a &lt; b</c> is <c>b &gt; a</c>.</summary>
    public static BinaryOperator Mirrored(this BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };
}
