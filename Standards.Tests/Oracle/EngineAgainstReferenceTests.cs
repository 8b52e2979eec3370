using Xunit;

namespace Standards.Tests.Oracle;

/// <summary>Random packs over random interactions: the engine says what the reference says.</summary>
public sealed class EngineAgainstReferenceTests
{
    [Fact]
    public void The_engine_says_what_the_reference_says() => OracleConfig.Check(12_000, (pack, trial, _) =>
        OracleVerdict.Difference(EngineRun.Reference(pack, trial), EngineRun.Bulk(pack, trial)));
}
