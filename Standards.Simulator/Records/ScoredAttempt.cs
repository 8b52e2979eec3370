using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Scoring;

namespace Standards.Simulator.Records;

/// <summary>What a norm was worth when an attempt was judged. Immutable.</summary>
internal sealed record NormWorth
{
    public required string Norm { get; init; }

    /// <summary>The pack and its version.</summary>
    public required string Pack { get; init; }

    public required string Section { get; init; }

    public required LocalizedText SectionTitle { get; init; }

    public required LocalizedText Title { get; init; }

    public required ImmutableArray<string> Clauses { get; init; }

    public required Severity Severity { get; init; }

    public required Skill Skill { get; init; }

    public required double Weight { get; init; }
}

/// <summary>
/// An attempt with the worth of its norms, so that it can be scored again after a correction, and after its packs have changed or gone.
/// Immutable.
/// </summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Worths">One of each norm that has a verdict, in the order of the scorecard.</param>
internal sealed record ScoredAttempt(AttemptRecord Attempt, ImmutableArray<NormWorth> Worths)
{
    /// <summary>The scorecard with the corrections.</summary>
    public Scorecard Card => CardOf(Attempt.Scored());

    /// <summary>The scorecard of the evaluator's own verdicts.</summary>
    public Scorecard MachineCard => CardOf(Attempt.Findings.Select(f => new ScoredFinding(f, f.Verdict)));

    public AttemptScore Score
    {
        get
        {
            var (card, machine) = (Card, MachineCard);
            return new AttemptScore(card.Earned, card.Possible, card.Share, card.IsPassed, machine.Share, machine.IsPassed, Corrected());
        }
    }

    public static ScoredAttempt Of(AttemptRecord attempt, Scorer scorer)
    {
        // A verdict that does not apply now may be corrected to one that counts: its norm must have a worth too.
        var all = scorer.Score(attempt.Findings.Select(f => new ScoredFinding(f, f.Verdict == Verdict.NotApplicable ? Verdict.Unknown : f.Verdict)), attempt.Scoring);
        return new ScoredAttempt(attempt, [.. all.Sections.SelectMany(s => s.Norms.Select(n => WorthOf(s, n)))]);
    }

    private static NormWorth WorthOf(SectionScore section, NormScore score) => new()
    {
        Norm = score.Norm,
        Pack = score.Findings[0].Finding.Pack,
        Section = section.Id,
        SectionTitle = section.Title,
        Title = score.Title,
        Clauses = score.Clauses,
        Severity = score.Severity,
        Skill = score.Skill,
        Weight = score.Weight,
    };

    private int Corrected() => Attempt.Findings.Count(f => Attempt.Corrections.Any(c => c.Concerns(f)));

    private Scorecard CardOf(IEnumerable<ScoredFinding> findings)
    {
        var byNorm = findings.Where(f => f.Verdict != Verdict.NotApplicable || f.IsCorrected).ToLookup(f => (f.Finding.Pack, f.Finding.Norm));
        var sections = Worths.Where(w => byNorm.Contains((w.Pack, w.Norm))).GroupBy(w => w.Section, StringComparer.Ordinal)
            .Select(g => new SectionScore(g.Key, g.First().SectionTitle, [.. g.Select(w => ScoreOf(w, byNorm[(w.Pack, w.Norm)]))]));
        return new Scorecard([.. sections], Attempt.Scoring.PassMark);
    }

    private static NormScore ScoreOf(NormWorth worth, IEnumerable<ScoredFinding> findings) => new()
    {
        Norm = worth.Norm,
        Title = worth.Title,
        Clauses = worth.Clauses,
        Severity = worth.Severity,
        Skill = worth.Skill,
        Weight = worth.Weight,
        Findings = [.. findings.OrderBy(f => f.Finding.At).ThenBy(f => f.Finding.Key, StringComparer.Ordinal)],
    };
}
