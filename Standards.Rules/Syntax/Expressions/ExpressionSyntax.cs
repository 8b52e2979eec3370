using System.Collections.Immutable;
using Standards.Core.Values;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>An expression as it was written, before any name in it means anything. Immutable.</summary>
internal abstract record ExpressionSyntax
{
    private ExpressionSyntax(ExpressionOrigin origin, int height)
    {
        Origin = origin;
        Height = height;
    }

    public ExpressionOrigin Origin { get; }

    /// <summary>The longest way down to a leaf, in nodes.</summary>
    public int Height { get; }

    /// <summary>Null, a bool, a number or a text.</summary>
    public sealed record Literal(ExpressionOrigin Origin, Value Value) : ExpressionSyntax(Origin, 1);

    public sealed record Identifier(ExpressionOrigin Origin, string Name) : ExpressionSyntax(Origin, 1);

    /// <summary><c>operand.name</c>.</summary>
    public sealed record Member(ExpressionOrigin Origin, ExpressionSyntax Operand, string Name)
        : ExpressionSyntax(Origin, Operand.Height + 1);

    /// <summary><c>operand[key]</c>.</summary>
    public sealed record Index(ExpressionOrigin Origin, ExpressionSyntax Operand, ExpressionSyntax Key)
        : ExpressionSyntax(Origin, Math.Max(Operand.Height, Key.Height) + 1);

    /// <summary><c>name(arguments)</c>, or <c>receiver.name(arguments)</c>; macros look the same. <c>NameOrigin</c> is where the name alone stands.</summary>
    public sealed record Call(
        ExpressionOrigin Origin,
        ExpressionSyntax? Receiver,
        string Name,
        ExpressionOrigin NameOrigin,
        ImmutableArray<ExpressionSyntax> Arguments)
        : ExpressionSyntax(Origin, Math.Max(Receiver?.Height ?? 0, Tallest(Arguments)) + 1);

    public sealed record Unary(ExpressionOrigin Origin, UnaryOperator Operator, ExpressionSyntax Operand)
        : ExpressionSyntax(Origin, Operand.Height + 1);

    /// <summary>A strict operator. <c>OperatorOrigin</c> is where the operator alone stands.</summary>
    public sealed record Binary(
        ExpressionOrigin Origin,
        BinaryOperator Operator,
        ExpressionOrigin OperatorOrigin,
        ExpressionSyntax Left,
        ExpressionSyntax Right)
        : ExpressionSyntax(Origin, Math.Max(Left.Height, Right.Height) + 1);

    /// <summary>A chain of two or more operands: all of them (<c>&amp;&amp;</c>) or any of them (<c>||</c>).</summary>
    public sealed record Logical(ExpressionOrigin Origin, bool IsAll, ImmutableArray<ExpressionSyntax> Operands)
        : ExpressionSyntax(Origin, Tallest(Operands) + 1);

    /// <summary><c>test ? then : otherwise</c>.</summary>
    public sealed record Conditional(ExpressionOrigin Origin, ExpressionSyntax Test, ExpressionSyntax Then, ExpressionSyntax Otherwise)
        : ExpressionSyntax(Origin, Math.Max(Test.Height, Math.Max(Then.Height, Otherwise.Height)) + 1);

    public sealed record List(ExpressionOrigin Origin, ImmutableArray<ExpressionSyntax> Items)
        : ExpressionSyntax(Origin, Tallest(Items) + 1);

    /// <summary>Keys and values stand at the same index.</summary>
    public sealed record Map(ExpressionOrigin Origin, ImmutableArray<ExpressionSyntax> Keys, ImmutableArray<ExpressionSyntax> Values)
        : ExpressionSyntax(Origin, Math.Max(Tallest(Keys), Tallest(Values)) + 1);

    /// <summary>Stands for what could not be parsed; its mistake has been reported.</summary>
    public sealed record Error(ExpressionOrigin Origin) : ExpressionSyntax(Origin, 1);

    private static int Tallest(ImmutableArray<ExpressionSyntax> nodes)
    {
        var height = 0;
        foreach (var node in nodes)
            height = Math.Max(height, node.Height);
        return height;
    }
}
