using Standards.Core.Values;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Compilation.Expressions.Operations;

/// <summary>How two values stand to one another.</summary>
internal enum Order
{
    Less,
    Equal,
    Greater,

    /// <summary>One of them is not a number: no order holds.</summary>
    None,

    /// <summary>The two kinds have no order between them.</summary>
    Incomparable,
}

/// <summary>The order of values: numbers exactly across int and double, texts by code point.</summary>
internal static class Ordering
{
    public static Order Compare(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.Double, ValueKind.Double) => Compare(left.AsDouble, right.AsDouble),
        (ValueKind.Int, ValueKind.Double) => Compare(left.AsInt, right.AsDouble),
        (ValueKind.Double, ValueKind.Int) => Mirror(Compare(right.AsInt, left.AsDouble)),
        (ValueKind.String, ValueKind.String) => Sign(CompareCodePoints(left.AsString, right.AsString)),
        (ValueKind.Bool or ValueKind.Int or ValueKind.Duration or ValueKind.Timestamp, _) when left.Kind == right.Kind =>
            Sign(left.AsInt.CompareTo(right.AsInt)),
        _ => Order.Incomparable,
    };

    /// <summary>Whether the order is the one that <paramref name="op"/>, one of <c>&lt; &lt;= &gt; &gt;=</c>, asks for.</summary>
    public static bool Satisfies(this Order order, BinaryOperator op) => op switch
    {
        BinaryOperator.Less => order == Order.Less,
        BinaryOperator.LessOrEqual => order is Order.Less or Order.Equal,
        BinaryOperator.Greater => order == Order.Greater,
        _ => order is Order.Greater or Order.Equal,
    };

    private static Order Compare(double left, double right) =>
        left < right ? Order.Less : left > right ? Order.Greater : left == right ? Order.Equal : Order.None;

    private static Order Compare(long left, double right)
    {
        if (double.IsNaN(right))
            return Order.None;
        // A double below 2^63 converts exactly once its fraction is cut off; the fraction then breaks the tie.
        if (right >= 9223372036854775808.0)
            return Order.Less;
        if (right < -9223372036854775808.0)
            return Order.Greater;
        var whole = Math.Floor(right);
        var order = left.CompareTo((long)whole);
        return order == 0 && right > whole ? Order.Less : Sign(order);
    }

    // UTF-16 order differs from the order of code points where one side is a surrogate pair.
    private static int CompareCodePoints(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);
        var (l, r) = (left[common], right[common]);
        return char.IsSurrogate(l) == char.IsSurrogate(r) ? l.CompareTo(r) : char.IsSurrogate(l) ? 1 : -1;
    }

    private static Order Sign(int order) => order < 0 ? Order.Less : order > 0 ? Order.Greater : Order.Equal;

    private static Order Mirror(Order order) => order switch
    {
        Order.Less => Order.Greater,
        Order.Greater => Order.Less,
        _ => order,
    };
}
