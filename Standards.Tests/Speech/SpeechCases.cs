using Standards.Core.Diagnostics;
using Standards.Rules.Speech;
using Xunit;

namespace Standards.Tests.Speech;

/// <summary>Phrases for tests: any diagnostic but a note fails the test.</summary>
internal static class SpeechCases
{
    public static Phrase Phrase(string text, PhraseOptions? options = null)
    {
        var diagnostics = new DiagnosticBag();
        var phrase = Rules.Speech.Phrase.TryCreate(text, options ?? PhraseOptions.Default, diagnostics);
        Assert.DoesNotContain(diagnostics.ToSorted(), d => d.Severity != DiagnosticSeverity.Note);
        return phrase!;
    }

    public static string Describe(DiagnosticBag diagnostics) =>
        string.Join(' ', diagnostics.ToSorted().Select(d => $"{d.Code}@{d.Span.Column}+{d.Span.Length}"));

    /// <summary>The place in a text, as columns from 1.</summary>
    public static SourceSpan SpanAt(int start, int length) => new("pack.yaml", 1, start + 1, length);
}
