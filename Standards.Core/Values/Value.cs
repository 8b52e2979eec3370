using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Standards.Core.Values;

/// <summary>
/// A value of the norm language: null, bool, int (64 bit), double, string, duration, timestamp, list or map, or
/// <see cref="Missing"/>. Immutable, 24 bytes, compared by content.
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly object? _reference;
    private readonly long _bits;

    private Value(ValueKind kind, long bits, object? reference)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    public static readonly Value Missing;
    public static readonly Value Null = new(ValueKind.Null, 0, null);
    public static readonly Value True = new(ValueKind.Bool, 1, null);
    public static readonly Value False = new(ValueKind.Bool, 0, null);

    public ValueKind Kind { get; }

    public bool IsMissing => Kind == ValueKind.Missing;

    /// <summary>A missing value that says why: an absent attribute, an overflow, an absent key. Its kind is <see cref="ValueKind.Missing"/>.</summary>
    public static Value Faulty(Fault fault) => new(ValueKind.Missing, 0, fault);

    /// <summary>Why the value is missing; null where nothing more is known, or where it is not missing.</summary>
    public Fault? Fault => Kind == ValueKind.Missing ? _reference as Fault : null;

    public static Value Of(bool value) => value ? True : False;

    public static Value Of(long value) => new(ValueKind.Int, value, null);

    public static Value Of(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value), null);

    public static Value Of(string value) => new(ValueKind.String, 0, value);

    public static Value Of(TimeSpan value) => new(ValueKind.Duration, value.Ticks, null);

    public static Value Of(Instant value) => new(ValueKind.Timestamp, value.Ticks, null);

    public static Value Of(ImmutableArray<Value> value) => new(ValueKind.List, 0, new ListBox(value));

    public static Value Of(FrozenDictionary<Value, Value> value) => new(ValueKind.Map, 0, value);

    /// <remarks>The accessors below do not check <see cref="Kind"/>: the type checker has.</remarks>
    public bool AsBool => _bits != 0;

    public long AsInt => _bits;

    public double AsDouble => BitConverter.Int64BitsToDouble(_bits);

    public string AsString => Unsafe.As<string>(_reference!);

    public TimeSpan AsDuration => new(_bits);

    public Instant AsTimestamp => new(_bits);

    public ImmutableArray<Value> AsList => Unsafe.As<ListBox>(_reference!).Items;

    public FrozenDictionary<Value, Value> AsMap => Unsafe.As<FrozenDictionary<Value, Value>>(_reference!);

    /// <summary>Equality by content; an int equals a double of the same numeric value, as in CEL.</summary>
    public bool Equals(Value other)
    {
        if (Kind != other.Kind)
            return IsNumber(Kind) && IsNumber(other.Kind) && NumbersEqual(this, other);
        return Kind switch
        {
            ValueKind.String => ReferenceEquals(_reference, other._reference) || string.Equals(AsString, other.AsString, StringComparison.Ordinal),
            ValueKind.Double => AsDouble == other.AsDouble,
            ValueKind.List => AsList.AsSpan().SequenceEqual(other.AsList.AsSpan()),
            ValueKind.Map => MapsEqual(AsMap, other.AsMap),
            _ => _bits == other._bits,
        };
    }

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => Kind switch
    {
        ValueKind.String => string.GetHashCode(AsString, StringComparison.Ordinal),
        ValueKind.Int => ((double)AsInt).GetHashCode(),
        ValueKind.Double => AsDouble.GetHashCode(),
        ValueKind.List => AsList.Length,
        ValueKind.Map => AsMap.Count,
        _ => _bits.GetHashCode() ^ (int)Kind,
    };

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>The value as a user would write it, culture-invariant.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Missing => "missing",
        ValueKind.Null => "null",
        ValueKind.Bool => AsBool ? "true" : "false",
        ValueKind.Int => AsInt.ToString(CultureInfo.InvariantCulture),
        ValueKind.Double => AsDouble.ToString("R", CultureInfo.InvariantCulture),
        ValueKind.String => AsString,
        ValueKind.Duration => AsDuration.ToString("c", CultureInfo.InvariantCulture),
        ValueKind.Timestamp => AsTimestamp.ToString(),
        ValueKind.List => "[" + string.Join(", ", AsList) + "]",
        _ => "{" + string.Join(", ", AsMap.Select(p => $"{p.Key}: {p.Value}").Order(StringComparer.Ordinal)) + "}",
    };

    private static bool IsNumber(ValueKind kind) => kind is ValueKind.Int or ValueKind.Double;

    private static bool NumbersEqual(Value left, Value right)
    {
        var (whole, real) = left.Kind == ValueKind.Int ? (left.AsInt, right.AsDouble) : (right.AsInt, left.AsDouble);
        return real is >= -9223372036854775808.0 and < 9223372036854775808.0 && Math.Floor(real) == real && (long)real == whole;
    }

    private static bool MapsEqual(FrozenDictionary<Value, Value> left, FrozenDictionary<Value, Value> right)
    {
        if (left.Count != right.Count)
            return false;
        foreach (var (key, value) in left)
        {
            if (!right.TryGetValue(key, out var other) || !value.Equals(other))
                return false;
        }

        return true;
    }

    private sealed class ListBox(ImmutableArray<Value> items)
    {
        public ImmutableArray<Value> Items { get; } = items;
    }
}
