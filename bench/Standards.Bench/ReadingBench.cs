using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Standards.Audit.Reading;
using Standards.Core.Values;
using Standards.Rules.Evaluation;

namespace Standards.Bench;

/// <summary>
/// Lines a second that the log reader reaches, beside plain scans of the same file with <see cref="Utf8JsonReader"/>, interleaved in one run.
/// The best of several rounds is shown: the file is in the page cache then.
/// </summary>
internal static class ReadingBench
{
    public static int Run(string path, int rounds = 7)
    {
        var lines = File.ReadLines(path).LongCount();
        (string Name, Func<string, long> Read)[] readers =
        [
            ("reader, inline, events only", p => Read(p, workers: 0, Schema(false))),
            ("reader, inline, all attributes", p => Read(p, workers: 0, Schema(true))),
            ("reader, one worker, all attributes", p => Read(p, workers: 1, Schema(true))),
            ("reader, inline, slow path only", p => Read(p, workers: 0, Schema(true), fast: false)),
            ("Utf8JsonReader, tokens only", Tokens),
            ("Utf8JsonReader into structs", Structs),
            ("read the bytes, count line feeds", Bytes),
        ];
        var best = new double[readers.Length];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < readers.Length; i++)
            {
                var clock = Stopwatch.StartNew();
                var events = readers[i].Read(path);
                best[i] = Math.Max(best[i], lines / clock.Elapsed.TotalSeconds);
                if (events != lines)
                    throw new InvalidOperationException($"{readers[i].Name}: {events} events of {lines} lines");
            }
        }

        for (var i = 0; i < readers.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{readers[i].Name,-40} {best[i] / 1e6,8:F2} M lines/s"));
        return 0;
    }

    private static EventSchema Schema(bool attributes) => new(
        ["case.facts", "arrive", "greet", "queue_start", "served", "handoff", "accept", "reply", "record", "grade", "report_to_superior", "resolve", "follow_up", "close", "argue"],
        ["ten-norms"],
        attributes ? [new("channel", ValueKind.String), new("amount", ValueKind.Double), new("severity", ValueKind.String)] : [],
        needsSay: false,
        needsActor: false);

    private static long Read(string path, int workers, EventSchema schema, bool fast = true)
    {
        var options = LogReaderOptions.Default with { Workers = workers, UseFastPath = fast };
        return LogReader.Read([LogInput.Of(path)], schema, options, _ => { }, new LogDiagnosticBag()).Events;
    }

    private static long Tokens(string path)
    {
        var count = 0L;
        EachLine(path, line =>
        {
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
            }

            count++;
        });
        return count;
    }

    private static long Structs(string path)
    {
        var events = new List<(long At, int Act, double Amount, int CaseLength)>(1 << 16);
        var count = 0L;
        EachLine(path, line =>
        {
            if (events.Count == 1 << 16)
                events.Clear();
            var (at, act, amount, length) = (0L, 0, 0.0, 0);
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                if (reader.ValueTextEquals("case"u8) && reader.Read())
                    length = reader.ValueSpan.Length;
                else if (reader.ValueTextEquals("at"u8) && reader.Read())
                    at = reader.GetDateTime().Ticks;
                else if (reader.ValueTextEquals("act"u8) && reader.Read())
                    act = reader.ValueSpan[0];
                else if (reader.ValueTextEquals("amount"u8) && reader.Read())
                    amount = reader.GetDouble();
            }

            events.Add((at, act, amount, length));
            count++;
        });
        return count;
    }

    private static long Bytes(string path)
    {
        var count = 0L;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        var buffer = new byte[256 * 1024];
        while (file.Read(buffer) is > 0 and var read)
            count += buffer.AsSpan(0, read).Count((byte)'\n');
        return count;
    }

    private static void EachLine(string path, LineAction action)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        var buffer = new byte[1 << 18];
        var kept = 0;
        while (file.Read(buffer.AsSpan(kept)) is > 0 and var read)
        {
            var text = buffer.AsSpan(0, kept + read);
            while (text.IndexOf((byte)'\n') is >= 0 and var feed)
            {
                action(text[..feed]);
                text = text[(feed + 1)..];
            }

            text.CopyTo(buffer);
            kept = text.Length;
        }
    }

    private delegate void LineAction(ReadOnlySpan<byte> line);
}
