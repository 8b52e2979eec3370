using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Loading;

namespace Standards.Rules.Diagnostics;

/// <summary>How diagnostics are shown. Immutable; change by <c>with</c>.</summary>
public sealed record RenderOptions
{
    public static readonly RenderOptions Default = new();

    public Language Language { get; init; } = Language.En;

    /// <summary>ANSI colours. Default off.</summary>
    public bool Color { get; init; }

    /// <summary>One line for each diagnostic: no source line, no help. Default off.</summary>
    public bool Compact { get; init; }

    /// <summary>Diagnostics shown before the rest is only counted. Default 200.</summary>
    public int MaxRendered { get; init; } = 200;

    /// <summary>Terminal columns of a source line before it is cut. Default 120.</summary>
    public int MaxWidth { get; init; } = 120;
}

/// <summary>Writes diagnostics as text, with the line of the source and carets below the place. Immutable and thread-safe.</summary>
/// <param name="sources">Finds a source by the path of a span; null where there is none, and then no source line is shown.</param>
/// <param name="options">How they are shown; <see cref="RenderOptions.Default"/> where null.</param>
public sealed class DiagnosticRenderer(Func<string, SourceFile?> sources, RenderOptions? options = null)
{
    private const int GutterWidth = 5;

    private readonly RenderOptions _options = options ?? RenderOptions.Default;

    /// <summary>One diagnostic, each of its lines ended by a line feed.</summary>
    public string Render(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        Append(text, diagnostic);
        return text.ToString();
    }

    /// <summary>All diagnostics in the given order, a blank line between them unless compact; beyond the cap only their number.</summary>
    public string Render(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics.Take(_options.MaxRendered))
        {
            if (text.Length > 0 && !_options.Compact)
                text.Append('\n');
            Append(text, diagnostic);
        }

        if (diagnostics.Count > _options.MaxRendered)
            AppendRest(text, diagnostics.Count - Math.Max(_options.MaxRendered, 0));
        return text.ToString();
    }

    private void Append(StringBuilder text, Diagnostic diagnostic)
    {
        var color = AnsiOf(diagnostic.Severity);
        if (diagnostic.Span.File.Length > 0)
            text.Append(SourceExcerpt.Printable(diagnostic.Span.ToString())).Append(": ");
        Paint(text, color, $"{Word(diagnostic.Severity)} {diagnostic.Code}");
        text.Append(": ").Append(SourceExcerpt.Printable(diagnostic.Message(_options.Language))).Append('\n');
        if (_options.Compact)
            return;
        AppendSource(text, diagnostic.Span, color);
        if (diagnostic.Help is { } help)
            text.Append(' ', GutterWidth + 1).Append("= ").Append(_options.Language == Language.Zh ? "帮助：" : "help: ")
                .Append(SourceExcerpt.Printable(help.In(_options.Language))).Append('\n');
    }

    private void AppendSource(StringBuilder text, SourceSpan span, string color)
    {
        if (span.Line < 1 || sources(span.File) is not { } source || span.Line > source.LineCount)
            return;
        var excerpt = SourceExcerpt.Of(source.LineText(span.Line), span.Column, span.Length, _options.MaxWidth);
        var number = span.Line.ToString(CultureInfo.InvariantCulture).PadLeft(GutterWidth);
        text.Append(number).Append(excerpt.Text.Length > 0 ? " | " : " |").Append(excerpt.Text).Append('\n');
        if (span.Column < 1)
            return;
        text.Append(' ', number.Length).Append(" | ").Append(' ', excerpt.Indent);
        Paint(text, color, new string('^', excerpt.Carets));
        text.Append('\n');
    }

    private void AppendRest(StringBuilder text, int rest)
    {
        if (text.Length > 0 && !_options.Compact)
            text.Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{(_options.Language == Language.Zh ? $"另有 {rest} 条" : $"and {rest} more")}\n");
    }

    private void Paint(StringBuilder text, string color, string words) =>
        text.Append(_options.Color ? color : "").Append(words).Append(_options.Color ? "\u001b[0m" : "");

    private string Word(DiagnosticSeverity severity) => (severity, _options.Language) switch
    {
        (DiagnosticSeverity.Error, Language.Zh) => "错误",
        (DiagnosticSeverity.Warning, Language.Zh) => "警告",
        (_, Language.Zh) => "提示",
        (DiagnosticSeverity.Error, _) => "error",
        (DiagnosticSeverity.Warning, _) => "warning",
        _ => "note",
    };

    private static string AnsiOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "\u001b[1;31m",
        DiagnosticSeverity.Warning => "\u001b[1;33m",
        _ => "\u001b[1;36m",
    };
}
