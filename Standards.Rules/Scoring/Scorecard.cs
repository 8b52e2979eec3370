using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;

namespace Standards.Rules.Scoring;

/// <summary>The norms of one section of a standard. Immutable.</summary>
/// <param name="Id">What the clause ids of the section have in common, for instance <c>LF.S2.1</c>.</param>
/// <param name="Title">The title of its process, or of its pack.</param>
/// <param name="Norms">In the order of the pack.</param>
public sealed record SectionScore(string Id, LocalizedText Title, ImmutableArray<NormScore> Norms)
{
    public double Earned => Norms.Sum(n => n.Earned);

    public double Possible => Norms.Sum(n => n.Possible);

    /// <summary>From 0 to 1; null where nothing was decided.</summary>
    public double? Share => Possible > 0 ? Earned / Possible : null;
}

/// <summary>
/// How one interaction kept its norms, by section. Unknown and pending verdicts count neither for nor against; they are counted apart.
/// Immutable.
/// </summary>
/// <param name="Sections">In the order of the packs' clauses.</param>
/// <param name="PassMark">The share from which the interaction passes, from 0 to 1.</param>
public sealed record Scorecard(ImmutableArray<SectionScore> Sections, double PassMark)
{
    public IEnumerable<NormScore> Norms => Sections.SelectMany(s => s.Norms);

    public double Earned => Sections.Sum(s => s.Earned);

    public double Possible => Sections.Sum(s => s.Possible);

    /// <summary>From 0 to 1; null where nothing was decided.</summary>
    public double? Share => Possible > 0 ? Earned / Possible : null;

    public int Kept => Norms.Sum(n => n.Kept);

    public int Broken => Norms.Sum(n => n.Broken);

    public int Unknown => Norms.Sum(n => n.Unknown);

    public int Pending => Norms.Sum(n => n.Pending);

    /// <summary>Broken norms of critical severity: one of them fails the interaction, whatever its points.</summary>
    public IEnumerable<NormScore> CriticalBroken => Norms.Where(n => n.Severity == Severity.Critical && n.Weight > 0 && n.Broken > 0);

    /// <summary>Whether no critical norm was broken and the share reaches the mark. What decided nothing does not pass.</summary>
    public bool IsPassed => Share is { } share && share >= PassMark && !CriticalBroken.Any();

    /// <summary>Points by skill, for the skills that were tried.</summary>
    public ImmutableSortedDictionary<Skill, (double Earned, double Possible)> Skills() =>
        Norms.Where(n => n.Possible > 0).GroupBy(n => n.Skill).ToImmutableSortedDictionary(g => g.Key, g => (g.Sum(n => n.Earned), g.Sum(n => n.Possible)));
}
