using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Standards.Core;
using Standards.Rules.Scoring;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Records;

/// <summary>A cohort as one page of HTML that needs nothing else, on a screen or on paper.</summary>
internal sealed class CohortHtml(Language language)
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { font: 15px/1.5 system-ui, "Noto Sans SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
        h1 { font-size: 1.4rem; margin: 0 0 .25rem; }
        p { margin: .25rem 0 1rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; }
        th, td { border-bottom: 1px solid #8886; padding: .35rem .7rem; text-align: right; white-space: nowrap; }
        thead th { vertical-align: bottom; white-space: normal; }
        th:first-child, td:first-child { text-align: left; }
        th small { display: block; font-weight: normal; }
        tfoot td, tfoot th { border-top: 2px solid #888; }
        .low { background: #d5532033; font-weight: 600; }
        .full { background: #2b7bb933; }
        @media print { body { margin: 0; max-width: none; font-size: 10pt; } .wide { overflow: visible; } tr { break-inside: avoid; } * { print-color-adjust: exact; } }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Of(CohortTable table, string asOf)
    {
        var page = new StringBuilder();
        var title = Escaped(Texts.Records.CohortTitle);
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{(language == Language.Zh ? "zh-CN" : "en")}\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{title}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Escaped(Texts.Records.CohortMeans)} {Escaped(Texts.Records.AsOf.With(asOf))}</p>\n");
        if (table.Rows.IsEmpty)
            page.Append(CultureInfo.InvariantCulture, $"<p>{Escaped(Texts.Records.Nothing)}</p>\n");
        else
            Table(page, table);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private void Table(StringBuilder page, CohortTable table)
    {
        page.Append("<div class=\"wide\">\n<table>\n<thead>\n<tr>");
        foreach (var head in new[] { Texts.Records.Trainee, Texts.Records.AttemptsHead, Texts.Records.PassedHead, Texts.Records.Score })
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Escaped(head)}</th>");
        foreach (var column in table.Columns)
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Escaped(column.Title)}<small>{Encoder.Encode(column.Id)}</small></th>");
        page.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Encoder.Encode(row.Trainee)}</th><td>{row.Attempts}</td><td>{row.Passed}/{row.Scenarios}</td>");
            Cell(page, row.Share);
            foreach (var share in row.Cells)
                Cell(page, share);
            page.Append("</tr>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"</tbody>\n<tfoot>\n<tr><th scope=\"row\">{Escaped(Texts.Records.Everyone)}</th><td></td><td></td><td></td>");
        foreach (var share in table.Mean)
            Cell(page, share);
        page.Append("</tr>\n</tfoot>\n</table>\n</div>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Escaped(Texts.Records.BelowMeans)}</p>\n");
    }

    private static void Cell(StringBuilder page, double? share)
    {
        var kind = share switch
        {
            { } low when low < ScoringOptions.Default.PassMark => " class=\"low\"",
            >= 1 => " class=\"full\"",
            _ => "",
        };
        page.Append(CultureInfo.InvariantCulture, $"<td{kind}>{CohortText.Marked(share)}</td>");
    }

    private string Escaped(LocalizedText text) => Encoder.Encode(text.In(language));
}
