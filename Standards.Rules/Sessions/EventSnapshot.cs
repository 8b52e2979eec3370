using System.Collections.Frozen;
using System.Text.Json;
using Standards.Core;
using Standards.Core.Interactions;
using Standards.Core.Values;

namespace Standards.Rules.Sessions;

/// <summary>An event as JSON that loses nothing: the ticks of its instant, and the types of its attributes. What a log holds is another form.</summary>
internal static class EventSnapshot
{
    public static void Write(Utf8JsonWriter writer, InteractionEvent item)
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
            writer.WritePropertyName("data");
            WriteData(writer, item.Data);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the attributes of an event, by name.</summary>
    public static void WriteData(Utf8JsonWriter writer, FrozenDictionary<string, Value> data)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in data.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            Write(writer, value);
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

    public static InteractionEvent Read(string caseId, JsonElement element) =>
        new(caseId, new Instant(element.GetProperty("at").GetInt64()), element.GetProperty("act").GetString()!)
        {
            Process = Optional(element, "process"),
            Actor = Optional(element, "actor"),
            Role = Optional(element, "role"),
            Say = Optional(element, "say"),
            Data = element.TryGetProperty("data", out var data)
                ? ReadData(data)
                : FrozenDictionary<string, Value>.Empty,
        };

    /// <summary>Reads what <see cref="WriteData"/> wrote.</summary>
    public static FrozenDictionary<string, Value> ReadData(JsonElement data) =>
        data.EnumerateObject().ToFrozenDictionary(p => p.Name, p => ReadValue(p.Value), StringComparer.Ordinal);

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
