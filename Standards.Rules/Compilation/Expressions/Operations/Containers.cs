using Standards.Core.Values;

namespace Standards.Rules.Compilation.Expressions.Operations;

/// <summary>Looking into lists and maps.</summary>
internal static class Containers
{
    /// <summary><c>container[key]</c>.</summary>
    public static Value Index(Value container, Value key, OperationFaults faults) => container.Kind switch
    {
        ValueKind.List => Item(container, key, faults),
        ValueKind.Map => IsKey(key) ? container.AsMap.TryGetValue(key, out var value) ? value : faults.NoSuchElement : faults.WrongType,
        _ => faults.WrongType,
    };

    /// <summary><c>element in container</c>.</summary>
    public static Value Holds(Value element, Value container, OperationFaults faults)
    {
        switch (container.Kind)
        {
            case ValueKind.Map:
                return Value.Of(IsKey(element) && container.AsMap.ContainsKey(element));
            case ValueKind.List:
                foreach (var item in container.AsList)
                {
                    if (item.Equals(element))
                        return Value.True;
                }

                return Value.False;
            default:
                return faults.WrongType;
        }
    }

    private static bool IsKey(Value key) => key.Kind is ValueKind.Bool or ValueKind.Int or ValueKind.Double or ValueKind.String;

    private static Value Item(Value list, Value key, OperationFaults faults)
    {
        var items = list.AsList;
        var index = key.Kind switch
        {
            ValueKind.Int => key.AsInt,
            // As in CEL, a whole double is an index: it can only come from a dyn.
            ValueKind.Double when Math.Floor(key.AsDouble) == key.AsDouble && Math.Abs(key.AsDouble) < int.MaxValue => (long)key.AsDouble,
            ValueKind.Double => -1,
            _ => long.MinValue,
        };
        if (index == long.MinValue && key.Kind != ValueKind.Int)
            return faults.WrongType;
        return (ulong)index < (ulong)items.Length ? items[(int)index] : faults.NoSuchElement;
    }
}
