using Standards.Core;
using Standards.Rules.Sessions;

namespace Standards.Simulator.Playing;

/// <summary>Warns of deadlines, each at most twice: when it draws near, and shortly before it breaks. Not thread-safe.</summary>
internal sealed class Warner
{
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan VeryNear = TimeSpan.FromSeconds(15);

    private readonly HashSet<(string Norm, string? Key, Instant Due, bool Last)> _warned = [];

    public void Forget() => _warned.Clear();

    public IEnumerable<PlayLine> Warn(Play play)
    {
        foreach (var open in play.OpenObligations())
        {
            if (open.IsProhibition || open.Due < play.Clock)
                continue;
            var left = open.Due - play.Clock;
            if (left > Threshold(open) || !_warned.Add((open.Norm, open.Key, open.Due, left <= VeryNear)))
                continue;
            yield return new PlayLine.Warned(play.Clock, open);
        }
    }

    /// <summary>A minute, of long times the last tenth.</summary>
    private static TimeSpan Threshold(OpenObligation open)
    {
        var tenth = (open.Due - open.ActivatedAt) / 10;
        return tenth > Near ? tenth : Near;
    }
}
