using System.Buffers;
using System.Globalization;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>
/// Finds characters that no editor shows and that YAML forbids, or that its versions read differently: control
/// characters, exotic line separators, a byte order mark inside the text.
/// </summary>
internal static class HiddenCharacters
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c).Except(['\t', '\n', '\r']),
        '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF',
    ]);

    /// <summary>Reports the first one, if any.</summary>
    public static bool Report(SourceFile file, DiagnosticBag diagnostics)
    {
        var at = file.Text.AsSpan().IndexOfAny(Forbidden);
        if (at < 0)
            return false;
        var code = ((int)file.Text[at]).ToString("X4", CultureInfo.InvariantCulture);
        diagnostics.Report(YamlDiagnostics.HiddenCharacter, file.Span(at, at + 1), $"U+{code}");
        return true;
    }
}
