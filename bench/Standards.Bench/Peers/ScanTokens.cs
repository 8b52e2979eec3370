using System.Text.Json;
using Standards.Bench.Scanning;

namespace Standards.Bench.Peers;

/// <summary>Every token of every line, and nothing done with it: the limit of any reader built on <see cref="Utf8JsonReader"/>.</summary>
internal sealed class ScanTokens : IPeer
{
    public string Name => "scan-tokens";

    public Scope Scope => Scope.File;

    public Func<Counts> Prepare(string file) => () =>
    {
        long events = 0, tokens = 0;
        using var lines = new LineReader(file);
        while (lines.TryRead(out var line))
        {
            tokens += CountTokens(line);
            events++;
        }

        return new Counts(events, [new("tokens", tokens)]);
    };

    private static long CountTokens(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        var tokens = 0L;
        while (reader.Read())
            tokens++;
        return tokens;
    }
}
