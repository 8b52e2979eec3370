using System.Globalization;
using Standards.Rules.Binding;

namespace Standards.Simulator.Scenarios;

/// <summary>Elapsed times of scenarios: those of the norm language, and besides nothing (<c>0 s</c>) and parts of a second (<c>2.5 s</c>).</summary>
internal static class ElapsedText
{
    private const decimal MostSeconds = 1_000_000_000;

    /// <summary>The time, from zero; null for anything else.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (Literals.ElapsedTime(text) is { } span)
            return span >= TimeSpan.Zero ? span : null;
        return text.EndsWith('s') && decimal.TryParse(text.AsSpan()[..^1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < MostSeconds
            ? new TimeSpan((long)(seconds * TimeSpan.TicksPerSecond))
            : null;
    }
}
