using System.Globalization;

namespace Standards.SampleLogs.Complaints;

/// <summary>What the page of the complaints says before its table.</summary>
internal static class ComplaintPage
{
    public static string Introduction(SampleLog log, ulong seed)
    {
        var planted = log.Planted.ToList();
        var violated = planted.Where(p => p.Verdict is Expected.Violated).ToList();
        var interactions = violated.Where(p => p.Case[0] == 'K').Select(p => p.Case).Distinct(StringComparer.Ordinal).Count();
        var norms = violated.Select(p => p.Norm).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"""
            # A month of complaints

            `log.jsonl`: {log.Lines.Count()} events of {log.Interactions} interactions under nodes 7 and 8 of the property service procedures (`rules/wy`) in
            March 2026, taken at midnight of 1 April, when {log.CutOff} of the complaints were still open. The persons, the times and the words are
            invented. `tools/Standards.SampleLogs` makes all files of this folder from the seed {seed}, and a test makes them again and compares the bytes:

            ```sh
            dotnet run --project tools/Standards.SampleLogs -- samples/complaints
            ```

            | cases | what |
            | --- | --- |
            | `K-…` | complaints, in person and by telephone: minor, important and major ones, some that become major after a week, some not valid |
            | `W-…` | what the supervisor of the customer centre does on a Friday: statistics, analysis, weekly report |

            The circumstances that grade a complaint (criteria M1a to M6, I1 to I3, L1) stand in its `case.facts`. An observer watched {log.Observed} of the
            complaints; of the others the log cannot tell whether staff listened patiently: those items are *pending*, since a sheet may still be
            keyed in.

            ## What was planted

            {violated.Count} breaches of {norms} norms, in {interactions} complaints and two weeks; {planted.Count(p => p.Verdict is Expected.Unknown)} gaps in the log (unknown); {planted.Count(p => p.Verdict is Expected.Satisfied)} deadlines that are kept at their last
            instant (satisfied). `planted.csv` holds the same list. An audit as of the end of the month finds exactly these breaches:

            ```sh
            standards audit samples/complaints/log.jsonl --profile wy --as-of 2026-04-01T00:00:00+08:00
            ```


            """);
    }
}
