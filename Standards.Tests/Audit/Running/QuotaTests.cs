using System.Text;
using Standards.Audit;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules;
using Xunit;

namespace Standards.Tests.Audit.Running;

public sealed class QuotaTests : IDisposable
{
    private readonly string _rules = Directory.CreateTempSubdirectory("quota").FullName;

    public void Dispose() => Directory.Delete(_rules, recursive: true);

    [Fact]
    public void A_share_sees_the_facts_of_the_case()
    {
        var result = Audit(
            "quota: {count: seen where kind == 'good', of: seen, every: month, at-least: 50 %}",
            Facts("a", "good"), Seen("a", "2026-03-02"), Facts("b", "bad"), Seen("b", "2026-03-03"), Facts("c", "bad"), Seen("c", "2026-04-03"));

        Assert.Equal(["2026-04: 0 / 1"], Violated(result));
    }

    [Fact]
    public void A_fact_that_comes_late_counts_as_if_it_had_come_first()
    {
        var result = Audit(
            "quota: {count: seen where kind == 'good', of: seen, every: month, at-least: 50 %}",
            Seen("a", "2026-03-02"), Facts("a", "good"), Seen("b", "2026-04-02"), Facts("b", "bad"));

        Assert.Equal(["2026-04: 0 / 1"], Violated(result));
    }

    [Fact]
    public void A_period_without_an_event_between_two_others_counts_none()
    {
        var result = Audit("quota: {count: seen, per: actor, every: month, at-least: 1}", Seen("a", "2026-01-05"), Seen("b", "2026-03-05"));

        Assert.Equal(["staff:1, 2026-02: 0"], Violated(result));
    }

    [Fact]
    public void A_period_that_is_not_over_is_pending_unless_too_much_is_too_much_already()
    {
        Assert.Empty(Violated(Audit("quota: {count: seen, every: year, at-least: 5}", Seen("a", "2026-01-05"))));
        Assert.Equal(["2026: 2"], Violated(Audit("quota: {count: seen, every: year, at-most: 1}", Seen("a", "2026-01-05"), Seen("b", "2026-01-06"))));
    }

    [Fact]
    public void Kept_obligations_are_counted_in_the_period_in_which_they_were_decided()
    {
        var result = Audit(
            "quota: {kept: q.answered, every: month, at-least: 60 %}",
            Seen("a", "2026-03-02"), Answered("a", "2026-03-02"), Seen("b", "2026-03-03"));

        Assert.Equal(["2026-03: 1 / 2"], Violated(result));
    }

    [Fact]
    public void Only_events_of_the_norms_processes_and_of_its_conditions_are_counted()
    {
        Assert.Empty(Violated(Audit("quota: {count: seen, every: year, at-most: 0}\n  process: p", Seen("a", "2026-01-05"))));
        Assert.Equal(["2026: 1"], Violated(Audit("quota: {count: seen, every: year, at-most: 0}\n  process: p", Seen("a", "2026-01-05").Replace("\"act\"", "\"process\":\"p\",\"act\"", StringComparison.Ordinal))));
        Assert.Empty(Violated(Audit("quota: {count: seen, every: year, at-most: 0}\n  when: kind == 'good'", Facts("a", "bad"), Seen("a", "2026-01-05"))));
        Assert.Equal(["2026: 1"], Violated(Audit("quota: {count: seen, every: year, at-most: 0}\n  when: kind == 'good' && !late", Facts("a", "good"), Seen("a", "2026-01-05"))));
    }

    private static string[] Violated(AuditResult result) =>
        [.. result.Findings.Where(f => f.Verdict == Verdict.Violated && f.Norm == "q.quota").Select(f => f.Message.En.Split(" (")[0]["Quota: ".Length..])];

    private AuditResult Audit(string quota, params string[] lines)
    {
        Write("vocabulary/v.yaml", "acts:\n  seen: {zh: 见, en: seen}\n  answered: {zh: 答, en: answered}\nattributes:\n  kind: {type: string, values: [good, bad], zh: 类, en: kind}\n  late: {type: bool, default: false, zh: 迟, en: late}\n");
        Write("q/processes/p.yaml", "processes:\n- {id: p, title: {zh: 程, en: process}}\n");
        Write("calendars/c.yaml", "id: c\ntitle: {zh: 历, en: C}\nzone: UTC\nfrom: 2020-01-01\nuntil: 2030-12-31\nhours:\n  mon-fri: 09:00-18:00\n");
        Write("q/pack.yaml", "id: q\nversion: 1.0.0\ntitle: {zh: 题, en: Q}\ncalendar: c\n");
        Write("q/norms/n.yaml", "norms:\n- id: q.answered\n  clause: Q.1\n  title: {zh: 答, en: Answered}\n  on: seen\n  require: answered\n  within: 1 h\n"
            + $"- id: q.quota\n  clause: Q.2\n  title: {{zh: 额, en: Quota}}\n  {quota}\n");
        var load = RuleBook.Load(_rules);
        Assert.True(load.RuleBook is not null, string.Join("\n", load.Diagnostics.Select(d => d.Message(Language.En))));
        var log = new LogInput.Opened("log", () => new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        var asOf = Instant.From(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        return new Auditor(load.RuleBook, new AuditOptions { AsOf = asOf }).Run([log]);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_rules, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string Seen(string name, string date) => $$"""{"case":"{{name}}","at":"{{date}}T10:00:00Z","act":"seen","actor":"staff:1"}""";

    private static string Answered(string name, string date) => $$"""{"case":"{{name}}","at":"{{date}}T10:30:00Z","act":"answered"}""";

    private static string Facts(string name, string kind) =>
        $$$"""{"case":"{{{name}}}","at":"2026-01-01T00:00:00Z","act":"case.facts","data":{"kind":"{{{kind}}}"}}""";
}
