using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;
using Standards.Rules.Loading;
using YamlDotNet.Core;

namespace Standards.Rules.Syntax.Yaml;

/// <summary>
/// Says what is wrong with a file that is not YAML, in words of the author of the file. The parser knows only which
/// rule of its grammar failed; the text around the place tells what the author meant.
/// </summary>
internal sealed class BrokenYaml
{
    private readonly SourceFile _file;
    private readonly YamlEvents _events;
    private readonly DiagnosticBag _diagnostics;

    private BrokenYaml(SourceFile file, YamlEvents events, DiagnosticBag diagnostics)
    {
        _file = file;
        _events = events;
        _diagnostics = diagnostics;
    }

    /// <summary>
    /// Reports one mistake. <paramref name="place"/> is where the parser failed, null where it does not say;
    /// <paramref name="reason"/> is the parser's own sentence.
    /// </summary>
    public static void Report(SourceFile file, YamlEvents events, (int Start, int End)? place, string reason, DiagnosticBag diagnostics)
    {
        var (start, end) = place ?? (events.Reached, events.Reached);
        new BrokenYaml(file, events, diagnostics).Explain(Math.Clamp(start, 0, file.Text.Length), Math.Clamp(end, 0, file.Text.Length), reason);
    }

    private void Explain(int start, int end, string reason)
    {
        if (ReportTab(start, end, reason))
            return;
        if (Says(reason, "escape", "hexadecimal", "surrogates"))
            ReportEscape(start, end);
        else if (Says(reason, "quoted scalar"))
            At(YamlDiagnostics.UnclosedQuote, start, 1, null, Sign(start));
        else if (Says(reason, "'}'", "']'", "current state of the object") && OpenBracket() is { } open)
            ReportBracket(open);
        else if (Says(reason, "cannot start any token", "anchor or alias"))
            At(YamlDiagnostics.ReservedStart, start, 1, YamlDiagnostics.QuoteTheText, Sign(start));
        else if (Says(reason, "invalid mapping", "Mapping values are not allowed"))
            ReportColon(start);
        else if (Says(reason, "Block sequence entries"))
            At(YamlDiagnostics.MisplacedSign, start, 1, YamlDiagnostics.DashAlone, "-");
        else if (Says(reason, "expected node content"))
            At(YamlDiagnostics.MisplacedSign, start, 1, _events.OpenBracket < 0 ? YamlDiagnostics.QuoteTheText : null, Sign(start));
        else if (Says(reason, "could not find expected ':'"))
            ReportLineWithoutColon(start);
        else if (Says(reason, "expected key", "'-' indicator", "<document start>"))
            ReportLine(start);
        else
            At(YamlDiagnostics.Broken, start, Math.Max(1, end - start));
    }

    /// <summary>A tab where the line of the error, or the next one, is indented, explains it whatever the parser says.</summary>
    private bool ReportTab(int start, int end, string reason)
    {
        if (Says(reason, "quoted scalar"))
            return false;
        var last = Says(reason, "tab") ? _file.LineCount : Math.Min(_file.LineCount, _file.Position(end).Line + 1);
        for (var line = _file.Position(Math.Max(start, _events.Reached)).Line; line <= last; line++)
        {
            var text = _file.LineText(line);
            var indent = text.Length - text.TrimStart(" \t").Length;
            var tab = text[..indent].IndexOf('\t');
            if (tab < 0 || indent == text.Length)
                continue;
            _diagnostics.ReportWithHelp(YamlDiagnostics.Tab, new SourceSpan(_file.Path, line, tab + 1), YamlDiagnostics.UseSpaces);
            return true;
        }

        return false;
    }

    /// <summary>The parser says where the text starts and how far it came; the escape is the last one before that.</summary>
    private void ReportEscape(int start, int end)
    {
        var read = _file.Text.AsSpan(start, Math.Min(end + 1, _file.Text.Length) - start);
        var backslash = start + Math.Max(0, read.LastIndexOf('\\'));
        var escape = _file.Text.AsSpan(backslash);
        var digits = escape is ['\\', 'x' or 'u' or 'U', .. var rest] ? rest.Length - rest.TrimStart("0123456789abcdefABCDEF").Length : 0;
        var span = _file.Span(backslash, backslash + 2 + digits);
        _diagnostics.ReportWithHelp(YamlDiagnostics.BadEscape, span, YamlDiagnostics.EscapeBackslash, escape[..span.Length].ToString());
    }

    /// <summary>The parser may fail before it tells of the bracket.</summary>
    private int? OpenBracket()
    {
        if (_events.OpenBracket >= 0)
            return _events.OpenBracket;
        var from = Math.Min(_events.Reached, _file.Text.Length);
        var found = _file.Text.AsSpan(from).IndexOfAny('[', '{');
        return found < 0 ? null : from + found;
    }

    private void ReportBracket(int open) =>
        At(YamlDiagnostics.UnclosedBracket, open, 1, null, Sign(open), Sign(open) is "[" ? "]" : "}");

    /// <summary>A colon can be one too many, or its line stands too deep below a line that has its value already.</summary>
    private void ReportColon(int colon)
    {
        var (line, column) = _file.Position(colon);
        var before = _file.LineText(line)[..(column - 1)].Trim();
        var first = before.StartsWith("- ", StringComparison.Ordinal) ? before[2..] : before;
        if (first.IndexOf(": ", StringComparison.Ordinal) >= 0 || line == 1)
            At(YamlDiagnostics.ColonInText, colon, 1, YamlDiagnostics.QuoteTheText);
        else if (PreviousLine(line) is { } above && !_file.LineText(above).Contains(':'))
            ReportMissingColon(above);
        else
            ReportIndentation(line);
    }

    private void ReportLineWithoutColon(int start)
    {
        if (Sign(start) is "\"" or "'")
            At(YamlDiagnostics.UnclosedQuote, start, 1, null, Sign(start));
        else
            ReportMissingColon(_file.Position(start).Line);
    }

    /// <summary>A line that fits nowhere: the text before it, and its own colon, tell why.</summary>
    private void ReportLine(int start)
    {
        var (line, column) = _file.Position(start);
        var text = _file.LineText(line);
        var before = text[..(column - 1)].TrimEnd();
        if (before.EndsWith("'", StringComparison.Ordinal) || before.EndsWith("\"", StringComparison.Ordinal))
            ReportAfterQuote(start);
        else if (text[(column - 1)..] is "-" || text[(column - 1)..].StartsWith("- ", StringComparison.Ordinal) || HasColon(text))
            ReportIndentation(line);
        else if (Sign(start) is "]" or "}" or ",")
            At(YamlDiagnostics.MisplacedSign, start, 1, YamlDiagnostics.QuoteTheText, Sign(start));
        else
            ReportMissingColon(line);
    }

    private void ReportAfterQuote(int start)
    {
        var quoted = _events.LastScalar is { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } scalar
            && scalar.Start.Line != scalar.End.Line
            && scalar.End.Index <= start
                ? (int)scalar.Start.Index
                : -1;
        if (quoted >= 0)
            At(YamlDiagnostics.UnclosedQuote, quoted, 1, null, Sign(quoted));
        else
            At(YamlDiagnostics.TextAfterQuote, start, 1, YamlDiagnostics.QuoteTheText);
    }

    private void ReportIndentation(int line)
    {
        var text = _file.LineText(line);
        var indent = text.Length - text.TrimStart().Length;
        _diagnostics.ReportWithHelp(
            YamlDiagnostics.Indentation,
            new SourceSpan(_file.Path, line, 1, Math.Max(1, indent)),
            YamlDiagnostics.AlignKeys);
    }

    private void ReportMissingColon(int line)
    {
        var text = _file.LineText(line);
        var key = text.Trim();
        var column = text.Length - text.TrimStart().Length + 1;
        _diagnostics.Report(YamlDiagnostics.MissingColon, new SourceSpan(_file.Path, line, column, Math.Max(1, key.Length)), key.ToString());
    }

    private int? PreviousLine(int line)
    {
        for (var above = line - 1; above >= 1; above--)
        {
            var text = _file.LineText(above).Trim();
            if (text.Length > 0 && text[0] != '#')
                return above;
        }

        return null;
    }

    private void At(DiagnosticDescriptor descriptor, int start, int length, LocalizedText? help = null, params ReadOnlySpan<string> arguments) =>
        _diagnostics.ReportWithHelp(descriptor, _file.Span(start, start + length), help, arguments);

    private string Sign(int at) => at < _file.Text.Length ? _file.Text[at].ToString() : "";

    private static bool HasColon(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimEnd();
        return trimmed.EndsWith(":", StringComparison.Ordinal) || trimmed.IndexOf(": ", StringComparison.Ordinal) >= 0;
    }

    private static bool Says(string reason, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (reason.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
