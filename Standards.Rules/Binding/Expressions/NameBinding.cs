using Standards.Core.Values;

namespace Standards.Rules.Binding.Expressions;

/// <summary>What a name in an expression stands for. Immutable.</summary>
internal abstract record NameBinding
{
    private NameBinding(ExpressionType type) => Type = type;

    public ExpressionType Type { get; }

    /// <summary>
    /// An attribute of the event at hand, or else a fact of the case: its index in the event schema, and the value that stands in
    /// for an absent one, which is <see cref="Value.Missing"/> where none does.
    /// </summary>
    public sealed record Attribute(int Index, ExpressionType Type, Value Default) : NameBinding(Type);

    /// <summary>
    /// An attribute of the event that activated the obligation: its index among the captured values of the norm, and the value
    /// that stands in for an absent one, as for <see cref="Attribute"/>.
    /// </summary>
    public sealed record ActivationAttribute(int Index, ExpressionType Type, Value Default) : NameBinding(Type);

    /// <summary>A part of the event that every event may have.</summary>
    public sealed record Builtin(BuiltinName Name, ExpressionType Type) : NameBinding(Type);

    /// <summary>A house setting.</summary>
    public sealed record Constant(Value Value, ExpressionType Type) : NameBinding(Type);

    /// <summary>The result of a decision table: its index, as the frame's source of derived values knows it.</summary>
    public sealed record Derived(int Index, ExpressionType Type) : NameBinding(Type);
}

/// <summary>The names that need no vocabulary.</summary>
internal enum BuiltinName
{
    /// <summary>The name of the act.</summary>
    Act,

    /// <summary>The role of whoever acted.</summary>
    Role,

    /// <summary>Who acted.</summary>
    Actor,

    /// <summary>The words spoken.</summary>
    Say,

    /// <summary>When it happened.</summary>
    At,

    /// <summary>When the event happened that activated the obligation.</summary>
    ActivationAt,
}

/// <summary>A process, as <c>state('id')</c> names it.</summary>
/// <param name="Index">Its index, as the frame's source of states knows it.</param>
/// <param name="Pack">The pack whose machine is meant.</param>
/// <param name="States">The names of its states.</param>
internal sealed record ProcessBinding(int Index, string Pack, System.Collections.Immutable.ImmutableArray<string> States);
