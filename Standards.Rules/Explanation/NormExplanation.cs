using System.Collections.Immutable;
using Standards.Rules.Binding;
using Standards.Rules.Explanation.Traces;
using Standards.Rules.Loading;

namespace Standards.Rules.Explanation;

/// <summary>Everything there is to say of a norm. Immutable.</summary>
internal sealed record NormExplanation
{
    public required BoundNorm Norm { get; init; }

    /// <summary>The clauses that it cites, with their texts where the pack has a catalogue.</summary>
    public required ImmutableArray<BoundClause> Clauses { get; init; }

    /// <summary>The norm read aloud.</summary>
    public required ImmutableArray<ReadingLine> Reading { get; init; }

    /// <summary>The house settings that it depends on.</summary>
    public required ImmutableArray<BoundSetting> Settings { get; init; }

    /// <summary>An interaction that keeps it; null where none was found.</summary>
    public required GeneratedTrace? Kept { get; init; }

    /// <summary>An interaction that breaks it; null where none was found.</summary>
    public required GeneratedTrace? Broken { get; init; }

    /// <summary>Whether an interaction could show more than was found; no single one shows a quota.</summary>
    public bool LacksExample => Norm.Form is not NormForm.Quota && (Kept is null || Broken is null);

    public static NormExplanation Of(RuleBook book, BoundNorm norm, SourceCatalog sources)
    {
        var cited = norm.Clauses.Concat(norm.Unless.SelectMany(u => u.Clauses)).ToHashSet(StringComparer.Ordinal);
        var traces = new TraceGenerator(book);
        return new NormExplanation
        {
            Norm = norm,
            Clauses = [.. norm.Pack.Clauses.Where(c => cited.Contains(c.Id))],
            Reading = new NormReading(book.Bound).Of(norm),
            Settings = NormSource.Find(sources, norm) is { } source ? [.. NormSource.Settings(source, norm.Pack)] : [],
            Kept = traces.Keeping(norm),
            Broken = traces.Breaking(norm),
        };
    }
}
