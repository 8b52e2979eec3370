using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>Which way the scores go.</summary>
internal enum Trend
{
    Steady = 0,
    Rising,
    Falling,

    /// <summary>The last step goes against the line of all.</summary>
    Uneven,
}

/// <summary>The score of one attempt. Immutable.</summary>
/// <param name="Share">From 0 to 1; null where nothing was decided.</param>
internal sealed record PastScore(string Id, Instant StartedAt, double? Share, bool IsPassed);

/// <summary>An attempt beside the earlier ones of the same trainee at the same subject. Immutable.</summary>
internal sealed record Comparison
{
    /// <summary>Less than this share between first and last of the line is no trend.</summary>
    private const double Steady = 0.01;

    /// <summary>At most so many attempts make the trend.</summary>
    private const int LongestTrend = 5;

    private readonly ImmutableDictionary<string, int> _missed;

    private Comparison(ImmutableDictionary<string, int> missed) => _missed = missed;

    /// <summary>The earlier attempts, by time; at least one.</summary>
    public required ImmutableArray<PastScore> Earlier { get; init; }

    /// <summary>The best share of the earlier attempts; null where none decided anything.</summary>
    public required double? Best { get; init; }

    /// <summary>The share of this attempt above that of the last earlier one; null where one of them decided nothing.</summary>
    public required double? Change { get; init; }

    /// <summary>The direction of the straight line that fits the last scores, this one among them, best.</summary>
    public required Trend Trend { get; init; }

    /// <summary>How many scores make the trend.</summary>
    public required int TrendOver { get; init; }

    /// <summary>Norms broken in the last earlier attempt and kept in this one.</summary>
    public required ImmutableArray<LocalizedText> NewlyKept { get; init; }

    /// <summary>Norms kept in the last earlier attempt and broken in this one.</summary>
    public required ImmutableArray<LocalizedText> NewlyBroken { get; init; }

    /// <summary>Norms broken in both.</summary>
    public required ImmutableArray<LocalizedText> MissedAgain { get; init; }

    /// <summary>Earlier attempts that were not compared: not finished, or judged by other packs.</summary>
    public required int NotCompared { get; init; }

    /// <summary>In how many of the earlier attempts the norm was broken.</summary>
    public int TimesMissed(string norm) => _missed.GetValueOrDefault(norm);

    /// <summary>Null where there is nothing to compare with.</summary>
    public static Comparison? Of(AttemptRecord attempt, Scorecard card, IReadOnlyList<AttemptRecord> earlier, Scorer scorer)
    {
        var before = earlier.Where(e => e.StartedAt < attempt.StartedAt && !string.Equals(e.Id, attempt.Id, StringComparison.Ordinal))
            .OrderBy(e => e.StartedAt).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        var compared = before.FindAll(e => e.IsFinished && IsJudgedAlike(e, attempt));
        if (compared.Count == 0)
            return null;
        var cards = compared.ConvertAll(e => scorer.Score(e.Scored(), e.Scoring));
        ImmutableArray<double> shares = [.. cards.Append(card).Select(c => c.Share).OfType<double>().TakeLast(LongestTrend)];
        var last = cards[^1].Norms.ToDictionary(n => n.Norm, StringComparer.Ordinal);
        bool WasBroken(NormScore norm) => last.TryGetValue(norm.Norm, out var then) && then.Broken > 0;
        bool WasKept(NormScore norm) => last.TryGetValue(norm.Norm, out var then) && then is { Broken: 0, Kept: > 0 };
        return new Comparison(cards.SelectMany(c => c.Norms).Where(n => n.Broken > 0).CountBy(n => n.Norm, StringComparer.Ordinal).ToImmutableDictionary(StringComparer.Ordinal))
        {
            Earlier = [.. compared.Zip(cards, (e, c) => new PastScore(e.Id, e.StartedAt, c.Share, c.IsPassed))],
            Best = cards.Max(c => c.Share),
            Change = card.Share - cards[^1].Share,
            Trend = TrendOf(shares),
            TrendOver = shares.Length,
            NewlyKept = [.. card.Norms.Where(n => n is { Broken: 0, Kept: > 0 } && WasBroken(n)).Select(n => n.Title)],
            NewlyBroken = [.. card.Norms.Where(n => n.Broken > 0 && WasKept(n)).Select(n => n.Title)],
            MissedAgain = [.. card.Norms.Where(n => n.Broken > 0 && WasBroken(n)).Select(n => n.Title)],
            NotCompared = before.Count - compared.Count,
        };
    }

    private static bool IsJudgedAlike(AttemptRecord one, AttemptRecord other) =>
        one.Packs.ToHashSet(StringComparer.Ordinal).SetEquals(other.Packs) && string.Equals(one.Profile, other.Profile, StringComparison.Ordinal);

    private static Trend TrendOf(ImmutableArray<double> shares)
    {
        if (shares.Length < 2)
            return Trend.Steady;
        var middle = (shares.Length - 1) / 2.0;
        var rise = shares.Select((share, i) => (i - middle) * share).Sum() / shares.Select((_, i) => (i - middle) * (i - middle)).Sum() * (shares.Length - 1);
        var trend = rise >= Steady ? Trend.Rising : rise <= -Steady ? Trend.Falling : Trend.Steady;
        var step = shares[^1] - shares[^2];
        return (trend == Trend.Rising && step <= -Steady) || (trend == Trend.Falling && step >= Steady) ? Trend.Uneven : trend;
    }
}
