using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Interactions;

namespace Standards.Simulator.Debriefs;

/// <summary>Something that happened, or a time that ran out, with the verdicts that it decided. Immutable.</summary>
/// <param name="At">When, on the interaction's clock.</param>
/// <param name="Since">The time since the interaction began.</param>
/// <param name="Verdicts">The more severe breach first, then what was kept.</param>
internal abstract record TimelineRow(Instant At, TimeSpan Since, ImmutableArray<VerdictLine> Verdicts)
{
    /// <summary>An event.</summary>
    /// <param name="Title">What its act is called.</param>
    /// <param name="Who">The role and the name of who acted; empty where the event does not say.</param>
    /// <param name="Details">Its attributes in words; empty for none.</param>
    public sealed record Act(
        Instant At, TimeSpan Since, ImmutableArray<VerdictLine> Verdicts, InteractionEvent Event, LocalizedText Title, LocalizedText Who, LocalizedText Details)
        : TimelineRow(At, Since, Verdicts)
    {
        /// <summary>Whether an observer answered a question.</summary>
        public bool IsTick => string.Equals(Event.Act, "checklist.ticked", StringComparison.Ordinal);
    }

    /// <summary>A deadline passed, and nobody had acted.</summary>
    public sealed record TimePassed(Instant At, TimeSpan Since, ImmutableArray<VerdictLine> Verdicts) : TimelineRow(At, Since, Verdicts);

    /// <summary>The interaction ended, or what a standard calls its end came.</summary>
    public sealed record End(Instant At, TimeSpan Since, ImmutableArray<VerdictLine> Verdicts) : TimelineRow(At, Since, Verdicts);

    /// <summary>Whether it tells no more than that what was expected was kept: an observer's yes, a prohibition that ran out.</summary>
    public bool IsFolded => this is TimePassed or Act { IsTick: true } && Verdicts.All(v => v is { IsKept: true, IsCorrected: false });

    /// <summary>What counts as broken.</summary>
    public IEnumerable<VerdictLine> Broken => Verdicts.Where(v => v.IsBroken);

    /// <summary>What counts as kept.</summary>
    public IEnumerable<VerdictLine> Kept => Verdicts.Where(v => v.IsKept);

    /// <summary>What was broken or kept until a trainer took it away.</summary>
    public IEnumerable<VerdictLine> TakenAway => Verdicts.Where(v => !v.IsBroken && !v.IsKept);
}
