using System.Globalization;
using System.Text.Json;
using Standards.Core.Values;

namespace Standards.Simulator.Output;

/// <summary>Values of attributes as people and logs write them.</summary>
internal static class ValueText
{
    /// <summary>The value for people.</summary>
    public static string Of(Value value, InstantText instants) => value.Kind switch
    {
        ValueKind.Timestamp => instants.Short(value.AsTimestamp),
        ValueKind.List => string.Join(", ", value.AsList.Select(v => Of(v, instants))),
        _ => value.ToString(),
    };

    /// <summary>The value as a log of JSON Lines holds it.</summary>
    public static void WriteJson(Utf8JsonWriter json, Value value, InstantText instants)
    {
        switch (value.Kind)
        {
            case ValueKind.Bool:
                json.WriteBooleanValue(value.AsBool);
                break;
            case ValueKind.Int:
                json.WriteNumberValue(value.AsInt);
                break;
            case ValueKind.Double:
                json.WriteNumberValue(value.AsDouble);
                break;
            case ValueKind.Timestamp:
                json.WriteStringValue(instants.Full(value.AsTimestamp));
                break;
            case ValueKind.Duration:
                json.WriteStringValue(value.AsDuration.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture) + "s");
                break;
            case ValueKind.List:
                json.WriteStartArray();
                foreach (var item in value.AsList)
                    WriteJson(json, item, instants);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
