using System.Collections.Immutable;
using System.Text;
using Standards.Audit;
using Standards.Audit.Reading;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.SampleLogs;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Samples;

/// <summary>The sample day: what the generator plants is what the audit finds, and nothing else.</summary>
public sealed class LfDayTests
{
    private static readonly Lazy<RuleBook> Book = new(() => RuleBook.Load(GoldenFile.RepositoryPath("rules"), new RuleBookOptions { Profile = "lf" }).RuleBook!);

    private static readonly Lazy<ImmutableArray<Finding>> Findings = new(() => Judge(File.ReadAllBytes(PathOf("log.jsonl"))));

    public static TheoryData<string> Files => [.. Sample.Day.Files(Sample.Day.Seed).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_generator_writes_the_committed_bytes(string name) => Assert.Equal(
        File.ReadAllBytes(PathOf(name)),
        Sample.Day.Files(Sample.Day.Seed).Single(f => string.Equals(f.Name, name, StringComparison.Ordinal)).Contents);

    [Fact]
    public void Another_seed_gives_another_day() => Assert.NotEqual(File.ReadAllBytes(PathOf("log.jsonl")), Sample.Day.Files(Sample.Day.Seed + 1).First().Contents);

    [Fact]
    public void The_audit_finds_exactly_the_breaches_that_were_planted() => Assert.Equal(Planted("violated"), Found(Verdict.Violated, Findings.Value));

    [Fact]
    public void Whatever_the_seed_the_audit_finds_exactly_what_was_planted()
    {
        for (var seed = 1UL; seed <= 8; seed++)
        {
            var files = Sample.Day.Files(seed).ToDictionary(f => f.Name, f => f.Contents, StringComparer.Ordinal);
            Assert.Equal(Planted("violated", files["planted.csv"]), Found(Verdict.Violated, Judge(files["log.jsonl"])));
        }
    }

    [Fact]
    public void What_is_unknown_was_planted_or_is_an_item_that_no_observer_answered()
    {
        var items = Book.Value.Bound.Norms.Where(n => n.Form is NormForm.Observe).Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var planted = Planted("unknown");
        var unanswered = Found(Verdict.Unknown, Findings.Value).Except(planted, StringComparer.Ordinal).ToList();
        Assert.NotEmpty(unanswered);
        Assert.All(unanswered, line => Assert.Contains(line.Split(' ')[1], items));
        Assert.Subset(Found(Verdict.Unknown, Findings.Value).ToHashSet(StringComparer.Ordinal), planted.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void What_happens_at_the_last_instant_keeps_its_norm()
    {
        var satisfied = Found(Verdict.Satisfied, Findings.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(Planted("satisfied"), line => Assert.Contains(line, satisfied));
    }

    [Fact]
    public void The_planted_breaches_are_of_many_norms() => Assert.InRange(Planted("violated").Select(l => l.Split(' ')[1]).Distinct(StringComparer.Ordinal).Count(), 20, 100);

    [Fact]
    public void The_order_of_the_lines_does_not_matter()
    {
        var lines = File.ReadAllLines(PathOf("log.jsonl"));
        Array.Reverse(lines);
        // Events at one instant keep their order; the day holds such pairs, and their turning round is no matter of the lines.
        var sorted = lines.Select((line, number) => (line, number)).GroupBy(l => (Case(l.line), At(l.line))).OrderBy(g => g.First().number).SelectMany(g => g.Reverse()).Select(l => l.line);
        var shuffled = Judge(Encoding.UTF8.GetBytes(string.Join('\n', sorted)));
        Assert.Equal(Described(Findings.Value), Described(shuffled));
    }

    private static string Case(string line) => line.Split('"')[3];

    private static string At(string line) => line[line.IndexOf("\"at\"", StringComparison.Ordinal)..].Split('"')[3];

    private static IEnumerable<string> Described(ImmutableArray<Finding> findings) => findings.Select(f => $"{f.Case} {f.Norm} {f.Key} {f.Verdict} {f.At} {f.Due}");

    private static ImmutableArray<Finding> Judge(byte[] log)
    {
        var result = new Auditor(Book.Value, new AuditOptions { Complete = true, All = true }).Run([new LogInput.Opened("log.jsonl", () => new MemoryStream(log))]);
        Assert.False(result.IsIncomplete);
        return [.. result.Findings];
    }

    private static string[] Found(Verdict verdict, ImmutableArray<Finding> findings) =>
        [.. findings.Where(f => f.Verdict == verdict).Select(f => $"{f.Case} {f.Norm}").Order(StringComparer.Ordinal)];

    private static string[] Planted(string verdict, byte[]? table = null) =>
    [
        .. Encoding.UTF8.GetString(table ?? File.ReadAllBytes(PathOf("planted.csv"))).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(row => row.Split(',')).Where(row => string.Equals(row[2], verdict, StringComparison.Ordinal))
            .Select(row => $"{row[0]} {row[1]}").Order(StringComparer.Ordinal),
    ];

    private static string PathOf(string name) => GoldenFile.RepositoryPath(Path.Combine("samples", "lf-day", name));
}
