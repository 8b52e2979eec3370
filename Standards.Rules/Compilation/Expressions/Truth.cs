namespace Standards.Rules.Compilation.Expressions;

/// <summary>The value of a condition.</summary>
internal enum Truth : byte
{
    False,
    True,

    /// <summary>The log lacks what would decide it.</summary>
    Unknown,
}

/// <summary>Three-valued logic.</summary>
internal static class TruthLogic
{
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth Not(this Truth truth) => truth switch
    {
        Truth.False => Truth.True,
        Truth.True => Truth.False,
        _ => Truth.Unknown,
    };
}
