using Standards.Core;
using Standards.Core.Values;

namespace Standards.Rules.Compilation.Expressions.Operations;

/// <summary><c>+ - * / %</c> on values of any kind: a fault where the kinds do not fit or the result leaves its range.</summary>
internal static class Arithmetic
{
    public static Value Add(Value left, Value right, OperationFaults faults) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => AddInts(left.AsInt, right.AsInt, out var sum) ? faults.Overflow : Value.Of(sum),
        (ValueKind.Double, ValueKind.Double) => Value.Of(left.AsDouble + right.AsDouble),
        (ValueKind.String, ValueKind.String) => Value.Of(left.AsString + right.AsString),
        (ValueKind.List, ValueKind.List) => Value.Of(left.AsList.AddRange(right.AsList)),
        (ValueKind.Duration, ValueKind.Duration) => Duration(AddInts(left.AsInt, right.AsInt, out var span), span, faults),
        (ValueKind.Timestamp, ValueKind.Duration) or (ValueKind.Duration, ValueKind.Timestamp) =>
            Timestamp(AddInts(left.AsInt, right.AsInt, out var ticks), ticks, faults),
        _ => faults.WrongType,
    };

    public static Value Subtract(Value left, Value right, OperationFaults faults) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => SubtractInts(left.AsInt, right.AsInt, out var difference) ? faults.Overflow : Value.Of(difference),
        (ValueKind.Double, ValueKind.Double) => Value.Of(left.AsDouble - right.AsDouble),
        (ValueKind.Duration, ValueKind.Duration) or (ValueKind.Timestamp, ValueKind.Timestamp) =>
            Duration(SubtractInts(left.AsInt, right.AsInt, out var span), span, faults),
        (ValueKind.Timestamp, ValueKind.Duration) => Timestamp(SubtractInts(left.AsInt, right.AsInt, out var ticks), ticks, faults),
        _ => faults.WrongType,
    };

    public static Value Multiply(Value left, Value right, OperationFaults faults) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => MultiplyInts(left.AsInt, right.AsInt, faults),
        (ValueKind.Double, ValueKind.Double) => Value.Of(left.AsDouble * right.AsDouble),
        _ => faults.WrongType,
    };

    public static Value Divide(Value left, Value right, OperationFaults faults) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => right.AsInt switch
        {
            0 => faults.DivisionByZero,
            -1 => Negate(left, faults),
            var divisor => Value.Of(left.AsInt / divisor),
        },
        (ValueKind.Double, ValueKind.Double) => Value.Of(left.AsDouble / right.AsDouble),
        _ => faults.WrongType,
    };

    public static Value Remainder(Value left, Value right, OperationFaults faults) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Int, ValueKind.Int) => right.AsInt switch
        {
            0 => faults.DivisionByZero,
            // The machine's own remainder traps on the least int.
            -1 => left.AsInt == long.MinValue ? faults.Overflow : Value.Of(0L),
            var divisor => Value.Of(left.AsInt % divisor),
        },
        _ => faults.WrongType,
    };

    public static Value Negate(Value operand, OperationFaults faults) => operand.Kind switch
    {
        ValueKind.Int => operand.AsInt == long.MinValue ? faults.Overflow : Value.Of(-operand.AsInt),
        ValueKind.Double => Value.Of(-operand.AsDouble),
        ValueKind.Duration => Duration(operand.AsInt == long.MinValue, -operand.AsInt, faults),
        _ => faults.WrongType,
    };

    public static Value Absolute(Value operand, OperationFaults faults) => operand.Kind switch
    {
        ValueKind.Int => operand.AsInt < 0 ? Negate(operand, faults) : operand,
        ValueKind.Double => Value.Of(Math.Abs(operand.AsDouble)),
        _ => faults.WrongType,
    };

    public static Value Ceil(Value operand, OperationFaults faults) =>
        operand.Kind == ValueKind.Double ? Value.Of(Math.Ceiling(operand.AsDouble)) : faults.WrongType;

    public static Value Floor(Value operand, OperationFaults faults) =>
        operand.Kind == ValueKind.Double ? Value.Of(Math.Floor(operand.AsDouble)) : faults.WrongType;

    public static Value Round(Value operand, OperationFaults faults) =>
        operand.Kind == ValueKind.Double ? Value.Of(Math.Round(operand.AsDouble, MidpointRounding.AwayFromZero)) : faults.WrongType;

    /// <summary>The lesser or the greater of two numbers; the first of equal ones.</summary>
    public static Value Extreme(Value best, Value number, bool greatest, OperationFaults faults) => Ordering.Compare(number, best) switch
    {
        Order.Incomparable => faults.WrongType,
        Order.Less => greatest ? best : number,
        Order.Greater => greatest ? number : best,
        _ => best,
    };

    private static Value Duration(bool overflows, long ticks, OperationFaults faults) => overflows ? faults.Overflow : Value.Of(new TimeSpan(ticks));

    private static Value Timestamp(bool overflows, long ticks, OperationFaults faults) =>
        overflows || ticks < Instant.MinValue.Ticks || ticks > Instant.MaxValue.Ticks ? faults.Overflow : Value.Of(new Instant(ticks));

    private static bool AddInts(long left, long right, out long sum)
    {
        sum = unchecked(left + right);
        return ((left ^ sum) & (right ^ sum)) < 0;
    }

    private static bool SubtractInts(long left, long right, out long difference)
    {
        difference = unchecked(left - right);
        return ((left ^ right) & (left ^ difference)) < 0;
    }

    private static Value MultiplyInts(long left, long right, OperationFaults faults)
    {
        var high = Math.BigMul(left, right, out var low);
        return high == low >> 63 ? Value.Of(low) : faults.Overflow;
    }
}
