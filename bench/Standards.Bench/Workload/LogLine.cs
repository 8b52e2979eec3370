using System.Collections.Immutable;
using System.Globalization;
using System.Text.Unicode;

namespace Standards.Bench.Workload;

/// <summary>Writes a generated event as a line of the log, with its line feed.</summary>
internal static class LogLine
{
    /// <summary>Longer than any line: the names are all short.</summary>
    public const int MaxLength = 512;

    public const string CsvHeader = "case,at,act,severity,channel,amount\n";

    private static readonly ImmutableArray<string> SeverityMembers =
        [.. Names.Severities.Select(name => name.Length == 0 ? "" : $",\"severity\":\"{name}\"")];

    /// <summary>The event as a line of JSON Lines; returns its length in bytes.</summary>
    public static int WriteJson(Span<byte> line, in GeneratedEvent generated)
    {
        var (at, index, act, severity) = generated.Event;
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(at);
        var facts = generated.Facts;
        var written = Utf8.TryWrite(
            line,
            CultureInfo.InvariantCulture,
            $"{{\"case\":\"C{index:D7}\",\"process\":\"{Names.Process}\",\"at\":\"{instant:yyyy-MM-ddTHH:mm:ss.fff}Z\","
            + $"\"act\":\"{Names.Of(act)}\",\"data\":{{\"channel\":\"{facts.Channel}\",\"amount\":{facts.Amount:F2}{SeverityMembers[(int)severity]}}}}}\n",
            out var length);
        return written ? length : throw TooLong();
    }

    /// <summary>The event as a line of comma-separated values; returns its length in bytes.</summary>
    public static int WriteCsv(Span<byte> line, in GeneratedEvent generated)
    {
        var (at, index, act, severity) = generated.Event;
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(at);
        var facts = generated.Facts;
        var written = Utf8.TryWrite(
            line,
            CultureInfo.InvariantCulture,
            $"C{index:D7},{instant:yyyy-MM-ddTHH:mm:ss.fff}Z,{Names.Of(act)},{Names.Of(severity)},{facts.Channel},{facts.Amount:F2}\n",
            out var length);
        return written ? length : throw TooLong();
    }

    private static InvalidOperationException TooLong() => new("a generated line is longer than its buffer");
}
