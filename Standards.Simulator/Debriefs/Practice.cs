using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Binding;
using Standards.Rules.Explanation.Traces;
using Standards.Rules.Scoring;

namespace Standards.Simulator.Debriefs;

/// <summary>Why something is to be practised.</summary>
internal enum PracticeReason
{
    /// <summary>It was broken.</summary>
    Broken = 0,

    /// <summary>It was kept this time, and broken before.</summary>
    NotYetSteady,

    /// <summary>The words were near enough to be kept, but not the prescribed ones.</summary>
    Wording,
}

/// <summary>Something to practise next. Immutable.</summary>
/// <param name="Lost">The points that it cost.</param>
/// <param name="Broken">How often it was broken in this attempt.</param>
/// <param name="MissedEarlier">In how many of the earlier attempts it was broken.</param>
/// <param name="WhatToDo">What the norm expects.</param>
/// <param name="Words">Words to say; null where the norm is not about words.</param>
internal sealed record Practice(
    PracticeReason Reason, string Norm, LocalizedText Title, Severity Severity, double Lost, int Broken, int MissedEarlier,
    LocalizedText WhatToDo, string? Words, ImmutableArray<ClauseText> Clauses);

/// <summary>Chooses what to practise next: by points lost, then severity, then how often it was missed before. Immutable.</summary>
internal sealed class PracticeChoice(NormCatalog norms, Comparison? comparison)
{
    public const int Most = 3;

    private const string Gap = "……";

    public ImmutableArray<Practice> Of(Scorecard card, ImmutableArray<VerdictLine> lines)
    {
        var inexact = lines.Where(l => l.IsKept && l.Wording is not null).Select(l => (l.Finding.Pack, l.Finding.Norm)).ToHashSet();
        return
        [
            .. card.Norms.Select((norm, order) => (Norm: norm, Order: order, Reason: ReasonOf(norm, inexact)))
                .Where(n => n.Reason is not null)
                .OrderBy(n => n.Reason)
                .ThenByDescending(n => n.Norm.Lost).ThenByDescending(n => n.Norm.Severity).ThenByDescending(n => Missed(n.Norm)).ThenBy(n => n.Order)
                .Take(Most).Select(n => Practice(n.Reason!.Value, n.Norm, lines)),
        ];
    }

    private PracticeReason? ReasonOf(NormScore norm, HashSet<(string, string)> inexact) => norm switch
    {
        { Broken: > 0, Weight: > 0 } => PracticeReason.Broken,
        { Broken: > 0 } => null,
        _ when Missed(norm) > 0 && norm.Kept > 0 => PracticeReason.NotYetSteady,
        _ when inexact.Contains((norm.Findings[0].Finding.Pack, norm.Norm)) => PracticeReason.Wording,
        _ => null,
    };

    private int Missed(NormScore norm) => comparison?.TimesMissed(norm.Norm) ?? 0;

    private Practice Practice(PracticeReason reason, NormScore score, ImmutableArray<VerdictLine> lines)
    {
        var norm = norms.Find(score.Findings[0].Finding)!;
        return new Practice(reason, norm.Id, norm.Title, norm.Severity, score.Lost, score.Broken, Missed(score), WhatToDo(norm, lines), Words(norm), norms.Clauses(norm));
    }

    /// <summary>What the norm of a process expects depends on the state: only its findings say it.</summary>
    private LocalizedText WhatToDo(BoundNorm norm, ImmutableArray<VerdictLine> lines)
    {
        var expected = norms.Describer.Expectation(norm);
        if (expected != LocalizedText.Empty)
            return expected;
        return lines.FirstOrDefault(l => l.IsBroken && string.Equals(l.Finding.Norm, norm.Id, StringComparison.Ordinal))?.Found ?? expected;
    }

    /// <summary>The words, with a gap for what differs from case to case.</summary>
    private static string? Words(BoundNorm norm) => SpeechDemand.Of(norm) is { Phrases: [var phrase, ..] } ? PhraseSample.Of(phrase.Phrase, Gap) : null;
}
