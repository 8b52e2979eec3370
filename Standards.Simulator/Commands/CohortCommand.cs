using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Standards.Core;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>cohort</c>: trainees against skills.</summary>
internal sealed class CohortCommand : CommandDefinition
{
    private static readonly OptionSpec By = new("--by", "skill|section", Texts.Records.ByHelp);
    private static readonly OptionSpec Scenario = new("--scenario", "ID", Texts.Records.ScenarioHelp);

    public override string Name => "cohort";

    public override LocalizedText Summary => Texts.Records.CohortSummary;

    public override ImmutableArray<string> Formats => ["text", "csv", "html", "jsonl"];

    public override ImmutableArray<OptionSpec> Options => [By, Scenario, StoreOption.Spec];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards cohort", Texts.Records.ExampleCohort),
        new("standards cohort --by section --format html --output cohort.html", Texts.Records.ExampleCohortHtml),
    ];

    public override int Run(Invocation invocation)
    {
        var bySection = invocation.OneOf(By, ["skill", "section"]) is "section";
        using var store = StoreOption.OpenExisting(invocation);
        var query = AttemptQuery.All with { Subject = invocation.Value(Scenario) };
        if (query.Subject is { } subject)
            KnownAttempts.RequireSubject(store, subject);
        var table = CohortTable.Of(store, query, bySection);
        switch (invocation.Format)
        {
            case "csv":
                invocation.Output.Bytes.Write(Encoding.UTF8.GetBytes(CohortText.Csv(table)));
                break;
            case "html":
                var now = new InstantText(invocation.Time.LocalTimeZone).Short(Instant.From(invocation.Time.GetUtcNow()));
                invocation.Output.Text.Write(new CohortHtml(invocation.Language).Of(table, now[..16]));
                break;
            case "jsonl":
                WriteJson(invocation, table);
                break;
            default:
                invocation.Output.Text.Write(new CohortText(invocation).Of(table));
                break;
        }

        return ExitStatus.Fine;
    }

    private static void WriteJson(Invocation invocation, CohortTable table)
    {
        using var lines = new JsonLines(invocation.Output.Bytes);
        foreach (var row in table.Rows)
        {
            lines.Write(row, (json, r) =>
            {
                json.WriteString("trainee"u8, r.Trainee);
                json.WriteNumber("attempts"u8, r.Attempts);
                json.WriteNumber("scenarios"u8, r.Scenarios);
                json.WriteNumber("passed"u8, r.Passed);
                WriteShare(json, "share", r.Share);
                json.WriteStartObject("shares"u8);
                foreach (var (column, share) in table.Columns.Zip(r.Cells))
                    WriteShare(json, column.Id, share);
                json.WriteEndObject();
            });
        }
    }

    private static void WriteShare(Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
