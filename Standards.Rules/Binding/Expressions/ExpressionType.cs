using System.Collections.Immutable;
using Standards.Core.Values;

namespace Standards.Rules.Binding.Expressions;

/// <summary>The static type of an expression. Immutable; compare with <see cref="IsCompatible"/> rather than with <c>==</c>.</summary>
internal abstract record ExpressionType
{
    private ExpressionType()
    {
    }

    public static readonly ExpressionType Bool = new Scalar(ValueKind.Bool);
    public static readonly ExpressionType Int = new Scalar(ValueKind.Int);
    public static readonly ExpressionType Double = new Scalar(ValueKind.Double);
    public static readonly ExpressionType Duration = new Scalar(ValueKind.Duration);
    public static readonly ExpressionType Timestamp = new Scalar(ValueKind.Timestamp);
    public static readonly ExpressionType Null = new Scalar(ValueKind.Null);

    /// <summary>Any text.</summary>
    public static readonly ExpressionType String = new Text([]);

    /// <summary>A type that is known only when the expression is evaluated.</summary>
    public static readonly ExpressionType Dyn = new Dynamic();

    /// <summary>The type of what could not be bound; every operator accepts it in silence.</summary>
    public static readonly ExpressionType Error = new Erroneous();

    /// <summary>A text out of a closed set, in the order of the vocabulary.</summary>
    public static ExpressionType Enum(ImmutableArray<string> allowed) => new Text(allowed);

    public static ExpressionType List(ExpressionType element) => new ListOf(element);

    public static ExpressionType Map(ExpressionType key, ExpressionType value) => new MapOf(key, value);

    public sealed record Scalar(ValueKind ScalarKind) : ExpressionType
    {
        public override string ToString() => ScalarKind switch
        {
            ValueKind.Bool => "bool",
            ValueKind.Int => "int",
            ValueKind.Double => "double",
            ValueKind.Duration => "duration",
            ValueKind.Timestamp => "timestamp",
            _ => "null",
        };
    }

    /// <param name="Allowed">The closed set of values; empty where every text is allowed.</param>
    public sealed record Text(ImmutableArray<string> Allowed) : ExpressionType
    {
        public override string ToString() => "string";
    }

    public sealed record ListOf(ExpressionType Element) : ExpressionType
    {
        public override string ToString() => $"list({Element})";
    }

    public sealed record MapOf(ExpressionType Key, ExpressionType Value) : ExpressionType
    {
        public override string ToString() => $"map({Key}, {Value})";
    }

    public sealed record Dynamic : ExpressionType
    {
        public override string ToString() => "dyn";
    }

    public sealed record Erroneous : ExpressionType
    {
        public override string ToString() => "?";
    }

    /// <summary>Int or double.</summary>
    public bool IsNumber => this is Scalar { ScalarKind: ValueKind.Int or ValueKind.Double };

    /// <summary>Whether anything may turn out to be here, so that only the evaluation can tell.</summary>
    public bool IsOpen => this is Dynamic or Erroneous;

    /// <summary>The closed set of values of a text; empty where there is none.</summary>
    public ImmutableArray<string> AllowedValues => this is Text text ? text.Allowed : [];

    /// <summary>The kind of value that the type stands for; <see cref="ValueKind.Missing"/> for dyn and errors.</summary>
    public ValueKind Kind => this switch
    {
        Scalar scalar => scalar.ScalarKind,
        Text => ValueKind.String,
        ListOf => ValueKind.List,
        MapOf => ValueKind.Map,
        _ => ValueKind.Missing,
    };

    /// <summary>Whether a value of this type may stand where the other is asked for, and the other way round.</summary>
    public bool IsCompatible(ExpressionType other) => (this, other) switch
    {
        _ when IsOpen || other.IsOpen => true,
        (ListOf left, ListOf right) => left.Element.IsCompatible(right.Element),
        (MapOf left, MapOf right) => left.Key.IsCompatible(right.Key) && left.Value.IsCompatible(right.Value),
        _ => Kind == other.Kind,
    };

    /// <summary>Whether <c>==</c> can ever hold between the two: numbers are equal across int and double.</summary>
    public bool IsComparable(ExpressionType other) => (this, other) switch
    {
        _ when IsNumber && other.IsNumber => true,
        (ListOf left, ListOf right) => left.Element.IsComparable(right.Element),
        (MapOf left, MapOf right) => left.Key.IsComparable(right.Key) && left.Value.IsComparable(right.Value),
        _ => IsCompatible(other),
    };

    /// <summary>The type that covers both: dyn where they have nothing in common.</summary>
    public ExpressionType Join(ExpressionType other) => (this, other) switch
    {
        (Erroneous, _) or (_, Erroneous) => Error,
        (Text left, Text right) => left.Allowed.AsSpan().SequenceEqual(right.Allowed.AsSpan()) ? left : String,
        (ListOf left, ListOf right) => List(left.Element.Join(right.Element)),
        (MapOf left, MapOf right) => Map(left.Key.Join(right.Key), left.Value.Join(right.Value)),
        _ => Kind == other.Kind ? this : Dyn,
    };

    /// <summary>The type of a value.</summary>
    public static ExpressionType Of(Value value) => value.Kind switch
    {
        ValueKind.Bool => Bool,
        ValueKind.Int => Int,
        ValueKind.Double => Double,
        ValueKind.String => String,
        ValueKind.Duration => Duration,
        ValueKind.Timestamp => Timestamp,
        ValueKind.Null => Null,
        ValueKind.List => List(JoinAll(value.AsList.Select(Of))),
        ValueKind.Map => Map(JoinAll(value.AsMap.Keys.Select(Of)), JoinAll(value.AsMap.Values.Select(Of))),
        _ => Dyn,
    };

    /// <summary>The type that covers all; dyn for none.</summary>
    public static ExpressionType JoinAll(IEnumerable<ExpressionType> types)
    {
        ExpressionType? joined = null;
        foreach (var type in types)
            joined = joined is null ? type : joined.Join(type);
        return joined ?? Dyn;
    }
}
