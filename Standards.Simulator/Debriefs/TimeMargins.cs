using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Scoring;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>
/// How obligations stood to their clocks. What came too late is what keeps the same norm without its clock: the same evaluator says so.
/// Immutable.
/// </summary>
internal sealed class TimeMargins
{
    private readonly Dictionary<(string Norm, string? Key, long Activation), Finding> _unclocked;
    private readonly EventIndex _events;

    private TimeMargins(Dictionary<(string Norm, string? Key, long Activation), Finding> unclocked, EventIndex events)
    {
        _unclocked = unclocked;
        _events = events;
    }

    public static TimeMargins Of(AttemptRecord attempt, RuleBook book, IEnumerable<ScoredFinding> findings)
    {
        var late = findings.Select(f => f.Finding).Where(f => f.Verdict == Verdict.Violated && f.Due is not null).Select(f => f.Norm).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<BoundNorm> norms = [.. book.Bound.Norms.Where(n => late.Contains(n.Id) && WithoutClock(n.Form) is not null)];
        return new TimeMargins(norms.IsEmpty ? [] : Judge(attempt, Unclocked(book, norms), norms), new EventIndex(attempt));
    }

    /// <summary>Null for a norm that has no deadline to meet.</summary>
    public TimeMargin? MarginOf(BoundNorm norm, Finding finding)
    {
        if (finding.Due is not { } due || WithoutClock(norm.Form) is null)
            return null;
        if (finding.Verdict == Verdict.Satisfied)
            return finding.At <= due ? new TimeMargin(due, due - finding.At, null, null) : null;
        if (finding.Verdict != Verdict.Violated)
            return null;
        var came = _unclocked.TryGetValue(Identity(finding), out var kept) ? _events.Decider(kept) : null;
        return came is null ? new TimeMargin(due, null, null, null) : came.At > due ? new TimeMargin(due, null, came.At - due, came) : null;
    }

    private static Dictionary<(string Norm, string? Key, long Activation), Finding> Judge(AttemptRecord attempt, RuleBook unclocked, ImmutableArray<BoundNorm> norms)
    {
        using var session = unclocked.Open(attempt.Id, [.. attempt.Processes.Where(p => unclocked.Bound.ProcessIds.Contains(p, StringComparer.Ordinal))]);
        foreach (var item in attempt.Events)
            session.Observe(item with { Case = attempt.Id });
        session.AdvanceTo(attempt.Clock);
        session.Close();
        return session.Verdicts().Where(f => f.Verdict == Verdict.Satisfied && norms.Any(n => IsBy(f, n)))
            .DistinctBy(Identity).ToDictionary(Identity);
    }

    private static bool IsBy(Finding finding, BoundNorm norm) =>
        string.Equals(norm.Id, finding.Norm, StringComparison.Ordinal) && string.Equals(norm.Pack.Label, finding.Pack, StringComparison.Ordinal);

    /// <summary>What activated an obligation tells it from the norm's others.</summary>
    private static (string Norm, string? Key, long Activation) Identity(Finding finding) =>
        (finding.Norm, finding.Key, finding.Evidence.IsEmpty ? -1 : finding.Evidence[0].Line);

    /// <summary>The norms without their clocks, with what they depend on.</summary>
    private static RuleBook Unclocked(RuleBook book, ImmutableArray<BoundNorm> norms) => new(
        book.Bound with
        {
            Norms =
            [
                .. book.Bound.Norms.Where(n => norms.Contains(n) || n.Form is NormForm.OutOfOrder || norms.Any(c => c.IsExceptedBy(n.Id)))
                    .Select(n => norms.Contains(n) ? n with { Form = WithoutClock(n.Form)! } : n),
            ],
        },
        []);

    /// <summary>Null for a form that has no deadline to meet: time keeps a prohibition, and a unit that is counted is no time.</summary>
    private static NormForm? WithoutClock(NormForm form) => form switch
    {
        NormForm.Require { Within: BoundDeadline.Time } require => require with { Within = null },
        NormForm.Say { Within: BoundDeadline.Time } say => say with { Within = null },
        NormForm.Record { Within: BoundDeadline.Time } record => record with { Within = null },
        NormForm.Count { Within: BoundDeadline.Time, AtMost: null } count => count with { Within = null },
        _ => null,
    };
}
