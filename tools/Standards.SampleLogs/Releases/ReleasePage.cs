using System.Globalization;

namespace Standards.SampleLogs.Releases;

/// <summary>What the page of the releases says before its table.</summary>
internal static class ReleasePage
{
    public static string Introduction(SampleLog log, ulong seed)
    {
        var planted = log.Planted.ToList();
        var violated = planted.Where(p => p.Verdict is Expected.Violated).ToList();
        var interactions = violated.Where(p => p.Case[0] == 'R').Select(p => p.Case).Distinct(StringComparer.Ordinal).Count();
        var norms = violated.Select(p => p.Norm).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"""
            # A month of releases

            `log.jsonl`: {log.Lines.Count()} events of {log.Interactions} interactions under node 4 of the property service procedures (`rules/wy`) in March 2026:
            goods that owners, tenants, children, relatives, nannies, workers and office employees carry out, for good or for a while. The persons,
            the times and the words are invented. `tools/Standards.SampleLogs` makes all files of this folder from the seed {seed}, and a test makes
            them again and compares the bytes:

            ```sh
            dotnet run --project tools/Standards.SampleLogs -- samples/releases
            ```

            Most go well: who carries the goods is established, they are declared, the cashier asked, the owner or the company telephoned, the slip
            signed by three, the goods let out, the archive part filed. Some do not get that far, as they should not: the owner cannot be reached or
            says no, or what is owed is not paid. Small things go without a slip. An observer looked at {log.Observed} of the slips; of the others the log
            cannot tell whether they were legible: that item is *unknown*.

            ## What was planted

            {violated.Count} breaches of {norms} norms, in {interactions} releases; {planted.Count(p => p.Verdict is Expected.Unknown)} gaps in the log (unknown); {planted.Count(p => p.Verdict is Expected.Satisfied)} releases that look like a breach and keep the
            norm (satisfied). `planted.csv` holds the same list. An audit of the complete log finds exactly these breaches:

            ```sh
            standards audit samples/releases/log.jsonl --profile wy --complete
            ```


            """);
    }
}
