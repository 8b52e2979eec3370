using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Standards.Tests.Oracle;

/// <summary>One random case: a pack and interactions to judge by it.</summary>
internal sealed record OracleCase(OraclePack Pack, System.Collections.Immutable.ImmutableArray<Trial> Trials, int Salt);

/// <summary>
/// Runs properties over packs and interactions, and cuts a failure down to little. The environment may choose: STANDARDS_SEED the
/// random seed, STANDARDS_CASES how many interactions each property sees.
/// </summary>
internal static class OracleConfig
{
    private const int TrialsAPack = 10;
    private const ulong DefaultSeed = 20260302;

    public static ulong Seed { get; } = ulong.TryParse(Environment.GetEnvironmentVariable("STANDARDS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : DefaultSeed;

    private static int Cases(int preset) =>
        int.TryParse(Environment.GetEnvironmentVariable("STANDARDS_CASES"), CultureInfo.InvariantCulture, out var cases) ? cases : preset;

    private static readonly Gen<OracleCase> Case =
        from pack in PackGenerator.Pack
        from trials in Gen.ListOf(InteractionGenerator.Over(pack), TrialsAPack)
        from salt in Gen.Choose(0, int.MaxValue - 1)
        select new OracleCase(pack, [.. trials], salt);

    /// <summary>Checks a property of packs and trials; null for kept, else what differs.</summary>
    public static void Check(int cases, Func<OraclePack, Trial, int, string?> differs)
    {
        OracleCase? smallest = null;
        string? difference = null;
        bool Holds(OracleCase c)
        {
            foreach (var trial in c.Trials)
            {
                if (Attempt(differs, c, trial) is not { } found)
                    continue;
                smallest = c with { Trials = [trial] };
                difference = found;
                return false;
            }

            return true;
        }

        var config = Config.QuickThrowOnFailure.WithMaxTest(Math.Max(1, Cases(cases) / TrialsAPack)).WithReplay(Seed, 7919).WithQuietOnSuccess(true);
        try
        {
            FsCheck.Check.One(config, Prop.ForAll(Arb.From(Case), Holds));
        }
        catch (Exception) when (smallest is not null)
        {
            Shrink(differs, ref smallest, ref difference);
            Assert.Fail($"STANDARDS_SEED={Seed}\n{smallest.Pack}\n\n{smallest.Trials[0]}\n\n{difference}");
        }
    }

    private static string? Attempt(Func<OraclePack, Trial, int, string?> differs, OracleCase c, Trial trial)
    {
        try
        {
            return differs(c.Pack, trial, c.Salt);
        }
        catch (EndlessTimersException)
        {
            return null;
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private static void Shrink(Func<OraclePack, Trial, int, string?> differs, ref OracleCase smallest, ref string? difference)
    {
        while (true)
        {
            var found = false;
            foreach (var smaller in Smaller(smallest))
            {
                if (!IsSound(smaller) || Attempt(differs, smaller, smaller.Trials[0]) is not { } still)
                    continue;
                (smallest, difference, found) = (smaller, still, true);
                break;
            }

            if (!found)
                return;
        }
    }

    private static bool IsSound(OracleCase c)
    {
        try
        {
            return c.Pack.Book is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<OraclePack> Smaller(OraclePack pack)
    {
        if (pack.Beside is { } beside)
        {
            yield return pack.Alone();
            foreach (var smaller in Smaller(beside))
                yield return new OraclePack(pack.Norms, pack.Processes) { Beside = smaller };
        }

        for (var i = pack.Norms.Length - 1; i >= 0; i--)
        {
            var norms = pack.Norms[i].StartsWith("on: late, by", StringComparison.Ordinal) ? pack.Norms.RemoveAt(i) : pack.Norms.SetItem(i, "on: late, by: staff");
            yield return new OraclePack(norms, pack.Processes) { Beside = pack.Beside };
        }

        for (var i = 0; i < pack.Processes.Length; i++)
            yield return new OraclePack(pack.Norms, pack.Processes.RemoveAt(i)) { Beside = pack.Beside };
    }

    private static IEnumerable<OracleCase> Smaller(OracleCase c)
    {
        var (pack, trial) = (c.Pack, c.Trials[0]);
        foreach (var smaller in Smaller(pack))
            yield return c with { Pack = smaller };
        for (var i = 0; i < trial.Events.Length; i++)
            yield return c with { Trials = [trial with { Events = trial.Events.RemoveAt(i) }] };
        for (var i = 0; i < trial.Events.Length; i++)
        {
            var item = trial.Events[i];
            TrialEvent[] simpler = [item with { Say = null }, item with { Process = null }, item with { Role = null }, .. item.Data.Keys.Select(k => item with { Data = item.Data.Remove(k) })];
            foreach (var one in simpler.Where(s => s != item))
                yield return c with { Trials = [trial with { Events = trial.Events.SetItem(i, one) }] };
        }
    }
}
