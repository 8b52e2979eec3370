using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Standards.Bench.Measuring;

namespace Standards.Bench.Reports;

/// <summary>A measurement as one line of JSON.</summary>
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
            json.WriteNumber("seconds", Math.Round(measurement.MedianSeconds, 6));
            json.WriteNumber("eventsPerSecond", Math.Round(measurement.EventsPerSecond));
            json.WriteNumber("nanosecondsPerEvent", Math.Round(measurement.NanosecondsPerEvent, 2));
            json.WriteBoolean("warm", measurement.Warm);
            json.WriteNumber("runs", measurement.Seconds.Count);
            json.WriteNumber("fastestSeconds", Math.Round(measurement.FastestSeconds, 6));
            json.WriteNumber("slowestSeconds", Math.Round(measurement.SlowestSeconds, 6));
            if (measurement.AllocatedBytesPerEvent is { } allocated)
                json.WriteNumber("allocatedBytesPerEvent", Math.Round(allocated, 3));
            json.WriteNumber("peakMegabytes", PeakMegabytes());
            json.WriteStartObject("counts");
            foreach (var (name, count) in measurement.Counts.Named)
                json.WriteNumber(name, count);
            json.WriteEndObject();
            json.WriteString("truth", truthWasThere ? "equal" : "absent");
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static long PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }
}
