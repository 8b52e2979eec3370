using Standards.Core;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Binding.Expressions;

/// <content>Names: the longest dotted prefix that resolves wins; what remains selects fields.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindName(ExpressionSyntax syntax)
    {
        var selections = new Stack<ExpressionSyntax.Member>();
        var root = syntax;
        while (root is ExpressionSyntax.Member member)
        {
            selections.Push(member);
            root = member.Operand;
        }

        if (root is not ExpressionSyntax.Identifier identifier)
            return Select(Bind(root), selections);
        if (_locals.FindLast(l => string.Equals(l.Name, identifier.Name, StringComparison.Ordinal)) is { } local)
            return Select(new BoundExpression.Local(identifier.Origin, local.Type, local.Name, local.Slot), selections);
        var parts = new List<ExpressionSyntax>(selections.Count + 1) { identifier };
        parts.AddRange(selections);
        for (var length = parts.Count; length > 0; length--)
        {
            var name = Dotted(parts.Take(length));
            if (!_scope.TryResolveName(name, out var binding))
                continue;
            for (var i = 1; i < length; i++)
                selections.Pop();
            return Select(Named(parts[length - 1].Origin, name, binding), selections);
        }

        var whole = Dotted(parts);
        return Fail(syntax.Origin, ExpressionDiagnostics.UnknownName, UnknownNameHelp(whole), whole);
    }

    private LocalizedText? UnknownNameHelp(string name)
    {
        if (name is "True" or "False" or "TRUE" or "FALSE" or "yes" or "no" or "Null" or "NULL" or "None")
        {
            var meant = name[0] is 'T' or 'y' ? "true" : name is "False" or "FALSE" or "no" ? "false" : "null";
            return new LocalizedText($"写作 `{meant}`", $"write `{meant}`");
        }

        return Suggestion.DidYouMean(name, _scope.KnownNames.Concat(_locals.Select(static l => l.Name)));
    }

    private static string Dotted(IEnumerable<ExpressionSyntax> parts) =>
        string.Join('.', parts.Select(static p => p is ExpressionSyntax.Member member ? member.Name : ((ExpressionSyntax.Identifier)p).Name));

    private static BoundExpression Named(ExpressionOrigin origin, string name, NameBinding binding) => binding switch
    {
        NameBinding.Attribute attribute => new BoundExpression.Attribute(origin, name, attribute),
        NameBinding.ActivationAttribute attribute => new BoundExpression.ActivationAttribute(origin, name, attribute),
        NameBinding.Builtin builtin => new BoundExpression.Builtin(origin, name, builtin),
        NameBinding.Derived derived => new BoundExpression.Derived(origin, name, derived),
        NameBinding.Constant constant => new BoundExpression.Constant(origin, constant.Type, constant.Value),
        _ => throw new InvalidOperationException($"unknown binding {binding.GetType().Name}"),
    };

    private BoundExpression Select(BoundExpression operand, Stack<ExpressionSyntax.Member> selections)
    {
        while (selections.TryPop(out var selection))
        {
            if (operand is BoundExpression.Error)
                return new BoundExpression.Error(selection.Origin);
            switch (operand.Type)
            {
                case ExpressionType.MapOf map when map.Key.IsCompatible(ExpressionType.String):
                    operand = new BoundExpression.Field(selection.Origin, map.Value, operand, selection.Name);
                    break;
                case ExpressionType.Dynamic or ExpressionType.Erroneous:
                    operand = new BoundExpression.Field(selection.Origin, ExpressionType.Dyn, operand, selection.Name);
                    break;
                default:
                    return Fail(
                        selection.Origin, ExpressionDiagnostics.NoFields, Suggestion.DidYouMean(selection.Origin.Text, _scope.KnownNames),
                        operand.Text, operand.Type.ToString(), selection.Name);
            }
        }

        return operand;
    }
}
