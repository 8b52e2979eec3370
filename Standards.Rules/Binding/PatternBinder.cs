using System.Collections.Immutable;
using Standards.Core.Diagnostics;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Syntax.Expressions;
using Standards.Rules.Syntax.Patterns;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Binds patterns and conditions. The two scopes differ in whether <c>activation.NAME</c> means something.</summary>
internal sealed class PatternBinder(PackScope pack, NormScope plain, NormScope withActivation)
{
    private const string Any = "any";

    /// <summary>The pattern below a key; null where the key is absent, or nothing of it could be read.</summary>
    public BoundPattern? Pattern(MappingReader reader, string key, bool seesActivation = false, bool required = false)
    {
        var texts = reader.StringOrList(key, required);
        return texts.IsEmpty ? null : Pattern(texts, seesActivation);
    }

    public BoundPattern? Pattern(ImmutableArray<YamlScalar> texts, bool seesActivation = false)
    {
        var alternatives = ImmutableArray.CreateBuilder<BoundAlternative>();
        foreach (var text in texts)
        {
            foreach (var syntax in PatternParser.Parse(text.Value, text.SpanAt, pack.Diagnostics))
            {
                if (Bind(text, syntax, seesActivation) is { } alternative)
                    alternatives.Add(alternative);
            }
        }

        return alternatives.Count == 0 ? null : new BoundPattern(alternatives.ToImmutable(), texts[0].Span);
    }

    /// <summary>A condition; null where absent.</summary>
    public BoundExpression? Condition(YamlScalar? text, bool seesActivation = false) =>
        text is null ? null : ExpressionBinder.BindCondition(Parse(text), Scope(seesActivation), pack.Diagnostics);

    /// <summary>An expression of any type; null where absent.</summary>
    public BoundExpression? Expression(YamlScalar? text) =>
        text is null ? null : ExpressionBinder.Bind(Parse(text), plain, pack.Diagnostics);

    private ExpressionSyntax Parse(YamlScalar text) => ExpressionParser.Parse(text.Value, text.SpanAt, pack.Diagnostics);

    private NormScope Scope(bool seesActivation) => seesActivation ? withActivation : plain;

    private BoundAlternative? Bind(YamlScalar text, AlternativeSyntax syntax, bool seesActivation)
    {
        var act = string.Equals(syntax.Act.Text, Any, StringComparison.Ordinal)
            ? BoundAlternative.AnyAct
            : pack.Vocabulary.Act(syntax.Act.Text, SpanOf(text, syntax.Act));
        var roles = pack.Vocabulary.RoleCases(syntax.Roles.Select(r => (r.Text, SpanOf(text, r))));
        UtteranceTest? saying = null;
        if (syntax.Phrase is { } phrase && pack.Phrases.Resolve(phrase.Text, SpanOf(text, phrase)) is { } bound)
            saying = new UtteranceTest.Phrases([bound]);
        var where = syntax.Where is null ? null : ExpressionBinder.BindCondition(syntax.Where, Scope(seesActivation), pack.Diagnostics);
        var known = act >= 0 || string.Equals(syntax.Act.Text, Any, StringComparison.Ordinal);
        return known ? new BoundAlternative(act, roles, saying, where, text.SpanAt(syntax.Act.Offset, syntax.End - syntax.Act.Offset)) : null;
    }

    private static SourceSpan SpanOf(YamlScalar text, PatternWord word) => text.SpanAt(word.Offset, word.Length);
}
