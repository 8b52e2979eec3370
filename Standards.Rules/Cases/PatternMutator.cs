using System.Collections.Immutable;
using Standards.Core;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;

namespace Standards.Rules.Cases;

/// <summary>Patterns and conditions with one thing left out.</summary>
internal static class PatternMutator
{
    /// <summary>The pattern without one condition, without its roles, without its words.</summary>
    public static IEnumerable<(BoundPattern Pattern, LocalizedText Change)> Loosened(BoundPattern? pattern)
    {
        if (pattern is null)
            yield break;
        for (var i = 0; i < pattern.Alternatives.Length; i++)
        {
            foreach (var (alternative, change) in Loosened(pattern.Alternatives[i]))
                yield return (pattern with { Alternatives = pattern.Alternatives.SetItem(i, alternative) }, change);
        }
    }

    private static IEnumerable<(BoundAlternative Alternative, LocalizedText Change)> Loosened(BoundAlternative alternative)
    {
        if (alternative.Where is { } where)
        {
            foreach (var (rest, change) in Loosened(where))
                yield return (alternative with { Where = rest }, change);
        }

        if (!alternative.Roles.IsDefault)
            yield return (alternative with { Roles = default }, new LocalizedText("不论何种角色", "whatever the role"));
        if (alternative.Saying is not null)
            yield return (alternative with { Saying = null }, new LocalizedText("不论说什么", "whatever is said"));
    }

    /// <summary>The condition without one of the conditions that must all hold; null where none is left.</summary>
    public static IEnumerable<(BoundExpression? Remainder, LocalizedText Change)> Loosened(BoundExpression condition)
    {
        if (condition is not BoundExpression.Logical { IsAll: true, Operands: var operands })
        {
            yield return (null, Without(condition));
            yield break;
        }

        for (var i = 0; i < operands.Length; i++)
        {
            var rest = operands.RemoveAt(i);
            yield return (rest.Length == 1 ? rest[0] : new BoundExpression.Logical(condition.Origin, IsAll: true, rest), Without(operands[i]));
        }
    }

    private static LocalizedText Without(BoundExpression condition) => new($"去掉条件 `{condition.Text}`", $"without the condition `{condition.Text}`");
}
