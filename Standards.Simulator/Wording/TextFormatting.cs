using System.Globalization;
using Standards.Core;

namespace Standards.Simulator.Wording;

/// <summary>How texts of the catalogue are filled in.</summary>
internal static class TextFormatting
{
    /// <summary>The text with its places filled in, in both languages: by texts in the language of each, by all else as it is.</summary>
    public static LocalizedText With(this LocalizedText text, params object[] arguments) => new(
        string.Format(CultureInfo.InvariantCulture, text.Zh, [.. arguments.Select(a => a is LocalizedText words ? words.Zh : a)]),
        string.Format(CultureInfo.InvariantCulture, text.En, [.. arguments.Select(a => a is LocalizedText words ? words.En : a)]));
}

/// <summary>Something that is counted. Immutable.</summary>
/// <param name="Zh">The measure word and the noun.</param>
/// <param name="One">The English singular.</param>
/// <param name="Many">The English plural.</param>
internal sealed record Noun(string Zh, string One, string Many)
{
    /// <summary>The number with the noun: <c>1 case</c>, <c>1,200 cases</c>.</summary>
    public LocalizedText Times(long number)
    {
        var digits = Number(number);
        return new LocalizedText($"{digits} {Zh}", $"{digits} {(number == 1 ? One : Many)}");
    }

    /// <summary>A whole number with its thousands apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share of 0 to 1 in per cent, cut to tenths: what is not quite all never reads as 100 %.</summary>
    public static string Percent(double share) => (Math.Floor(share * 1000) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
