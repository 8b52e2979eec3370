using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;
using Xunit;

namespace Standards.Tests.Records;

public sealed class AttemptStoreTests : IDisposable
{
    private readonly TemporaryStore _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void What_was_saved_is_found_exactly()
    {
        var random = new RandomAttempts(20260410);
        using var store = AttemptStore.Open(_file.Path);
        for (var i = 0; i < 200; i++)
        {
            var attempt = random.Next(string.Create(CultureInfo.InvariantCulture, $"attempt-{i}"));
            store.Save(attempt, SampleAttempts.Scorer);
            Assert.Equal(Description.Of(attempt), Description.Of(store.Find(attempt.Id)));
        }
    }

    /// <summary>A property that the generator does not vary would be lost without a test's noticing.</summary>
    [Fact]
    public void Every_property_of_an_attempt_is_varied()
    {
        var random = new RandomAttempts(1);
        var attempts = Enumerable.Range(0, 40).Select(_ => random.Next("A")).ToList();
        foreach (var type in new[] { typeof(AttemptRecord), typeof(InteractionEvent), typeof(Finding), typeof(Evidence), typeof(Correction), typeof(AttemptNote) })
        {
            IEnumerable<object> items = type == typeof(AttemptRecord) ? attempts
                : type == typeof(InteractionEvent) ? attempts.SelectMany(a => a.Events)
                : type == typeof(Finding) ? attempts.SelectMany(a => a.Findings)
                : type == typeof(Evidence) ? attempts.SelectMany(a => a.Findings).SelectMany(f => f.Evidence)
                : type == typeof(Correction) ? attempts.SelectMany(a => a.Corrections)
                : attempts.SelectMany(a => a.Notes);
            foreach (var property in type.GetProperties().Where(p => p.Name is not ("Id" or "Case")))
                Assert.True(items.Select(i => Description.Of(property.GetValue(i))).Distinct(StringComparer.Ordinal).Count() > 1, $"{type.Name}.{property.Name}");
        }
    }

    [Fact]
    public void A_saved_attempt_takes_the_place_of_the_one_before()
    {
        using var store = AttemptStore.Open(_file.Path);
        var attempt = SampleAttempts.Of(SampleAttempts.Breaches, "A");
        store.Save(attempt with { IsFinished = false, Findings = [] }, SampleAttempts.Scorer);
        store.Save(attempt, SampleAttempts.Scorer);
        Assert.Equal(Description.Of(attempt), Description.Of(Assert.Single(store.List(AttemptQuery.All))));
    }

    [Fact]
    public void A_saving_that_fails_half_way_leaves_what_was_there()
    {
        var attempt = SampleAttempts.Of(SampleAttempts.Breaches, "A");
        using (var store = AttemptStore.Open(_file.Path))
        {
            store.Save(attempt, SampleAttempts.Scorer);

            // The last table to be written is that of the notes.
            var broken = attempt with { Trainee = "other", Notes = [new AttemptNote(attempt.Clock, null!, "text")] };
            Assert.ThrowsAny<Exception>(() => store.Save(broken, SampleAttempts.Scorer));
            Assert.Equal(Description.Of(attempt), Description.Of(store.Find("A")));
        }

        using var again = AttemptStore.OpenExisting(_file.Path);
        Assert.Equal(Description.Of(attempt), Description.Of(again.Find("A")));
    }

    [Fact]
    public void An_event_of_another_case_is_refused()
    {
        using var store = AttemptStore.Open(_file.Path);
        var attempt = SampleAttempts.Of(SampleAttempts.Clean, "A");
        Assert.Throws<ArgumentException>(() => store.Save(attempt with { Id = "B" }, SampleAttempts.Scorer));
    }

    public static TheoryData<string, string> Queries => new()
    {
        { "", "later earlier-a earlier-b observed" },
        { "trainee", "later earlier-b" },
        { "subject", "earlier-a earlier-b" },
        { "kind", "observed" },
        { "id", "later" },
        { "finished", "earlier-a" },
        { "nobody", "" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void Attempts_are_listed_by_time_then_id(string query, string expected)
    {
        using var store = AttemptStore.Open(_file.Path);
        Add("observed", "韩梅", SampleAttempts.Clean, 2, a => a with { Kind = AttemptKind.Observation });
        Add("earlier-b", "李雷", SampleAttempts.Breaches, 1, a => a);
        Add("earlier-a", "韩梅", SampleAttempts.Breaches, 1, a => a with { IsFinished = false });
        Add("later", "李雷", SampleAttempts.Clean, 0, a => a);
        var wanted = query switch
        {
            "trainee" => AttemptQuery.All with { Trainee = "李雷" },
            "subject" => AttemptQuery.All with { Subject = SampleAttempts.Breaches },
            "kind" => AttemptQuery.All with { Kind = AttemptKind.Observation },
            "id" => AttemptQuery.All with { Id = "later" },
            "finished" => AttemptQuery.All with { IsFinished = false },
            "nobody" => AttemptQuery.All with { Trainee = "李" },
            _ => AttemptQuery.All,
        };
        Assert.Equal(expected, string.Join(' ', store.List(wanted).Select(a => a.Id)));
        Assert.Equal(expected, string.Join(' ', store.Summaries(wanted).Select(a => a.Id)));
        Assert.Equal(expected, string.Join(' ', store.Points(wanted).Select(p => p.Attempt).Distinct(StringComparer.Ordinal)));

        void Add(string id, string trainee, string packCase, int day, Func<AttemptRecord, AttemptRecord> change) =>
            store.Save(change(SampleAttempts.Of(packCase, id, trainee, day)), SampleAttempts.Scorer);
    }

    public static TheoryData<string> Cases => [.. SampleAttempts.Book.Cases.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_kept_attempt_scores_as_its_norms_do(string packCase)
    {
        var attempt = SampleAttempts.Of(packCase, "A");
        var expected = SampleAttempts.Scorer.Score(attempt.Scored(), attempt.Scoring);
        Assert.Equal(Description.Of(expected), Description.Of(ScoredAttempt.Of(attempt, SampleAttempts.Scorer).Card));
    }

    [Fact]
    public void The_score_outlives_the_norms()
    {
        using var store = AttemptStore.Open(_file.Path);
        var attempt = SampleAttempts.Of(SampleAttempts.Breaches, "A");
        store.Save(attempt, SampleAttempts.Scorer);
        var expected = SampleAttempts.Scorer.Score(attempt.Scored(), attempt.Scoring);
        Assert.Equal(Description.Of(expected), Description.Of(store.FindScored("A")!.Card));
        var summary = Assert.Single(store.Summaries(AttemptQuery.All));
        Assert.Equal((expected.Earned, expected.Possible, expected.Share, expected.IsPassed), (summary.Score.Earned, summary.Score.Possible, summary.Score.Share, summary.Score.IsPassed));
        Assert.False(summary.Score.IsCorrected);
        var points = store.Points(AttemptQuery.All);
        Assert.Equal((expected.Earned, expected.Possible), (points.Sum(p => p.Earned), points.Sum(p => p.Possible)));
    }

    [Fact]
    public void A_correction_changes_the_score_and_keeps_both_verdicts()
    {
        using var store = AttemptStore.Open(_file.Path);
        var attempt = SampleAttempts.Of(SampleAttempts.Breaches, "A");
        store.Save(attempt, SampleAttempts.Scorer);
        var broken = attempt.Findings.First(f => f.Verdict == Verdict.Violated);
        var correction = new Correction(broken.Norm, broken.Key, broken.At, CorrectionKind.Adjusted, Verdict.Satisfied, "看见了", "王老师", attempt.EndedAt);
        var after = store.AddCorrection("A", correction)!;
        Assert.Equal(attempt.Findings.Select(f => f.Verdict), after.Attempt.Findings.Select(f => f.Verdict));
        Assert.Equal(correction, Assert.Single(store.Find("A")!.Corrections));
        Assert.Equal(SampleAttempts.Scorer.Score(after.Attempt.Scored(), attempt.Scoring).Share, after.Score.Share);
        Assert.True(after.Score.Share > after.Score.MachineShare);
        Assert.Equal(after.Score, Assert.Single(store.Summaries(AttemptQuery.All)).Score);
        Assert.Equal(after.Score.Earned, store.Points(AttemptQuery.All).Sum(p => p.Earned), 9);
    }

    [Fact]
    public void What_did_not_apply_can_be_corrected_to_what_counts()
    {
        var attempt = SampleAttempts.Of(SampleAttempts.Breaches, "A");
        var idle = attempt.Findings[0] with { Verdict = Verdict.NotApplicable };
        var correction = new Correction(idle.Norm, idle.Key, idle.At, CorrectionKind.Adjusted, Verdict.Violated, "看见了", "王老师", attempt.EndedAt);
        var corrected = attempt with { Findings = [idle], Corrections = [correction] };
        using var store = AttemptStore.Open(_file.Path);
        store.Save(corrected, SampleAttempts.Scorer);
        Assert.Equal(1, store.FindScored("A")!.Card.Norms.Single(n => n.Norm == idle.Norm).Broken);
    }

    [Fact]
    public void Remarks_are_added_behind_those_that_are_there()
    {
        using var store = AttemptStore.Open(_file.Path);
        store.Save(SampleAttempts.Of(SampleAttempts.Clean, "A"), SampleAttempts.Scorer);
        store.AddNote("A", new AttemptNote(SampleAttempts.Morning, "王老师", "一"));
        store.AddNote("A", new AttemptNote(SampleAttempts.Morning, "王老师", "二"));
        Assert.Equal(["一", "二"], store.Find("A")!.Notes.Select(n => n.Text));
        Assert.Null(store.AddNote("B", new AttemptNote(SampleAttempts.Morning, "王老师", "三")));
    }

    [Theory]
    [InlineData("lf.busy-desk.serving", "20260409-0930-busy-desk-serving")]
    [InlineData("busy-desk", "20260409-0930-busy-desk")]
    [InlineData("demo.Urgent_Call!", "20260409-0930-urgent-call")]
    [InlineData("服务台", "20260409-0930-attempt")]
    [InlineData("lf.", "20260409-0930-lf")]
    [InlineData(".lf", "20260409-0930-lf")]
    [InlineData("", "20260409-0930-attempt")]
    public void An_id_says_when_and_what(string subject, string expected)
    {
        using var store = AttemptStore.Open(_file.Path);
        Assert.Equal(expected, store.NextId(new DateTimeOffset(2026, 4, 9, 9, 30, 59, TimeSpan.FromHours(8)), subject));
    }

    [Fact]
    public void Two_programs_never_get_the_same_id()
    {
        var now = new DateTimeOffset(2026, 4, 9, 9, 30, 0, TimeSpan.FromHours(8));
        using var one = AttemptStore.Open(_file.Path);
        using var other = AttemptStore.Open(_file.Path);
        one.Save(SampleAttempts.Of(SampleAttempts.Clean, "20260409-0930-desk-2"), SampleAttempts.Scorer);
        Assert.Equal(
            ["20260409-0930-desk", "20260409-0930-desk-3", "20260409-0930-desk-4"],
            new[] { one.NextId(now, "lf.desk"), other.NextId(now, "lf.desk"), one.NextId(now, "lf.desk") });
    }

    [Fact]
    public void Two_programs_see_what_the_other_saved()
    {
        using var one = AttemptStore.Open(_file.Path);
        using var other = AttemptStore.Open(_file.Path);
        one.Save(SampleAttempts.Of(SampleAttempts.Clean, "A"), SampleAttempts.Scorer);
        other.Save(SampleAttempts.Of(SampleAttempts.Clean, "B"), SampleAttempts.Scorer);
        Assert.Equal(["A", "B"], one.Ids());
        Assert.Equal(["A", "B"], other.Ids());
    }
}
