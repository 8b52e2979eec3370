using System.Globalization;
using System.Text;
using Standards.Audit.Diagnostics;
using Standards.Audit.Reading;
using Standards.Core.Diagnostics;
using Standards.Rules.Syntax.Expressions;
using Standards.Rules.Syntax.Yaml;

namespace Standards.Audit.Mapping;

/// <summary>The values of a mapping that name something outside it. A mistaken one is reported and the default takes its place.</summary>
internal static class MappingValues
{
    public static char Delimiter(YamlScalar scalar, DiagnosticBag diagnostics)
    {
        if (scalar.Value is [var delimiter] && char.IsAscii(delimiter) && delimiter is not ('"' or '\r' or '\n'))
            return delimiter;
        diagnostics.ReportWithHelp(MappingDiagnostics.BadDelimiter, scalar.Span, MappingDiagnostics.TabForm, scalar.Value);
        return ',';
    }

    public static string Encoding(YamlScalar scalar, DiagnosticBag diagnostics)
    {
        try
        {
            _ = CodePagesEncodingProvider.Instance.GetEncoding(scalar.Value) ?? System.Text.Encoding.GetEncoding(scalar.Value);
            return scalar.Value;
        }
        catch (ArgumentException)
        {
            diagnostics.ReportWithHelp(MappingDiagnostics.UnknownEncoding, scalar.Span, MappingDiagnostics.EncodingForm, scalar.Value);
            return "utf-8";
        }
    }

    public static TimeZoneInfo? Zone(YamlScalar scalar, DiagnosticBag diagnostics)
    {
        if (ZoneText.TryParse(scalar.Value, out var zone))
            return zone;
        diagnostics.ReportWithHelp(MappingDiagnostics.UnknownZone, scalar.Span, MappingDiagnostics.ZoneForm, scalar.Value);
        return null;
    }

    public static CultureInfo Culture(YamlScalar scalar, DiagnosticBag diagnostics)
    {
        try
        {
            return CultureInfo.GetCultureInfo(scalar.Value, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            diagnostics.ReportWithHelp(MappingDiagnostics.UnknownCulture, scalar.Span, MappingDiagnostics.CultureForm, scalar.Value);
            return CultureInfo.InvariantCulture;
        }
    }

    /// <summary>Whether a text can be used as a format of times: it reads back what it writes, and says its offset as <c>zzz</c> or not at all.</summary>
    public static Func<YamlScalar, bool> IsTimeFormat(DiagnosticBag diagnostics) => scalar =>
    {
        var hasKind = TimeFormat.WithoutLiterals(scalar.Value).Contains('K', StringComparison.Ordinal);
        if (!hasKind && Reads(scalar.Value))
            return true;
        diagnostics.ReportWithHelp(
            MappingDiagnostics.BadTimeFormat,
            scalar.Span,
            hasKind ? MappingDiagnostics.OffsetForm : MappingDiagnostics.FormatForm,
            scalar.Value);
        return false;
    };

    private static bool Reads(string format)
    {
        // A single letter is a standard format, which depends on the culture; a year and a day are the least that a time says.
        if (format.Length < 2 || !format.Contains('y', StringComparison.Ordinal) || !format.Contains('d', StringComparison.Ordinal))
            return false;
        try
        {
            var sample = new DateTimeOffset(2026, 3, 12, 13, 14, 15, TimeSpan.Zero).ToString(format, CultureInfo.InvariantCulture);
            return DateTimeOffset.TryParseExact(sample, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
