using System.Text;

namespace Standards.Simulator.Output;

/// <summary>Cells of tables (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it.</summary>
internal static class CsvCell
{
    /// <summary>Adds a cell and what stands after it.</summary>
    public static void Append(StringBuilder table, string text, char after)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        if (text.AsSpan().ContainsAny(",\"\r\n"))
            table.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            table.Append(text);
        table.Append(after);
    }

    /// <summary>Adds a row and the end of its line.</summary>
    public static void AppendRow(StringBuilder table, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            Append(table, cells[i], i == cells.Length - 1 ? '\r' : ',');
        table.Append('\n');
    }
}
