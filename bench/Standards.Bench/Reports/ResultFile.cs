using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Standards.Bench.Measuring;

namespace Standards.Bench.Reports;

/// <summary>One run of all peers as a page for <c>bench/results</c>.</summary>
/// <param name="Date">The day of the run, UTC.</param>
/// <param name="Machine">Where it ran.</param>
/// <param name="File">The log.</param>
/// <param name="Events">How many events it has.</param>
/// <param name="Truth">Whether the counts were checked against a truth.</param>
/// <param name="Commands">The commands that ran as whole processes.</param>
/// <param name="Comparisons">The tables.</param>
internal sealed record ResultFile(
    DateOnly Date,
    Machine Machine,
    string File,
    long Events,
    bool Truth,
    ImmutableArray<ProcessCommand> Commands,
    ImmutableArray<Comparison> Comparisons)
{
    /// <summary>The name of the page: its day, its machine and, where a day has several, what sets this one apart.</summary>
    public string Name(string? label) =>
        string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}-{Machine.Slug}{(label is null ? "" : "-" + label)}.md");

    public string Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Date:yyyy-MM-dd}, {Machine.Cpu}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- processor: {Machine.Cpu}, {Machine.Cores} logical processor(s) allowed\n");
        text.Append(CultureInfo.InvariantCulture, $"- memory: {Machine.MemoryGigabytes} GB\n");
        text.Append(CultureInfo.InvariantCulture, $"- system: {Machine.OperatingSystem}; {Machine.Runtime}\n");
        var check = Truth ? "equal to the truth" : "not checked: no truth beside the log";
        text.Append(CultureInfo.InvariantCulture, $"- input: {Path.GetFileName(File)}, {Events:N0} events; counts {check}\n");
        text.Append("\nAbsolute figures move from machine to machine; compare ratios taken in one run.\n");
        foreach (var comparison in Comparisons)
            text.Append('\n').Append(ComparisonTable.Write(comparison));
        text.Append("\n### Commands of the whole processes\n\n```\n");
        foreach (var command in Commands)
            text.Append(command.Name).Append(": ").Append(command.WithoutPaths).Append('\n');
        text.Append("```\n");
        return text.ToString();
    }
}
