using System.Globalization;
using System.Text.RegularExpressions;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>The core schema of YAML 1.2 (section 10.3): what a plain scalar means.</summary>
internal static partial class CoreSchema
{
    public const string TagPrefix = "tag:yaml.org,2002:";

    private const string TextTag = TagPrefix + "str";
    private const string NonSpecificTag = "!";
    private const int LongestNumber = 400;

    public static bool Knows(string tag) => tag is
        NonSpecificTag or TextTag or TagPrefix + "int" or TagPrefix + "float" or TagPrefix + "bool" or TagPrefix + "null"
        or TagPrefix + "seq" or TagPrefix + "map";

    public static YamlScalarKind KindOf(string value, YamlScalarStyle style, string? tag)
    {
        if (tag is TextTag or NonSpecificTag || (tag is null && style != YamlScalarStyle.Plain))
            return YamlScalarKind.Text;
        return value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => YamlScalarKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlScalarKind.Bool,
            _ when value.Length > LongestNumber || !MayStartNumber(value[0]) => YamlScalarKind.Text,
            _ when Int().IsMatch(value) => YamlScalarKind.Int,
            _ when Float().IsMatch(value) => YamlScalarKind.Float,
            _ => YamlScalarKind.Text,
        };
    }

    public static bool TryParseInt(string value, out long result)
    {
        if (value.StartsWith("0x", StringComparison.Ordinal))
            return long.TryParse(value.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out result) && result >= 0;
        return value.StartsWith("0o", StringComparison.Ordinal)
            ? TryParseOctal(value.AsSpan(2), out result)
            : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out result);
    }

    public static bool TryParseDouble(string value, out double result)
    {
        var unsigned = value.AsSpan().TrimStart("+-");
        if (unsigned is ".inf" or ".Inf" or ".INF")
        {
            result = value[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        if (unsigned is ".nan" or ".NaN" or ".NAN")
        {
            result = double.NaN;
            return true;
        }

        if (!value.StartsWith("0x", StringComparison.Ordinal) && !value.StartsWith("0o", StringComparison.Ordinal))
            return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out result);
        var whole = TryParseInt(value, out var number);
        result = number;
        return whole;
    }

    private static bool TryParseOctal(ReadOnlySpan<char> digits, out long result)
    {
        result = 0;
        foreach (var digit in digits)
        {
            if (result > long.MaxValue >> 3)
                return false;
            result = (result << 3) | (uint)(digit - '0');
        }

        return true;
    }

    private static bool MayStartNumber(char c) => char.IsAsciiDigit(c) || c is '+' or '-' or '.';

    [GeneratedRegex(@"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Int();

    [GeneratedRegex(
        @"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Float();
}
