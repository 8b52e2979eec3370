using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Binding.Expressions;

/// <content>Macros: <c>has</c>, and the ones that name a variable.</content>
internal sealed partial class ExpressionBinder
{
    private static MacroKind? TryGetMacro(string name) => name switch
    {
        "all" => MacroKind.All,
        "exists" => MacroKind.Exists,
        "exists_one" or "existsOne" => MacroKind.ExistsOne,
        "filter" => MacroKind.Filter,
        "map" => MacroKind.Map,
        _ => null,
    };

    private BoundExpression BindHas(ExpressionSyntax.Call call)
    {
        if (call.Arguments is not [ExpressionSyntax.Identifier or ExpressionSyntax.Member or ExpressionSyntax.Error])
            return Misused(call, "has(a.b)");
        var operand = Bind(call.Arguments[0]);
        return operand switch
        {
            BoundExpression.Error => operand,
            BoundExpression.Local => Misused(call, "has(a.b)"),
            _ => new BoundExpression.Has(call.Origin, operand),
        };
    }

    private BoundExpression.Error Misused(ExpressionSyntax.Call call, string usage) =>
        FailAt(call.Origin, call.NameOrigin, ExpressionDiagnostics.MisusedMacro, new LocalizedText($"写作 `{usage}`", $"write `{usage}`"), call.Name);

    private BoundExpression BindMacro(ExpressionSyntax.Call call, MacroKind kind)
    {
        var range = Bind(call.Receiver!);
        var takesTwo = call.Arguments.Length == 2 || (kind == MacroKind.Map && call.Arguments.Length == 3);
        if (!takesTwo || call.Arguments[0] is not ExpressionSyntax.Identifier variable)
            return Misused(call, kind == MacroKind.Map ? "list.map(x, f(x))" : $"list.{call.Name}(x, p(x))");
        if (range is BoundExpression.Error)
            return new BoundExpression.Error(call.Origin);
        if (!range.Type.IsOpen && range.Type is not ExpressionType.ListOf)
            return FailAt(call.Origin, call.NameOrigin, ExpressionDiagnostics.OperandType, null, call.Name, range.Type.ToString());
        if (_locals.Count >= ExpressionLimits.MacroDepth)
            return FailAt(call.Origin, call.NameOrigin, ExpressionDiagnostics.TooDeep, null, ExpressionLimits.MacroDepth.ToString(CultureInfo.InvariantCulture));

        var element = range.Type is ExpressionType.ListOf list ? list.Element : ExpressionType.Dyn;
        var slot = _locals.Count;
        _locals.Add(new BoundExpression.Local(variable.Origin, element, variable.Name, slot));
        var bodies = BindAll(call.Arguments.RemoveAt(0));
        _locals.RemoveAt(slot);
        return HasError(bodies) ? new BoundExpression.Error(call.Origin) : Macro(call, kind, range, slot, element, bodies);
    }

    private BoundExpression Macro(
        ExpressionSyntax.Call call, MacroKind kind, BoundExpression range, int slot, ExpressionType element, ImmutableArray<BoundExpression> bodies)
    {
        var transform = kind == MacroKind.Map ? bodies[^1] : null;
        var predicate = kind != MacroKind.Map || bodies.Length == 2 ? bodies[0] : null;
        if (predicate is not null && !predicate.Type.IsCompatible(ExpressionType.Bool))
            return Fail(predicate.Origin, ExpressionDiagnostics.NotACondition, null, predicate.Type.ToString());
        var type = kind switch
        {
            MacroKind.Filter => ExpressionType.List(element),
            MacroKind.Map => ExpressionType.List(transform!.Type),
            _ => ExpressionType.Bool,
        };
        return new BoundExpression.Macro(call.Origin, type, kind, range, slot, predicate, transform);
    }
}
