using System.Globalization;
using Standards.Core;
using Standards.Rules.Binding;
using Standards.Simulator.Debriefs;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Playing;

/// <summary>Times as trainees type and read them.</summary>
internal static class PlayTime
{
    /// <summary>How long <c>:wait</c> waits where it is not told.</summary>
    public static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private static readonly (string Word, string Unit)[] ChineseUnits = [("小时", "h"), ("分钟", "min"), ("分", "min"), ("秒", "s"), ("天", "d"), ("日", "d")];

    /// <summary>A time such as <c>30s</c>, <c>2 min</c>, <c>1:30</c>, <c>30 秒</c> or a bare number of seconds; null for anything else.</summary>
    public static TimeSpan? Parse(string text)
    {
        var plain = text.Trim();
        foreach (var (word, unit) in ChineseUnits)
            plain = plain.Replace(word, unit, StringComparison.Ordinal);
        TimeSpan? span = null;
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1_000_000_000)
            span = new TimeSpan((long)(seconds * TimeSpan.TicksPerSecond));
        else if (plain.Contains(':', StringComparison.Ordinal))
            span = CaseOffset.TryParse(plain, out var offset) ? offset : null;
        else if (plain.Length > 0)
            span = ElapsedText.Parse(Spaced(plain));
        return span is { } found && found >= TimeSpan.Zero && found <= Longest ? found : null;
    }

    /// <summary>How long, in words for people, in whole seconds rounded up: <c>40 s</c>, <c>2 min 5 s</c>, <c>1 d 3 h</c>.</summary>
    public static LocalizedText Words(TimeSpan span) => SpanText.InWords(TimeSpan.FromSeconds(Math.Ceiling(Math.Abs(span.TotalSeconds))));

    private static string Spaced(string text)
    {
        var unit = 0;
        while (unit < text.Length && (char.IsAsciiDigit(text[unit]) || text[unit] == '.'))
            unit++;
        return unit is 0 || unit == text.Length ? text : text[..unit] + " " + text[unit..].Trim();
    }
}
