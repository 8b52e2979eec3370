using System.Globalization;
using Spectre.Console;
using Standards.Core.Findings;

namespace Standards.Simulator.Output;

/// <summary>A cell of a table. Immutable.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Tone">How it is painted; null for plainly.</param>
internal sealed record Cell(string Text, Verdict? Tone = null)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>A table of text, fitted to the width of the page. Not thread-safe.</summary>
internal sealed class TextTable(int width, Ink ink)
{
    private readonly Table _table = new() { Border = TableBorder.Simple, Expand = false };

    /// <summary>Adds a column; numbers stand to the right and are never broken.</summary>
    public TextTable Column(string title, bool isNumber = false, bool isWhole = false)
    {
        var column = new TableColumn(new Text(title, ink.IsOn ? new Style(decoration: Decoration.Bold) : null));
        if (isNumber)
            column.RightAligned();
        if (isNumber || isWhole)
            column.NoWrap();
        _table.AddColumn(column.PadLeft(0).PadRight(1));
        return this;
    }

    public TextTable Row(params ReadOnlySpan<Cell> cells)
    {
        var row = new Text[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            row[i] = new Text(cells[i].Text, ink.IsOn ? StyleOf(cells[i].Tone) : null);
        _table.AddRow(row);
        return this;
    }

    /// <summary>The table, each of its lines ended by a line feed.</summary>
    public string Render()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ink.IsOn ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ink.IsOn ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        console.Write(_table);
        var lines = writer.ToString().Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0);
        return string.Concat(lines.Select(l => l + "\n"));
    }

    private static Style? StyleOf(Verdict? tone) => tone switch
    {
        Verdict.Violated => new Style(Color.Red, decoration: Decoration.Bold),
        Verdict.Unknown => new Style(Color.Olive),
        Verdict.Satisfied => new Style(Color.Green),
        null => null,
        _ => new Style(decoration: Decoration.Dim),
    };
}
