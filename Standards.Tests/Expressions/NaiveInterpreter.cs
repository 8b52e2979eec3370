using System.Numerics;
using Standards.Core.Values;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Tests.Expressions;

/// <summary>
/// What the language means, written as plainly as possible over the syntax alone: no types, no planning, exact numbers. It
/// knows the part of the language that <see cref="ExpressionGenerator"/> writes.
/// </summary>
internal sealed class NaiveInterpreter(IReadOnlyDictionary<string, object> attributes)
{
    private static readonly Dictionary<string, object?> NoLocals = [];

    /// <summary>bool, BigInteger, double, string, TimeSpan, a list of these; or null where there is no value.</summary>
    public object? Evaluate(ExpressionSyntax syntax) => Evaluate(syntax, NoLocals);

    public static object? FromValue(Value value) => value.Kind switch
    {
        ValueKind.Missing => null,
        ValueKind.Bool => value.AsBool,
        ValueKind.Int => new BigInteger(value.AsInt),
        ValueKind.Double => value.AsDouble,
        ValueKind.String => value.AsString,
        ValueKind.Duration => value.AsDuration,
        ValueKind.List => value.AsList.Select(FromValue).ToList(),
        _ => throw new NotSupportedException(value.Kind.ToString()),
    };

    private object? Evaluate(ExpressionSyntax syntax, IReadOnlyDictionary<string, object?> locals)
    {
        object? Sub(ExpressionSyntax s) => Evaluate(s, locals);
        switch (syntax)
        {
            case ExpressionSyntax.Literal literal:
                return FromValue(literal.Value);
            case ExpressionSyntax.Identifier identifier:
                return locals.TryGetValue(identifier.Name, out var local) ? local : attributes.GetValueOrDefault(identifier.Name);
            case ExpressionSyntax.Unary { Operator: UnaryOperator.Not } not:
                return Sub(not.Operand) is bool b ? !b : null;
            case ExpressionSyntax.Unary negate:
                return Sub(negate.Operand) switch { BigInteger i => Int(-i), double d => -d, TimeSpan t => -t, _ => null };
            case ExpressionSyntax.Logical logical:
                var operands = logical.Operands.Select(Sub).ToList();
                return operands.Contains(!logical.IsAll) ? !logical.IsAll : operands.Contains(null) ? null : logical.IsAll;
            case ExpressionSyntax.Conditional conditional:
                return Sub(conditional.Test) is bool test ? Sub(test ? conditional.Then : conditional.Otherwise) : null;
            case ExpressionSyntax.List list:
                var items = list.Items.Select(Sub).ToList();
                return items.Contains(null) ? null : items;
            case ExpressionSyntax.Binary binary:
                var (left, right) = (Sub(binary.Left), Sub(binary.Right));
                return left is null || right is null ? null : Binary(binary.Operator, left, right);
            case ExpressionSyntax.Index index:
                return Sub(index.Operand) is List<object?> of && Sub(index.Key) is BigInteger at && at >= 0 && at < of.Count ? of[(int)at] : null;
            case ExpressionSyntax.Call { Name: "has" } has:
                return attributes.ContainsKey(((ExpressionSyntax.Identifier)has.Arguments[0]).Name);
            case ExpressionSyntax.Call { Name: "all" or "exists" or "exists_one" or "filter" or "map" } macro:
                return Macro(macro, locals);
            case ExpressionSyntax.Call call:
                var arguments = (call.Receiver is null or ExpressionSyntax.Identifier { Name: "math" } ? call.Arguments : [call.Receiver, .. call.Arguments]).Select(Sub).ToList();
                return arguments.Contains(null) ? null : Call(call.Name, arguments!);
            default:
                throw new NotSupportedException(syntax.GetType().Name);
        }
    }

    private object? Macro(ExpressionSyntax.Call macro, IReadOnlyDictionary<string, object?> locals)
    {
        if (Evaluate(macro.Receiver!, locals) is not List<object?> items)
            return null;
        var variable = ((ExpressionSyntax.Identifier)macro.Arguments[0]).Name;
        var results = items.ConvertAll(item => Evaluate(macro.Arguments[1], new Dictionary<string, object?>(locals, StringComparer.Ordinal) { [variable] = item }));
        return macro.Name switch
        {
            "all" => results.Contains(false) ? false : results.Contains(null) ? null : true,
            "exists" => results.Contains(true) ? true : results.Contains(null) ? null : false,
            _ when results.Contains(null) => null,
            "exists_one" => results.Count(static r => r is true) == 1,
            "filter" => items.Where((_, i) => results[i] is true).ToList(),
            _ => results,
        };
    }

    private static object? Call(string name, List<object> arguments) => name switch
    {
        "size" => new BigInteger(arguments[0] is string s ? s.EnumerateRunes().Count() : ((List<object?>)arguments[0]).Count),
        "contains" => ((string)arguments[0]).Contains((string)arguments[1], StringComparison.Ordinal),
        "startsWith" => ((string)arguments[0]).StartsWith((string)arguments[1], StringComparison.Ordinal),
        "int" => arguments[0] is double d ? double.IsFinite(d) ? Int(new BigInteger(Math.Truncate(d))) : null : arguments[0],
        "double" => arguments[0] is BigInteger i ? (double)(long)i : arguments[0],
        "least" => arguments.Aggregate((a, b) => Compare(b, a) < 0 ? b : a),
        "greatest" => arguments.Aggregate((a, b) => Compare(b, a) > 0 ? b : a),
        _ => throw new NotSupportedException(name),
    };

    private static object? Binary(BinaryOperator op, object left, object right) => op switch
    {
        BinaryOperator.Equal => Same(left, right),
        BinaryOperator.NotEqual => !Same(left, right),
        BinaryOperator.In => ((List<object?>)right).Exists(item => Same(left, item!)),
        BinaryOperator.Less => Compare(left, right) < 0,
        BinaryOperator.LessOrEqual => Compare(left, right) <= 0,
        BinaryOperator.Greater => Compare(left, right) > 0,
        BinaryOperator.GreaterOrEqual => Compare(left, right) >= 0,
        _ => Arithmetic(op, left, right),
    };

    private static object? Arithmetic(BinaryOperator op, object left, object right) => (op, left, right) switch
    {
        (BinaryOperator.Add, BigInteger a, BigInteger b) => Int(a + b),
        (BinaryOperator.Subtract, BigInteger a, BigInteger b) => Int(a - b),
        (BinaryOperator.Multiply, BigInteger a, BigInteger b) => Int(a * b),
        (BinaryOperator.Divide, BigInteger a, BigInteger b) => b.IsZero ? null : Int(BigInteger.Divide(a, b)),
        // As in CEL, the remainder overflows where the division does.
        (BinaryOperator.Remainder, BigInteger a, BigInteger b) => b.IsZero || Int(BigInteger.Divide(a, b)) is null ? null : Int(BigInteger.Remainder(a, b)),
        (BinaryOperator.Add, double a, double b) => a + b,
        (BinaryOperator.Subtract, double a, double b) => a - b,
        (BinaryOperator.Multiply, double a, double b) => a * b,
        (BinaryOperator.Divide, double a, double b) => a / b,
        (BinaryOperator.Add, string a, string b) => a + b,
        (BinaryOperator.Add, TimeSpan a, TimeSpan b) => a + b,
        (BinaryOperator.Subtract, TimeSpan a, TimeSpan b) => a - b,
        (BinaryOperator.Add, List<object?> a, List<object?> b) => a.Concat(b).ToList(),
        _ => throw new NotSupportedException($"{left} {op} {right}"),
    };

    private static BigInteger? Int(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? value : null;

    public static bool Same(object left, object right) => (left, right) switch
    {
        (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b).All(static p => Same(p.First!, p.Second!)),
        (BigInteger or double, BigInteger or double) => Compare(left, right) == 0,
        _ => left.Equals(right),
    };

    /// <summary>Null, which every comparison denies, where one is not a number.</summary>
    private static int? Compare(object left, object right) => (left, right) switch
    {
        (double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? null : a < b ? -1 : a > b ? 1 : 0,
        (BigInteger a, BigInteger b) => a.CompareTo(b),
        (BigInteger a, double b) => double.IsNaN(b) ? null : double.IsInfinity(b) ? (b > 0 ? -1 : 1) : Exact(a, b),
        (double, BigInteger) => -Compare(right, left),
        (string a, string b) => Math.Sign(Encoded(a).AsSpan().SequenceCompareTo(Encoded(b))),
        (TimeSpan a, TimeSpan b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        _ => throw new NotSupportedException($"{left} against {right}"),
    };

    private static int Exact(BigInteger whole, double real)
    {
        var floor = new BigInteger(Math.Floor(real));
        return whole.CompareTo(floor) is not 0 and var order ? order : real > Math.Floor(real) ? -1 : 0;
    }

    // UTF-8 bytes stand in the order of code points.
    private static byte[] Encoded(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
