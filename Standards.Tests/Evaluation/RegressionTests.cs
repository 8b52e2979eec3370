using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Values;
using Standards.Tests.Oracle;
using Xunit;

namespace Standards.Tests.Evaluation;

/// <summary>What random cases found in the evaluator, each in its smallest form.</summary>
public sealed class RegressionTests
{
    private static TrialEvent At(double second, string act, params ReadOnlySpan<(string Name, object Value)> data)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in data)
        {
            values[name] = value switch
            {
                string text => Value.Of(text),
                bool flag => Value.Of(flag),
                int number => Value.Of((long)number),
                _ => throw new ArgumentException($"a {value.GetType().Name} is no value here", nameof(data)),
            };
        }

        return new TrialEvent((long)(second * TimeSpan.TicksPerSecond), act, null, null, null, values.ToImmutable());
    }

    /// <summary>The engine's verdicts on an interaction that is closed after every deadline has passed.</summary>
    private static string[] Judge(string norm, params ImmutableArray<TrialEvent> events) => Judge([norm], events);

    private static string[] Judge(ImmutableArray<string> norms, ImmutableArray<TrialEvent> events) =>
        EngineRun.Bulk(new OraclePack(norms, []), new Trial(events, null, Close: true));

    [Fact]
    public void A_default_stands_in_for_an_absent_key() => Assert.Equal(
        ["o.n0 Satisfied at 1 due never key 1 activated by line 1"],
        Judge("on: a, per: dn, require: b", At(0, "a"), At(1, "b", ("dn", 1))));
}
