using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation;

/// <summary>Turns the parts of a pattern other than its act into a condition.</summary>
internal static class PatternCompiler
{
    /// <summary>The interests of a norm in the acts of a pattern.</summary>
    public static IEnumerable<Interest> Interests(BoundPattern? pattern, ListenerRole role, int index = 0, Condition? and = null)
    {
        if (pattern is null)
            yield break;
        foreach (var alternative in pattern.Alternatives)
            yield return new Interest(alternative.Act, role, Both(Test(alternative), and), index);
    }

    /// <summary>Null where the act alone decides.</summary>
    public static Condition? Test(BoundAlternative alternative)
    {
        Condition? test = alternative.Roles.IsDefault ? null : new RoleCondition(alternative.Roles);
        test = Both(test, alternative.Saying switch
        {
            null => null,
            UtteranceTest.Phrases phrases => new PhraseCondition([.. phrases.Any.Select(p => p.Phrase)]),
            UtteranceTest.Terms terms => new LexiconCondition([.. terms.Any.Select(t => t.Lexicon)]),
            _ => throw new InvalidOperationException("an utterance test is a phrase or a term"),
        });
        return Both(test, alternative.Where is null ? null : ExpressionPlanner.PlanCondition(alternative.Where));
    }

    /// <summary>Null, which always holds, where one of them is.</summary>
    public static Condition? Any(IEnumerable<Condition?> tests)
    {
        ImmutableArray<Condition?> all = [.. tests];
        return all.Any(t => t is null) ? null : all.Length == 1 ? all[0] : new AnyCondition([.. all.Select(t => t!)]);
    }

    public static Condition? Both(Condition? left, Condition? right) =>
        left is null ? right : right is null ? left : new AllCondition(left, right);
}

/// <summary>Both hold; false decides even beside unknown.</summary>
internal sealed class AllCondition(Condition left, Condition right) : Condition
{
    public override Truth Test(Frame frame)
    {
        var first = left.Test(frame);
        if (first == Truth.False)
            return Truth.False;
        var second = right.Test(frame);
        return first == Truth.True || second == Truth.False ? second : Truth.Unknown;
    }

    public override Fault? Explain(Frame frame) => left.Test(frame) == Truth.Unknown ? left.Explain(frame) : right.Explain(frame);
}

/// <summary>One of several holds; true decides even beside unknown.</summary>
internal sealed class AnyCondition(ImmutableArray<Condition> tests) : Condition
{
    public override Truth Test(Frame frame)
    {
        var result = Truth.False;
        foreach (var test in tests)
        {
            var truth = test.Test(frame);
            if (truth == Truth.True)
                return Truth.True;
            if (truth == Truth.Unknown)
                result = Truth.Unknown;
        }

        return result;
    }

    public override Fault? Explain(Frame frame) => tests.FirstOrDefault(t => t.Test(frame) == Truth.Unknown)?.Explain(frame);
}

/// <summary>The event's role is one of a set; an event without a role may be.</summary>
internal sealed class RoleCondition(ImmutableArray<string> roles) : Condition
{
    public static readonly Fault NoRole = new(FaultKind.MissingAttribute, "role");

    public override Truth Test(Frame frame)
    {
        if (frame.Role is null)
            return Truth.Unknown;
        foreach (var role in roles)
        {
            if (ReferenceEquals(role, frame.Role) || string.Equals(role, frame.Role, StringComparison.Ordinal))
                return Truth.True;
        }

        return Truth.False;
    }

    public override Fault? Explain(Frame frame) => NoRole;
}

/// <summary>The words contain one of the phrases.</summary>
internal sealed class PhraseCondition(ImmutableArray<Speech.Phrase> phrases) : Condition
{
    public override Truth Test(Frame frame)
    {
        if (frame.Words is not { } words)
            return Truth.False;
        foreach (var phrase in phrases)
        {
            if (phrase.IsMatch(words))
                return Truth.True;
        }

        return Truth.False;
    }

    public override Fault? Explain(Frame frame) => null;
}

/// <summary>The words contain a term of one of the lexicons.</summary>
internal sealed class LexiconCondition(ImmutableArray<Speech.ForbiddenLexicon> lexicons) : Condition
{
    public override Truth Test(Frame frame)
    {
        if (frame.Words is not { } words)
            return Truth.False;
        foreach (var lexicon in lexicons)
        {
            if (lexicon.Find(words).Length > 0)
                return Truth.True;
        }

        return Truth.False;
    }

    public override Fault? Explain(Frame frame) => null;
}
