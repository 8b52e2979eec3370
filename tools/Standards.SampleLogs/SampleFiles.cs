using System.Globalization;
using System.Text;

namespace Standards.SampleLogs;

/// <summary>The files of a sample as bytes.</summary>
internal static class SampleFiles
{
    public static byte[] Log(SampleLog log)
    {
        using var stream = new MemoryStream();
        foreach (var line in log.Lines)
            line.WriteTo(stream);
        return stream.ToArray();
    }

    public static string Table(SampleLog log)
    {
        var text = new StringBuilder("case,norm,verdict,zh,en\n");
        foreach (var planted in log.Planted)
        {
            text.Append(planted.Case).Append(',').Append(planted.Norm).Append(',').Append(Name(planted.Verdict)).Append(',')
                .Append(Field(planted.Zh)).Append(',').Append(Field(planted.En)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The page of a sample: what it is, then the table of what was planted.</summary>
    public static string Page(SampleLog log, string introduction)
    {
        var text = new StringBuilder(introduction.ReplaceLineEndings("\n"));
        text.Append("| case | norm | verdict | 埋设的内容 | what was planted |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in log.Planted)
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
