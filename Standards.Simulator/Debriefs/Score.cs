using System.Collections.Immutable;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>A scorecard and what came of it. Immutable.</summary>
internal sealed record Score(Scorecard Card, Outcome Outcome)
{
    public static Score Of(AttemptRecord attempt, Scorecard card) => new(card, Outcome.Of(attempt, card));
}

/// <summary>Whether an attempt passed, and why not.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    public virtual bool IsPassed => false;

    public sealed record Passed : Outcome
    {
        public override bool IsPassed => true;
    }

    /// <summary>It was left before its end; the score is what it came to so far.</summary>
    public sealed record Unfinished : Outcome;

    /// <summary>Critical norms were broken: the points do not matter.</summary>
    public sealed record CriticalBroken(ImmutableArray<NormScore> Norms) : Outcome;

    /// <summary>The share of the points is below the mark.</summary>
    public sealed record BelowMark(double Share, double PassMark) : Outcome;

    /// <summary>No norm was decided.</summary>
    public sealed record NothingDecided : Outcome;

    public static Outcome Of(AttemptRecord attempt, Scorecard card)
    {
        if (card.CriticalBroken.ToImmutableArray() is { IsEmpty: false } critical)
            return new CriticalBroken(critical);
        if (!attempt.IsFinished)
            return new Unfinished();
        if (card.Share is not { } share)
            return new NothingDecided();
        return card.IsPassed ? new Passed() : new BelowMark(share, card.PassMark);
    }
}
