using System.Collections.Immutable;
using Standards.Bench.Ours;

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
        new OursEvaluate(),
        new OursEvaluate("ours-thousand", TenNorms.LoadAmongThousandOfOneProcess),
        new OursEvaluate("ours-thousand-processes", TenNorms.LoadAmongThousandOfManyProcesses),
    ];

    /// <summary>The peer of a name; null where there is none.</summary>
    public static IPeer? Find(string name) => All.FirstOrDefault(peer => string.Equals(peer.Name, name, StringComparison.Ordinal));
}
