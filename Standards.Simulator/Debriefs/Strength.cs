using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Scoring;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Debriefs;

/// <summary>What went well. Immutable.</summary>
/// <param name="Kind">For instance that a section was kept whole.</param>
/// <param name="What">The sections, skills or norms.</param>
internal sealed record Strength(LocalizedText Kind, ImmutableArray<LocalizedText> What)
{
    /// <summary>Kept fully: critical norms, sections, skills; then wordings that were exact the first time. A kind without any is left out.</summary>
    public static ImmutableArray<Strength> Of(Scorecard card, IReadOnlyCollection<VerdictLine> lines)
    {
        var wordings = lines.GroupBy(l => (l.Finding.Pack, l.Finding.Norm)).Where(g => g.Any(l => l.IsExactAtFirst) && !g.Any(l => l.IsBroken)).Select(g => g.First().Title);
        Strength[] all =
        [
            new(Texts.Debrief.CriticalKept, [.. card.Norms.Where(n => n.Severity == Severity.Critical && IsWhole(n)).Select(n => n.Title)]),
            new(Texts.Debrief.SectionsKept, [.. card.Sections.Where(s => s.Possible > 0 && s.Norms.All(n => n.Broken == 0)).Select(Section)]),
            new(Texts.Debrief.SkillsKept, [.. card.Norms.Where(n => n.Possible > 0).GroupBy(n => n.Skill).Where(g => g.All(IsWhole)).OrderBy(g => g.Key).Select(Skill)]),
            new(Texts.Debrief.WordForWord, [.. wordings]),
        ];
        return [.. all.Where(s => !s.What.IsEmpty)];
    }

    private static bool IsWhole(NormScore norm) => norm is { Broken: 0, Kept: > 0 };

    private static LocalizedText Section(SectionScore section) =>
        Texts.Debrief.WithCount.With(
            new LocalizedText($"{section.Id} {section.Title.Zh}", $"{section.Id} {section.Title.En}"),
            Texts.Nouns.Norms.Times(section.Norms.Count(IsWhole)));

    private static LocalizedText Skill(IGrouping<Skill, NormScore> skill) =>
        Texts.Debrief.WithCount.With(Texts.Of(skill.Key), Texts.Nouns.Norms.Times(skill.Count()));
}
