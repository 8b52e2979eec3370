using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Standards.Bench.Measuring;
using Standards.Bench.Peers;

namespace Standards.Bench.Reports;

/// <summary>A measurement as one line of JSON, and back.</summary>
internal static class MeasurementLine
{
    /// <summary>The line, without its end.</summary>
    /// <param name="measurement">The figures.</param>
    /// <param name="file">The log; only its name is written.</param>
    /// <param name="truthWasThere">Whether the counts were checked.</param>
    public static string Write(Measurement measurement, string file, bool truthWasThere)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("name", measurement.Name);
            json.WriteString("file", Path.GetFileName(file));
            json.WriteNumber("events", measurement.Counts.Events);
            json.WriteNumber("seconds", Math.Round(measurement.MedianSeconds, 9));
            json.WriteNumber("eventsPerSecond", Math.Round(measurement.EventsPerSecond));
            json.WriteNumber("nanosecondsPerEvent", Math.Round(measurement.NanosecondsPerEvent, 2));
            json.WriteBoolean("warm", measurement.Warm);
            if (measurement.AllocatedBytes is { } allocated)
                json.WriteNumber("allocatedBytes", allocated);
            if (measurement.AllocatedBytesPerEvent is { } each)
                json.WriteNumber("allocatedBytesPerEvent", Math.Round(each, 3));
            json.WriteNumber("peakMegabytes", PeakMegabytes());
            json.WriteStartObject("counts");
            foreach (var (name, count) in measurement.Counts.Named)
                json.WriteNumber(name, count);
            json.WriteEndObject();
            json.WriteStartArray("samples");
            foreach (var seconds in measurement.Seconds)
                json.WriteNumberValue(Math.Round(seconds, 9));
            json.WriteEndArray();
            json.WriteString("truth", truthWasThere ? "equal" : "absent");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The measurement of a line that <see cref="Write"/> has written.</summary>
    public static Measurement Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var counts = root.GetProperty("counts").EnumerateObject().Select(c => KeyValuePair.Create(c.Name, c.Value.GetInt64()));
        return new Measurement(
            root.GetProperty("name").GetString()!,
            new Counts(root.GetProperty("events").GetInt64(), [.. counts]),
            [.. root.GetProperty("samples").EnumerateArray().Select(sample => sample.GetDouble())],
            root.GetProperty("warm").GetBoolean(),
            root.GetProperty("allocatedBytes").GetInt64());
    }

    private static long PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }
}
