using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Reads the cells of decision tables: DMN unary tests (DMN 1.5, section 7.3.14) over one input.</summary>
internal sealed class UnaryTestParser
{
    private readonly YamlScalar _cell;
    private readonly ExpressionType _type;
    private readonly DiagnosticBag _diagnostics;

    private UnaryTestParser(YamlScalar cell, ExpressionType type, DiagnosticBag diagnostics)
    {
        _cell = cell;
        _type = type;
        _diagnostics = diagnostics;
    }

    /// <summary>The test; one that holds for everything where the cell was mistaken, and reported.</summary>
    public static UnaryTest Parse(YamlScalar cell, ExpressionType type, DiagnosticBag diagnostics) =>
        new UnaryTestParser(cell, type, diagnostics).Whole(cell.Value.Trim());

    private UnaryTest Whole(string text)
    {
        if (text is "-" or "")
            return new UnaryTest.Anything();
        if (text.StartsWith("not(", StringComparison.Ordinal) && text.EndsWith(')'))
            return new UnaryTest.Not(Whole(text[4..^1].Trim()));
        var tests = Split(text).Select(One).ToImmutableArray();
        if (tests.Length == 1)
            return tests[0];
        return tests.All(t => t is UnaryTest.OneOf)
            ? new UnaryTest.OneOf([.. tests.Cast<UnaryTest.OneOf>().SelectMany(t => t.Values)])
            : new UnaryTest.AnyOf(tests);
    }

    /// <summary>Parts between commas that stand outside quotes.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var quoted = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted == '\0' && text[i] is '\'' or '"')
                quoted = text[i];
            else if (text[i] == quoted)
                quoted = '\0';
            else if (text[i] == ',' && quoted == '\0')
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        yield return text[start..].Trim();
    }

    private UnaryTest One(string text)
    {
        foreach (var (sign, low, inclusive) in (ReadOnlySpan<(string, bool, bool)>)[("<=", false, true), (">=", true, true), ("<", false, false), (">", true, false)])
        {
            if (!text.StartsWith(sign, StringComparison.Ordinal))
                continue;
            CheckOrder(text);
            var bound = Literal(text[sign.Length..].Trim());
            return low ? new UnaryTest.Range(bound, inclusive, Value.Missing, true) : new UnaryTest.Range(Value.Missing, true, bound, inclusive);
        }

        if (text.Length > 1 && text[0] is '[' or '(' or ']' && text[^1] is ']' or ')' or '[' && text.IndexOf("..", StringComparison.Ordinal) is > 0 and var dots)
        {
            CheckOrder(text);
            return new UnaryTest.Range(Literal(text[1..dots].Trim()), text[0] == '[', Literal(text[(dots + 2)..^1].Trim()), text[^1] == ']');
        }

        return new UnaryTest.OneOf([Literal(text)]);
    }

    /// <summary>Only what has an order lies below, above or between.</summary>
    private void CheckOrder(string text)
    {
        if (_type.IsOpen || (_type.Kind is ValueKind.Int or ValueKind.Double or ValueKind.Duration or ValueKind.Timestamp or ValueKind.String && _type.AllowedValues.IsEmpty))
            return;
        _diagnostics.ReportWithHelp(
            DecisionDiagnostics.BadCell,
            _cell.Span,
            new LocalizedText("这些值没有大小之分；逐个列出，用逗号分开", "these values have no order; list them, with commas between"),
            text);
    }

    private Value Literal(string text)
    {
        var opened = text.Length > 0 && text[0] is '\'' or '"';
        var quoted = opened && text.Length >= 2 && text[^1] == text[0];
        if (text.Length == 0 || opened != quoted)
        {
            _diagnostics.Report(DecisionDiagnostics.BadCell, _cell.Span, _cell.Value);
            return Value.Null;
        }

        if (string.Equals(text, "null", StringComparison.Ordinal))
            return Value.Null;
        var scalar = new YamlScalar(_cell.Span, quoted ? text[1..^1] : text, quoted ? YamlScalarStyle.SingleQuoted : YamlScalarStyle.Plain);
        if (_type.IsOpen)
            return quoted ? Value.Of(scalar.Value) : Literals.Natural(scalar);
        var bag = new DiagnosticBag();
        var value = Literals.Bind(scalar, _type, bag);
        if (bag.HasErrors)
        {
            _diagnostics.ReportWithHelp(
                DecisionDiagnostics.WrongCellType,
                _cell.Span,
                Suggestion.DidYouMean(text, _type.AllowedValues),
                text,
                _type.AllowedValues.Length > 0 ? string.Join(" | ", _type.AllowedValues) : _type.ToString()!);
        }

        return value;
    }
}
