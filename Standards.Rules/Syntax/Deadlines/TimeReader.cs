using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Syntax.Deadlines;

/// <summary>The pieces of a text with a place among them, and the ways to complain about it. Not thread-safe.</summary>
internal sealed class TimeReader(string text, bool namesHaveHyphens, Func<int, int, SourceSpan> spanAt, DiagnosticBag diagnostics)
{
    private readonly ImmutableArray<TimeToken> _tokens = TimeLexer.Read(text, namesHaveHyphens);
    private int _at;

    public TimeToken Current => _tokens[_at];

    /// <summary>Whether something has been reported.</summary>
    public bool Failed { get; private set; }

    public TimeToken Ahead(int count) => _tokens[Math.Min(_at + count, _tokens.Length - 1)];

    public TimeToken Take()
    {
        var token = Current;
        if (token.Kind != TimeTokenKind.End)
            _at++;
        return token;
    }

    public bool TakeWord(string word) => Current.IsWord(word) && Take().Kind == TimeTokenKind.Word;

    public bool Take(TimeTokenKind kind) => Current.Kind == kind && kind != TimeTokenKind.End && Take().Kind == kind;

    /// <summary>The text between two places, as the user wrote it.</summary>
    public string Text(int start, int end) => end > start ? text[start..end] : "";

    public int LastEnd => _at == 0 ? 0 : _tokens[_at - 1].End;

    /// <summary>Reports a mistake; only the first of a text, since the rest are its consequences.</summary>
    public void Report(DiagnosticDescriptor descriptor, int start, int end, LocalizedText? help, params ReadOnlySpan<string> arguments)
    {
        if (Failed)
            return;
        Failed = true;
        diagnostics.ReportWithHelp(descriptor, spanAt(start, Math.Max(1, end - start)), help, arguments);
    }

    public void Report(DiagnosticDescriptor descriptor, TimeToken token, LocalizedText? help) =>
        Report(descriptor, token.Start, token.End, help, token.Text);

    /// <summary>Reports that the current piece is not what must stand here.</summary>
    public void Unexpected(DiagnosticDescriptor descriptor, LocalizedText help) =>
        Report(descriptor, Current.Start, Current.End, help, Current.Kind == TimeTokenKind.End ? "…" : $"`{Current.Text}`");

    /// <summary>Complains about anything that is left.</summary>
    public void ExpectEnd()
    {
        if (Current.Kind != TimeTokenKind.End)
            Report(TimeDiagnostics.UnexpectedText, Current.Start, Current.End, null, $"`{Current.Text}`");
    }

    /// <summary>The time of day of a clock; 24:00 is one day. Null, and reported, where there is no such time.</summary>
    public TimeSpan? TimeOfDay(TimeToken token)
    {
        var parts = token.Text.Split(':');
        if (parts.Length is 2 or 3
            && parts[0].Length <= 2
            && parts.Skip(1).All(part => part.Length == 2)
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && int.TryParse(parts.Length == 3 ? parts[2] : "00", NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && minutes < 60
            && seconds < 60
            && new TimeSpan(hours, minutes, seconds) is var time
            && time <= TimeSpan.FromDays(1))
        {
            return time;
        }

        Report(TimeDiagnostics.NoSuchTime, token, new("时间写作 `00:00` 至 `24:00`", "times run from `00:00` to `24:00`"));
        return null;
    }
}
