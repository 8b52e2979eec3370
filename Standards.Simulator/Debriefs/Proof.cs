using System.Text;
using Standards.Simulator.Output;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>The command lines that judge an attempt's interaction again, as any log.</summary>
internal static class Proof
{
    /// <summary>Writes the interaction to a file.</summary>
    public static string Export(AttemptRecord attempt) => $"standards attempts --events {Word(attempt.Id)} --output {Word(FileOf(attempt))}";

    /// <summary>Audits that file as of the end of the attempt. An attempt that was left is judged as it stood.</summary>
    public static string Audit(AttemptRecord attempt, TimeZoneInfo zone)
    {
        var line = new StringBuilder("standards audit ").Append(Word(FileOf(attempt)));
        foreach (var pack in attempt.Packs)
            line.Append(" --pack ").Append(Word(pack.Split('@')[0]));
        if (attempt.Profile is { } profile)
            line.Append(" --profile ").Append(Word(profile));
        line.Append(" --as-of ").Append(new InstantText(zone).Full(attempt.Clock));
        return line.Append(attempt.IsFinished ? " --complete" : "").Append(" --all").ToString();
    }

    private static string FileOf(AttemptRecord attempt) => $"{attempt.Id}.jsonl";

    /// <summary>A word of a command line; quoted where a shell would read it otherwise.</summary>
    private static string Word(string text) =>
        text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or '+' or ':')
            ? text
            : "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
