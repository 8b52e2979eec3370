using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules.Binding;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary>
/// <c>next</c>: what comes next? The case's own next event is right; everything else offered would, at that moment, break the process or
/// another norm about what comes first.
/// </summary>
internal sealed class NextQuestions(DrillMaterial material) : IQuestionMaker
{
    private const int FewestOthers = 2;
    private const int MostOthers = 3;
    private const int MostBefore = 14;
    private const int OtherCases = 6;
    private const int MostData = 4;
    private const int MostReasons = 2;
    private const int Tries = 12;

    private readonly CaseJudge _judge = material.Judge;

    private readonly ILookup<string, PackCase> _keeping = material.Cases
        .Where(c => c.Events.Length > 1 && !c.Expected.Any(e => e.Verdict == Verdict.Violated))
        .SelectMany(c => c.Expected.Where(e => e.Verdict == Verdict.Satisfied).Select(e => e.Norm).Distinct(StringComparer.Ordinal).Select(n => (Norm: n, Case: c)))
        .ToLookup(p => p.Norm, p => p.Case, StringComparer.Ordinal);

    private readonly ILookup<(string Pack, string Process), PackCase> _running = material.Cases
        .Where(c => c.Events.Length > 1 && !c.Expected.Any(e => e.Verdict == Verdict.Violated))
        .SelectMany(c => c.Processes.Select(p => (Process: (c.Pack, p), Case: c))).ToLookup(p => p.Process, p => p.Case);

    /// <summary>A moment of an interaction that has broken nothing: what came before, and what comes next.</summary>
    private sealed record Moment(BoundNorm Norm, ImmutableArray<string> Processes, ImmutableArray<InteractionEvent> Before, InteractionEvent Next, ImmutableArray<InteractionEvent> Later);

    public DrillKind Kind => DrillKind.Next;

    public IEnumerable<(BoundNorm Norm, int Difficulty)> Norms() => material.Norms.Values
        .Where(n => IsAboutOrder(n) && CasesOf(n).Any())
        .Select(n => (n, n.Form is NormForm.OutOfOrder ? 0 : 1));

    public DrillQuestion? Make(BoundNorm norm, DrillRandom random)
    {
        var cases = CasesOf(norm).ToList();
        for (var i = 0; i < Tries; i++)
        {
            var question = MomentOf(norm, DrillMaterial.Pick(cases, random), random) is not { } moment ? null
                : norm.Form is NormForm.OutOfOrder { Process: var process } && ByState(moment, process, random) is { } byState ? byState
                : ByEvents(moment, cases, random);
            if (question is not null)
                return question;
        }

        return null;
    }

    private static bool IsAboutOrder(BoundNorm norm) => norm.Form is NormForm.OutOfOrder or NormForm.Before or NormForm.Order;

    private IEnumerable<PackCase> CasesOf(BoundNorm norm) =>
        norm.Form is NormForm.OutOfOrder { Process: var process } ? _running[(process.Pack, process.Id)] : _keeping[norm.Id];

    private Moment? MomentOf(BoundNorm norm, PackCase packCase, DrillRandom random)
    {
        var events = DrillMaterial.InOrder(packCase.Events);
        var facts = events.Count(DrillMaterial.IsFacts);

        // Of a process one can ask how it begins; of other norms not before something happened.
        var first = norm.Form is NormForm.OutOfOrder ? facts : facts + 1;
        var last = Math.Min(events.Length - 1, facts + MostBefore);
        if (last < first)
            return null;
        var place = first + random.Next(last - first + 1);
        var moment = new Moment(norm, packCase.Processes, events[..place], events[place], events[(place + 1)..]);
        return Broken(moment, moment.Next).Count == 0 ? moment : null;
    }

    /// <summary>Acts: those that the state allows, and those that it does not whoever does them and with whatever data.</summary>
    private DrillQuestion.Choice? ByState(Moment moment, BoundProcess process, DrillRandom random)
    {
        if (StateAt(moment, process) is not { } state)
            return null;
        var acts = material.Book.Bound.Vocabulary.Acts;
        var allowed = process.States[state].Transitions.Concat(process.States[state].IsTerminal ? [] : process.Anywhere)
            .SelectMany(t => t.On.Alternatives).Select(a => a.Act).ToHashSet();
        if (!allowed.Any(a => a >= 0 && string.Equals(acts[a].Name, moment.Next.Act, StringComparison.Ordinal)))
            return null;
        var right = new DrillChoice(moment.Next.Act, material.ActTitle(moment.Next.Act), moment.Next);
        var others = process.Alphabet.Where(a => a >= 0 && !allowed.Contains(a)).Select(a => acts[a].Name)
            .Select(a => new DrillChoice(a, material.ActTitle(a), moment.Next with { Act = a }))
            .Where(c => Breaks(moment, c.Event!) && Breaks(moment, new InteractionEvent(moment.Next.Case, moment.Next.At, c.Subject) { Role = moment.Next.Role }));
        var titles = allowed.Select(material.Describer.ActTitle).ToList();
        return Question(moment, ChoiceKind.Acts, right, random.Shuffled(others), Texts.Drill.WhatNextAt.With(process.States[state].Title), random) is { } question
            ? question with { Why = [Texts.Drill.AllowedNow.With(process.States[state].Title, Joined(titles))] }
            : null;
    }

    /// <summary>Events: the case's own next one, and later ones of this and other cases that would come too early.</summary>
    private DrillQuestion.Choice? ByEvents(Moment moment, List<PackCase> cases, DrillRandom random)
    {
        // Nobody reads choices of many lines, and nothing is out of order where nothing has happened.
        if (moment.Next.Data.Count > MostData || moment.Before.All(DrillMaterial.IsFacts))
            return null;
        var wording = new EventWording(material, moment.Norm.Pack.Calendar.Zone);
        DrillChoice Choice(InteractionEvent item) => new(item.Act, wording.Of(item), item);
        var elsewhere = random.Shuffled(cases).Take(OtherCases).SelectMany(c => random.Shuffled(c.Events.Where(e => !DrillMaterial.IsFacts(e))));
        var others = random.Shuffled(moment.Later).Concat(elsewhere)
            .Select(e => e with { Case = moment.Next.Case, At = moment.Next.At, Process = null })
            .Where(e => e.Data.Count <= MostData && Breaks(moment, e)).Select(Choice);
        return Question(moment, ChoiceKind.Events, Choice(moment.Next), others, Texts.Drill.WhatNext, random) is { } question
            ? question with
            {
                Why =
                [
                    .. question.Choices.Where(c => c != question.Choices[question.Right])
                        .Select(c => Texts.Drill.WouldBreak.With(c.Text, Joined([.. Broken(moment, c.Event!).Where(IsAboutOrder).Select(n => n.Title).Distinct().Take(MostReasons)]))),
                ],
            }
            : null;
    }

    private DrillQuestion.Choice? Question(Moment moment, ChoiceKind about, DrillChoice right, IEnumerable<DrillChoice> others, LocalizedText prompt, DrillRandom random)
    {
        var choices = new List<DrillChoice> { right };
        foreach (var other in others)
        {
            if (!choices.Exists(other.ReadsAs))
                choices.Add(other);
            if (choices.Count > MostOthers)
                break;
        }

        // What is practised must be what at least one of the others breaks.
        if (choices.Count <= FewestOthers || !choices.Skip(1).Any(c => Broken(moment, c.Event!).Exists(n => string.Equals(n.Id, moment.Norm.Id, StringComparison.Ordinal))))
            return null;
        choices = random.Shuffled(choices);
        return new DrillQuestion.Choice(about, [.. choices], choices.IndexOf(right))
        {
            Kind = Kind,
            Norm = moment.Norm,
            Setting = material.Setting(moment.Norm, moment.Processes),
            Events = moment.Before,
            Processes = moment.Processes,
            Prompt = prompt,
        };
    }

    private bool Breaks(Moment moment, InteractionEvent item) => Broken(moment, item).Exists(IsAboutOrder);

    /// <summary>The norms that are broken when the event comes now; what came before breaks none.</summary>
    private List<BoundNorm> Broken(Moment moment, InteractionEvent item) =>
        [.. _judge.Judge(moment.Norm.Pack.Id, moment.Processes, moment.Before.Add(item), moment.Next.At).Where(v => v.IsViolated).Select(v => v.Norm)];

    private int? StateAt(Moment moment, BoundProcess process)
    {
        using var session = _judge.Open(moment.Norm.Pack.Id, moment.Processes, moment.Before);
        session.AdvanceTo(moment.Next.At);
        if (!session.States().TryGetValue(process.Id, out var id))
            return null;
        for (var i = 0; i < process.States.Length; i++)
        {
            if (string.Equals(process.States[i].Id, id, StringComparison.Ordinal))
                return i;
        }

        return null;
    }

    private static LocalizedText Joined(IReadOnlyCollection<LocalizedText> texts) =>
        new(string.Join(Texts.ListComma.Zh, texts.Select(t => t.Zh)), string.Join(Texts.ListComma.En, texts.Select(t => t.En)));
}
