using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>Everything there is to say of one attempt: what the renderings show, they take from here. Immutable.</summary>
internal sealed record Debrief
{
    public required AttemptRecord Attempt { get; init; }

    /// <summary>The zone of the packs' calendar, on whose wall instants are shown.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The score that counts: a trainer's corrections are in it.</summary>
    public required Score Counted { get; init; }

    /// <summary>The score of the evaluator's own verdicts; null where no correction changed one.</summary>
    public required Score? Machine { get; init; }

    /// <summary>Verdicts by norms that the rule book does not hold; they are not scored, and nothing else is said of them.</summary>
    public required int Foreign { get; init; }

    /// <summary>What happened and what it decided, by time.</summary>
    public required ImmutableArray<TimelineRow> Timeline { get; init; }

    /// <summary>Norms that nobody could decide because the interaction does not show it, by time.</summary>
    public required ImmutableArray<VerdictLine> MissingEvidence { get; init; }

    /// <summary>Questions that no observer answered, each once.</summary>
    public required ImmutableArray<OpenQuestion> Unanswered { get; init; }

    /// <summary>Obligations still open when the attempt ended, by their activation.</summary>
    public required ImmutableArray<VerdictLine> Pending { get; init; }

    /// <summary>How many obligations an exception took away.</summary>
    public required int Excepted { get; init; }

    public required ImmutableArray<Strength> Strengths { get; init; }

    /// <summary>What to practise next, the most important first; at most <see cref="PracticeChoice.Most"/>.</summary>
    public required ImmutableArray<Practice> Practices { get; init; }

    /// <summary>Null where there is no earlier attempt to compare with.</summary>
    public required Comparison? Comparison { get; init; }

    /// <summary>Every correction in the order of entry.</summary>
    public required ImmutableArray<CorrectionLine> Corrections { get; init; }

    /// <summary>Writes the interaction to a file that <see cref="ProofCommand"/> reads.</summary>
    public required string ExportCommand { get; init; }

    /// <summary>The command that gives the same verdicts again.</summary>
    public required string ProofCommand { get; init; }

    /// <summary>Makes the debrief of an attempt.</summary>
    /// <param name="attempt">What was attempted; it need not be finished.</param>
    /// <param name="book">The rule book that judged it. A verdict by another one's norm is counted in <see cref="Foreign"/> only.</param>
    /// <param name="earlier">
    /// Attempts of the same trainee at the same subject, in any order. Those that began later, were not finished, or were judged by other
    /// packs are not compared.
    /// </param>
    public static Debrief Of(AttemptRecord attempt, RuleBook book, IReadOnlyList<AttemptRecord> earlier)
    {
        var norms = new NormCatalog(book);
        var scorer = new Scorer(book);
        ImmutableArray<ScoredFinding> scored = [.. attempt.Scored().Where(f => norms.Find(f.Finding) is not null)];
        var counted = Score.Of(attempt, scorer.Score(scored, attempt.Scoring));
        var machine = scored.Any(f => f.IsCorrected) ? Score.Of(attempt, scorer.Score(scored.Select(f => f.Finding), attempt.Scoring)) : null;
        var lines = new VerdictLines(attempt, norms, counted.Card, TimeMargins.Of(attempt, book, scored)).Of(scored);
        var comparison = Comparison.Of(attempt, counted.Card, earlier, scorer);
        return new Debrief
        {
            Attempt = attempt,
            Zone = norms.ZoneOf(attempt),
            Counted = counted,
            Machine = machine,
            Foreign = attempt.Findings.Length - scored.Length,
            Timeline = new Timeline(attempt, norms).Of(lines),
            MissingEvidence = [.. lines.Where(l => l.Counted == Verdict.Unknown && l.Question is null)],
            Unanswered = OpenQuestion.Of(lines),
            Pending = [.. lines.Where(l => l.Counted == Verdict.Pending)],
            Excepted = lines.Count(l => l.Counted == Verdict.NotApplicable && !l.IsCorrected),
            Strengths = Strength.Of(counted.Card, lines),
            Practices = new PracticeChoice(norms, comparison).Of(counted.Card, lines),
            Comparison = comparison,
            Corrections = CorrectionLine.Of(attempt, norms),
            ExportCommand = Proof.Export(attempt),
            ProofCommand = Proof.Audit(attempt, norms.ZoneOf(attempt)),
        };
    }
}
