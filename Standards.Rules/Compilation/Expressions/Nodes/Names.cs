using System.Runtime.CompilerServices;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation.Expressions.Nodes;

/// <summary>A value known beforehand.</summary>
internal sealed class ConstantEvaluable(Value value) : Evaluable
{
    public Value Value { get; } = value;

    public override Value Evaluate(Frame frame) => Value;
}

/// <summary>
/// Checks what a log states against what the vocabulary declares, once, where a name is read: a null is as good as absent, an
/// int serves as a double, and anything else of another kind is a fault.
/// </summary>
internal sealed class DeclaredValue(string name, ValueKind kind, Value standIn)
{
    private readonly OperationFaults _faults = new(name);

    public ValueKind Kind { get; } = kind;

    /// <summary>What an absent value counts as; missing where nothing stands in.</summary>
    public Value StandIn { get; } = standIn;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Read(in Value stated) => stated.Kind == Kind && Kind != ValueKind.Missing ? stated : ReadOther(stated);

    public Value ReadOther(in Value stated)
    {
        if (stated.IsMissing || (stated.Kind == ValueKind.Null && Kind is not (ValueKind.Missing or ValueKind.Null)))
            return !StandIn.IsMissing ? StandIn : stated.Fault is null ? _faults.Missing : stated;
        if (stated.Kind == ValueKind.Int && Kind == ValueKind.Double)
            return Value.Of((double)stated.AsInt);
        return stated.Kind == Kind || Kind == ValueKind.Missing ? stated : _faults.WrongType;
    }
}

internal sealed class AttributeEvaluable(int index, DeclaredValue declared) : Evaluable
{
    public int Index { get; } = index;

    public DeclaredValue Declared { get; } = declared;

    public override Value Evaluate(Frame frame) => Declared.Read(frame.Find(Index).Value);
}

internal sealed class ActivationAttributeEvaluable(int index, DeclaredValue declared) : Evaluable
{
    public override Value Evaluate(Frame frame) => declared.Read(frame.ActivationAttribute(index));
}

internal sealed class DerivedEvaluable(int index, DeclaredValue declared) : Evaluable
{
    public override Value Evaluate(Frame frame) => declared.Read(frame.Derived(index));
}

internal sealed class StateEvaluable(int process, string pack, DeclaredValue declared) : Evaluable
{
    public override Value Evaluate(Frame frame) => declared.Read(frame.State(process, pack) is { } state ? Value.Of(state) : Value.Missing);
}

internal sealed class LocalEvaluable(int slot) : Evaluable
{
    public override Value Evaluate(Frame frame) => frame.Local(slot);
}

internal sealed class BuiltinEvaluable(BuiltinName name, DeclaredValue declared) : Evaluable
{
    public override Value Evaluate(Frame frame) => name switch
    {
        BuiltinName.Act => Text(frame.Act),
        BuiltinName.Role => Text(frame.Role),
        BuiltinName.Actor => Text(frame.Actor),
        BuiltinName.Say => Text(frame.Say),
        BuiltinName.At => Value.Of(frame.At),
        _ => Value.Of(frame.ActivationAt),
    };

    private Value Text(string? text) => text is null ? declared.ReadOther(Value.Missing) : Value.Of(text);
}
