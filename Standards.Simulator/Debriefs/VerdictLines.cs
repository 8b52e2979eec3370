using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules.Binding;
using Standards.Rules.Scoring;
using Standards.Rules.Speech;
using Standards.Simulator.Records;

namespace Standards.Simulator.Debriefs;

/// <summary>Makes the lines of verdicts: titles, clauses, points, words, clocks. Immutable.</summary>
internal sealed class VerdictLines
{
    private readonly AttemptRecord _attempt;
    private readonly NormCatalog _norms;
    private readonly TimeMargins _margins;
    private readonly EventIndex _events;
    private readonly Dictionary<ScoredFinding, double> _lost;

    public VerdictLines(AttemptRecord attempt, NormCatalog norms, Scorecard counted, TimeMargins margins)
    {
        (_attempt, _norms, _margins) = (attempt, norms, margins);
        _events = new EventIndex(attempt);
        _lost = new Dictionary<ScoredFinding, double>(ReferenceEqualityComparer.Instance);
        foreach (var norm in counted.Norms.Where(n => n.Broken > 0))
        {
            foreach (var finding in norm.Findings.Where(f => f.Verdict == Verdict.Violated))
                _lost[finding] = norm.Lost / norm.Broken;
        }
    }

    /// <summary>A line for each verdict, by time, then as they came.</summary>
    public ImmutableArray<VerdictLine> Of(IEnumerable<ScoredFinding> findings) => [.. findings.Select(Line).OrderBy(l => l.Finding.At)];

    private VerdictLine Line(ScoredFinding scored)
    {
        var finding = scored.Finding;
        var norm = _norms.Find(finding)!;
        var decider = IsOnlyActivation(norm, finding) ? null : _events.Decider(finding);
        var margin = _margins.MarginOf(norm, finding);
        return new VerdictLine
        {
            Finding = finding,
            Counted = scored.Verdict,
            Title = norm.Title,
            Lost = _lost.GetValueOrDefault(scored),
            Clauses = _norms.Clauses(norm),
            Expected = _norms.Describer.Expectation(norm),
            IsRoutine = norm.Form is NormForm.OutOfOrder,
            Found = Found(norm, finding),
            DecidedBy = decider,
            IsDecidedByEnd = decider is null && finding.At != finding.Due && !IsTimer(finding),
            Wording = WordingOf(norm, finding, decider, margin),
            Margin = margin,
            Question = (norm.Form as NormForm.Observe)?.Question,
            Correction = _attempt.Corrections.LastOrDefault(c => c.Concerns(finding)),
            IsExactAtFirst = IsExactAtFirst(norm, finding, decider),
        };
    }

    /// <summary>What was awaited never came: the only evidence is what began the waiting.</summary>
    private static bool IsOnlyActivation(BoundNorm norm, Finding finding) =>
        norm.On is not null && finding is { Verdict: not Verdict.Satisfied, Evidence.Length: 1 }
        && norm.Form is NormForm.Require or NormForm.Say or NormForm.Record or NormForm.Count or NormForm.Observe;

    private static bool IsTimer(Finding finding) => finding.Evidence is [.., var last] && last.At == finding.At && last.Line == 0;

    /// <summary>The message begins with the title, and that of an observer's item with the question: both stand elsewhere.</summary>
    private static LocalizedText Found(BoundNorm norm, Finding finding)
    {
        var question = (norm.Form as NormForm.Observe)?.Question ?? LocalizedText.Empty;
        return new LocalizedText(
            After(After(finding.Message.Zh, norm.Title.In(Language.Zh)), question.Zh),
            After(After(finding.Message.En, norm.Title.In(Language.En)), question.En));
    }

    private static string After(string message, string known) =>
        message.StartsWith(known, StringComparison.Ordinal) ? message[known.Length..].TrimStart(':', '：', ';', '；', ' ') : message;

    private Wording? WordingOf(BoundNorm norm, Finding finding, InteractionEvent? decider, TimeMargin? margin)
    {
        if (norm.Form is NormForm.NeverSay never)
        {
            if (finding.Verdict != Verdict.Violated || decider?.Say is not { } said)
                return null;
            var words = TokenText.Of(said);
            return Wording.Forbidden(decider, never.Lexicons.SelectMany(l => l.Lexicon.Find(words, HitOverlap.LongestLeftmost)));
        }

        if (SpeechDemand.Of(norm) is not { } demand)
            return null;
        if (finding.Verdict == Verdict.Satisfied)
            return decider is not null && demand.Nearest([decider]) is { } kept && Of(kept) is { Differs: true } nearly ? nearly : null;
        if (finding.Verdict != Verdict.Violated)
            return null;
        var nearest = demand.Nearest(Window(norm, demand, finding, decider)) ?? (margin?.Came is { } came ? demand.Nearest([came]) : null);
        if (nearest is { Match.IsMatch: true } && demand.ComesBefore)
            return null; // it was said, but its time was over
        return nearest is null ? Wording.NotSaid(demand.Phrases[0].Phrase.Template.Text) : Of(nearest);
    }

    private static Wording Of(SpeechAttempt attempt) => Wording.Of(attempt.Phrase, attempt.Match, attempt.Utterance);

    /// <summary>What was said while the obligation was open; before an act, what was said since the last act of its kind.</summary>
    private IEnumerable<InteractionEvent> Window(BoundNorm norm, SpeechDemand demand, Finding finding, InteractionEvent? decider)
    {
        if (!demand.ComesBefore)
        {
            var from = norm.On is null || finding.Evidence.IsEmpty ? Instant.MinValue : finding.Evidence[0].At;
            return _events.ByTime.Where(e => e.At >= from && e.At <= finding.At);
        }

        var place = decider is null ? -1 : _events.ByTime.IndexOf(decider);
        return place < 0 ? [] : _events.ByTime.Take(place).Reverse().TakeWhile(e => !string.Equals(e.Act, decider!.Act, StringComparison.Ordinal));
    }

    private bool IsExactAtFirst(BoundNorm norm, Finding finding, InteractionEvent? decider)
    {
        if (norm.Form is not NormForm.Say || finding.Verdict != Verdict.Satisfied || decider is null || SpeechDemand.Of(norm) is not { } demand)
            return false;
        return demand.Nearest([decider]) is { Match.Differences.IsEmpty: true }
            && demand.Nearest(Window(norm, demand, finding, decider).TakeWhile(e => !ReferenceEquals(e, decider))) is null;
    }
}
