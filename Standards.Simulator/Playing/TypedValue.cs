using Standards.Core.Diagnostics;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Binding.Expressions;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Simulator.Playing;

/// <summary>Reads what a person types as the value of an attribute.</summary>
internal static class TypedValue
{
    /// <summary>The value; missing for an empty text, and for one that is no value of the type.</summary>
    public static Value Of(string text, ExpressionType type) =>
        string.IsNullOrWhiteSpace(text) ? Value.Missing : Literals.Bind(new YamlScalar(SourceSpan.None, text.Trim()), type, new DiagnosticBag());

    /// <summary>Whether the text may stand for the attribute: empty, which leaves it out, or a value.</summary>
    public static bool IsFine(string text, ExpressionType type) => string.IsNullOrWhiteSpace(text) || !Of(text, type).IsMissing;
}
