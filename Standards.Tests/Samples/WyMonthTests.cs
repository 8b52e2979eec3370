using System.Collections.Immutable;
using System.Text;
using Standards.Audit;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.SampleLogs;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Samples;

/// <summary>The sample months of node 4 and node 7: what the generator plants is what the audit finds, and nothing else.</summary>
public sealed class WyMonthTests
{
    private static readonly Lazy<RuleBook> Book = new(() => RuleBook.Load(GoldenFile.RepositoryPath("rules"), new RuleBookOptions { Profile = "wy" }).RuleBook!);

    private static readonly Dictionary<string, Lazy<ImmutableArray<Finding>>> Committed = Months.ToDictionary(
        m => m.Folder, m => new Lazy<ImmutableArray<Finding>>(() => Judge(m.Folder, File.ReadAllBytes(PathOf(m.Folder, "log.jsonl")))), StringComparer.Ordinal);

    public static TheoryData<string> Folders => [.. Months.Select(m => m.Folder)];

    public static TheoryData<string, string> Files
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var month in Months)
            {
                foreach (var (name, _) in month.Files(month.Seed))
                    data.Add(month.Folder, name);
            }

            return data;
        }
    }

    private static IEnumerable<Sample> Months => [Sample.Complaints, Sample.Releases];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_generator_writes_the_committed_bytes(string folder, string name) => Assert.Equal(
        File.ReadAllBytes(PathOf(folder, name)),
        Of(folder).Files(Of(folder).Seed).Single(f => string.Equals(f.Name, name, StringComparison.Ordinal)).Contents);

    [Theory]
    [MemberData(nameof(Folders))]
    public void Another_seed_gives_another_month(string folder) =>
        Assert.NotEqual(File.ReadAllBytes(PathOf(folder, "log.jsonl")), Of(folder).Files(Of(folder).Seed + 1).First().Contents);

    [Fact]
    public void The_generator_knows_nothing_of_the_evaluator() => Assert.DoesNotContain(
        typeof(Sample).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Standards.", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_audit_finds_exactly_the_breaches_that_were_planted(string folder) =>
        Assert.Equal(Planted(folder, "violated"), Found(Verdict.Violated, Committed[folder].Value));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Whatever_the_seed_the_audit_finds_exactly_what_was_planted(string folder)
    {
        for (var seed = 1UL; seed <= 8; seed++)
        {
            var files = Of(folder).Files(seed).ToDictionary(f => f.Name, f => f.Contents, StringComparer.Ordinal);
            var findings = Judge(folder, files["log.jsonl"]);
            Assert.Equal(Planted(folder, "violated", files["planted.csv"]), Found(Verdict.Violated, findings));
            Assert.Equal(Planted(folder, "unknown", files["planted.csv"]), FoundUnknown(findings, Planted(folder, "unknown", files["planted.csv"])));
            Assert.Subset(Found(Verdict.Satisfied, findings).ToHashSet(StringComparer.Ordinal), Planted(folder, "satisfied", files["planted.csv"]).ToHashSet(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void What_is_unknown_was_planted_or_is_an_item_that_no_observer_answered(string folder) =>
        Assert.Equal(Planted(folder, "unknown"), FoundUnknown(Committed[folder].Value, Planted(folder, "unknown")));

    [Theory]
    [MemberData(nameof(Folders))]
    public void What_narrowly_keeps_its_norm_is_satisfied(string folder)
    {
        var planted = Planted(folder, "satisfied");
        Assert.NotEmpty(planted);
        Assert.Subset(Found(Verdict.Satisfied, Committed[folder].Value).ToHashSet(StringComparer.Ordinal), planted.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("complaints", 300, 60)]
    [InlineData("releases", 150, 30)]
    public void About_one_interaction_in_eight_has_a_breach(string folder, int interactions, int norms)
    {
        var log = Of(folder).Play(Of(folder).Seed);
        var violated = log.Planted.Where(p => p.Verdict is Expected.Violated).ToList();
        var cases = log.Lines.Select(l => l.Case).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(interactions, log.Interactions);
        Assert.InRange(violated.Select(p => p.Case).Where(cases.Contains).Distinct(StringComparer.Ordinal).Count(), interactions * 11 / 100, interactions * 14 / 100);
        Assert.InRange(violated.Select(p => p.Norm).Distinct(StringComparer.Ordinal).Count(), norms, 200);
    }

    [Fact]
    public void Some_complaints_turn_major_after_a_week_and_some_are_open_at_the_end_of_the_month()
    {
        var findings = Committed["complaints"].Value;
        Assert.InRange(findings.Count(f => f.Norm == "wy.complaint-week.grade-anew" && f.Verdict is Verdict.Satisfied or Verdict.Violated), 5, 50);
        Assert.InRange(findings.Count(f => f.Norm == "wy.complaint-limits.follow-through" && f.Verdict is Verdict.Pending), 5, 50);
    }

    private static Sample Of(string folder) => Sample.All.Single(s => string.Equals(s.Folder, folder, StringComparison.Ordinal));

    private static ImmutableArray<Finding> Judge(string folder, byte[] log)
    {
        var options = string.Equals(folder, "complaints", StringComparison.Ordinal)
            ? new AuditOptions { All = true, AsOf = Instant.From(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(8))) }
            : new AuditOptions { All = true, Complete = true };
        var result = new Auditor(Book.Value, options).Run([new LogInput.Opened("log.jsonl", () => new MemoryStream(log))]);
        Assert.False(result.IsIncomplete);
        return [.. result.Findings];
    }

    private static string[] Found(Verdict verdict, ImmutableArray<Finding> findings) =>
        [.. findings.Where(f => f.Verdict == verdict).Select(f => $"{f.Case} {f.Norm}").Order(StringComparer.Ordinal)];

    /// <summary>What is unknown, but for items that were not planted: nobody watched.</summary>
    private static string[] FoundUnknown(ImmutableArray<Finding> findings, string[] planted)
    {
        var items = Book.Value.Bound.Norms.Where(n => n.Form is NormForm.Observe).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Found(Verdict.Unknown, findings).Where(line => planted.Contains(line, StringComparer.Ordinal) || !items.Contains(line.Split(' ')[1]))];
    }

    private static string[] Planted(string folder, string verdict, byte[]? table = null) =>
    [
        .. Encoding.UTF8.GetString(table ?? File.ReadAllBytes(PathOf(folder, "planted.csv"))).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(row => row.Split(',')).Where(row => string.Equals(row[2], verdict, StringComparison.Ordinal))
            .Select(row => $"{row[0]} {row[1]}").Order(StringComparer.Ordinal),
    ];

    private static string PathOf(string folder, string name) => GoldenFile.RepositoryPath(Path.Combine("samples", folder, name));
}
