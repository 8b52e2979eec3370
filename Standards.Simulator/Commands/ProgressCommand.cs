using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Scoring;
using Standards.Simulator.Output;
using Standards.Simulator.Records;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>progress TRAINEE</c>: skills and sections over time.</summary>
internal sealed class ProgressCommand : CommandDefinition
{
    private const int ShownAttempts = 10;
    private const int LineWidth = 16;
    private const int BarWidth = 20;
    private const int NarrowBarWidth = 5;
    private const int WidthForBars = 80;

    private static readonly ArgumentSpec Trainee = new("TRAINEE", Texts.Records.WhoHelp);
    private static readonly OptionSpec Scenario = new("--scenario", "ID", Texts.Records.ScenarioHelp);

    public override string Name => "progress";

    public override LocalizedText Summary => Texts.Records.ProgressSummary;

    public override ImmutableArray<string> Formats => ["text", "jsonl"];

    public override ImmutableArray<ArgumentSpec> Arguments => [Trainee];

    public override ImmutableArray<OptionSpec> Options => [Scenario, StoreOption.Spec];

    public override ImmutableArray<Example> Examples => [new("standards progress Wang", Texts.Records.ExampleProgress)];

    public override int Run(Invocation invocation)
    {
        using var store = StoreOption.OpenExisting(invocation);
        var query = AttemptQuery.All with { Trainee = invocation.Arguments(Trainee)[0], Subject = invocation.Value(Scenario) };
        KnownAttempts.RequireTrainee(store, query.Trainee!);
        if (query.Subject is { } subject)
            KnownAttempts.RequireSubject(store, subject);
        var report = ProgressReport.Of(store, query);
        if (invocation.IsFormat("jsonl"))
            WriteJson(invocation, report);
        else
            invocation.Output.Text.Write(Draw(invocation, report));
        return ExitStatus.Fine;
    }

    private static string Draw(Invocation invocation, ProgressReport report)
    {
        var page = invocation.NewPage();
        page.Line(invocation.Ink.Bold($"{report.Trainee}{invocation.In(Texts.Colon)}{invocation.In(Texts.Records.Attempts.Times(report.Attempts.Length))}"));
        if (report.Attempts.IsEmpty)
            page.Paragraph(invocation.In(Texts.Records.NothingFinished));
        Attempts(invocation, page, report);
        Rows(invocation, page, Texts.Records.BySection, report.Sections, withId: true);
        Rows(invocation, page, Texts.Records.BySkill, report.Skills, withId: false);
        page.Gap();
        if (report.WeakestSection is { } section)
            page.Paragraph(invocation.In(Texts.Records.WeakestSection.With($"{section.Id} {invocation.In(section.Title)}", ScoreText.Of(section.Recent))), hang: 2);
        if (report.WeakestSkill is { } skill)
            page.Paragraph(invocation.In(Texts.Records.WeakestSkill.With(invocation.In(skill.Title), ScoreText.Of(skill.Recent))), hang: 2);
        if (report.Sections.Any(r => r.Tries > 1))
            page.Paragraph(invocation.In(Texts.Records.TrendMeans), paint: invocation.Ink.Dim);
        if (report.Unfinished > 0)
            page.Paragraph(invocation.In(Texts.Records.LeftOut.With(Texts.Records.Attempts.Times(report.Unfinished))), paint: invocation.Ink.Dim);
        return page.ToString();
    }

    /// <summary>The latest attempts as bars.</summary>
    private static void Attempts(Invocation invocation, Page page, ProgressReport report)
    {
        if (report.Attempts.IsEmpty)
            return;
        var instants = new InstantText(invocation.Time.LocalTimeZone);
        var barWidth = page.Width < WidthForBars ? NarrowBarWidth : BarWidth;
        page.Gap();
        foreach (var attempt in report.Attempts.TakeLast(ShownAttempts))
        {
            var result = invocation.In(ScoreText.Result(attempt));
            page.Line($"  {instants.Short(attempt.StartedAt)[..16]}  {ShareDrawing.Bar(attempt.Score.Share, barWidth)}  {invocation.In(ScoreText.Of(attempt.Score))}  "
                + invocation.Ink.Of(ScoreText.Tone(true, attempt.Score.IsPassed) ?? Verdict.Pending, result));
        }

        if (report.Attempts.Length > ShownAttempts)
            page.Paragraph(invocation.In(Texts.Records.Earlier.With(Texts.Records.Attempts.Times(report.Attempts.Length - ShownAttempts))), indent: 2);
    }

    private static void Rows(Invocation invocation, Page page, LocalizedText heading, ImmutableArray<ProgressRow> rows, bool withId)
    {
        if (rows.IsEmpty)
            return;
        page.Heading(invocation.In(heading));
        var table = invocation.NewTable();
        if (withId)
            table.Column(invocation.In(Texts.Records.Section), isWhole: true);
        table.Column(invocation.In(withId ? Texts.List.Title : Texts.Records.SkillHead)).Column(invocation.In(Texts.Records.OverTime), isWhole: true)
            .Column(invocation.In(Texts.Records.Trend), isWhole: true).Column(invocation.In(Texts.Records.Last), isNumber: true)
            .Column(invocation.In(Texts.Records.Best), isNumber: true).Column(invocation.In(Texts.Records.Tries), isNumber: true);
        foreach (var row in rows)
        {
            Cell[] head = withId ? [row.Id] : [];
            table.Row(
            [
                .. head, invocation.In(row.Title), ShareDrawing.Line(row.Shares, LineWidth), ShareDrawing.Trend(row.Trend),
                new Cell(ScoreText.Of(row.Last), row.Last < ScoringOptions.Default.PassMark ? Verdict.Violated : null), ScoreText.Of(row.Best),
                row.Tries.ToString(CultureInfo.InvariantCulture),
            ]);
        }

        page.Block(table.Render());
    }

    private static void WriteJson(Invocation invocation, ProgressReport report)
    {
        var instants = new InstantText(invocation.Time.LocalTimeZone);
        using var lines = new JsonLines(invocation.Output.Bytes);
        var all = report.Sections.Select(r => (By: "section", Row: r)).Concat(report.Skills.Select(r => (By: "skill", Row: r)));
        foreach (var line in all)
        {
            lines.Write(line, (json, item) =>
            {
                json.WriteString("trainee"u8, report.Trainee);
                json.WriteString("by"u8, item.By);
                json.WriteString("id"u8, item.Row.Id);
                JsonLines.WriteText(json, "title", item.Row.Title);
                json.WriteNumber("last"u8, item.Row.Last);
                json.WriteNumber("best"u8, item.Row.Best);
                json.WriteNumber("recent"u8, item.Row.Recent);
                if (item.Row.Trend is { } trend)
                    json.WriteNumber("trend"u8, trend);
                else
                    json.WriteNull("trend"u8);
                json.WriteStartArray("attempts"u8);
                foreach (var (attempt, share) in report.Attempts.Zip(item.Row.Shares).Where(p => p.Second is not null))
                {
                    json.WriteStartObject();
                    json.WriteString("attempt"u8, attempt.Id);
                    json.WriteString("at"u8, instants.Full(attempt.StartedAt));
                    json.WriteNumber("share"u8, share!.Value);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
    }
}
