using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Standards.Core.Values;
using Standards.Rules.Compilation.Expressions.Operations;
using Standards.Rules.Evaluation;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Compilation.Expressions.Nodes;

/// <summary>A condition on two values, none of them missing.</summary>
internal abstract class PairCondition(Evaluable left, Evaluable right) : Condition
{
    public sealed override Truth Test(Frame frame)
    {
        var first = left.Evaluate(frame);
        if (first.IsMissing)
            return Truth.Unknown;
        var second = right.Evaluate(frame);
        return second.IsMissing ? Truth.Unknown : Decide(first, second, out _);
    }

    public sealed override Fault? Explain(Frame frame)
    {
        var first = left.Evaluate(frame);
        if (first.IsMissing)
            return first.Fault;
        var second = right.Evaluate(frame);
        if (second.IsMissing)
            return second.Fault;
        Decide(first, second, out var fault);
        return fault;
    }

    /// <summary>Decides; a fault exactly where the result is unknown.</summary>
    protected abstract Truth Decide(Value left, Value right, out Fault? fault);
}

/// <summary><c>==</c> and <c>!=</c>.</summary>
internal sealed class EqualityCondition(Evaluable left, Evaluable right, bool negated) : PairCondition(left, right)
{
    protected override Truth Decide(Value left, Value right, out Fault? fault)
    {
        fault = null;
        return TruthLogic.Of(left.Equals(right) != negated);
    }
}

/// <summary><c>&lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed class OrderCondition(Evaluable left, Evaluable right, BinaryOperator op, OperationFaults faults) : PairCondition(left, right)
{
    protected override Truth Decide(Value left, Value right, out Fault? fault)
    {
        var order = Ordering.Compare(left, right);
        fault = order == Order.Incomparable ? faults.WrongType.Fault : null;
        return fault is null ? TruthLogic.Of(order.Satisfies(op)) : Truth.Unknown;
    }
}

/// <summary><c>in</c>.</summary>
internal sealed class MembershipCondition(Evaluable element, Evaluable container, OperationFaults faults) : PairCondition(element, container)
{
    protected override Truth Decide(Value left, Value right, out Fault? fault)
    {
        var result = Containers.Holds(left, right, faults);
        fault = result.Fault;
        return fault is null ? TruthLogic.Of(result.AsBool) : Truth.Unknown;
    }
}

/// <summary>What a value is tested for that is not missing; a struct, so that a test costs no call.</summary>
internal interface IValueTest
{
    /// <summary>Unknown only where the kind of the value does not fit.</summary>
    Truth Decide(in Value value);
}

/// <summary>The value is true.</summary>
internal readonly struct IsTrue : IValueTest
{
    public Truth Decide(in Value value) => value.Kind == ValueKind.Bool ? TruthLogic.Of(value.AsBool) : Truth.Unknown;
}

/// <summary>The value is, or is not, that text.</summary>
internal readonly struct IsText(string text, bool negated) : IValueTest
{
    public Truth Decide(in Value value) =>
        TruthLogic.Of((value.Kind == ValueKind.String && IsSame(value.AsString, text)) != negated);

    // The readers intern the texts of a log, so most texts that are equal are the same.
    private static bool IsSame(string left, string right) => ReferenceEquals(left, right) || left.AsSpan().SequenceEqual(right);
}

/// <summary>The value is one of those texts.</summary>
internal readonly struct IsOneOf(FrozenSet<string> texts) : IValueTest
{
    public Truth Decide(in Value value) => TruthLogic.Of(value.Kind == ValueKind.String && texts.Contains(value.AsString));
}

/// <summary>The int, duration or timestamp lies, or does not lie, between two bounds, both included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct IsInRange(ValueKind kind, long low, long high, bool negated) : IValueTest
{
    public Truth Decide(in Value value) =>
        value.Kind == kind ? TruthLogic.Of((value.AsInt >= low && value.AsInt <= high) != negated) : Truth.Unknown;
}

/// <summary>The double lies, or does not lie, between two bounds, both included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct IsInRealRange(double low, double high, bool negated) : IValueTest
{
    public Truth Decide(in Value value) =>
        value.Kind == ValueKind.Double ? TruthLogic.Of((value.AsDouble >= low && value.AsDouble <= high) != negated) : Truth.Unknown;
}

/// <summary>A test of a value.</summary>
internal sealed class TestCondition<TTest>(Evaluable operand, TTest test, OperationFaults faults) : Condition
    where TTest : struct, IValueTest
{
    public override Truth Test(Frame frame)
    {
        var value = operand.Evaluate(frame);
        return value.IsMissing ? Truth.Unknown : test.Decide(in value);
    }

    public override Fault? Explain(Frame frame)
    {
        var value = operand.Evaluate(frame);
        return value.IsMissing ? value.Fault : test.Decide(in value) == Truth.Unknown ? faults.WrongType.Fault : null;
    }
}

/// <summary>A test of an attribute: the condition that most norms consist of, so it reads the event in place.</summary>
internal sealed class AttributeCondition<TTest>(AttributeEvaluable attribute, TTest test) : Condition
    where TTest : struct, IValueTest
{
    private readonly int _index = attribute.Index;
    private readonly ValueKind _kind = attribute.Declared.Kind;
    private readonly Truth _absent = attribute.Declared.StandIn.IsMissing ? Truth.Unknown : test.Decide(attribute.Declared.StandIn);

    public override Truth Test(Frame frame)
    {
        ref readonly var stated = ref frame.Find(_index);
        var kind = stated.Value.Kind;
        return kind == _kind ? test.Decide(stated.Value) : kind == ValueKind.Missing ? _absent : TestOther(frame);
    }

    public override Fault? Explain(Frame frame) => attribute.Evaluate(frame).Fault;

    private Truth TestOther(Frame frame)
    {
        var value = attribute.Evaluate(frame);
        return value.IsMissing ? Truth.Unknown : test.Decide(in value);
    }
}
