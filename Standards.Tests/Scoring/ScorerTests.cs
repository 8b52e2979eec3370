using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Scoring;
using Standards.Tests.Documentation;
using Xunit;

namespace Standards.Tests.Scoring;

public sealed class ScorerTests
{
    private const string Rules = """
        # file: demo/clauses.yaml
        standard: D
        title: {zh: 示例标准, en: Example standard}
        clauses:
        - {id: D.1, kind: obligation, check: reference, zh: 章, en: section}
        - {id: D.1.a, kind: obligation, check: log, zh: 一, en: one}
        - {id: D.1.b, kind: obligation, check: log, zh: 二, en: two}
        - {id: D.2, kind: obligation, check: log, zh: 三, en: three}
        # file: demo/norms/example.yaml
        norms:
        - {id: demo.minor, clause: D.1.a, severity: minor, title: {zh: 甲, en: a}, on: visitor.arrived, require: visitor.served, within: 1 min}
        - {id: demo.major, clause: D.1.b, severity: major, title: {zh: 乙, en: b}, forbid: colleague.called}
        - {id: demo.critical, clause: D.2, severity: critical, title: {zh: 丙, en: c}, on: visitor.left, require: record.filled}
        - {id: demo.unscored, clause: D.2, severity: critical, scored: false, title: {zh: 丁, en: d}, forbid: phone.rang}

        """;

    private static readonly Lazy<RuleBook> Book = new(() => RulesSample.Book(Rules.ReplaceLineEndings("\n")));

    [Theory]
    [InlineData("minor+", 1, 1)]
    [InlineData("minor-", 0, 1)]
    [InlineData("minor+ minor-", 0.5, 1)]
    [InlineData("minor+ minor+ minor-", 2.0 / 3, 1)]
    [InlineData("major+ minor-", 3, 4)]
    [InlineData("critical+ major- minor-", 5, 9)]
    [InlineData("minor? major?", 0, 0)]
    [InlineData("minor+ minor? major~", 1, 1)]
    [InlineData("minor. major-", 0, 3)]
    [InlineData("unscored- minor+", 1, 1)]
    public void A_norm_gives_the_share_of_its_points_that_was_kept_of_what_was_decided(string verdicts, double earned, double possible)
    {
        var card = Score(verdicts);
        Assert.Equal(earned, card.Earned, 9);
        Assert.Equal(possible, card.Possible, 9);
        Assert.Equal(possible > 0 ? earned / possible : null, card.Share);
    }

    [Theory]
    [InlineData("major+ minor+", true)]
    [InlineData("major+ minor-", false)]
    [InlineData("critical+ minor-", true)]
    [InlineData("critical- critical+ critical+ critical+ critical+ critical+ critical+ critical+", false)]
    [InlineData("unscored- minor+", true)]
    [InlineData("minor?", false)]
    [InlineData("", false)]
    public void An_interaction_passes_from_its_mark_unless_a_critical_norm_was_broken(string verdicts, bool passes) =>
        Assert.Equal(passes, Score(verdicts).IsPassed);

    [Fact]
    public void Sections_are_the_clauses_without_their_last_part_and_may_weigh_more()
    {
        var options = ScoringOptions.Default with { Sections = ScoringOptions.Default.Sections.Add("D", 10).Add("D.1", 2) };
        var card = Score("minor+ major- critical+", options);
        Assert.Equal([("D.1", 2.0, 8.0), ("D.2", 50.0, 50.0)], card.Sections.Select(s => (s.Id, s.Earned, s.Possible)));
    }

    [Fact]
    public void Unknown_and_pending_are_counted_apart()
    {
        var card = Score("minor? minor? major~ minor+ minor- minor.");
        Assert.Equal((1, 1, 2, 1), (card.Kept, card.Broken, card.Unknown, card.Pending));
    }

    [Fact]
    public void Skills_are_those_of_the_forms_that_were_tried()
    {
        var skills = Score("minor+ major- critical?").Skills();
        Assert.Equal([(Skill.Promptness, 1.0), (Skill.Conduct, 0.0)], skills.Select(s => (s.Key, s.Value.Earned)));
    }

    [Fact]
    public void What_a_person_put_in_the_place_of_a_verdict_counts()
    {
        var finding = Findings("minor-").Single();
        ScoredFinding[] corrected = [new(finding, Verdict.Satisfied)];
        var card = new Scorer(Book.Value).Score(corrected, ScoringOptions.Default);
        Assert.Equal((1.0, 1), (card.Earned, card.Norms.Single().Kept));
        Assert.True(card.Norms.Single().Findings.Single().IsCorrected);
    }

    [Fact]
    public void A_norm_of_another_book_is_left_out()
    {
        var foreign = Findings("minor-").Single() with { Pack = "demo@9.9.9" };
        Assert.Empty(new Scorer(Book.Value).Score([foreign], ScoringOptions.Default).Sections);
    }

    private static Scorecard Score(string verdicts, ScoringOptions? options = null) => new Scorer(Book.Value).Score(Findings(verdicts), options ?? ScoringOptions.Default);

    /// <summary>Findings written as the norm and a sign: + kept, - broken, ? unknown, ~ pending, . not applicable.</summary>
    private static ImmutableArray<Finding> Findings(string verdicts) =>
    [
        .. verdicts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => new Finding
        {
            Case = "C",
            Norm = "demo." + word[..^1],
            Clauses = [],
            Pack = "demo@1.0.0",
            Verdict = word[^1] switch
            {
                '+' => Verdict.Satisfied,
                '-' => Verdict.Violated,
                '?' => Verdict.Unknown,
                '~' => Verdict.Pending,
                _ => Verdict.NotApplicable,
            },
            Severity = Severity.Minor,
            At = new Instant(i),
            Message = LocalizedText.Empty,
            Evidence = [],
        }),
    ];
}
