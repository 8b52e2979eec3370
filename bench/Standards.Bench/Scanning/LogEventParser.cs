using System.Collections.Frozen;
using System.Text.Json;
using Standards.Bench.Workload;

namespace Standards.Bench.Scanning;

/// <summary>
/// A line of JSON Lines into a <see cref="LogEvent"/>, the plain way: <see cref="Utf8JsonReader"/>, names compared as
/// UTF-8, no string made but for a new case. A malformed line is an exception: the workload has none. Not thread-safe.
/// </summary>
internal sealed class LogEventParser
{
    private static readonly FrozenDictionary<string, Act>.AlternateLookup<ReadOnlySpan<char>> Acts =
        Names.ActOf.GetAlternateLookup<ReadOnlySpan<char>>();

    public CaseIndex Cases { get; } = new();

    public LogEvent Parse(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        long at = 0;
        var index = -1;
        var act = default(Act);
        var severity = Severity.None;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("case"u8))
            {
                reader.Read();
                index = Cases.Of(reader);
            }
            else if (reader.ValueTextEquals("at"u8))
            {
                reader.Read();
                at = reader.GetDateTimeOffset().ToUnixTimeMilliseconds();
            }
            else if (reader.ValueTextEquals("act"u8))
            {
                reader.Read();
                act = ActOf(reader);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                severity = SeverityIn(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new LogEvent(at, index, act, severity);
    }

    private static Act ActOf(in Utf8JsonReader reader)
    {
        Span<char> name = stackalloc char[64];
        return Acts[name[..reader.CopyString(name)]];
    }

    private static Severity SeverityIn(ref Utf8JsonReader reader)
    {
        var severity = Severity.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("severity"u8))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            severity = reader.ValueTextEquals("major"u8) ? Severity.Major
                : reader.ValueTextEquals("moderate"u8) ? Severity.Moderate
                : Severity.Minor;
        }

        return severity;
    }
}
