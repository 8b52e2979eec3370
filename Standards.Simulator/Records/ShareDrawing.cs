using System.Globalization;

namespace Standards.Simulator.Records;

/// <summary>Shares drawn with characters, so that they survive a terminal without colours.</summary>
internal static class ShareDrawing
{
    private const string Levels = "▁▂▃▄▅▆▇█";
    private const char Nothing = '·';

    /// <summary>One character an attempt, the latest last; a dot where nothing was tried. No more than <paramref name="most"/>.</summary>
    public static string Line(IReadOnlyCollection<double?> shares, int most) =>
        string.Concat(shares.Skip(Math.Max(0, shares.Count - most)).Select(s => s is { } share ? Levels[Math.Clamp((int)(share * (Levels.Length - 1)), 0, Levels.Length - 1)] : Nothing));

    /// <summary>A bar of so many columns: full only for everything.</summary>
    public static string Bar(double? share, int width)
    {
        var full = Math.Clamp((int)((share ?? 0) * width), 0, width);
        return new string('█', full) + new string('░', width - full);
    }

    /// <summary>A difference of shares in points of per cent, with its direction; a change below one point is none.</summary>
    public static string Trend(double? difference) => difference is not { } known ? "–"
        : Math.Round(known * 100) is var points && points == 0 ? "→ 0"
        : string.Create(CultureInfo.InvariantCulture, $"{(points > 0 ? '↑' : '↓')} {Math.Abs(points)}");
}
