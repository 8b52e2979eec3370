using Standards.Core.Diagnostics;
using Standards.Rules.Speech;

namespace Standards.Simulator.Playing;

/// <summary>Holds words against a scenario's model of them, for the reactions of people; norms have phrases of their own.</summary>
internal static class SpeechModel
{
    public const string SpokenAct = "words.spoken";

    /// <summary>Of so many characters one may differ.</summary>
    private const int CharactersPerSlip = 5;

    /// <summary>Whether the act is nothing but words, so that without words nothing was done.</summary>
    public static bool IsSpeechAlone(string act) => string.Equals(act, SpokenAct, StringComparison.Ordinal);

    public static bool IsMet(string model, string words)
    {
        if (words.Contains(model, StringComparison.Ordinal))
            return true;
        var options = PhraseOptions.Default with { Tolerance = Math.Max(1, model.Length / CharactersPerSlip) };
        return Phrase.TryCreate(model, options, new DiagnosticBag()) is { } phrase && phrase.IsMatch(TokenText.Of(words));
    }
}
