using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Standards.SampleLogs;

/// <summary>One event of the log.</summary>
internal sealed record LogLine(string Case, DateTimeOffset At, string Act)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? Process { get; init; }

    public Person? Person { get; init; }

    public string? Words { get; init; }

    public JsonObject? Data { get; init; }

    /// <summary>Writes the event as a line of JSON.</summary>
    public void WriteTo(Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("case", Case);
            if (Process is not null)
                json.WriteString("process", Process);
            json.WriteString("at", Rfc3339(At));
            json.WriteString("act", Act);
            if (Person is not null)
            {
                json.WriteString("actor", Person.Name);
                json.WriteString("role", Person.Role);
            }

            if (Words is not null)
                json.WriteString("say", Words);
            if (Data is not null)
            {
                json.WritePropertyName("data");
                Data.WriteTo(json);
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    public static string Rfc3339(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
