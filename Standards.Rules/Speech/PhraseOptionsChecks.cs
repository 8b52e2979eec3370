using System.Globalization;
using Standards.Core.Diagnostics;
using Standards.Rules.Diagnostics;

namespace Standards.Rules.Speech;

/// <summary>Holds the options of a phrase against its template.</summary>
internal static class PhraseOptionsChecks
{
    /// <summary>Reports every option that does not fit; false where there is one.</summary>
    public static bool Check(PhraseTemplate template, PhraseOptions options, PhraseSource source, DiagnosticBag diagnostics)
    {
        var sound = true;
        if (options.Tolerance < 0 || (options.Tolerance > 0 && options.Tolerance >= template.FewestWords))
        {
            diagnostics.Report(SpeechDiagnostics.Tolerance, source.Tolerance, Invariant(options.Tolerance), Invariant(template.FewestWords));
            sound = false;
        }

        for (var i = 0; i < options.Fillers.Length; i++)
        {
            if (TokenText.Of(options.Fillers[i]).Count is > 0 and <= FillerSet.MaxTokens)
                continue;
            diagnostics.Report(SpeechDiagnostics.Filler, source.Filler(i), options.Fillers[i]);
            sound = false;
        }

        return sound;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
