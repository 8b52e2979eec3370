using System.Collections.Immutable;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Evaluation;
using Standards.Rules.Speech;

namespace Standards.Rules.Compilation;

/// <summary>The utterance that came closest to a phrase.</summary>
internal sealed record NearestUtterance(string PhraseId, string Said, PhraseMatch Match);

/// <summary>A form that was filled in without some of its fields (indices of attributes).</summary>
internal sealed record MissingFields(ImmutableArray<int> Fields);

/// <summary>The forbidden terms that were said.</summary>
internal sealed record TermsSaid(ImmutableArray<string> Terms);

internal sealed class PhraseNearMiss(ImmutableArray<BoundPhrase> phrases) : NearMissPlan
{
    public override object? Look(Frame frame, object? best)
    {
        if (frame.Words is not { } words)
            return best;
        var nearest = best as NearestUtterance;
        foreach (var phrase in phrases)
        {
            var match = phrase.Phrase.Match(words);
            if (nearest is null || match.Distance < nearest.Match.Distance)
                nearest = new NearestUtterance(phrase.Id, frame.Say!, match);
        }

        return nearest;
    }
}

internal sealed class FieldsNearMiss(int form, string formId, ImmutableArray<int> fields) : NearMissPlan
{
    public override object? Look(Frame frame, object? best)
    {
        var named = frame.Attribute(form);
        if (named.Kind != ValueKind.String || !string.Equals(named.AsString, formId, StringComparison.Ordinal))
            return best;
        var missing = fields.Where(f => FieldsCondition.IsEmpty(frame.Attribute(f))).ToImmutableArray();
        return best is MissingFields earlier && earlier.Fields.Length <= missing.Length ? best : new MissingFields(missing);
    }
}

internal sealed class TermsNearMiss(ImmutableArray<BoundLexicon> lexicons) : NearMissPlan
{
    public override object? Look(Frame frame, object? best) =>
        frame.Words is { } words ? new TermsSaid([.. lexicons.SelectMany(l => l.Lexicon.Find(words)).Select(h => h.Term).Distinct(StringComparer.Ordinal)]) : best;
}

/// <summary>The event fills in the form, and no field is empty.</summary>
internal sealed class FieldsCondition(int form, string formId, ImmutableArray<int> fields) : Expressions.Condition
{
    private readonly Fault _noForm = new(FaultKind.MissingAttribute, "form");

    public override Expressions.Truth Test(Frame frame)
    {
        var named = frame.Attribute(form);
        if (named.IsMissing)
            return Expressions.Truth.Unknown;
        if (named.Kind != ValueKind.String || !string.Equals(named.AsString, formId, StringComparison.Ordinal))
            return Expressions.Truth.False;
        foreach (var field in fields)
        {
            if (IsEmpty(frame.Attribute(field)))
                return Expressions.Truth.False;
        }

        return Expressions.Truth.True;
    }

    public override Fault? Explain(Frame frame) => _noForm;

    public static bool IsEmpty(Value value) => value.Kind switch
    {
        ValueKind.Missing or ValueKind.Null => true,
        ValueKind.String => string.IsNullOrWhiteSpace(value.AsString),
        ValueKind.List => value.AsList.IsEmpty,
        _ => false,
    };
}
