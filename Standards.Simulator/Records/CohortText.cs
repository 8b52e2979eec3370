using System.Globalization;
using System.Text;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Rules.Scoring;
using Standards.Simulator.Output;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>A cohort for people at a terminal, and as a table of CSV.</summary>
internal sealed class CohortText(Invocation invocation)
{
    /// <summary>Blanks between columns.</summary>
    private const int Gap = 2;

    public string Of(CohortTable table)
    {
        if (table.Rows.IsEmpty)
            return invocation.In(Texts.Records.Nothing) + "\n";
        var page = invocation.NewPage();
        page.Paragraph(invocation.In(Texts.Records.CohortMeans));

        // Sections may be many: what does not fit beside stands below.
        for (var first = 0; first == 0 || first < table.Columns.Length;)
        {
            var count = Fitting(table, first);
            page.Gap().Block(Part(table, first, count));
            first += Math.Max(1, count);
        }

        if (table.Columns.Any(IsShownById))
            Titles(page, table);
        return page.Gap().Paragraph(invocation.In(Texts.Records.BelowMeans), paint: invocation.Ink.Dim).ToString();
    }

    /// <summary>As a table for spreadsheets: shares from 0 to 1.</summary>
    public static string Csv(CohortTable table)
    {
        var text = new StringBuilder();
        CsvCell.AppendRow(text, ["trainee", "attempts", "scenarios", "passed", "share", .. table.Columns.Select(c => c.Id)]);
        foreach (var row in table.Rows)
        {
            CsvCell.AppendRow(
                text,
                [row.Trainee, Number(row.Attempts), Number(row.Scenarios), Number(row.Passed), Number(row.Share), .. row.Cells.Select(Number)]);
        }

        return text.ToString();
    }

    /// <summary>A share with a mark where it is below what usually passes.</summary>
    public static string Marked(double? share) => share < ScoringOptions.Default.PassMark ? "▼ " + ScoreText.Of(share) : ScoreText.Of(share);

    /// <summary>How many columns from the first on the page has room for; at least one where there is any.</summary>
    private int Fitting(CohortTable table, int first)
    {
        var used = Gap + Width(Texts.Records.Trainee, table.Rows.Select(r => r.Trainee).Append(invocation.In(Texts.Records.Everyone)))
            + Gap + Width(Texts.Records.AttemptsHead, table.Rows.Select(r => Number(r.Attempts))) + Gap + Width(Texts.Records.PassedHead, table.Rows.Select(r => $"{r.Passed}/{r.Scenarios}"))
            + Gap + Width(Texts.Records.Score, table.Rows.Select(r => Marked(r.Share)));
        var count = 0;
        while (first + count < table.Columns.Length)
        {
            var index = first + count;
            used += Gap + table.Rows.Select(r => Marked(r.Cells[index])).Append(Marked(table.Mean[index])).Append(HeadOf(table.Columns[index])).Max(TextWrapper.Width);
            if (used >= invocation.Terminal.Width && count > 0)
                break;
            count++;
        }

        return count;
    }

    private int Width(LocalizedText head, IEnumerable<string> cells) => cells.Append(invocation.In(head)).Max(TextWrapper.Width);

    /// <summary>Sections are: their titles are long, and several may have the same.</summary>
    private static bool IsShownById(CohortColumn column) => column.Id.Contains('.', StringComparison.Ordinal);

    private string HeadOf(CohortColumn column) => IsShownById(column) ? column.Id : invocation.In(column.Title);

    private string Part(CohortTable table, int first, int count)
    {
        var text = invocation.NewTable().Column(invocation.In(Texts.Records.Trainee)).Column(invocation.In(Texts.Records.AttemptsHead), isNumber: true)
            .Column(invocation.In(Texts.Records.PassedHead), isNumber: true).Column(invocation.In(Texts.Records.Score), isNumber: true);
        var columns = table.Columns.Skip(first).Take(count).ToList();
        foreach (var column in columns)
            text.Column(HeadOf(column), isNumber: true);
        foreach (var row in table.Rows)
            text.Row([row.Trainee, Number(row.Attempts), $"{row.Passed}/{row.Scenarios}", CellOf(row.Share), .. row.Cells.Skip(first).Take(count).Select(CellOf)]);
        text.Row([invocation.In(Texts.Records.Everyone), "", "", "", .. table.Mean.Skip(first).Take(count).Select(CellOf)]);
        return text.Render();
    }

    private void Titles(Page page, CohortTable table)
    {
        page.Gap();
        var width = table.Columns.Max(c => TextWrapper.Width(c.Id));
        foreach (var column in table.Columns.Where(IsShownById))
            page.Pair(column.Id, invocation.In(column.Title), width);
    }

    private static Cell CellOf(double? share) => new(Marked(share), share < ScoringOptions.Default.PassMark ? Verdict.Violated : null);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
