using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Compilation.Expressions.Nodes;
using Standards.Rules.Compilation.Expressions.Operations;
using Standards.Rules.Evaluation;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Compilation.Expressions;

/// <summary>Turns a bound expression into what evaluates it. An expression with errors cannot be planned.</summary>
internal static class ExpressionPlanner
{
    /// <summary>Plans an expression of any type.</summary>
    /// <exception cref="InvalidOperationException">The expression holds an error node.</exception>
    public static Evaluable Plan(BoundExpression expression) => PlanValue(ConstantFolder.Fold(expression, null));

    /// <summary>As <see cref="Plan(BoundExpression)"/>; warns of each part that never has a value.</summary>
    public static Evaluable Plan(BoundExpression expression, DiagnosticBag diagnostics) => PlanValue(ConstantFolder.Fold(expression, diagnostics));

    /// <summary>Plans a condition: an expression of type bool, or dyn.</summary>
    /// <exception cref="InvalidOperationException">The expression holds an error node.</exception>
    public static Condition PlanCondition(BoundExpression expression) => ConditionPlanner.Plan(ConstantFolder.Fold(expression, null));

    /// <summary>As <see cref="PlanCondition(BoundExpression)"/>; warns of each part that never has a value.</summary>
    public static Condition PlanCondition(BoundExpression expression, DiagnosticBag diagnostics) =>
        ConditionPlanner.Plan(ConstantFolder.Fold(expression, diagnostics));

    internal static Evaluable PlanValue(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundExpression.Constant constant:
                return new ConstantEvaluable(constant.Value);
            case BoundExpression.Attribute attribute:
                return Attribute(attribute);
            case BoundExpression.ActivationAttribute attribute:
                return new ActivationAttributeEvaluable(
                    attribute.Binding.Index, new DeclaredValue(attribute.Name, attribute.Type.Kind, attribute.Binding.Default));
            case BoundExpression.Derived derived:
                return new DerivedEvaluable(derived.Binding.Index, Declared(derived, derived.Name));
            case BoundExpression.Builtin builtin:
                return new BuiltinEvaluable(builtin.Binding.Name, Declared(builtin, builtin.Name));
            case BoundExpression.State state:
                return new StateEvaluable(state.Process, state.Pack, Declared(state, state.Text));
            case BoundExpression.Local local:
                return new LocalEvaluable(local.Slot);
            case BoundExpression.Field field:
                return Binary(Containers.Index, field, PlanValue(field.Operand), new ConstantEvaluable(Value.Of(field.Name)));
            case BoundExpression.Index index:
                return Binary(Containers.Index, index, PlanValue(index.Operand), PlanValue(index.Key));
            case BoundExpression.Negate negate:
                return new UnaryEvaluable(Arithmetic.Negate, PlanValue(negate.Operand), Faults(negate));
            case BoundExpression.Arithmetic arithmetic:
                return Binary(Operation(arithmetic.Operator), arithmetic, PlanValue(arithmetic.Left), PlanValue(arithmetic.Right));
            case BoundExpression.Conditional conditional:
                return new ConditionalEvaluable(ConditionPlanner.Plan(conditional.Test), PlanValue(conditional.Then), PlanValue(conditional.Otherwise));
            case BoundExpression.List list:
                return new ListEvaluable(PlanValues(list.Items));
            case BoundExpression.Map map:
                return new MapEvaluable(map.Keys, PlanValues(map.Values));
            case BoundExpression.Call call:
                return Call(call);
            case BoundExpression.Matches matches:
                return Matches(matches);
            case BoundExpression.TimePart part:
                return new TimePartEvaluable(part.Part, PlanValue(part.Operand), part.Zone, Faults(part));
            case BoundExpression.Macro { Kind: MacroKind.Filter or MacroKind.Map } macro:
                return new ListMacroEvaluable(
                    PlanValue(macro.Range), macro.Slot,
                    macro.Predicate is null ? null : ConditionPlanner.Plan(macro.Predicate),
                    macro.Transform is null ? null : PlanValue(macro.Transform),
                    Faults(macro));
            case BoundExpression.Not or BoundExpression.Logical or BoundExpression.Comparison or BoundExpression.Membership
                or BoundExpression.Has or BoundExpression.Macro:
                return new ConditionEvaluable(ConditionPlanner.Plan(expression));
            default:
                throw new InvalidOperationException($"an expression with errors cannot be planned: {expression.Text}");
        }
    }

    internal static AttributeEvaluable Attribute(BoundExpression.Attribute attribute) =>
        new(attribute.Binding.Index, new DeclaredValue(attribute.Name, attribute.Type.Kind, attribute.Binding.Default));

    internal static OperationFaults Faults(BoundExpression expression) => new(expression.Text);

    private static DeclaredValue Declared(BoundExpression expression, string name) => new(name, expression.Type.Kind, Value.Missing);

    private static ImmutableArray<Evaluable> PlanValues(ImmutableArray<BoundExpression> expressions) => [.. expressions.Select(PlanValue)];

    private static BinaryEvaluable Binary(Func<Value, Value, OperationFaults, Value> operation, BoundExpression expression, Evaluable left, Evaluable right) =>
        new(operation, left, right, Faults(expression));

    private static Func<Value, Value, OperationFaults, Value> Operation(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => Arithmetic.Add,
        BinaryOperator.Subtract => Arithmetic.Subtract,
        BinaryOperator.Multiply => Arithmetic.Multiply,
        BinaryOperator.Divide => Arithmetic.Divide,
        _ => Arithmetic.Remainder,
    };

    private static Evaluable Call(BoundExpression.Call call)
    {
        var arguments = PlanValues(call.Arguments);
        if (call.Function == Function.ToDyn)
            return arguments[0];
        if (call.Function is Function.Least or Function.Greatest)
            return new ExtremeEvaluable(arguments, call.Function == Function.Greatest, Faults(call));
        return arguments.Length == 1
            ? new UnaryEvaluable(UnaryOperation(call.Function), arguments[0], Faults(call))
            : Binary(BinaryOperation(call.Function), call, arguments[0], arguments[1]);
    }

    private static Func<Value, OperationFaults, Value> UnaryOperation(Function function) => function switch
    {
        Function.Size => Texts.Size,
        Function.ToBool => Conversions.ToBool,
        Function.ToInt => Conversions.ToInt,
        Function.ToDouble => Conversions.ToDouble,
        Function.ToText => Conversions.ToText,
        Function.ToDuration => Conversions.ToDuration,
        Function.ToTimestamp => Conversions.ToTimestamp,
        Function.Ceil => Arithmetic.Ceil,
        Function.Floor => Arithmetic.Floor,
        Function.Round => Arithmetic.Round,
        Function.Abs => Arithmetic.Absolute,
        >= Function.FullYear => (value, faults) => TimeParts.OfDuration(function, value, faults),
        _ => throw new InvalidOperationException($"no operation for {function} of one argument"),
    };

    private static Func<Value, Value, OperationFaults, Value> BinaryOperation(Function function) => function switch
    {
        Function.Contains => Texts.Contains,
        Function.StartsWith => Texts.StartsWith,
        Function.EndsWith => Texts.EndsWith,
        _ => throw new InvalidOperationException($"no operation for {function} of two arguments"),
    };

    private static UnaryEvaluable Matches(BoundExpression.Matches matches)
    {
        var regex = new Regex(matches.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return new UnaryEvaluable(
            (value, faults) => value.Kind == ValueKind.String ? Value.Of(regex.IsMatch(value.AsString)) : faults.WrongType,
            PlanValue(matches.Operand),
            Faults(matches));
    }
}
