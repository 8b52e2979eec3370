using System.Collections.Frozen;
using System.Text.Json;

namespace Standards.Bench.Workload;

/// <summary>What the brute-force oracle says of a log.</summary>
/// <param name="Expected">The counts by name: <c>cases</c>, <c>events</c>, <c>any</c> (that violate any norm), <c>N1</c> to <c>N10</c>.</param>
internal sealed record Truth(FrozenDictionary<string, long> Expected)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = 1, NewLine = "\n" };

    /// <summary>The truth of <c>DIR/log_N.jsonl</c> is <c>DIR/truth_N.json</c>.</summary>
    public static string PathFor(string log)
    {
        var name = Path.GetFileNameWithoutExtension(log);
        if (name.StartsWith("log_", StringComparison.Ordinal))
            name = name["log_".Length..];
        return Path.Combine(Path.GetDirectoryName(Path.GetFullPath(log))!, $"truth_{name}.json");
    }

    /// <summary>The truth beside a log; null where there is none.</summary>
    public static Truth? Beside(string log)
    {
        var path = PathFor(log);
        if (!File.Exists(path))
            return null;
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var expected = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["cases"] = root.GetProperty("cases").GetInt64(),
            ["events"] = root.GetProperty("events").GetInt64(),
            ["any"] = root.GetProperty("cases_with_any_violation").GetInt64(),
        };
        foreach (var norm in root.GetProperty("violating_cases").EnumerateObject())
            expected[norm.Name] = norm.Value.GetInt64();
        return new Truth(expected.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public static void Write(string log, int cases, ulong seed, long events, Tally tally)
    {
        using var file = File.Create(PathFor(log));
        using var json = new Utf8JsonWriter(file, Indented);
        json.WriteStartObject();
        json.WriteNumber("cases", cases);
        json.WriteNumber("seed", seed);
        json.WriteNumber("events", events);
        json.WriteNumber("cases_with_any_violation", tally.CasesWithAny);
        json.WriteStartObject("violating_cases");
        for (var norm = 0; norm < Tally.NormCount; norm++)
            json.WriteNumber($"N{norm + 1}", tally.Violating[norm]);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
