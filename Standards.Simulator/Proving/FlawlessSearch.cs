using Standards.Simulator.Playing;
using Standards.Simulator.Scenarios;

namespace Standards.Simulator.Proving;

/// <summary>
/// Looks for a way to an ending that breaks no norm beyond those broken already: depth first, in the order in which the author wrote the
/// actions, giving up a way as soon as it breaks something.
/// </summary>
internal sealed class FlawlessSearch(PlaySetup setup, int budget)
{
    private const int Deepest = 80;
    private const int MostRepetitions = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(31);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _left = budget;
    private int _allowed;

    /// <summary>Why the nearest way failed: the norms broken on the last one that came to an end; empty where none did.</summary>
    public IReadOnlyCollection<string> LastBroken { get; private set; } = [];

    /// <summary>The lines to type, those given first; null where no way was found.</summary>
    public IReadOnlyList<string>? From(IReadOnlyList<string> lines)
    {
        using var player = new Player(setup, lines);
        _allowed = player.Play.Broken.Count;
        return Search(player, 0)?.Lines;
    }

    private Player? Search(Player player, int depth)
    {
        if (player.Play.IsEnded)
        {
            var broken = player.Violations().Select(f => f.Norm).Distinct(StringComparer.Ordinal).ToList();
            if (broken.Count <= _allowed)
                return player;
            LastBroken = broken;
            return null;
        }

        if (depth >= Deepest || !_seen.Add(Key(player.Play)))
            return null;
        foreach (var move in Moves(player.Play))
        {
            if (--_left < 0)
                return null;
            var next = player.Fork();
            next.Take(move);
            if (next.Play.Broken.Count <= _allowed && Search(next, depth + 1) is { } found)
                return found;
            if (next.Play.Broken.Count > _allowed)
                LastBroken = [.. next.Play.Broken];
            next.Dispose();
        }

        return null;
    }

    private IEnumerable<Move> Moves(Play play)
    {
        var actions = play.Available.Where(a => a.Breaks.IsEmpty && play.Did.Count(d => string.Equals(d, a.Id, StringComparison.Ordinal)) < MostRepetitions).ToList();

        // What was not done yet comes first: to do it again is seldom what helps.
        foreach (var action in actions.Where(a => !play.Did.Contains(a.Id, StringComparer.Ordinal)))
            yield return new Move.Act(action, IsPoor: false);
        if (play.NextHappening is not null || actions.Count == 0)
            yield return new Move.Wait(LongestWait < setup.Scenario.Limit ? LongestWait : setup.Scenario.Limit);
        foreach (var action in actions.Where(a => play.Did.Contains(a.Id, StringComparer.Ordinal)))
            yield return new Move.Act(action, IsPoor: false);
    }

    /// <summary>Places in which the same was done, in whatever order, are taken for one; a way that depends on the order is the author's to give.</summary>
    private static string Key(Play play) => $"{play.Beat.Id}|{string.Join(',', play.Did.Order(StringComparer.Ordinal))}|{play.NextHappening?.Ticks}";
}
