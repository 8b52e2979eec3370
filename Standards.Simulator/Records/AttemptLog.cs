using Standards.Simulator.Output;

namespace Standards.Simulator.Records;

/// <summary>The interaction of an attempt as a log that any audit reads.</summary>
internal static class AttemptLog
{
    /// <summary>Writes JSON Lines. Each process of the attempt is named by one event.</summary>
    /// <param name="stream">Takes UTF-8; stays open.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="zone">The zone in which times are written.</param>
    public static void Write(Stream stream, AttemptRecord attempt, TimeZoneInfo zone)
    {
        var instants = new InstantText(zone);
        var unnamed = new Queue<string>(attempt.Processes.Except(attempt.Events.Select(e => e.Process).OfType<string>(), StringComparer.Ordinal));
        using var lines = new JsonLines(stream);
        foreach (var item in attempt.Events)
            lines.Write(item, (json, e) => EventJson.Members(json, e, e.Process is null && unnamed.TryDequeue(out var process) ? process : null, instants));
    }
}
