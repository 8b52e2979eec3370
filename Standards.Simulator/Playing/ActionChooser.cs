using System.Collections.Immutable;
using System.Globalization;
using Standards.Core.Diagnostics;
using Standards.Rules.Speech;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Playing;

/// <summary>Finds the action that a line means: by its number, its name, its title, or the words that it would say.</summary>
internal static class ActionChooser
{
    /// <summary>The share of a model's characters that words may miss and still mean it.</summary>
    private const double FarthestWords = 0.6;

    /// <summary>The action, and the words that follow its name; no action where the line means none.</summary>
    public static (SceneAction? Action, string? Words) Choose(string text, ImmutableArray<SceneAction> actions, Play play)
    {
        var space = text.AsSpan().IndexOfAny(' ', '\u3000');
        var (first, rest) = space < 0 ? (text, null) : (text[..space], text[(space + 1)..].Trim());
        if (actions.Where(a => Reads(play, a, text)).Take(2).ToList() is [var titled])
            return (titled, null);
        if (Named(first, actions) is { } named && (rest is null || named.Speech is not null))
            return (named, rest);
        return (Speaking(text, actions, play), text);
    }

    private static SceneAction? Named(string name, ImmutableArray<SceneAction> actions)
    {
        if (int.TryParse(name.TrimEnd('.', ')', '、'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= actions.Length ? actions[number - 1] : null;
        return actions.FirstOrDefault(a => string.Equals(a.Id, name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Reads(Play play, SceneAction action, string text)
    {
        var title = play.Fill(action.Title);
        return string.Equals(title.Zh, text, StringComparison.Ordinal) || string.Equals(title.En, text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The action whose model comes nearest to the words.</summary>
    private static SceneAction? Speaking(string words, ImmutableArray<SceneAction> actions, Play play)
    {
        var spoken = TokenText.Of(words);
        var nearest = actions.Where(a => a.Speech is not null)
            .Select(a => (Action: a, Distance: DistanceOf(play.Fill(a.Speech!.Model).Zh, spoken)))
            .OrderBy(a => a.Distance).FirstOrDefault();
        return nearest.Action is not null && nearest.Distance <= FarthestWords ? nearest.Action : null;
    }

    private static double DistanceOf(string model, TokenText words) =>
        Phrase.TryCreate(model, PhraseOptions.Default with { Polite = false }, new DiagnosticBag()) is { } phrase
            ? phrase.Match(words).Distance / (double)Math.Max(1, model.Length)
            : 1;
}
