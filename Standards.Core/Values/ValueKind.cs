namespace Standards.Core.Values;

/// <summary>The types of the norm language, as in CEL.</summary>
public enum ValueKind : byte
{
    /// <summary>Nothing: an attribute that the log does not hold. The default.</summary>
    Missing = 0,
    Null,
    Bool,
    Int,
    Double,
    String,
    Duration,
    Timestamp,
    List,
    Map,
}
