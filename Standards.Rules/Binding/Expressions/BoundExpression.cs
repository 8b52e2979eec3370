using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Binding.Expressions;

/// <summary>An expression whose names and types are known. Immutable.</summary>
internal abstract record BoundExpression
{
    private BoundExpression(ExpressionOrigin origin, ExpressionType type)
    {
        Origin = origin;
        Type = type;
    }

    public ExpressionOrigin Origin { get; }

    public ExpressionType Type { get; }

    public SourceSpan Span => Origin.Span;

    /// <summary>The expression as the user wrote it.</summary>
    public string Text => Origin.Text;

    public sealed record Constant(ExpressionOrigin Origin, ExpressionType Type, Value Value) : BoundExpression(Origin, Type);

    /// <summary><see cref="NameBinding.Attribute"/> under its full name.</summary>
    public sealed record Attribute(ExpressionOrigin Origin, string Name, NameBinding.Attribute Binding) : BoundExpression(Origin, Binding.Type);

    /// <summary><see cref="NameBinding.ActivationAttribute"/> under its full name.</summary>
    public sealed record ActivationAttribute(ExpressionOrigin Origin, string Name, NameBinding.ActivationAttribute Binding)
        : BoundExpression(Origin, Binding.Type);

    public sealed record Builtin(ExpressionOrigin Origin, string Name, NameBinding.Builtin Binding) : BoundExpression(Origin, Binding.Type);

    public sealed record Derived(ExpressionOrigin Origin, string Name, NameBinding.Derived Binding) : BoundExpression(Origin, Binding.Type);

    /// <summary>The variable of a macro: slots count from the outermost.</summary>
    public sealed record Local(ExpressionOrigin Origin, ExpressionType Type, string Name, int Slot) : BoundExpression(Origin, Type);

    /// <summary><c>state('process')</c>, by the machine of the pack that asks.</summary>
    public sealed record State(ExpressionOrigin Origin, ExpressionType Type, int Process, string Pack) : BoundExpression(Origin, Type);

    /// <summary><c>has(...)</c> of a name or of a <see cref="Field"/>.</summary>
    public sealed record Has(ExpressionOrigin Origin, BoundExpression Operand) : BoundExpression(Origin, ExpressionType.Bool);

    /// <summary><c>map.name</c>.</summary>
    public sealed record Field(ExpressionOrigin Origin, ExpressionType Type, BoundExpression Operand, string Name) : BoundExpression(Origin, Type);

    /// <summary><c>list[i]</c> or <c>map[key]</c>.</summary>
    public sealed record Index(ExpressionOrigin Origin, ExpressionType Type, BoundExpression Operand, BoundExpression Key) : BoundExpression(Origin, Type);

    public sealed record Not(ExpressionOrigin Origin, BoundExpression Operand) : BoundExpression(Origin, ExpressionType.Bool);

    public sealed record Negate(ExpressionOrigin Origin, ExpressionType Type, BoundExpression Operand) : BoundExpression(Origin, Type);

    /// <summary>All of the operands, or any of them.</summary>
    public sealed record Logical(ExpressionOrigin Origin, bool IsAll, ImmutableArray<BoundExpression> Operands)
        : BoundExpression(Origin, ExpressionType.Bool);

    /// <summary><c>+ - * / %</c>.</summary>
    public sealed record Arithmetic(ExpressionOrigin Origin, ExpressionType Type, BinaryOperator Operator, BoundExpression Left, BoundExpression Right)
        : BoundExpression(Origin, Type);

    /// <summary><c>== != &lt; &lt;= &gt; &gt;=</c>.</summary>
    public sealed record Comparison(ExpressionOrigin Origin, BinaryOperator Operator, BoundExpression Left, BoundExpression Right)
        : BoundExpression(Origin, ExpressionType.Bool);

    /// <summary><c>element in container</c>.</summary>
    public sealed record Membership(ExpressionOrigin Origin, BoundExpression Element, BoundExpression Container)
        : BoundExpression(Origin, ExpressionType.Bool);

    public sealed record Conditional(ExpressionOrigin Origin, ExpressionType Type, BoundExpression Test, BoundExpression Then, BoundExpression Otherwise)
        : BoundExpression(Origin, Type);

    public sealed record List(ExpressionOrigin Origin, ExpressionType Type, ImmutableArray<BoundExpression> Items) : BoundExpression(Origin, Type);

    /// <summary>Keys and values stand at the same index; no key stands twice.</summary>
    public sealed record Map(ExpressionOrigin Origin, ExpressionType Type, ImmutableArray<Value> Keys, ImmutableArray<BoundExpression> Values)
        : BoundExpression(Origin, Type);

    /// <summary>A function with its arguments, the receiver first.</summary>
    public sealed record Call(ExpressionOrigin Origin, ExpressionType Type, Function Function, ImmutableArray<BoundExpression> Arguments)
        : BoundExpression(Origin, Type);

    /// <summary>A text searched for a regular expression, which has been checked.</summary>
    public sealed record Matches(ExpressionOrigin Origin, BoundExpression Operand, string Pattern) : BoundExpression(Origin, ExpressionType.Bool);

    /// <summary>A part of a timestamp in a zone; in the zone of the frame where it is null.</summary>
    public sealed record TimePart(ExpressionOrigin Origin, Function Part, BoundExpression Operand, TimeZoneInfo? Zone)
        : BoundExpression(Origin, ExpressionType.Int);

    /// <summary>A macro over a list. Only <see cref="MacroKind.Map"/> has a <c>Transform</c>, and only there may the <c>Predicate</c> be absent.</summary>
    public sealed record Macro(
        ExpressionOrigin Origin,
        ExpressionType Type,
        MacroKind Kind,
        BoundExpression Range,
        int Slot,
        BoundExpression? Predicate,
        BoundExpression? Transform)
        : BoundExpression(Origin, Type);

    /// <summary>Stands for what could not be bound; its mistake has been reported.</summary>
    public sealed record Error(ExpressionOrigin Origin) : BoundExpression(Origin, ExpressionType.Error);
}

/// <summary>The macros over lists.</summary>
internal enum MacroKind
{
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
}
