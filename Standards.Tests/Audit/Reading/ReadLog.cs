using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Audit.Reading;
using Standards.Core;
using Standards.Core.Values;
using Standards.Rules.Evaluation;

namespace Standards.Tests.Audit.Reading;

/// <summary>Reads logs from memory and writes what came out as text, so that tests can compare it.</summary>
internal static class ReadLog
{
    public static readonly EventSchema Schema = new(
        ["case.facts", "visitor.arrived", "visitor.served", "complaint.graded.by.a.long.name"],
        ["busy-desk", "ten-norms"],
        [
            new("visitor", ValueKind.String),
            new("urgent", ValueKind.Bool),
            new("amount", ValueKind.Double),
            new("rings", ValueKind.Int),
            new("due", ValueKind.Timestamp),
            new("waited", ValueKind.Duration),
            new("tags", ValueKind.List),
            new("form", ValueKind.Map),
            new("form.id", ValueKind.Int),
            new("desk.occupied", ValueKind.Bool),
            new("desk.owner.name", ValueKind.String),
        ],
        needsSay: true,
        needsActor: true);

    public static LogReaderOptions Inline { get; } = LogReaderOptions.Default with { Workers = 0 };

    public static LogInput Input(byte[] bytes, string name = "log.jsonl", LogMapping? mapping = null) =>
        new LogInput.Opened(name, () => new MemoryStream(bytes)) { Mapping = mapping };

    public static ReadOutcome Text(string text, LogReaderOptions? options = null) => Bytes(Encoding.UTF8.GetBytes(text), options);

    public static ReadOutcome Bytes(byte[] bytes, LogReaderOptions? options = null, EventSchema? schema = null) => Inputs([Input(bytes)], options, schema);

    public static ReadOutcome Inputs(ImmutableArray<LogInput> inputs, LogReaderOptions? options = null, EventSchema? schema = null)
    {
        schema ??= Schema;
        var events = new List<string>();
        var bag = new LogDiagnosticBag();
        var result = LogReader.Read(inputs, schema, options ?? Inline, batch => Describe(batch, schema, events), bag);
        var diagnostics = bag.Items.Select(d => $"{d.Span} {d.Code} {d.Message(Language.En)}{(d.Help is null ? "" : " | " + d.Help.En)}");
        return new ReadOutcome([.. events], [.. diagnostics], result, bag);
    }

    private static void Describe(EventBatch batch, EventSchema schema, List<string> events)
    {
        foreach (ref readonly var record in batch.Events.AsSpan(0, batch.Count))
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"{record.File}:{record.Line} {Encoding.UTF8.GetString(batch.CaseId(record))} {new Instant(record.At)} act={record.Act}");
            if (record.Process != -1)
                text.Append(CultureInfo.InvariantCulture, $" process={record.Process}");
            Append(text, "actor", record.Actor);
            Append(text, "role", record.Role);
            Append(text, "say", record.Say);
            foreach (var (attribute, value) in batch.Data.AsSpan(record.DataStart, record.DataCount))
                text.Append(CultureInfo.InvariantCulture, $" {schema.Attributes[attribute].Name}={value.Kind}:{value}");
            events.Add(text.ToString());
        }
    }

    private static void Append(StringBuilder text, string name, string? value)
    {
        if (value is not null)
            text.Append(CultureInfo.InvariantCulture, $" {name}={value}");
    }
}

internal sealed record ReadOutcome(string[] Events, string[] Diagnostics, LogReadResult Result, LogDiagnosticBag Bag);
