using System.Collections.Immutable;

namespace Standards.Bench.Peers;

/// <summary>All that can be measured, in the order of the table.</summary>
internal static class PeerCatalog
{
    /// <summary>The peer that file scopes are compared with.</summary>
    public const string FileYardstick = "scan-structs";

    /// <summary>The peer that evaluations are compared with.</summary>
    public const string EvaluationYardstick = "hand-online";

    public static readonly ImmutableArray<IPeer> All =
    [
        new ScanTokens(),
        new ScanStructs(),
        new HandProcess(),
        new HandOnline(),
        new HandTables(),
        new HandGrouped(),
    ];

    /// <summary>
    /// Our own peers, by the name that is kept for them. Extension point: a peer of that name in <see cref="All"/> takes the
    /// place of the message that it is missing.
    /// </summary>
    public static readonly ImmutableArray<string> Reserved = ["ours-evaluate", "ours-thousand"];

    /// <summary>The peer of a name; null where there is none.</summary>
    public static IPeer? Find(string name) => All.FirstOrDefault(peer => string.Equals(peer.Name, name, StringComparison.Ordinal));
}
