using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Core.Values;
using Standards.Rules;
using Standards.Rules.Scoring;
using Standards.Simulator.Debriefs;
using Standards.Simulator.Records;
using Standards.Tests.Diagnostics;
using Standards.Tests.Documentation;
using Xunit;

namespace Standards.Tests.Debriefs;

public sealed class DebriefTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void The_points_lost_along_the_timeline_are_those_of_the_scorecard()
    {
        var judged = 0;
        foreach (var (attempt, book) in PackAttempts())
        {
            foreach (var corrected in new[] { attempt, WithCorrections(attempt) })
            {
                var debrief = Debrief.Of(corrected, book, []);
                var card = debrief.Counted.Card;
                var timeline = debrief.Timeline.SelectMany(r => r.Verdicts).ToList();
                Assert.Equal(card.Possible - card.Earned, timeline.Sum(v => v.Lost), Tolerance);
                Assert.Equal(card.Norms.Sum(n => n.Lost), timeline.Sum(v => v.Lost), Tolerance);
                Assert.Equal((card.Kept, card.Broken), (timeline.Count(v => v.IsKept), timeline.Count(v => v.IsBroken)));
                Assert.Equal(card.Unknown, debrief.MissingEvidence.Length + debrief.Unanswered.Sum(u => u.Times));
                Assert.Equal(card.Pending, debrief.Pending.Length);
                Assert.Equal(debrief.Practices.Length, Math.Min(PracticeChoice.Most, Math.Max(debrief.Practices.Length, card.Norms.Count(n => n.Lost > 0))));
                judged++;
            }
        }

        Assert.True(judged > 50, $"only {judged} debriefs");
    }

    [Fact]
    public void Every_attempt_can_be_shown_in_both_languages()
    {
        foreach (var (attempt, book) in PackAttempts())
        {
            var debrief = Debrief.Of(WithCorrections(attempt), book, []);
            foreach (var language in new[] { Language.Zh, Language.En })
            {
                Assert.NotEmpty(DebriefTextTests.Text(debrief, language, 80, all: true));
                Assert.NotEmpty(new DebriefHtml(language).Of(debrief));
            }
        }
    }

    [Theory]
    [InlineData("lf.busy-desk-1.ask-to-wait", "1:30", "0:06")]
    [InlineData("lf.busy-desk.hand-over", "4:00", "0:20")]
    [InlineData("lf.busy-desk-1.right-back", "6:20", "0:25")]
    [InlineData("lf.busy-desk.apologise-for-delay", "7:15", null)]
    public void What_came_too_late_is_told_from_what_never_came(string norm, string due, string? late)
    {
        var margin = Line(SampleAttempts.Flawed, norm, Verdict.Violated).Margin!;
        Assert.Equal(SampleAttempts.At(due), margin.Due);
        Assert.Equal(late is null ? default(TimeSpan?) : SampleAttempts.Span(late), margin.Late);
        Assert.Null(margin.Spare);
    }

    [Fact]
    public void What_was_kept_in_time_tells_the_time_left() =>
        Assert.Equal(SampleAttempts.Span("0:27"), Line(SampleAttempts.Flawed, "lf.busy-desk.introduce-colleague", Verdict.Satisfied).Margin!.Spare);

    [Theory]
    [InlineData("require: visitor.served, within: 1 min", 90, 30)]
    [InlineData("require: visitor.served, within: 1 min", 60, null)]
    [InlineData("on: visitor.arrived, require: visitor.served, within: 1 min", 90, 30)]
    [InlineData("on: visitor.arrived, require: visitor.served, within: 1 min, until: visitor.left", 90, 30)]
    [InlineData("on: visitor.arrived, count: visitor.served, at-least: 1, within: 1 min", 90, 30)]
    public void The_norm_without_its_clock_tells_how_late(string norm, int servedAfter, int? late)
    {
        var book = RulesSample.Book($"norms: [{{id: demo.norm, clause: D.1, title: 规, {norm}}}]\n");
        var begun = SampleAttempts.At("0:00");
        var attempt = SampleAttempts.Play(book, "20260302-0900-demo", new("示", "demo"), [], "5:00",
        [
            new InteractionEvent("", begun, "visitor.arrived"),
            new InteractionEvent("", begun + TimeSpan.FromSeconds(servedAfter), "visitor.served"),
        ]);
        var margin = Assert.Single(Debrief.Of(attempt, book, []).Timeline.SelectMany(r => r.Verdicts), v => v.Finding.Norm == "demo.norm").Margin!;
        Assert.Equal(late is { } seconds ? TimeSpan.FromSeconds(seconds) : default(TimeSpan?), margin.Late);
        Assert.Equal(late is null ? TimeSpan.Zero : default(TimeSpan?), margin.Spare);
    }

    [Theory]
    [InlineData("很抱歉耽误了您的时间，我们继续。", "很抱歉耽误了您的时间,我们继续。", "很抱歉耽误了您的时间，我们继续。")]
    [InlineData("很抱歉耽误您的时间，我们继续。", "很抱歉耽误[了]您的时间,我们继续。", "很抱歉耽误您的时间，我们继续。")]
    [InlineData("抱歉耽误了你的时间，我们继续。", "[很]抱歉耽误了[您]的时间,我们继续。", "抱歉耽误了{你}的时间，我们继续。")]
    [InlineData("我们继续。", "[很抱歉耽误了您的时间],我们继续。", "我们继续。")]
    [InlineData("来啦。", "[很抱歉耽误了您的时间,我们继续。]", "")]
    public void Words_that_differ_are_marked_in_what_was_expected_and_in_what_was_said(string said, string expected, string marked)
    {
        var attempt = Play(SampleAttempts.Do("0:00", "service.resumed", "front-desk", visitor: "A", activity: "serving"), SampleAttempts.Say("0:03", said));
        var line = DebriefOf(attempt).Timeline.SelectMany(r => r.Verdicts).Single(v => v.Finding.Norm == "lf.busy-desk.apologise-for-delay");
        if (line.Wording is not { } wording)
        {
            Assert.True(line.IsExactAtFirst);
            Assert.Equal((said, said.Replace('，', ',')), (marked, expected));
            return;
        }

        Assert.False(line.IsExactAtFirst);
        Assert.Equal((expected, marked), (Shown(wording.Expected), Shown(wording.Said)));
    }

    [Fact]
    public void Forbidden_words_are_marked_where_they_were_said()
    {
        var book = RulesSample.Book("lexicons: [{id: demo.rude, terms: [不知道, 没办法]}]\nnorms: [{id: demo.norm, clause: D.1, title: 规, never-say: demo.rude}]\n");
        var attempt = SampleAttempts.Play(book, "20260302-0900-demo", new("示", "demo"), [], "5:00", [SampleAttempts.Say("0:01", "这个我不知道，没办法。")]);
        var wording = Assert.Single(Debrief.Of(attempt, book, []).Timeline.SelectMany(r => r.Verdicts), v => v.IsBroken).Wording!;
        Assert.Empty(wording.Expected);
        Assert.Equal("这个我{不知道}，{没办法}。", Shown(wording.Said));
    }

    [Fact]
    public void Words_said_to_an_earlier_visitor_do_not_excuse_those_missing_now()
    {
        const string Excuse = "请您稍等一下，我帮这位小姐安排其他人员接待，马上回来。";
        var attempt = Play(
            SampleAttempts.Say("0:01", Excuse),
            SampleAttempts.Do("0:05", "colleague.called", "front-desk", visitor: "B", activity: "serving"),
            SampleAttempts.Do("0:30", "service.resumed", "front-desk", visitor: "A", activity: "serving"),
            SampleAttempts.Do("1:00", "colleague.called", "front-desk", visitor: "C", activity: "serving"));
        var broken = DebriefOf(attempt).Timeline.SelectMany(r => r.Verdicts).Single(v => v.IsBroken && v.Finding.Norm == "lf.busy-desk-1.excuse-to-a");
        Assert.Null(broken.Wording!.Utterance);
    }

    [Fact]
    public void Each_verdict_stands_at_what_decided_it()
    {
        var rows = DebriefOf(SampleAttempts.Flawed).Timeline;
        Assert.Equal(rows.Select(r => r.At).Order(), rows.Select(r => r.At));
        Assert.All(rows.OfType<TimelineRow.Act>().SelectMany(r => r.Verdicts.Select(v => (r, v))), p => Assert.Same(p.r.Event, p.v.DecidedBy));
        Assert.All(rows.OfType<TimelineRow.TimePassed>().SelectMany(r => r.Verdicts), v => Assert.Equal(v.Finding.Due, v.Finding.At));
        var missed = Assert.Single(rows.OfType<TimelineRow.TimePassed>(), r => r.Broken.Any(v => v.Finding.Norm == "lf.busy-desk.hand-over"));
        Assert.Equal((SampleAttempts.At("4:00"), SampleAttempts.Span("4:00")), (missed.At, missed.Since));
        var said = Assert.Single(rows.OfType<TimelineRow.Act>(), r => r.At == SampleAttempts.At("4:33"));
        Assert.Contains(said.Kept, v => v.Finding.Norm == "lf.busy-desk.introduce-colleague");
        Assert.IsType<TimelineRow.End>(rows[^1]);
    }

    [Fact]
    public void A_critical_norm_fails_whatever_the_points()
    {
        var debrief = DebriefOf(SampleAttempts.CriticalBroken with { Scoring = ScoringOptions.Default with { PassMark = 0.1 } });
        var outcome = Assert.IsType<Outcome.CriticalBroken>(debrief.Counted.Outcome);
        Assert.Equal("lf.management-office-a.tell-director", Assert.Single(outcome.Norms).Norm);
        Assert.False(outcome.IsPassed);
    }

    [Fact]
    public void Whether_it_passed_depends_on_mark_and_end()
    {
        var lenient = ScoringOptions.Default with { PassMark = 0.4 };
        Assert.IsType<Outcome.BelowMark>(DebriefOf(SampleAttempts.Flawed).Counted.Outcome);
        Assert.IsType<Outcome.Passed>(DebriefOf(SampleAttempts.Flawed with { Scoring = lenient }).Counted.Outcome);
        Assert.IsType<Outcome.Unfinished>(DebriefOf(SampleAttempts.Flawed with { IsFinished = false }).Counted.Outcome);
        Assert.IsType<Outcome.NothingDecided>(DebriefOf(SampleAttempts.Flawed with { Findings = [] }).Counted.Outcome);
    }

    [Fact]
    public void A_correction_changes_what_counts_and_leaves_what_the_machine_said()
    {
        var debrief = DebriefOf(SampleAttempts.Corrected);
        var machine = DebriefOf(SampleAttempts.Flawed).Counted.Card;
        Assert.Equal((machine.Earned, machine.Possible), (debrief.Machine!.Card.Earned, debrief.Machine.Card.Possible));
        Assert.Equal((machine.Earned + 1, machine.Possible - 1), (debrief.Counted.Card.Earned, debrief.Counted.Card.Possible));
        Assert.Equal([false, false, false, true, false], debrief.Corrections.Select(c => c.IsReplaced));
        Assert.All(debrief.Corrections, c => Assert.Equal(Verdict.Violated, c.Machine));
    }

    [Fact]
    public void To_accept_a_verdict_corrects_no_score()
    {
        var debrief = DebriefOf(SampleAttempts.Corrected with { Corrections = [SampleAttempts.Corrected.Corrections[0]] });
        Assert.Null(debrief.Machine);
        Assert.Single(debrief.Corrections);
    }

    [Fact]
    public void What_cost_most_is_practised_first()
    {
        var practices = DebriefOf(SampleAttempts.Flawed).Practices;
        Assert.Equal("lf.busy-desk.hand-over", practices[0].Norm);
        Assert.Equal(practices.OrderByDescending(p => p.Lost), practices);
        Assert.Equal(3, practices.Length);
    }

    [Fact]
    public void Of_equal_losses_the_one_missed_before_is_practised_first()
    {
        var practices = DebriefOf(SampleAttempts.Flawed, [.. SampleAttempts.Earlier]).Practices;
        Assert.Equal("lf.busy-desk.hand-over", practices[0].Norm);
        Assert.All(practices, p => Assert.Equal(1, p.MissedEarlier));
    }

    [Fact]
    public void What_was_kept_but_missed_before_is_practised_when_nothing_was_broken()
    {
        var late = SampleAttempts.Flawless with { Id = "20260305-0900-busy-desk-1", StartedAt = SampleAttempts.Flawed.StartedAt + TimeSpan.FromDays(2) };
        var debrief = DebriefOf(late, [SampleAttempts.Flawed]);
        Assert.All(debrief.Practices, p => Assert.Equal(PracticeReason.NotYetSteady, p.Reason));
        Assert.Equal(["lf.busy-desk.hand-over"], debrief.Practices.Take(1).Select(p => p.Norm));
        Assert.Contains(debrief.Comparison!.NewlyKept, t => t.En == "Come right back to A");
        Assert.Equal(Trend.Rising, debrief.Comparison.Trend);
    }

    [Fact]
    public void Only_what_can_be_compared_is()
    {
        var comparison = DebriefOf(SampleAttempts.Flawed, [.. SampleAttempts.Earlier]).Comparison!;
        Assert.Equal(["20260301-0900-busy-desk-1", "20260302-0900-busy-desk-1"], comparison.Earlier.Select(e => e.Id));
        Assert.Equal((1, 1.0, Trend.Uneven), (comparison.NotCompared, comparison.Best!.Value, comparison.Trend));
        Assert.Equal(5, comparison.NewlyBroken.Length);
        Assert.Empty(comparison.MissedAgain);
        AttemptRecord[] others =
        [
            SampleAttempts.Flawed,
            SampleAttempts.Flawless with { StartedAt = SampleAttempts.Flawed.StartedAt + TimeSpan.FromDays(1) },
            SampleAttempts.Flawless with { Packs = ["lf@0.9.0"] },
            SampleAttempts.Flawless with { Profile = "strict" },
        ];
        Assert.Null(DebriefOf(SampleAttempts.Flawed, others).Comparison);
    }

    [Fact]
    public void What_was_missed_again_is_told()
    {
        var again = SampleAttempts.Flawed with { Id = "again", StartedAt = SampleAttempts.Flawed.StartedAt + TimeSpan.FromDays(1) };
        var comparison = DebriefOf(again, [SampleAttempts.Flawed]).Comparison!;
        Assert.Equal((6, 0, 0), (comparison.MissedAgain.Length, comparison.NewlyBroken.Length, comparison.NewlyKept.Length));
        Assert.Equal((Trend.Steady, 0.0), (comparison.Trend, comparison.Change!.Value));
    }

    [Fact]
    public void Strengths_are_what_was_kept_fully()
    {
        var strengths = DebriefOf(SampleAttempts.Flawless).Strengths;
        Assert.Equal(3, strengths.Length);
        Assert.Equal(3, strengths[^1].What.Length);
        var flawed = DebriefOf(SampleAttempts.Flawed).Strengths;
        Assert.Equal("Ask B whether the colleague may help", Assert.Single(flawed[^1].What).En);
    }

    [Theory]
    [InlineData("a-1", "lf@1.0.0 wy@2.0.0", null, true, "standards audit a-1.jsonl --pack lf --pack wy --as-of 2026-03-02T09:09:00.000+08:00 --complete --all")]
    [InlineData("a 1'; rm x", "lf@1.0.0", "our house", false, "standards audit 'a 1'\\''; rm x.jsonl' --pack lf --profile 'our house' --as-of 2026-03-02T09:09:00.000+08:00 --all")]
    public void The_last_line_is_the_command_that_proves_it(string id, string packs, string? profile, bool finished, string command)
    {
        var attempt = SampleAttempts.Flawed with { Id = id, Packs = [.. packs.Split(' ')], Profile = profile, IsFinished = finished };
        Assert.Equal(command, Proof.Audit(attempt, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
    }

    public static readonly TheoryData<string> Poor =
        ["no events", "no verdicts", "nothing at all", "other packs", "unknown process", "evidence without events", "events without evidence", "unknown acts", "left", "before time began", "empty title"];

    /// <summary>Records outlive the packs that judged them, and are made by people.</summary>
    [Theory]
    [MemberData(nameof(Poor))]
    public void A_poor_record_still_has_a_debrief(string what)
    {
        var flawed = SampleAttempts.Flawed;
        var debrief = DebriefOf(what switch
        {
            "no events" => flawed with { Events = [] },
            "no verdicts" => flawed with { Findings = [] },
            "nothing at all" => flawed with { Events = [], Findings = [], Inputs = [], Duration = TimeSpan.Zero, IsFinished = false },
            "other packs" => flawed with { Packs = ["zz@9.9.9"], Findings = [.. flawed.Findings.Select(f => f with { Pack = "zz@9.9.9" })] },
            "unknown process" => flawed with { Processes = ["no-such-process"] },
            "evidence without events" => flawed with { Findings = [.. flawed.Findings.Select(f => f with { Evidence = [.. f.Evidence.Select(e => e with { Line = 99 })] })] },
            "events without evidence" => flawed with { Findings = [.. flawed.Findings.Select(f => f with { Evidence = [] })] },
            "unknown acts" => flawed with { Events = [.. flawed.Events.Select(e => e with { Act = "no.such.act", Role = "nobody", Actor = "x:", Say = " " })] },
            "left" => flawed with { IsFinished = false, Clock = SampleAttempts.At("2:00") },
            "before time began" => flawed with { Clock = Instant.MinValue, StartedAt = Instant.MinValue, EndedAt = Instant.MinValue, Duration = TimeSpan.FromDays(-1) },
            _ => flawed with { Title = LocalizedText.Empty, Trainee = "", Subject = "", Packs = [] },
        });
        Assert.Equal(what == "other packs" ? flawed.Findings.Length : 0, debrief.Foreign);
        Assert.Equal(debrief.Counted.Card.Possible - debrief.Counted.Card.Earned, debrief.Timeline.SelectMany(r => r.Verdicts).Sum(v => v.Lost), Tolerance);
        foreach (var language in new[] { Language.Zh, Language.En })
        {
            Assert.EndsWith("--all\n", DebriefTextTests.Text(debrief, language), StringComparison.Ordinal);
            Assert.EndsWith("</html>\n", new DebriefHtml(language).Of(debrief), StringComparison.Ordinal);
        }
    }

    private static Debrief DebriefOf(AttemptRecord attempt, IReadOnlyList<AttemptRecord>? earlier = null) => SampleAttempts.Of(attempt, earlier ?? []);

    private static AttemptRecord Play(params ReadOnlySpan<InteractionEvent> events) =>
        SampleAttempts.Play(SampleAttempts.Book, "20260302-0900-busy-desk-1", new("示", "demo"), ["busy-desk"], "5:00", [.. events]);

    private static VerdictLine Line(AttemptRecord attempt, string norm, Verdict verdict) =>
        DebriefOf(attempt).Timeline.SelectMany(r => r.Verdicts).First(v => v.Finding.Norm == norm && v.Counted == verdict);

    private static string Shown(ImmutableArray<MarkedText> texts) => string.Concat(texts.Select(t => t.Kind switch
    {
        MarkKind.Missing => $"[{t.Text}]",
        MarkKind.Extra => $"{{{t.Text}}}",
        _ => t.Text,
    }));

    /// <summary>Every third verdict gets another one, by turns.</summary>
    private static AttemptRecord WithCorrections(AttemptRecord attempt)
    {
        Verdict[] verdicts = [Verdict.Violated, Verdict.Satisfied, Verdict.Unknown, Verdict.NotApplicable, Verdict.Pending];
        return attempt with
        {
            Corrections =
            [
                .. attempt.Findings.Where((_, i) => i % 3 == 0)
                    .Select((f, i) => new Correction(f.Norm, f.Key, f.At, CorrectionKind.Adjusted, verdicts[i % verdicts.Length], "r", "t", attempt.EndedAt)),
            ],
        };
    }

    /// <summary>Some of the packs' own cases as attempts.</summary>
    private static IEnumerable<(AttemptRecord Attempt, RuleBook Book)> PackAttempts() => Attempts.Value;

    private static readonly Lazy<ImmutableArray<(AttemptRecord Attempt, RuleBook Book)>> Attempts = new(() =>
    {
        var all = RuleBook.Load(GoldenFile.RepositoryPath("rules"), RuleBookOptions.Default with { Packs = ["lf", "qc"], Cases = true }).RuleBook!;
        var books = all.Bound.Packs.ToDictionary(p => p.Id, p => all.Alone(p.Id), StringComparer.Ordinal);
        return
        [
            .. all.Cases.Where((c, i) => !c.Events.IsEmpty && i % 4 == 0).Select(c =>
            {
                using var session = books[c.Pack].Open(c.Id, [.. c.Processes]);
                foreach (var item in c.Events)
                    session.Observe(item);
                session.AdvanceTo(c.AsOf ?? session.Clock + TimeSpan.FromDays(1));
                if (c.AsOf is null)
                    session.Close();
                var label = books[c.Pack].Bound.Packs[0].Label;
                return (SampleAttempts.Flawless with
                {
                    Id = c.Id, Processes = c.Processes, Packs = [label], Clock = session.Clock, IsFinished = session.IsClosed, Events = [.. session.Events], Findings = session.Verdicts(),
                }, books[c.Pack]);
            }),
        ];
    });
}
