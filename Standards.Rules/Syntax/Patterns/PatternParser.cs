using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Expressions;

namespace Standards.Rules.Syntax.Patterns;

/// <summary>Reads patterns: alternatives separated by <c>or</c>.</summary>
internal sealed class PatternParser
{
    private static readonly LocalizedText Shape = new(
        "写作：行为 [by 角色] [saying 用语] [where 条件] [or …]",
        "write: act [by role] [saying phrase] [where condition] [or …]");

    private readonly string _text;
    private readonly Func<int, int, SourceSpan> _spanAt;
    private readonly DiagnosticBag _diagnostics;
    private int _position;

    private PatternParser(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
    {
        _text = text;
        _spanAt = spanAt;
        _diagnostics = diagnostics;
    }

    /// <summary>The alternatives; fewer than written where some were mistaken, and reported.</summary>
    public static ImmutableArray<AlternativeSyntax> Parse(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics) =>
        new PatternParser(text, spanAt, diagnostics).Alternatives();

    private ImmutableArray<AlternativeSyntax> Alternatives()
    {
        var alternatives = ImmutableArray.CreateBuilder<AlternativeSyntax>();
        while (true)
        {
            if (Alternative() is not { } alternative)
                return alternatives.ToImmutable();
            alternatives.Add(alternative);
            if (Peek() is not { } next)
                return alternatives.ToImmutable();
            if (!Is(next, "or"))
            {
                Report(next);
                return alternatives.ToImmutable();
            }

            Take(next);
        }
    }

    private AlternativeSyntax? Alternative()
    {
        if (Peek() is not { } act)
        {
            _diagnostics.ReportWithHelp(BindingDiagnostics.BadPattern, _spanAt(Math.Max(0, _text.Length - 1), 1), Shape, _text.Trim());
            return null;
        }

        Take(act);
        var roles = ImmutableArray.CreateBuilder<PatternWord>();
        PatternWord? phrase = null;
        ExpressionSyntax? where = null;
        if (TakeKeyword("by", out var by))
        {
            do
            {
                if (Peek() is not { } role)
                {
                    Report(by);
                    return null;
                }

                var name = role.Text.TrimEnd(',');
                _position = role.Offset + role.Length;
                roles.Add(new PatternWord(name, role.Offset));
                if (name.Length < role.Length)
                    continue;
                break;
            }
            while (true);
        }

        if (TakeKeyword("saying", out var saying))
        {
            phrase = Peek();
            if (phrase is null)
            {
                Report(saying);
                return null;
            }

            Take(phrase.Value);
        }

        if (TakeKeyword("where", out _))
        {
            var parsed = ExpressionParser.ParseCondition(_text, _position, _spanAt, _diagnostics);
            where = parsed.Expression;
            _position = parsed.End;
        }

        return new AlternativeSyntax(act, roles.ToImmutable(), phrase, where, _position);
    }

    private bool TakeKeyword(string keyword, out PatternWord word)
    {
        word = Peek() ?? default;
        if (!Is(word, keyword))
            return false;
        Take(word);
        return true;
    }

    private PatternWord? Peek()
    {
        var start = _position;
        while (start < _text.Length && char.IsWhiteSpace(_text[start]))
            start++;
        var end = start;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]))
            end++;
        return end == start ? null : new PatternWord(_text[start..end], start);
    }

    private void Take(PatternWord word) => _position = word.Offset + word.Length;

    private void Report(PatternWord word) =>
        _diagnostics.ReportWithHelp(BindingDiagnostics.BadPattern, _spanAt(word.Offset, word.Length), Shape, word.Text);

    private static bool Is(PatternWord word, string keyword) => string.Equals(word.Text, keyword, StringComparison.Ordinal);
}
