using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Standards.Bench.Workload;

/// <summary>How the workload's acts, severities and channels are written in a log.</summary>
internal static class Names
{
    public const string Process = "ten-norms";

    public static readonly ImmutableArray<string> Acts =
    [
        "arrive", "greet", "queue_start", "served", "handoff", "accept", "reply", "record", "grade", "report_to_superior", "resolve",
        "follow_up", "close", "argue",
    ];

    public static readonly ImmutableArray<string> Severities = ["", "minor", "moderate", "major"];

    public static readonly ImmutableArray<string> Channels = ["desk", "phone", "mail", "web"];

    public static readonly FrozenDictionary<string, Act> ActOf = Enum.GetValues<Act>().ToFrozenDictionary(act => Of(act), StringComparer.Ordinal);

    public static string Of(Act act) => Acts[(int)act];

    public static string Of(Severity severity) => Severities[(int)severity];
}
