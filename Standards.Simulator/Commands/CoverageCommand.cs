using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Coverage;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Commands;

/// <summary><c>coverage</c>: clauses against norms.</summary>
internal sealed class CoverageCommand : CommandDefinition
{
    private static readonly OptionSpec FailUnder = new("--fail-under", "PERCENT", Texts.Coverage.FailUnder);
    private static readonly ClauseCover[] Covers = Enum.GetValues<ClauseCover>();

    public override string Name => "coverage";

    public override LocalizedText Summary => Texts.Coverage.Summary;

    public override ImmutableArray<string> Formats => ["text", "jsonl"];

    public override ImmutableArray<OptionSpec> Options => [FailUnder];

    public override ImmutableArray<Example> Examples =>
    [
        new("standards coverage", Texts.Coverage.ExampleAll),
        new("standards coverage --pack lf --fail-under 100", Texts.Coverage.ExampleCi),
    ];

    public override int Run(Invocation invocation)
    {
        var least = Percent(invocation.Value(FailUnder));
        var (book, _) = invocation.LoadOrFail();
        var report = CoverageReport.Of(book);
        if (invocation.IsFormat("jsonl"))
            WriteJson(invocation, report);
        else
            WriteText(invocation, report);
        return report.Share * 100 < least ? ExitStatus.Violated : ExitStatus.Fine;
    }

    private static double Percent(string? text)
    {
        if (text is null)
            return 0;
        return double.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
            ? percent
            : throw new CommandFailure(Texts.Coverage.BadPercent.With(text));
    }

    private static void WriteText(Invocation invocation, CoverageReport report)
    {
        var page = invocation.NewPage();
        foreach (var pack in report.Clauses.GroupBy(c => c.Pack, StringComparer.Ordinal))
        {
            page.Heading(pack.Key);
            var table = invocation.NewTable().Column(invocation.In(Texts.Coverage.Kind), isWhole: true).Column(invocation.In(Texts.Coverage.Clauses), isNumber: true);
            foreach (var cover in Covers)
                table.Column(invocation.In(Texts.Coverage.Of(cover)), isNumber: true);
            table.Column(invocation.In(Texts.Coverage.Weak), isNumber: true);
            foreach (var kind in pack.GroupBy(c => c.Kind, StringComparer.Ordinal).OrderBy(k => k.Key, StringComparer.Ordinal))
                Row(table, kind.Key, [.. kind]);
            Row(table, invocation.In(Texts.Coverage.Total), [.. pack]);
            page.Block(table.Render());
        }

        Clauses(invocation, page, Texts.Coverage.UncoveredClauses, report.Uncovered);
        Clauses(invocation, page, Texts.Coverage.WeakClauses, report.Weak);
        Clauses(invocation, page, Texts.Coverage.WaivedClauses, report.Waived);
        var covered = report.Clauses.Count(c => c.IsCovered);
        page.Gap().Paragraph(
            invocation.In(Texts.Coverage.Share.With(Noun.Number(covered), invocation.In(Texts.Nouns.Clauses.Times(report.Clauses.Length)), Noun.Percent(report.Share))),
            paint: covered == report.Clauses.Length ? page.Ink.Good : page.Ink.Doubtful);
        invocation.Output.Text.Write(page.ToString());
    }

    private static void Row(TextTable table, string label, List<ClauseCoverage> clauses)
    {
        var cells = new List<Cell> { label, Number(clauses.Count) };
        cells.AddRange(Covers.Select(cover => clauses.Count(c => c.Cover == cover) is var count && cover == ClauseCover.Uncovered && count > 0
            ? new Cell(Number(count), Verdict.Violated)
            : Number(count)));
        var weak = clauses.Count(c => c.IsWeak);
        cells.Add(weak > 0 ? new Cell(Number(weak), Verdict.Unknown) : Number(weak));
        table.Row([.. cells]);
    }

    private static void Clauses(Invocation invocation, Page page, LocalizedText heading, IEnumerable<ClauseCoverage> clauses)
    {
        var all = clauses.ToList();
        if (all.Count == 0)
            return;
        page.Heading(invocation.In(heading));
        var width = all.Max(c => TextWrapper.Width(c.Clause));
        foreach (var clause in all)
        {
            var by = clause.HeldBy.IsEmpty ? "" : $" [{string.Join(", ", clause.HeldBy)}]";
            page.Pair(clause.Clause, $"{clause.Kind}{invocation.In(Texts.Colon)}{invocation.In(clause.Waiver ?? clause.Text)}{by}", width);
        }
    }

    private static void WriteJson(Invocation invocation, CoverageReport report)
    {
        using var lines = new JsonLines(invocation.Output.Bytes);
        var language = invocation.Language;
        foreach (var clause in report.Clauses)
        {
            lines.Write(clause, (json, c) =>
            {
                json.WriteString("clause"u8, c.Clause);
                json.WriteString("pack"u8, c.Pack);
                json.WriteString("kind"u8, c.Kind);
                json.WriteString("cover"u8, c.Cover.ToString().ToLowerInvariant());
                json.WriteBoolean("weak"u8, c.IsWeak);
                if (c.Waiver is { } waiver)
                    json.WriteString("waiver"u8, waiver.In(language));
                JsonLines.WriteList(json, "heldBy", c.HeldBy);
            });
        }
    }

    private static string Number(int number) => number == 0 ? "·" : Noun.Number(number);
}
