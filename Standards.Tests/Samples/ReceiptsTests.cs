using Standards.Audit;
using Standards.Audit.Mapping;
using Standards.Audit.Reading;
using Standards.Core.Diagnostics;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Cases;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Samples;

/// <summary>A pack that has nothing to do with service desks, over a table.</summary>
public sealed class ReceiptsTests
{
    private static readonly Lazy<RuleBookLoad> Load = new(() => RuleBook.Load(PathOf("rules"), new RuleBookOptions { Cases = true }));

    public static TheoryData<string> Cases => [.. Load.Value.RuleBook!.Cases.Select(c => c.Id)];

    [Fact]
    public void The_pack_holds_no_mistakes() => Assert.Empty(Load.Value.Diagnostics);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_of_the_pack_gets_its_verdicts(string id)
    {
        var book = Load.Value.RuleBook!;
        var outcome = new CaseRunner(book).Run(book.Cases.Single(c => string.Equals(c.Id, id, StringComparison.Ordinal)));
        Assert.Empty(outcome.Differences);
    }

    [Fact]
    public void The_audit_of_the_table_finds_what_its_page_tells() => Assert.Equal(
        [
            "sample-03 violated send-online",
            "sample-05 violated end-as-planned",
            "sample-05 violated four-eyes",
            "sample-06 unknown end-as-planned",
            "sample-06 violated responsible-confirms",
            "sample-06 violated process.receipt",
            "sample-06 violated check-again",
            "sample-06 violated process.receipt",
            "sample-07 violated determine-before-sending",
            "sample-07 violated process.receipt",
            "sample-08 violated confirm-in-hours",
            "sample-08 unknown who-determines",
            "sample-09 violated letter-order",
            "sample-10 violated confirm-once",
            "sample-10 violated process.receipt",
            "2011-03 violated online-in-time",
            "2011-04-01..2011-06-30 violated online-share",
        ],
        Audit().Findings.Select(f => $"{f.Case} {(f.Verdict == Verdict.Violated ? "violated" : "unknown")} {f.Norm["receipts.".Length..]}"));

    [Fact]
    public void Every_row_of_the_table_is_used()
    {
        var result = Audit();
        Assert.False(result.IsIncomplete);
        Assert.Equal(0, result.Rejected);
        Assert.Equal(10, result.Cases);
    }

    private static AuditResult Audit()
    {
        var diagnostics = new DiagnosticBag();
        var mapping = LogMappingReader.Read(PathOf("map.yaml"), Load.Value.RuleBook, Load.Value.Sources, diagnostics);
        Assert.Empty(diagnostics.ToSorted());
        return new Auditor(Load.Value.RuleBook!, new AuditOptions { Complete = true }).Run([LogInput.Of(PathOf("receipt-sample.csv"), mapping)]);
    }

    private static string PathOf(string name) => GoldenFile.RepositoryPath(Path.Combine("samples", "receipts", name));
}
