using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Rules.Binding;

namespace Standards.Simulator.Drills;

/// <summary>An item of the deck. Immutable.</summary>
/// <param name="Difficulty">0 for easy.</param>
internal sealed record DeckEntry(DrillItem Item, Severity Severity, int Difficulty);

/// <summary>All that can be asked of some packs: the same packs, item and seed give the same question. Not thread-safe.</summary>
internal sealed class DrillDeck
{
    private readonly DrillMaterial _material;
    private readonly ImmutableSortedDictionary<DrillKind, IQuestionMaker> _makers;

    /// <param name="material">The packs; with their cases where a kind needs them.</param>
    /// <param name="kinds">The kinds of questions.</param>
    /// <param name="norm">A part of the id, the title or a clause of the norms asked about; null for all.</param>
    public DrillDeck(DrillMaterial material, IEnumerable<DrillKind> kinds, string? norm = null)
    {
        _material = material;
        _makers = kinds.Distinct().ToImmutableSortedDictionary(k => k, MakerOf);
        Entries =
        [
            .. _makers.Values.SelectMany(m => m.Norms().Where(n => norm is null || Matches(n.Norm, norm)).Select(n => new DeckEntry(new DrillItem(m.Kind, n.Norm.Id), n.Norm.Severity, n.Difficulty))),
        ];
    }

    /// <summary>By kind, then by id.</summary>
    public ImmutableArray<DeckEntry> Entries { get; }

    /// <summary>A question about the item; null where none was found that the evaluator confirms.</summary>
    public DrillQuestion? Make(DrillItem item, DrillRandom random) =>
        _material.Norms.TryGetValue(item.Norm, out var norm) && _makers.TryGetValue(item.Kind, out var maker) ? maker.Make(norm, random) : null;

    private IQuestionMaker MakerOf(DrillKind kind) => kind switch
    {
        DrillKind.Breach => new BreachQuestions(_material),
        DrillKind.Next => new NextQuestions(_material),
        DrillKind.Time => new TimeQuestions(_material),
        _ => new SayQuestions(_material),
    };

    private static bool Matches(BoundNorm norm, string text)
    {
        bool Holds(string where) => where.Contains(text, StringComparison.OrdinalIgnoreCase);
        return Holds(norm.Id) || Holds(norm.Title.Zh) || Holds(norm.Title.En) || norm.Clauses.Any(Holds);
    }
}
