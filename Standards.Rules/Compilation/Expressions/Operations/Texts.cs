using Standards.Core.Values;

namespace Standards.Rules.Compilation.Expressions.Operations;

/// <summary>The functions of texts and containers.</summary>
internal static class Texts
{
    /// <summary>Code points of a text, items of a list, entries of a map.</summary>
    public static Value Size(Value value, OperationFaults faults) => value.Kind switch
    {
        ValueKind.String => Value.Of((long)CodePoints(value.AsString)),
        ValueKind.List => Value.Of((long)value.AsList.Length),
        ValueKind.Map => Value.Of((long)value.AsMap.Count),
        _ => faults.WrongType,
    };

    public static Value Contains(Value text, Value part, OperationFaults faults) =>
        AreTexts(text, part) ? Value.Of(text.AsString.Contains(part.AsString, StringComparison.Ordinal)) : faults.WrongType;

    public static Value StartsWith(Value text, Value part, OperationFaults faults) =>
        AreTexts(text, part) ? Value.Of(text.AsString.StartsWith(part.AsString, StringComparison.Ordinal)) : faults.WrongType;

    public static Value EndsWith(Value text, Value part, OperationFaults faults) =>
        AreTexts(text, part) ? Value.Of(text.AsString.EndsWith(part.AsString, StringComparison.Ordinal)) : faults.WrongType;

    private static bool AreTexts(Value left, Value right) => left.Kind == ValueKind.String && right.Kind == ValueKind.String;

    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
