using System.Text.Json;
using Standards.Core.Interactions;

namespace Standards.Simulator.Output;

/// <summary>Events in the form of a log of JSON Lines, by the contract that docs/logs.md states.</summary>
internal static class EventJson
{
    /// <summary>Writes the members of an event's object.</summary>
    /// <param name="json">Stands in the object.</param>
    /// <param name="item">The event.</param>
    /// <param name="process">A process of the case to name; null for the event's own.</param>
    /// <param name="instants">The zone in which the log is written.</param>
    public static void Members(Utf8JsonWriter json, InteractionEvent item, string? process, InstantText instants)
    {
        json.WriteString("case"u8, item.Case);
        if ((process ?? item.Process) is { } named)
            json.WriteString("process"u8, named);
        json.WriteString("at"u8, instants.Full(item.At));
        json.WriteString("act"u8, item.Act);
        if (item.Actor is not null)
            json.WriteString("actor"u8, item.Actor);
        if (item.Role is not null)
            json.WriteString("role"u8, item.Role);
        if (item.Say is not null)
            json.WriteString("say"u8, item.Say);
        if (item.Data.Count == 0)
            return;
        json.WriteStartObject("data"u8);
        foreach (var (attribute, value) in item.Data.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(attribute);
            ValueText.WriteJson(json, value, instants);
        }

        json.WriteEndObject();
    }
}
