using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Diagnostics;
using Standards.Rules.Syntax.Deadlines;
using Standards.Rules.Syntax.Expressions;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Rules.Binding;

/// <summary>Reads YAML as values of the norm language.</summary>
internal static class Literals
{
    /// <summary>The value of that type; missing, with a diagnostic, where the scalar is none.</summary>
    public static Value Bind(YamlNode node, ExpressionType type, DiagnosticBag diagnostics)
    {
        if (type.IsOpen)
            return node is YamlScalar open ? Natural(open) : Value.Missing;
        var value = Read(node, type);
        if (value.IsMissing || (type.AllowedValues is { Length: > 0 } allowed && value.Kind == ValueKind.String && !allowed.Contains(value.AsString, StringComparer.Ordinal)))
        {
            var text = node is YamlScalar scalar ? scalar.Value : "…";
            diagnostics.ReportWithHelp(
                BindingDiagnostics.BadDefault,
                node.Span,
                Suggestion.DidYouMean(text, type.AllowedValues),
                text,
                type.AllowedValues.Length > 0 ? string.Join(" | ", type.AllowedValues) : type.ToString()!);
            return Value.Missing;
        }

        return value;
    }

    /// <summary>The value in the type that the YAML itself suggests: for settings and case data of no declared attribute.</summary>
    public static Value Natural(YamlScalar scalar)
    {
        if (scalar.TryGetBool(out var truth))
            return Value.Of(truth);
        if (scalar.TryGetInt(out var whole))
            return Value.Of(whole);
        if (scalar.TryGetDouble(out var real))
            return Value.Of(real);
        return scalar.IsNull ? Value.Null : Value.Of(scalar.Value);
    }

    private static Value Read(YamlNode node, ExpressionType type)
    {
        if (node is YamlSequence list)
            return type is ExpressionType.ListOf of ? Value.Of([.. list.Items.Select(i => Read(i, of.Element))]) : Value.Missing;
        if (node is not YamlScalar scalar || scalar.IsNull)
            return Value.Missing;
        return type.Kind switch
        {
            ValueKind.Bool => scalar.TryGetBool(out var truth) ? Value.Of(truth) : Value.Missing,
            ValueKind.Int => scalar.TryGetInt(out var whole) ? Value.Of(whole) : Value.Missing,
            ValueKind.Double => scalar.TryGetDouble(out var real) ? Value.Of(real) : Value.Missing,
            ValueKind.String => Value.Of(scalar.Value),
            ValueKind.Timestamp => TimestampText.TryParse(scalar.Value, out var at) ? Value.Of(at) : Value.Missing,
            ValueKind.Duration => ElapsedTime(scalar.Value) is { } span ? Value.Of(span) : Value.Missing,
            ValueKind.List when type is ExpressionType.ListOf of => Value.Of([Read(scalar, of.Element)]),
            _ => Value.Missing,
        };
    }

    /// <summary>The length of an elapsed time such as <c>5 min</c>; null for anything else.</summary>
    public static TimeSpan? ElapsedTime(string text)
    {
        var bag = new DiagnosticBag();
        return DeadlineParser.Parse(text, (_, _) => SourceSpan.None, bag) is Deadline.Elapsed elapsed && !bag.HasErrors ? elapsed.Time : null;
    }
}
