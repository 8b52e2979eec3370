using System.Collections.Immutable;
using System.Globalization;
using Standards.Audit;
using Standards.Core.Findings;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Output;

/// <summary>The result of an audit for people: norms in a table, then findings by case. Not thread-safe.</summary>
/// <param name="checklist">Ids of the norms that an observer answers: what nobody answered is counted, and listed only when all is.</param>
internal sealed class FindingText(Invocation invocation, TimeZoneInfo zone, IReadOnlySet<string> checklist)
{
    /// <summary>Findings shown unless the user says how many.</summary>
    public const int UsualLimit = 50;

    private readonly InstantText _instants = new(zone);
    private readonly Page _page = invocation.NewPage();

    /// <param name="result">The audit.</param>
    /// <param name="limit">Findings shown.</param>
    /// <param name="all">Whether norms that were kept throughout are shown too.</param>
    public void Write(AuditResult result, int limit, bool all)
    {
        _page.Paragraph(Say(Texts.Audit.Head.With(_instants.Long(new Core.Instant(result.AsOf.Ticks - (result.AsOf.Ticks % TimeSpan.TicksPerSecond))), Say(Texts.Nouns.Events.Times(result.Events)), Say(Texts.Nouns.Interactions.Times(result.Cases)))));
        Norms(result.Norms, all);
        Findings(result, limit, all);
        Total(result);
        invocation.Output.Text.Write(_page.ToString());
    }

    private void Norms(ImmutableArray<NormTally> norms, bool all)
    {
        var shown = norms.Where(n => all || n.Violated > 0 || n.Unknown > 0)
            .OrderByDescending(n => n.Violated > 0).ThenByDescending(n => n.Severity).ThenByDescending(n => n.Violated).ThenByDescending(n => n.Unknown)
            .ToList();
        if (shown.Count > 0)
        {
            _page.Heading(Say(Texts.Audit.ByNorm));
            var table = invocation.NewTable().Column(Say(Texts.Audit.Norm)).Column(Say(Texts.Audit.Severity), isWhole: true)
                .Column(Say(Texts.Audit.Violated), isNumber: true).Column(Say(Texts.Audit.Unknown), isNumber: true).Column(Say(Texts.Audit.Kept), isNumber: true);
            if (all)
                table.Column(Say(Texts.Audit.Pending), isNumber: true);
            table.Column(Say(Texts.Audit.Rate), isNumber: true);
            foreach (var norm in shown)
            {
                Cell[] cells =
                [
                    $"{Say(norm.Title)}\n{norm.Norm}",
                    Say(Texts.Of(norm.Severity)),
                    new(Noun.Number(norm.Violated), norm.Violated > 0 ? Verdict.Violated : null),
                    new(Noun.Number(norm.Unknown), norm.Unknown > 0 ? Verdict.Unknown : null),
                    Noun.Number(norm.Satisfied),
                    .. all ? [Noun.Number(norm.Pending)] : Array.Empty<Cell>(),
                    norm.Rate is { } rate ? Percent(rate) : "–",
                ];
                table.Row(cells);
            }

            _page.Block(table.Render());
        }

        if (norms.Length > shown.Count)
            _page.Gap().Paragraph(Say(Texts.Audit.KeptThroughout.With(Say(Texts.Nouns.Norms.Times(norms.Length - shown.Count)))));
    }

    private void Findings(AuditResult result, int limit, bool all)
    {
        string? last = null;
        long number = 0;
        var unanswered = all ? 0 : result.Norms.Where(n => checklist.Contains(n.Norm)).Sum(n => n.Unknown);
        foreach (var finding in result.Findings.Where(f => all || f.Verdict != Verdict.Unknown || !checklist.Contains(f.Norm)))
        {
            invocation.Cancellation.ThrowIfCancellationRequested();

            // Findings are put into words one by one; what is not shown is counted without.
            if (number >= limit && !all)
            {
                number = Math.Max(number + 1, result.Norms.Sum(n => n.Violated + n.Unknown) - unanswered);
                break;
            }

            if (number++ >= limit)
                continue;
            if (number == 1)
                _page.Heading(Say(Texts.Audit.ByCase));
            if (!string.Equals(last, finding.Case, StringComparison.Ordinal))
                _page.Gap().Line(_page.Ink.Bold(Printable(finding.Case)));
            last = finding.Case;
            Finding(finding);
        }

        if (number > limit)
            _page.Gap().Paragraph(Say(Texts.Audit.More.With(Say(Texts.Audit.Findings.Times(number - limit)))));
        if (unanswered > 0)
            _page.Gap().Paragraph(Say(Texts.Audit.Unanswered.With(Say(Texts.Nouns.Observations.Times(unanswered)))), paint: _page.Ink.Dim);
    }

    private void Finding(Finding finding)
    {
        var verdict = TextWrapper.Pad(Say(Texts.Of(finding.Verdict)), 8);
        var key = finding.Key is null ? "" : "  " + Say(Texts.Audit.Key.With(Printable(finding.Key)));
        _page.Line($"  {_page.Ink.Of(finding.Verdict, verdict)}  {TextWrapper.Pad(Say(Texts.Of(finding.Severity)), 8)}  {_instants.Short(finding.At)}  {finding.Norm}{key}");
        _page.Paragraph($"{Printable(Say(finding.Message))} [{string.Join(", ", finding.Clauses)}]", indent: 6);
        foreach (var evidence in finding.Evidence)
        {
            var place = evidence.File is null ? Say(Texts.Audit.Timer) : string.Create(CultureInfo.InvariantCulture, $"{evidence.File}:{evidence.Line}");
            _page.Line(_page.Ink.Dim($"      {Printable(place)}  {_instants.Short(evidence.At)}  {evidence.Act}"));
        }
    }

    private void Total(AuditResult result)
    {
        var (violated, unknown) = (result.Norms.Sum(n => n.Violated), result.Norms.Sum(n => n.Unknown));
        _page.Gap();
        if (violated + unknown > 0)
            _page.Paragraph(Say(Texts.Audit.Total.With(Noun.Number(violated), Noun.Number(unknown))), paint: violated > 0 ? _page.Ink.Bad : _page.Ink.Doubtful);
        else if (result.Events > 0)
            _page.Paragraph(Say(Texts.Audit.Nothing), paint: _page.Ink.Good);
        if (!result.IsIncomplete)
            return;
        var text = result.Rejected > 0 ? Texts.Audit.Rejected.With(Say(Texts.Nouns.Lines.Times(result.Rejected))) : Texts.Audit.Incomplete;
        _page.Paragraph(Say(text), paint: _page.Ink.Bad);
    }

    private string Say(Core.LocalizedText text) => invocation.In(text);

    private static string Percent(double share)
    {
        // What is not whole must not look whole, and what is not nothing must not look like nothing.
        var tenths = share is 0 or 1 ? share * 1000 : Math.Clamp(Math.Round(share * 1000, MidpointRounding.AwayFromZero), 1, 999);
        return (tenths / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>Texts of a log may hold what would move the cursor.</summary>
    private static string Printable(string text) => Rules.Diagnostics.SourceExcerpt.Printable(text);
}
