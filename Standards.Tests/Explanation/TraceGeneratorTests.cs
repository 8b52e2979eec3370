using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Explanation;
using Standards.Rules.Explanation.Traces;
using Standards.Tests.Diagnostics;
using Xunit;

namespace Standards.Tests.Explanation;

public sealed class TraceGeneratorTests
{
    /// <summary>
    /// Of these `explain` says that it found no example: a norm that compares two names of one event and has no case, prohibitions that
    /// never end, and a machine that hardly anything is out of order for.
    /// </summary>
    private static readonly string[] NotFound =
    [
        "receipts.responsible-confirms kept",
        "receipts.responsible-confirms broken",
        "kf.building-services.power-never-stops kept",
        "kf.building-services.goods-lift-never-stops kept",
        "kf.process.electricity-fee broken",
    ];

    public static TheoryData<string> Directories => ["rules", "samples/receipts/rules", "Standards.Tests/Simulator/Fixtures/rules"];

    [Theory]
    [MemberData(nameof(Directories))]
    public void Every_norm_but_a_quota_is_shown_kept_and_broken(string directory)
    {
        var book = RuleBook.Load(GoldenFile.RepositoryPath(directory), new RuleBookOptions { Cases = true }).RuleBook!;
        var generator = new TraceGenerator(book);
        var without = new List<string>();
        foreach (var norm in book.Bound.Norms)
        {
            if (norm.Form is NormForm.Quota != generator.Keeping(norm) is null)
                without.Add($"{norm.Id} kept");
            if (norm.Form is NormForm.Quota != generator.Breaking(norm) is null)
                without.Add($"{norm.Id} broken");
        }

        Assert.Equal(NotFound.Where(n => book.NormIds.Contains(n.Split(' ')[0])), without);
    }

    [Theory]
    [MemberData(nameof(Directories))]
    public void A_live_session_gives_a_trace_the_verdict_that_it_is_shown_with(string directory)
    {
        var book = RuleBook.Load(GoldenFile.RepositoryPath(directory), new RuleBookOptions { Cases = true }).RuleBook!;
        var generator = new TraceGenerator(book);
        foreach (var norm in book.Bound.Norms)
        {
            if (generator.Keeping(norm) is { } kept)
                AssertLive(book, norm, kept, kept: true);
            if (generator.Breaking(norm) is { } broken)
                AssertLive(book, norm, broken, kept: false);
        }
    }

    [Fact]
    public void The_example_that_keeps_a_deadline_uses_its_last_instant_and_the_one_that_breaks_it_comes_after()
    {
        var book = RuleBook.Load(GoldenFile.RepositoryPath("Standards.Tests/Simulator/Fixtures/rules")).RuleBook!;
        var norm = book.Bound.Norms.Single(n => n.Id == "demo.hand-over");
        var generator = new TraceGenerator(book);
        Assert.Equal(TimeSpan.FromMinutes(3), Length(generator.Keeping(norm)!));
        Assert.Equal(TimeSpan.FromMinutes(3) + TimeSpan.FromSeconds(1), Length(generator.Breaking(norm)!));
    }

    [Theory]
    [InlineData("demo.prompt-service", "promptly")]
    [InlineData("demo.parking", "parking_cap")]
    [InlineData("demo.hand-over", "")]
    public void A_norm_names_the_house_settings_that_it_depends_on(string norm, string settings)
    {
        var load = RuleBook.Load(GoldenFile.RepositoryPath("Standards.Tests/Simulator/Fixtures/rules"));
        var explanation = NormExplanation.Of(load.RuleBook!, load.RuleBook!.Bound.Norms.Single(n => n.Id == norm), load.Sources);
        Assert.Equal(settings, string.Join(", ", explanation.Settings.Select(s => s.Name)));
    }

    private static TimeSpan Length(GeneratedTrace trace) => trace.Events[^1].At - trace.Events[0].At;

    private static void AssertLive(RuleBook book, BoundNorm norm, GeneratedTrace trace, bool kept)
    {
        using var session = book.Open(trace.Events[0].Case, [.. trace.Processes]);
        foreach (var item in trace.Events)
            session.Observe(item);
        while (session.NextDeadline is { } due)
            session.AdvanceTo(due + TimeSpan.FromTicks(1));
        session.Close();
        var verdicts = session.Verdicts().Where(f => f.Norm == norm.Id).Select(f => f.Verdict).ToList();
        Assert.True(kept != verdicts.Contains(Verdict.Violated), $"{norm.Id}: {string.Join(", ", verdicts)}");
        Assert.DoesNotContain(Verdict.Unknown, verdicts);
        Assert.All(trace.Events.Where(e => e.Act != InteractionEvent.CaseFacts), e => Assert.NotEqual(0, e.Line));
    }
}
