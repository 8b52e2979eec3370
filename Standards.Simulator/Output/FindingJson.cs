using System.Text.Json;
using Standards.Core;
using Standards.Core.Findings;

namespace Standards.Simulator.Output;

/// <summary>Findings as JSON Lines, by the contract that docs/cli.md states. Not thread-safe.</summary>
internal sealed class FindingJson(Language language, TimeZoneInfo zone)
{
    private readonly InstantText _instants = new(zone);

    public void Write(Stream stream, IEnumerable<Finding> findings, CancellationToken cancellation)
    {
        using var lines = new JsonLines(stream);
        foreach (var finding in findings)
        {
            cancellation.ThrowIfCancellationRequested();
            lines.Write(finding, Members);
        }
    }

    private void Members(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("case"u8, finding.Case);
        json.WriteString("norm"u8, finding.Norm);
        json.WriteStartArray("clauses"u8);
        foreach (var clause in finding.Clauses)
            json.WriteStringValue(clause);
        json.WriteEndArray();
        json.WriteString("pack"u8, finding.Pack);
        json.WriteString("verdict"u8, VerdictNames.Of(finding.Verdict));
        json.WriteString("severity"u8, VerdictNames.Of(finding.Severity));
        if (finding.Key is { } key)
            json.WriteString("key"u8, key);
        Instant(json, "at"u8, finding.At);
        if (finding.Due is { } due)
            Instant(json, "due"u8, due);
        json.WriteString("message"u8, finding.Message.In(language));
        json.WriteStartArray("evidence"u8);
        foreach (var evidence in finding.Evidence)
        {
            json.WriteStartObject();
            Instant(json, "at"u8, evidence.At);
            json.WriteString("act"u8, evidence.Act);
            json.WriteString("file"u8, evidence.File);
            json.WriteNumber("line"u8, evidence.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Instant(Utf8JsonWriter json, ReadOnlySpan<byte> name, Instant instant)
    {
        Span<byte> text = stackalloc byte[InstantText.Longest];
        json.WriteString(name, text[.._instants.Write(instant, text)]);
    }
}
