using Standards.Core.Values;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation.Expressions.Nodes;

/// <summary><c>has(name)</c>: whether the log states it. A value that stands in does not count, nor does a null.</summary>
internal sealed class AttributePresence(int index) : Condition
{
    public override Truth Test(Frame frame) =>
        TruthLogic.Of(frame.Find(index).Value.Kind is not (ValueKind.Missing or ValueKind.Null));

    public override Fault? Explain(Frame frame) => null;
}

/// <summary><c>has(activation.name)</c>.</summary>
internal sealed class ActivationPresence(int index) : Condition
{
    public override Truth Test(Frame frame) =>
        TruthLogic.Of(frame.ActivationAttribute(index).Kind is not (ValueKind.Missing or ValueKind.Null));

    public override Fault? Explain(Frame frame) => null;
}

/// <summary><c>has(role)</c> and the like: whether there is a value at all.</summary>
internal sealed class ValuePresence(Evaluable operand) : Condition
{
    public override Truth Test(Frame frame) => TruthLogic.Of(!operand.Evaluate(frame).IsMissing);

    public override Fault? Explain(Frame frame) => null;
}

/// <summary><c>has(map.name)</c>: whether the map has the key. Unknown where there is no map.</summary>
internal sealed class FieldPresence(Evaluable map, Value key, OperationFaults faults) : Condition
{
    public override Truth Test(Frame frame)
    {
        var value = map.Evaluate(frame);
        return value.Kind == ValueKind.Map ? TruthLogic.Of(value.AsMap.ContainsKey(key)) : Truth.Unknown;
    }

    public override Fault? Explain(Frame frame)
    {
        var value = map.Evaluate(frame);
        return value.Kind switch
        {
            ValueKind.Map => null,
            ValueKind.Missing => value.Fault,
            _ => faults.WrongType.Fault,
        };
    }
}
