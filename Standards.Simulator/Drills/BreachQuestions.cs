using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary>
/// <c>breach</c>: a transcript with one breach at most, of the packs' own cases or planted in one of them. Which norm is broken, or which
/// line shows it?
/// </summary>
internal sealed class BreachQuestions(DrillMaterial material) : IQuestionMaker
{
    private const int FewestLines = 2;
    private const int MostLines = 16;
    private const int OtherChoices = 3;
    private const int Tries = 6;

    private readonly CaseJudge _judge = material.Judge;
    private readonly BreachPlanting _planting = new(material.Judge);
    private readonly ILookup<string, PackCase> _breaking = Index(material, Verdict.Violated, c => Broken(c).Count == 1);
    private readonly ILookup<string, PackCase> _keeping = Index(material, Verdict.Satisfied, c => Broken(c).Count == 0);

    public DrillKind Kind => DrillKind.Breach;

    public IEnumerable<(BoundNorm Norm, int Difficulty)> Norms() => material.Norms.Values
        .Where(n => n.Scored && (_breaking.Contains(n.Id) || _keeping.Contains(n.Id)))
        .Select(n => (n, 0));

    public DrillQuestion? Make(BoundNorm norm, DrillRandom random)
    {
        var wantsNothing = random.OnceIn(5);
        var wantsLine = random.OnceIn(2);
        for (var i = 0; i < Tries; i++)
        {
            if (wantsNothing)
            {
                if (Kept(norm, random) is { } kept && WhichNorm(norm, kept, null, random) is { } question)
                    return question;
                continue;
            }

            if (Broken(norm, random) is not { } broken)
                continue;
            if ((wantsLine ? WhichLine(norm, broken, random) : null) is { } line)
                return line;
            if (WhichNorm(norm, broken, norm, random) is { } which)
                return which;
        }

        return null;
    }

    private JudgedInteraction? Kept(BoundNorm norm, DrillRandom random) =>
        Choose(_keeping, norm, random) is { } found && Judged(found) is { BreaksNothing: true } judged && judged.Verdicts.Exists(v => Is(v, norm) && v.Verdict == Verdict.Satisfied)
            ? judged
            : null;

    private JudgedInteraction? Broken(BoundNorm norm, DrillRandom random)
    {
        if (random.OnceIn(2) && Kept(norm, random) is { } kept && _planting.Plant(kept, norm, random) is { } planted && HasLines(planted.Events))
            return planted;
        return Choose(_breaking, norm, random) is { } found && Judged(found) is var judged && judged.BreaksOnly(norm.Id) ? judged : null;
    }

    private static PackCase? Choose(ILookup<string, PackCase> cases, BoundNorm norm, DrillRandom random) =>
        cases[norm.Id].ToList() is { Count: > 0 } found ? DrillMaterial.Pick(found, random) : null;

    private JudgedInteraction Judged(PackCase found)
    {
        var events = DrillMaterial.InOrder(found.Events);
        return new JudgedInteraction(found.Processes, events, _judge.Judge(found.Pack, found.Processes, events));
    }

    private DrillQuestion.Choice? WhichNorm(BoundNorm norm, JudgedInteraction judged, BoundNorm? broken, DrillRandom random)
    {
        var right = broken is null ? Nothing(Texts.Drill.NothingBroken) : Of(broken);
        var choices = new List<DrillChoice> { Of(norm) };
        foreach (var other in Others(norm, judged, random).Select(Of).Where(o => !choices.Exists(o.ReadsAs)))
        {
            if (choices.Count > OtherChoices)
                break;
            choices.Add(other);
        }

        if (choices.Count < 2)
            return null;
        choices = [.. random.Shuffled(choices), Nothing(Texts.Drill.NothingBroken)];
        return new DrillQuestion.Choice(ChoiceKind.Norms, [.. choices], choices.FindIndex(c => c.Is(right.Subject)))
        {
            Kind = Kind,
            Norm = norm,
            Setting = material.Setting(norm, judged.Processes),
            Events = judged.Events,
            Processes = judged.Processes,
            Prompt = Texts.Drill.WhichNorm,
            Why = broken is null ? [Texts.Drill.AllKept] : [Message(judged, norm)],
        };
    }

    /// <summary>Norms that are not broken: those that the interaction kept first, then others of its processes, then others of the pack.</summary>
    private IEnumerable<BoundNorm> Others(BoundNorm norm, JudgedInteraction judged, DrillRandom random)
    {
        var undecided = judged.Verdicts.Where(v => v.Verdict is not (Verdict.Satisfied or Verdict.NotApplicable)).Select(v => v.Norm.Id).ToHashSet(StringComparer.Ordinal);
        var kept = judged.Verdicts.Where(v => v.Verdict == Verdict.Satisfied).Select(v => v.Norm.Id).ToHashSet(StringComparer.Ordinal);
        var others = material.Norms.Values.Where(n =>
            n.Scored && ReferenceEquals(n.Pack, norm.Pack) && !string.Equals(n.Id, norm.Id, StringComparison.Ordinal) && !undecided.Contains(n.Id));
        return random.Shuffled(others).OrderBy(n => kept.Contains(n.Id) ? 0 : !n.Processes.IsEmpty && material.Concerns(n, judged.Processes) ? 1 : 2);
    }

    private DrillQuestion.Choice? WhichLine(BoundNorm norm, JudgedInteraction judged, DrillRandom random)
    {
        if (judged.Verdicts.FindAll(v => v.IsViolated) is not [var breach] || Shown(breach) is not { } shown)
            return null;
        var answers = AnsweringActs(norm);
        var wrong = Enumerable.Range(0, judged.Events.Length).Where(i =>
            i != shown - 1 && !DrillMaterial.IsFacts(judged.Events[i]) && !answers.Contains(judged.Events[i].Act) && IsInnocent(norm, judged, i));
        var lines = random.Shuffled(wrong).Take(OtherChoices).Append(shown - 1).Where(i => i >= 0).Order().Select(i => Line(judged.Events, i)).ToList();
        if (lines.Count < FewestLines)
            return null;
        List<DrillChoice> choices = [.. lines, Nothing(Texts.Drill.MissingOrLate)];
        var right = shown == 0 ? choices.Count - 1 : choices.FindIndex(c => c.Is(Line(judged.Events, shown - 1).Subject));
        return new DrillQuestion.Choice(ChoiceKind.Lines, [.. choices], right)
        {
            Kind = Kind,
            Norm = norm,
            Setting = material.Setting(norm, judged.Processes),
            Events = judged.Events,
            Processes = judged.Processes,
            Prompt = Texts.Drill.WhichLine.With(norm.Title),
            Why = [Message(judged, norm)],
        };
    }

    /// <summary>The number of the event that shows the breach, 0 where its lack does; null where one could argue.</summary>
    private static int? Shown(JudgedVerdict breach) => breach.Plan.Kind switch
    {
        PlanKind.Response when breach.Decision == 0 && !breach.IsMixed => 0,
        PlanKind.Response when breach.Decision > 0 && breach.Norm.Form is NormForm.Observe => breach.Decision,
        PlanKind.Absence when breach.Decision > 0 => breach.Decision,
        PlanKind.Check when breach.Norm.Form is not NormForm.Before && Math.Max(breach.Decision, breach.Activation) is > 0 and var line => line,
        PlanKind.Machine when breach.Activation > 0 => breach.Activation,
        _ => null,
    };

    /// <summary>Without that event the norm is as broken as with it.</summary>
    private bool IsInnocent(BoundNorm norm, JudgedInteraction judged, int index) =>
        _judge.Judge(norm.Pack.Id, judged.Processes, judged.Events.RemoveAt(index)).Exists(v => v.IsViolated && Is(v, norm));

    /// <summary>Acts that could have kept the norm: one that came too late is the late line itself.</summary>
    private HashSet<string> AnsweringActs(BoundNorm norm)
    {
        var pattern = norm.Form switch
        {
            NormForm.Require f => f.Pattern,
            NormForm.Say f => f.Pattern,
            _ => null,
        };
        var acts = material.Book.Bound.Vocabulary.Acts;
        return [.. (pattern?.Alternatives ?? []).SelectMany(a => a.Act == BoundAlternative.AnyAct ? acts.Select(v => v.Name) : [acts[a.Act].Name])];
    }

    private LocalizedText Message(JudgedInteraction judged, BoundNorm norm)
    {
        var breach = judged.Verdicts.Find(v => v.IsViolated && Is(v, norm))!;
        return material.Judge.Alone(norm.Pack.Id).Composer.Compose("", breach.Record, _ => null).Message;
    }

    private static DrillChoice Line(ImmutableArray<InteractionEvent> events, int index)
    {
        var number = Noun.Number(DrillMaterial.LineOf(events, index));
        return new DrillChoice(number, Texts.Drill.Line.With(number));
    }

    private static DrillChoice Of(BoundNorm norm) => new(norm.Id, norm.Title);

    private static DrillChoice Nothing(LocalizedText text) => new(DrillChoice.Nothing, text);

    private static bool Is(JudgedVerdict verdict, BoundNorm norm) => string.Equals(verdict.Norm.Id, norm.Id, StringComparison.Ordinal);

    private static bool HasLines(ImmutableArray<InteractionEvent> events) => events.Count(e => !DrillMaterial.IsFacts(e)) is >= FewestLines and <= MostLines;

    private static HashSet<string> Broken(PackCase packCase) =>
        packCase.Expected.Where(e => e.Verdict == Verdict.Violated).Select(e => e.Norm).ToHashSet(StringComparer.Ordinal);

    private static ILookup<string, PackCase> Index(DrillMaterial material, Verdict verdict, Func<PackCase, bool> isWanted) => material.Cases
        .Where(c => HasLines(c.Events) && isWanted(c))
        .SelectMany(c => c.Expected.Where(e => e.Verdict == verdict).Select(e => e.Norm).Distinct(StringComparer.Ordinal).Select(n => (Norm: n, Case: c)))
        .ToLookup(p => p.Norm, p => p.Case, StringComparer.Ordinal);
}
