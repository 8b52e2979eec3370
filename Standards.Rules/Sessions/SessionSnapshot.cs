using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Standards.Core;
using Standards.Core.Interactions;
using Standards.Core.Values;

namespace Standards.Rules.Sessions;

/// <summary>
/// A session as JSON: its events, its clock, and the packs that judged it. Events, not the evaluator's memory: a snapshot
/// outlives a change of the program, and resuming is judging, so that the verdicts cannot differ.
/// </summary>
internal static class SessionSnapshot
{
    private const int Format = 1;

    public static byte[] Take(Session session)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            writer.WriteString("case", session.CaseId);
            writer.WriteStartArray("packs");
            foreach (var pack in session.Book.Bound.Packs)
                writer.WriteStringValue(pack.Label);
            writer.WriteEndArray();
            writer.WriteStartArray("processes");
            foreach (var process in session.ProcessIds)
                writer.WriteStringValue(process);
            writer.WriteEndArray();
            writer.WriteNumber("clock", session.Clock.Ticks);
            writer.WriteBoolean("closed", session.IsClosed);
            writer.WriteStartArray("events");
            foreach (var item in session.Events)
                Write(writer, item);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static Session Restore(RuleBook book, ReadOnlySpan<byte> snapshot)
    {
        try
        {
            using var document = JsonDocument.Parse(snapshot.ToArray());
            var root = document.RootElement;
            if (root.GetProperty("format").GetInt32() != Format)
                throw new FormatException("the snapshot was made by another version of the library");
            var packs = root.GetProperty("packs").EnumerateArray().Select(p => p.GetString()!).ToArray();
            var loaded = book.Bound.Packs.Select(p => p.Label).ToArray();
            if (!packs.SequenceEqual(loaded, StringComparer.Ordinal))
                throw new FormatException($"the snapshot was made with the packs {string.Join(", ", packs)}; loaded are {string.Join(", ", loaded)}");
            string[] processes = [.. root.GetProperty("processes").EnumerateArray().Select(p => p.GetString()!)];
            var session = new Session(book, root.GetProperty("case").GetString()!, processes);
            session.Resume(
                root.GetProperty("events").EnumerateArray().Select(e => Read(session.CaseId, e)),
                new Instant(root.GetProperty("clock").GetInt64()),
                root.GetProperty("closed").GetBoolean());
            return session;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("the bytes are no snapshot of a session", e);
        }
    }

    private static void Write(Utf8JsonWriter writer, InteractionEvent item)
    {
        writer.WriteStartObject();
        writer.WriteNumber("at", item.At.Ticks);
        writer.WriteString("act", item.Act);
        WriteOptional(writer, "process", item.Process);
        WriteOptional(writer, "actor", item.Actor);
        WriteOptional(writer, "role", item.Role);
        WriteOptional(writer, "say", item.Say);
        if (item.Data.Count > 0)
        {
            writer.WriteStartObject("data");
            foreach (var (name, value) in item.Data.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    /// <summary>Types that JSON lacks are objects with one member: the name of the type.</summary>
    private static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Bool:
                writer.WriteBooleanValue(value.AsBool);
                break;
            case ValueKind.String:
                writer.WriteStringValue(value.AsString);
                break;
            case ValueKind.Int:
                Tagged(writer, "int", value.AsInt);
                break;
            case ValueKind.Double:
                Tagged(writer, "double", BitConverter.DoubleToInt64Bits(value.AsDouble));
                break;
            case ValueKind.Duration:
                Tagged(writer, "duration", value.AsDuration.Ticks);
                break;
            case ValueKind.Timestamp:
                Tagged(writer, "timestamp", value.AsTimestamp.Ticks);
                break;
            case ValueKind.List:
                writer.WriteStartArray();
                foreach (var item in value.AsList)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ValueKind.Map:
                writer.WriteStartObject();
                writer.WriteStartArray("map");
                foreach (var (key, item) in value.AsMap.OrderBy(p => p.Key.ToString(), StringComparer.Ordinal))
                {
                    Write(writer, key);
                    Write(writer, item);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void Tagged(Utf8JsonWriter writer, string type, long bits)
    {
        writer.WriteStartObject();
        writer.WriteNumber(type, bits);
        writer.WriteEndObject();
    }

    private static InteractionEvent Read(string caseId, JsonElement element) =>
        new(caseId, new Instant(element.GetProperty("at").GetInt64()), element.GetProperty("act").GetString()!)
        {
            Process = Optional(element, "process"),
            Actor = Optional(element, "actor"),
            Role = Optional(element, "role"),
            Say = Optional(element, "say"),
            Data = element.TryGetProperty("data", out var data)
                ? data.EnumerateObject().ToFrozenDictionary(p => p.Name, p => ReadValue(p.Value), StringComparer.Ordinal)
                : FrozenDictionary<string, Value>.Empty,
        };

    private static string? Optional(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Value ReadValue(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return Value.Of(element.GetBoolean());
            case JsonValueKind.String:
                return Value.Of(element.GetString()!);
            case JsonValueKind.Array:
                return Value.Of([.. element.EnumerateArray().Select(ReadValue)]);
            case JsonValueKind.Object:
                var tagged = element.EnumerateObject().First();
                return tagged.Name switch
                {
                    "int" => Value.Of(tagged.Value.GetInt64()),
                    "double" => Value.Of(BitConverter.Int64BitsToDouble(tagged.Value.GetInt64())),
                    "duration" => Value.Of(new TimeSpan(tagged.Value.GetInt64())),
                    "timestamp" => Value.Of(new Instant(tagged.Value.GetInt64())),
                    "map" => ReadMap(tagged.Value),
                    _ => throw new FormatException($"a value of type `{tagged.Name}` is not known"),
                };
            default:
                return Value.Null;
        }
    }

    private static Value ReadMap(JsonElement pairs)
    {
        var items = pairs.EnumerateArray().Select(ReadValue).ToArray();
        return Value.Of(items.Chunk(2).ToFrozenDictionary(p => p[0], p => p[1]));
    }
}
