using FsCheck;
using FsCheck.Fluent;

namespace Standards.Tests.Expressions;

/// <summary>Writes random well-typed expressions over the attributes of <see cref="Types"/>.</summary>
internal static class ExpressionGenerator
{
    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["b1"] = "bool",
        ["b2"] = "bool",
        ["i1"] = "int",
        ["i2"] = "int",
        ["d1"] = "double",
        ["d2"] = "double",
        ["s1"] = "string",
        ["s2"] = "string",
        ["t1"] = "duration",
        ["l1"] = "list",
    };

    private static readonly Gen<string> IntLiteral = Gen.Elements("0", "1", "2", "3", "-1", "7", "100", "9223372036854775807", "-9223372036854775808", "4611686018427387904", "9007199254740993");
    private static readonly Gen<string> DoubleLiteral = Gen.Elements("0.0", "1.0", "-1.5", "2.5", "0.1", "1e300", "-0.0", "9007199254740992.0", "9223372036854775808.0", "100.0");
    private static readonly Gen<string> TextLiteral = Gen.Elements("''", "'a'", "'b'", "'ab'", "'中文'", "'😀'", "'\\uffff'", "'major'");
    private static readonly Gen<string> DurationLiteral = Gen.Elements("t1", "-t1", "(t1 + t1)", "(t1 - t1)");

    public static Gen<string> Any(int depth) => Gen.OneOf(Bool(depth), Int(depth), Double(depth), Text(depth), List(depth));

    public static Gen<string> Bool(int depth)
    {
        var leaf = Gen.Elements("true", "false", "b1", "b2", "has(i1)", "has(b2)");
        if (depth <= 0)
            return leaf;
        var d = depth - 1;
        var number = Gen.OneOf(Int(d), Double(d));
        return Gen.OneOf(
            leaf,
            Bool(d).Select(static a => $"!({a})"),
            Chain("&&", d), Chain("||", d),
            Pair(Bool(d), Gen.Elements("==", "!=", "<", ">="), Bool(d)),
            Pair(number, Comparison, number),
            Pair(Gen.Elements("i1", "d1", "i2", "d2"), Comparison, Gen.OneOf(IntLiteral, DoubleLiteral)),
            Pair(Gen.OneOf(IntLiteral, DoubleLiteral), Comparison, Gen.Elements("i1", "d1")),
            Pair(Text(d), Comparison, Text(d)),
            Pair(Gen.Elements("s1", "s2"), Gen.Elements("==", "!="), TextLiteral),
            Pair(DurationLiteral, Comparison, DurationLiteral),
            Pair(List(d), Gen.Elements("==", "!="), List(d)),
            Pair(number, Gen.Constant("in"), List(d)),
            Pair(Text(d), Gen.Constant("in"), Gen.Elements("['a', 'b']", "['a', s1]", "[s1, s2]")),
            Method(Text(d), Gen.Elements("contains", "startsWith"), Text(d)),
            Conditional(Bool(d), d),
            from list in List(d)
            from macro in Gen.Elements("all", "exists", "exists_one")
            from body in Gen.OneOf(Bool(d), Pair(Gen.Elements("x", "x + 1", "10 / x"), Comparison, Int(0)))
            select $"{list}.{macro}(x, {body})");
    }

    private static Gen<string> Comparison => Gen.Elements("==", "!=", "<", "<=", ">", ">=");

    private static Gen<string> Int(int depth)
    {
        var leaf = Gen.OneOf(IntLiteral, Gen.Elements("i1", "i2"));
        if (depth <= 0)
            return leaf;
        var d = depth - 1;
        return Gen.OneOf(
            leaf,
            Pair(Int(d), Gen.Elements("+", "-", "*", "/", "%"), Int(d)),
            Int(d).Select(static a => $"-({a})"),
            Text(d).Select(static a => $"size({a})"),
            List(d).Select(static a => $"size({a})"),
            Double(d).Select(static a => $"int({a})"),
            from list in List(d) from index in Int(0) select $"{list}[{index}]",
            from a in Int(d) from b in Int(d) from name in Gen.Elements("least", "greatest") select $"math.{name}({a}, {b})",
            Conditional(Int(d), d));
    }

    private static Gen<string> Double(int depth)
    {
        var leaf = Gen.OneOf(DoubleLiteral, Gen.Elements("d1", "d2"));
        if (depth <= 0)
            return leaf;
        var d = depth - 1;
        return Gen.OneOf(
            leaf,
            Pair(Double(d), Gen.Elements("+", "-", "*", "/"), Double(d)),
            Double(d).Select(static a => $"-({a})"),
            Int(d).Select(static a => $"double({a})"),
            Conditional(Double(d), d));
    }

    private static Gen<string> Text(int depth)
    {
        var leaf = Gen.OneOf(TextLiteral, Gen.Elements("s1", "s2"));
        return depth <= 0 ? leaf : Gen.OneOf(leaf, Pair(Text(depth - 1), Gen.Constant("+"), Text(depth - 1)), Conditional(Text(depth - 1), depth - 1));
    }

    private static Gen<string> List(int depth)
    {
        var leaf = Gen.Elements("l1", "[1, 2, 3]", "[0]", "l1", "[i1, 2]");
        if (depth <= 0)
            return leaf;
        var d = depth - 1;
        return Gen.OneOf(
            leaf,
            Pair(List(d), Gen.Constant("+"), List(d)),
            from list in List(d) from body in Pair(Gen.Constant("x"), Gen.Elements(">", "!="), Int(0)) select $"{list}.filter(x, {body})",
            from list in List(d) from body in Gen.Elements("x", "x * x", "x + i1", "12 / x") select $"{list}.map(x, {body})");
    }

    private static Gen<string> Chain(string op, int depth) =>
        from count in Gen.Choose(2, 4)
        from operands in Gen.ListOf(Bool(depth), count)
        select "(" + string.Join($" {op} ", operands) + ")";

    private static Gen<string> Pair(Gen<string> left, Gen<string> op, Gen<string> right) =>
        from a in left
        from o in op
        from b in right
        select $"({a} {o} {b})";

    private static Gen<string> Method(Gen<string> receiver, Gen<string> name, Gen<string> argument) =>
        from a in receiver
        from n in name
        from b in argument
        select $"{(a.StartsWith('-') ? $"({a})" : a)}.{n}({b})";

    private static Gen<string> Conditional(Gen<string> branch, int depth) =>
        from test in Bool(depth)
        from then in branch
        from otherwise in branch
        select $"({test} ? {then} : {otherwise})";
}
