using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Binding.Expressions;

/// <summary>
/// Gives every name its meaning and every expression its type. Mistakes are reported, never thrown; an error node takes the
/// place of what failed, and nothing is reported about what only follows from a mistake.
/// </summary>
internal sealed partial class ExpressionBinder
{
    private readonly IExpressionScope _scope;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<BoundExpression.Local> _locals = [];

    private ExpressionBinder(IExpressionScope scope, DiagnosticBag diagnostics)
    {
        _scope = scope;
        _diagnostics = diagnostics;
    }

    /// <summary>Binds an expression of any type.</summary>
    public static BoundExpression Bind(ExpressionSyntax syntax, IExpressionScope scope, DiagnosticBag diagnostics) =>
        new ExpressionBinder(scope, diagnostics).Bind(syntax);

    /// <summary>Binds a condition: an expression of another type than bool is a mistake.</summary>
    public static BoundExpression BindCondition(ExpressionSyntax syntax, IExpressionScope scope, DiagnosticBag diagnostics)
    {
        var bound = Bind(syntax, scope, diagnostics);
        if (bound.Type.IsCompatible(ExpressionType.Bool))
            return bound;
        diagnostics.Report(ExpressionDiagnostics.NotACondition, bound.Span, bound.Type.ToString());
        return new BoundExpression.Error(bound.Origin);
    }

    private BoundExpression Bind(ExpressionSyntax syntax) => syntax switch
    {
        ExpressionSyntax.Literal literal => new BoundExpression.Constant(literal.Origin, ExpressionType.Of(literal.Value), literal.Value),
        ExpressionSyntax.Identifier or ExpressionSyntax.Member => BindName(syntax),
        ExpressionSyntax.Index index => BindIndex(index),
        ExpressionSyntax.Call call => BindCall(call),
        ExpressionSyntax.Unary unary => BindUnary(unary),
        ExpressionSyntax.Binary binary => BindBinary(binary),
        ExpressionSyntax.Logical logical => BindLogical(logical),
        ExpressionSyntax.Conditional conditional => BindConditional(conditional),
        ExpressionSyntax.List list => BindList(list),
        ExpressionSyntax.Map map => BindMap(map),
        _ => new BoundExpression.Error(syntax.Origin),
    };

    private ImmutableArray<BoundExpression> BindAll(ImmutableArray<ExpressionSyntax> items)
    {
        var bound = ImmutableArray.CreateBuilder<BoundExpression>(items.Length);
        foreach (var item in items)
            bound.Add(Bind(item));
        return bound.MoveToImmutable();
    }

    private BoundExpression.Error Fail(ExpressionOrigin origin, DiagnosticDescriptor descriptor, LocalizedText? help, params ReadOnlySpan<string> arguments) =>
        FailAt(origin, origin, descriptor, help, arguments);

    private BoundExpression.Error FailAt(
        ExpressionOrigin origin, ExpressionOrigin at, DiagnosticDescriptor descriptor, LocalizedText? help, params ReadOnlySpan<string> arguments)
    {
        _diagnostics.ReportWithHelp(descriptor, at.Span, help, arguments);
        return new BoundExpression.Error(origin);
    }

    private static bool HasError(ImmutableArray<BoundExpression> items) => items.Any(static i => i is BoundExpression.Error);

    private BoundExpression.List BindList(ExpressionSyntax.List list)
    {
        var items = BindAll(list.Items);
        return new BoundExpression.List(list.Origin, ExpressionType.List(ExpressionType.JoinAll(items.Select(static i => i.Type))), items);
    }

    private BoundExpression BindMap(ExpressionSyntax.Map map)
    {
        var values = BindAll(map.Values);
        var keys = ImmutableArray.CreateBuilder<Value>(map.Keys.Length);
        var failed = HasError(values);
        foreach (var key in map.Keys)
            failed |= !TryAddKey(key, keys);
        if (failed)
            return new BoundExpression.Error(map.Origin);
        var type = ExpressionType.Map(
            ExpressionType.JoinAll(keys.Select(ExpressionType.Of)),
            ExpressionType.JoinAll(values.Select(static v => v.Type)));
        return new BoundExpression.Map(map.Origin, type, keys.DrainToImmutable(), values);
    }

    private bool TryAddKey(ExpressionSyntax key, ImmutableArray<Value>.Builder keys)
    {
        if (key is ExpressionSyntax.Error)
            return false;
        if (key is not ExpressionSyntax.Literal { Value: { Kind: ValueKind.Bool or ValueKind.Int or ValueKind.String } value })
        {
            var help = new LocalizedText("键写作文本、整数、`true` 或 `false`", "write a key as a text, an int, `true` or `false`");
            _diagnostics.ReportWithHelp(ExpressionDiagnostics.NotInSubset, key.Origin.Span, help, "{" + key.Origin.Text + ": …}");
            return false;
        }

        if (keys.Contains(value))
        {
            _diagnostics.Report(ExpressionDiagnostics.DuplicateKey, key.Origin.Span, key.Origin.Text);
            return false;
        }

        keys.Add(value);
        return true;
    }

    private BoundExpression BindIndex(ExpressionSyntax.Index index)
    {
        var operand = Bind(index.Operand);
        var key = Bind(index.Key);
        if (operand is BoundExpression.Error || key is BoundExpression.Error)
            return new BoundExpression.Error(index.Origin);
        switch (operand.Type)
        {
            case ExpressionType.ListOf list when key.Type.IsCompatible(ExpressionType.Int):
                return new BoundExpression.Index(index.Origin, list.Element, operand, key);
            case ExpressionType.MapOf map when key.Type.IsComparable(map.Key):
                return new BoundExpression.Index(index.Origin, map.Value, operand, key);
            case ExpressionType.Dynamic:
                return new BoundExpression.Index(index.Origin, ExpressionType.Dyn, operand, key);
            default:
                return FailAt(index.Origin, key.Origin, ExpressionDiagnostics.OperandTypes, null, "[]", operand.Type.ToString(), key.Type.ToString());
        }
    }
}
