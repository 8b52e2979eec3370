using Standards.Core.Diagnostics;

namespace Standards.Rules.Syntax.Expressions;

/// <summary>The text that is parsed, the way from its offsets to the file, and the place for its mistakes.</summary>
internal sealed class ExpressionSource(string text, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
{
    private int _lastMistake = -1;

    public string Text { get; } = text;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    public ReadOnlySpan<char> Slice(Token token) => Text.AsSpan(token.Offset, token.Length);

    public SourceSpan SpanAt(int offset, int length) => spanAt(offset, length);

    public ExpressionOrigin Origin(int start, int end) => new(Text, start, end - start, spanAt(start, end - start));

    public ExpressionOrigin Origin(Token token) => Origin(token.Offset, token.End);

    /// <summary>Reports a mistake, unless one was reported at the same place: the second would only follow from the first.</summary>
    public void Report(DiagnosticDescriptor descriptor, int start, int end, Core.LocalizedText? help, params ReadOnlySpan<string> arguments)
    {
        if (start == _lastMistake)
            return;
        _lastMistake = start;
        Diagnostics.ReportWithHelp(descriptor, spanAt(start, end - start), help, arguments);
    }
}
