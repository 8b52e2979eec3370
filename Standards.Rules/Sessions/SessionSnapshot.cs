using System.Buffers;
using System.Text.Json;
using Standards.Core;

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
                EventSnapshot.Write(writer, item);
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
                root.GetProperty("events").EnumerateArray().Select(e => EventSnapshot.Read(session.CaseId, e)),
                new Instant(root.GetProperty("clock").GetInt64()),
                root.GetProperty("closed").GetBoolean());
            return session;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("the bytes are no snapshot of a session", e);
        }
    }
}
