using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation.Expressions.Nodes;

internal sealed class ConstantCondition(bool value) : Condition
{
    private readonly Truth _truth = TruthLogic.Of(value);

    public override Truth Test(Frame frame) => _truth;

    public override Fault? Explain(Frame frame) => null;
}

/// <summary>A value where a condition is asked for.</summary>
internal sealed class ValueCondition(Evaluable value, OperationFaults faults) : Condition
{
    public override Truth Test(Frame frame)
    {
        var result = value.Evaluate(frame);
        return result.Kind == ValueKind.Bool ? TruthLogic.Of(result.AsBool) : Truth.Unknown;
    }

    public override Fault? Explain(Frame frame)
    {
        var result = value.Evaluate(frame);
        return result.Kind switch
        {
            ValueKind.Bool => null,
            ValueKind.Missing => result.Fault,
            _ => faults.WrongType.Fault,
        };
    }
}

internal sealed class NotCondition(Condition operand) : Condition
{
    public override Truth Test(Frame frame) => operand.Test(frame).Not();

    public override Fault? Explain(Frame frame) => operand.Explain(frame);
}

/// <summary><c>&amp;&amp;</c> or <c>||</c> of two, the common case.</summary>
internal sealed class BothCondition(Condition left, Condition right, Truth decisive) : Condition
{
    public override Truth Test(Frame frame)
    {
        var first = left.Test(frame);
        if (first == decisive)
            return first;
        var second = right.Test(frame);
        return second == decisive || first != Truth.Unknown ? second : first;
    }

    public override Fault? Explain(Frame frame) =>
        Test(frame) == Truth.Unknown ? left.Explain(frame) ?? right.Explain(frame) : null;
}

/// <summary>
/// <c>&amp;&amp;</c> or <c>||</c> of any number. As in CEL the order of the operands does not matter: one that is decisive (false
/// for <c>&amp;&amp;</c>, true for <c>||</c>) decides, whatever is unknown beside it.
/// </summary>
internal sealed class ChainCondition(ImmutableArray<Condition> operands, Truth decisive) : Condition
{
    public override Truth Test(Frame frame)
    {
        var result = decisive.Not();
        foreach (var operand in operands)
        {
            var truth = operand.Test(frame);
            if (truth == decisive)
                return truth;
            if (truth == Truth.Unknown)
                result = truth;
        }

        return result;
    }

    public override Fault? Explain(Frame frame)
    {
        if (Test(frame) != Truth.Unknown)
            return null;
        foreach (var operand in operands)
        {
            if (operand.Explain(frame) is { } fault)
                return fault;
        }

        return null;
    }
}

/// <summary><c>test ? a : b</c> between conditions.</summary>
internal sealed class ConditionalCondition(Condition test, Condition then, Condition otherwise) : Condition
{
    public override Truth Test(Frame frame) => test.Test(frame) switch
    {
        Truth.True => then.Test(frame),
        Truth.False => otherwise.Test(frame),
        _ => Truth.Unknown,
    };

    public override Fault? Explain(Frame frame) => test.Test(frame) switch
    {
        Truth.True => then.Explain(frame),
        Truth.False => otherwise.Explain(frame),
        _ => test.Explain(frame),
    };
}

/// <summary><c>list.all(x, p)</c> or <c>list.exists(x, p)</c>: a chain over the items.</summary>
internal sealed class QuantifierCondition(Evaluable range, int slot, Condition predicate, Truth decisive, OperationFaults faults) : Condition
{
    public override Truth Test(Frame frame) => Run(frame, out _);

    public override Fault? Explain(Frame frame) => Run(frame, out var fault) == Truth.Unknown ? fault : null;

    private Truth Run(Frame frame, out Fault? fault)
    {
        fault = null;
        var list = range.Evaluate(frame);
        if (list.Kind != ValueKind.List)
        {
            fault = list.IsMissing ? list.Fault : faults.WrongType.Fault;
            return Truth.Unknown;
        }

        var result = decisive.Not();
        foreach (var item in list.AsList)
        {
            frame.SetLocal(slot, item);
            var truth = predicate.Test(frame);
            if (truth == decisive)
                return truth;
            if (truth != Truth.Unknown)
                continue;
            result = truth;
            fault ??= predicate.Explain(frame);
        }

        return result;
    }
}

/// <summary><c>list.exists_one(x, p)</c>: as in CEL, one item that is unknown makes it unknown.</summary>
internal sealed class ExistsOneCondition(Evaluable range, int slot, Condition predicate, OperationFaults faults) : Condition
{
    public override Truth Test(Frame frame) => Run(frame, out _);

    public override Fault? Explain(Frame frame) => Run(frame, out var fault) == Truth.Unknown ? fault : null;

    private Truth Run(Frame frame, out Fault? fault)
    {
        fault = null;
        var list = range.Evaluate(frame);
        if (list.Kind != ValueKind.List)
        {
            fault = list.IsMissing ? list.Fault : faults.WrongType.Fault;
            return Truth.Unknown;
        }

        var count = 0;
        foreach (var item in list.AsList)
        {
            frame.SetLocal(slot, item);
            switch (predicate.Test(frame))
            {
                case Truth.True:
                    count++;
                    break;
                case Truth.Unknown:
                    fault = predicate.Explain(frame);
                    return Truth.Unknown;
            }
        }

        return TruthLogic.Of(count == 1);
    }
}
