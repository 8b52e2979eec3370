using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Scoring;
using Standards.Rules.Sessions;

namespace Standards.Simulator.Records;

/// <summary>The parts of an attempt that a store keeps as JSON: nothing is lost on the way there and back.</summary>
internal static class RecordJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string OfList(ImmutableArray<string> items) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    });

    public static ImmutableArray<string> ReadList(string text) => Read(text, root => root.EnumerateArray().Select(i => i.GetString()!).ToImmutableArray());

    public static string OfData(FrozenDictionary<string, Value> data) => Write(json => EventSnapshot.WriteData(json, data));

    public static FrozenDictionary<string, Value> ReadData(string text) => Read(text, EventSnapshot.ReadData);

    public static string OfEvidence(ImmutableArray<Evidence> evidence) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var item in evidence)
        {
            json.WriteStartObject();
            json.WriteNumber("at"u8, item.At.Ticks);
            json.WriteString("act"u8, item.Act);
            if (item.File is not null)
                json.WriteString("file"u8, item.File);
            json.WriteNumber("line"u8, item.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static ImmutableArray<Evidence> ReadEvidence(string text) => Read(text, root => root.EnumerateArray().Select(e => new Evidence(
        new Instant(e.GetProperty("at").GetInt64()),
        e.GetProperty("act").GetString()!,
        e.TryGetProperty("file", out var file) ? file.GetString() : null,
        e.GetProperty("line").GetInt64())).ToImmutableArray());

    public static string OfScoring(ScoringOptions options) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("passMark"u8, options.PassMark);
        json.WriteStartObject("weights"u8);
        foreach (var (severity, weight) in options.Weights.OrderBy(w => w.Key))
            json.WriteNumber(RecordWords.Severities.Of(severity), weight);
        json.WriteEndObject();
        json.WriteStartObject("sections"u8);
        foreach (var (section, factor) in options.Sections.OrderBy(s => s.Key, StringComparer.Ordinal))
            json.WriteNumber(section, factor);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static ScoringOptions ReadScoring(string text) => Read(text, root => ScoringOptions.Default with
    {
        PassMark = root.GetProperty("passMark").GetDouble(),
        Weights = root.GetProperty("weights").EnumerateObject().ToImmutableDictionary(w => RecordWords.Severities.Parse(w.Name), w => w.Value.GetDouble()),
        Sections = root.GetProperty("sections").EnumerateObject().ToImmutableDictionary(s => s.Name, s => s.Value.GetDouble(), StringComparer.Ordinal),
    });

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
            content(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static T Read<T>(string text, Func<JsonElement, T> content)
    {
        using var document = JsonDocument.Parse(text);
        return content(document.RootElement);
    }
}
