using Xunit;

namespace Standards.Tests.Oracle;

/// <summary>Random packs over random interactions: the engine says what the reference says.</summary>
public sealed class EngineAgainstReferenceTests
{
    [Fact]
    public void The_engine_says_what_the_reference_says() => OracleConfig.Check(12_000, (pack, trial, _) =>
        Difference(EngineRun.Reference(pack, trial), EngineRun.Bulk(pack, trial)));

    internal static string? Difference(string[] expected, string[] actual)
    {
        if (expected.AsSpan().SequenceEqual(actual))
            return null;
        var missing = expected.ToList();
        var extra = actual.Where(a => !missing.Remove(a)).ToList();
        return $"expected:\n  {string.Join("\n  ", missing)}\nbut:\n  {string.Join("\n  ", extra)}";
    }
}
