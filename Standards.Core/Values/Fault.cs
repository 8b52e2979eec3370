namespace Standards.Core.Values;

/// <summary>Why an expression has no value.</summary>
public enum FaultKind : byte
{
    /// <summary>The log does not hold the attribute named by <see cref="Fault.Subject"/>.</summary>
    MissingAttribute,

    /// <summary>A map has no such key, or a list no such index.</summary>
    NoSuchElement,

    /// <summary>An integer, duration or timestamp left its range.</summary>
    Overflow,

    /// <summary>Division or remainder by zero.</summary>
    DivisionByZero,

    /// <summary>A text could not be read as the type asked for.</summary>
    Conversion,

    /// <summary>An operation met a value of a type that it does not take.</summary>
    WrongType,
}

/// <summary>The reason of a missing value. Immutable; created once at compilation wherever that is possible.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Subject">The attribute, key or operation concerned, as the user would write it.</param>
public sealed record Fault(FaultKind Kind, string Subject);
