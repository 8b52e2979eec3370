using System.Collections.Frozen;
using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Compilation.Expressions.Operations;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation.Expressions.Nodes;

/// <summary>An operation on one value.</summary>
internal sealed class UnaryEvaluable(Func<Value, OperationFaults, Value> operation, Evaluable operand, OperationFaults faults) : Evaluable
{
    public override Value Evaluate(Frame frame)
    {
        var value = operand.Evaluate(frame);
        return value.IsMissing ? value : operation(value, faults);
    }
}

/// <summary>An operation on two values.</summary>
internal sealed class BinaryEvaluable(Func<Value, Value, OperationFaults, Value> operation, Evaluable left, Evaluable right, OperationFaults faults)
    : Evaluable
{
    public override Value Evaluate(Frame frame)
    {
        var first = left.Evaluate(frame);
        if (first.IsMissing)
            return first;
        var second = right.Evaluate(frame);
        return second.IsMissing ? second : operation(first, second, faults);
    }
}

/// <summary>The least or the greatest of its arguments.</summary>
internal sealed class ExtremeEvaluable(ImmutableArray<Evaluable> arguments, bool greatest, OperationFaults faults) : Evaluable
{
    public override Value Evaluate(Frame frame)
    {
        var best = arguments[0].Evaluate(frame);
        if (arguments.Length == 1)
            return best.Kind == ValueKind.List ? OfList(best.AsList) : best.IsMissing ? best : Arithmetic.Extreme(best, best, greatest, faults);
        for (var i = 1; i < arguments.Length && !best.IsMissing; i++)
        {
            var number = arguments[i].Evaluate(frame);
            best = number.IsMissing ? number : Arithmetic.Extreme(best, number, greatest, faults);
        }

        return best;
    }

    private Value OfList(ImmutableArray<Value> numbers)
    {
        if (numbers.IsEmpty)
            return faults.NoSuchElement;
        var best = numbers[0];
        foreach (var number in numbers)
        {
            best = Arithmetic.Extreme(best, number, greatest, faults);
            if (best.IsMissing)
                return best;
        }

        return best;
    }
}

/// <summary>A part of a timestamp; the zone of the frame stands in for one that is not named.</summary>
internal sealed class TimePartEvaluable(Function part, Evaluable operand, TimeZoneInfo? zone, OperationFaults faults) : Evaluable
{
    public override Value Evaluate(Frame frame)
    {
        var value = operand.Evaluate(frame);
        return value.IsMissing ? value : TimeParts.Of(part, value, zone ?? frame.Zone, faults);
    }
}

internal sealed class ConditionalEvaluable(Condition test, Evaluable then, Evaluable otherwise) : Evaluable
{
    public override Value Evaluate(Frame frame) => test.Test(frame) switch
    {
        Truth.True => then.Evaluate(frame),
        Truth.False => otherwise.Evaluate(frame),
        _ => Value.Faulty(test.Explain(frame)!),
    };
}

/// <summary>A condition where a value is asked for.</summary>
internal sealed class ConditionEvaluable(Condition condition) : Evaluable
{
    public override Value Evaluate(Frame frame) => condition.Test(frame) switch
    {
        Truth.True => Value.True,
        Truth.False => Value.False,
        _ => Value.Faulty(condition.Explain(frame)!),
    };
}

internal sealed class ListEvaluable(ImmutableArray<Evaluable> items) : Evaluable
{
    public override Value Evaluate(Frame frame)
    {
        var values = ImmutableArray.CreateBuilder<Value>(items.Length);
        foreach (var item in items)
        {
            var value = item.Evaluate(frame);
            if (value.IsMissing)
                return value;
            values.Add(value);
        }

        return Value.Of(values.MoveToImmutable());
    }
}

internal sealed class MapEvaluable(ImmutableArray<Value> keys, ImmutableArray<Evaluable> items) : Evaluable
{
    public override Value Evaluate(Frame frame)
    {
        var entries = new Dictionary<Value, Value>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            var value = items[i].Evaluate(frame);
            if (value.IsMissing)
                return value;
            entries.Add(keys[i], value);
        }

        return Value.Of(entries.ToFrozenDictionary());
    }
}

/// <summary><c>list.filter(x, p)</c>, <c>list.map(x, t)</c> and <c>list.map(x, p, t)</c>.</summary>
internal sealed class ListMacroEvaluable(Evaluable range, int slot, Condition? predicate, Evaluable? transform, OperationFaults faults) : Evaluable
{
    public override Value Evaluate(Frame frame)
    {
        var list = range.Evaluate(frame);
        if (list.Kind != ValueKind.List)
            return list.IsMissing ? list : faults.WrongType;
        var results = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in list.AsList)
        {
            frame.SetLocal(slot, item);
            var truth = predicate?.Test(frame) ?? Truth.True;
            if (truth == Truth.Unknown)
                return Value.Faulty(predicate!.Explain(frame)!);
            if (truth == Truth.False)
                continue;
            var result = transform?.Evaluate(frame) ?? item;
            if (result.IsMissing)
                return result;
            results.Add(result);
        }

        return Value.Of(results.DrainToImmutable());
    }
}
