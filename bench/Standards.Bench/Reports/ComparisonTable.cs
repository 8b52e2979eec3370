using System.Globalization;
using System.Text;
using Standards.Bench.Measuring;

namespace Standards.Bench.Reports;

/// <summary>A comparison as a Markdown table that also reads well on a console.</summary>
internal static class ComparisonTable
{
    public static string Write(Comparison comparison)
    {
        string[] header = ["what", "median s", "fastest s", "slowest s", "events/s", "ns/event", "bytes/event", $"x {comparison.Yardstick}"];
        var rows = comparison.Rows.Select(row => Cells(row, comparison.TimesTheYardstick(row))).Prepend(header).ToArray();
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();

        var text = new StringBuilder();
        text.Append("### ").Append(comparison.Title).Append("\n\n");
        AppendRow(text, rows[0], widths);
        AppendRow(text, [.. widths.Select((width, column) => column == 0 ? new string('-', width) : new string('-', width - 1) + ":")], widths);
        foreach (var row in rows.Skip(1))
            AppendRow(text, row, widths);
        return text.ToString();
    }

    private static string[] Cells(Measurement row, double? ratio) =>
    [
        row.Name,
        Number(row.MedianSeconds, "F4"),
        Number(row.FastestSeconds, "F4"),
        Number(row.SlowestSeconds, "F4"),
        Number(row.EventsPerSecond, "N0"),
        Number(row.NanosecondsPerEvent, "F1"),
        row.AllocatedBytesPerEvent is { } bytes ? Number(bytes, "F2") : "",
        ratio is { } times ? Number(times, "F2") : "",
    ];

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static void AppendRow(StringBuilder text, string[] cells, int[] widths)
    {
        text.Append('|');
        for (var column = 0; column < cells.Length; column++)
            text.Append(' ').Append(column == 0 ? cells[column].PadRight(widths[column]) : cells[column].PadLeft(widths[column])).Append(" |");
        text.Append('\n');
    }
}
