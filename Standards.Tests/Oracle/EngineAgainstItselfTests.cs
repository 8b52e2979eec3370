using System.Collections.Immutable;
using Xunit;

namespace Standards.Tests.Oracle;

/// <summary>Random packs over random interactions: the engine says the same however it is asked.</summary>
public sealed class EngineAgainstItselfTests
{
    private const long Minute = 60 * TimeSpan.TicksPerSecond;

    [Fact]
    public void Kept_norms_are_counted_where_they_are_not_asked_for() => OracleConfig.Check(4_000, (pack, trial, _) =>
        Ends(pack, trial) ? OracleVerdict.Difference(EngineRun.Spared(pack, trial), EngineRun.Sparing(pack, trial)) : null);

    [Fact]
    public void The_order_of_the_lines_does_not_matter() => OracleConfig.Check(4_000, (pack, trial, salt) =>
        Ends(pack, trial) ? OracleVerdict.Difference(EngineRun.Bulk(pack, trial), EngineRun.Bulk(pack, trial, Shuffled(trial.Events, new Random(salt)))) : null);

    [Fact]
    public void Letting_time_run_in_between_does_not_matter() => OracleConfig.Check(6_000, (pack, trial, salt) =>
        Ends(pack, trial) ? OracleVerdict.Difference(EngineRun.Bulk(pack, trial), EngineRun.Streamed(pack, trial, salt)) : null);

    [Fact]
    public void A_live_session_says_what_an_audit_says() => OracleConfig.Check(4_000, (pack, any, salt) =>
        Ahead(any) is var trial && Ends(pack, trial) ? OracleVerdict.Difference(EngineRun.Findings(pack, trial), EngineRun.Live(pack, trial, salt)) : null);

    [Fact]
    public void What_a_session_announces_is_what_stands_in_the_end() => OracleConfig.Check(2_000, (pack, any, _) =>
    {
        var trial = Ahead(any);
        if (!Ends(pack, trial))
            return null;
        var (said, stands) = EngineRun.Announced(pack, trial);
        return OracleVerdict.Difference(stands, said);
    });

    /// <summary>The trial judged at an instant that a live clock can reach.</summary>
    private static Trial Ahead(Trial trial) => trial with { AsOf = trial.AsOf ?? Minute };

    /// <summary>Whether time comes to an end; the engine is not asked where the timers of processes go round for ever.</summary>
    private static bool Ends(OraclePack pack, Trial trial) => trial.AsOf is not null || EngineRun.Reference(pack, trial) is not null;

    /// <summary>Another order of the lines that keeps events of one instant as they were.</summary>
    private static ImmutableArray<TrialEvent> Shuffled(ImmutableArray<TrialEvent> events, Random random)
    {
        var order = events.ToArray();
        random.Shuffle(order);
        var next = events.GroupBy(e => e.Offset).ToDictionary(g => g.Key, g => new Queue<TrialEvent>(g));
        return [.. order.Select(e => next[e.Offset].Dequeue())];
    }
}
