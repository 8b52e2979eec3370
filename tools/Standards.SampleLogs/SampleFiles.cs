using System.Globalization;
using System.Text;

namespace Standards.SampleLogs;

/// <summary>The files of the sample, as bytes: the same seed gives the same bytes.</summary>
internal static class SampleFiles
{
    public const ulong Seed = 20_260_305;

    /// <summary>Name and contents of each file.</summary>
    public static IEnumerable<(string Name, byte[] Contents)> Of(ulong seed)
    {
        var day = LfDay.Play(seed);
        yield return ("log.jsonl", Log(day));
        yield return ("planted.csv", Encoding.UTF8.GetBytes(Table(day)));
        yield return ("README.md", Encoding.UTF8.GetBytes(Page(day)));
    }

    private static byte[] Log(SampleDay day)
    {
        using var stream = new MemoryStream();
        foreach (var line in day.Lines)
            line.WriteTo(stream);
        return stream.ToArray();
    }

    private static string Table(SampleDay day)
    {
        var text = new StringBuilder("case,norm,verdict,zh,en\n");
        foreach (var planted in day.Planted)
        {
            text.Append(planted.Case).Append(',').Append(planted.Norm).Append(',').Append(Name(planted.Verdict)).Append(',')
                .Append(Field(planted.Zh)).Append(',').Append(Field(planted.En)).Append('\n');
        }

        return text.ToString();
    }

    private static string Page(SampleDay day)
    {
        var planted = day.Planted.ToList();
        var violated = planted.Where(p => p.Verdict is Expected.Violated).ToList();
        var norms = violated.Select(p => p.Norm).Distinct(StringComparer.Ordinal).Count();
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            # A day at the desk

            `log.jsonl`: {day.Lines.Count()} events of {day.Interactions} interactions under the visitor reception standard (`rules/lf`) on
            Thursday, 5 March 2026, with the records of its incidents until the Tuesday after. The persons, the times and the words are
            invented: `tools/Standards.SampleLogs` makes all files of this folder from a seed, and a test makes them again and compares the bytes.

            | cases | what |
            | --- | --- |
            | `V-…` | visits to a free desk |
            | `B-…` | a busy desk: A is served, others wait |
            | `T-…` | a busy desk: A is on the telephone, B comes |
            | `C-…` | sudden incidents at the company office |
            | `S-…` | sudden incidents at a service centre, with their records |

            An observer watched {day.Observed} of the interactions; the answers were keyed in in the evening, so their lines come last although their
            times do not. Of the other interactions the log cannot tell whether somebody smiled: those items are *unknown*.

            ## What was planted

            {violated.Count} breaches of {norms} norms, {planted.Count(p => p.Verdict is Expected.Unknown)} gaps in the log (unknown), and {planted.Count(p => p.Verdict is Expected.Satisfied)} interactions that keep a deadline at its last
            instant (satisfied). `planted.csv` holds the same list. An audit of the complete log finds exactly these breaches:

            ```sh
            standards audit samples/lf-day/log.jsonl --profile lf --complete
            ```


            """).ReplaceLineEndings("\n"));
        text.Append("| case | norm | verdict | 埋设的内容 | what was planted |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in planted)
            text.Append(CultureInfo.InvariantCulture, $"| {row.Case} | `{row.Norm}` | {Name(row.Verdict)} | {row.Zh} | {row.En} |\n");
        return text.ToString();
    }

    private static string Name(Expected verdict) => verdict switch
    {
        Expected.Satisfied => "satisfied",
        Expected.Violated => "violated",
        _ => "unknown",
    };

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
