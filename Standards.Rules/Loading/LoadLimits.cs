namespace Standards.Rules.Loading;

/// <summary>How much a rule file may ask of the machine. Immutable; change by <c>with</c>.</summary>
/// <remarks>What exceeds a limit is a diagnostic, never an exception.</remarks>
public sealed record LoadLimits
{
    private const int DeepestSafeNesting = 1_000;

    public static readonly LoadLimits Default = new();

    /// <summary>Bytes in one file. Default 4 MiB.</summary>
    public int MaxFileBytes { get; init => field = AtLeastOne(value); } = 4 * 1024 * 1024;

    /// <summary>Lists and mappings within each other, aliases included. Default 64, at most 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1 or above 1000.</exception>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, DeepestSafeNesting);
            field = AtLeastOne(value);
        }
    } = 64;

    /// <summary>Texts, lists and mappings written in one file. Default 500,000.</summary>
    public int MaxNodes { get; init => field = AtLeastOne(value); } = 500_000;

    /// <summary>Nodes that the aliases of one file may stand for in total. Default 100,000.</summary>
    public int MaxAliasNodes { get; init => field = AtLeastOne(value); } = 100_000;

    /// <summary>UTF-16 units in one text. Default 65,536.</summary>
    public int MaxScalarLength { get; init => field = AtLeastOne(value); } = 64 * 1024;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
