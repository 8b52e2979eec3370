using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Interactions;
using Standards.Rules.Binding;
using Standards.Simulator.Wording;

namespace Standards.Simulator.Drills;

/// <summary><c>next</c>: what comes next, in the state in which the process stands? The other acts would be out of order.</summary>
internal sealed class NextQuestions(DrillMaterial material) : IQuestionMaker
{
    private const int FewestOthers = 2;
    private const int MostOthers = 3;
    private const int MostBefore = 14;
    private const int Tries = 12;

    private readonly CaseJudge _judge = material.Judge;

    private readonly ILookup<(string Pack, string Process), PackCase> _cases = material.Cases
        .Where(c => c.Events.Length > 1 && !c.Expected.Any(e => e.Verdict == Verdict.Violated))
        .SelectMany(c => c.Processes.Select(p => ((c.Pack, p), c))).ToLookup(p => p.Item1, p => p.c);

    public DrillKind Kind => DrillKind.Next;

    public IEnumerable<(BoundNorm Norm, int Difficulty)> Norms() => material.Norms.Values
        .Where(n => n.Form is NormForm.OutOfOrder order && _cases.Contains((order.Process.Pack, order.Process.Id)))
        .Select(n => (n, 0));

    public DrillQuestion? Make(BoundNorm norm, DrillRandom random)
    {
        var process = ((NormForm.OutOfOrder)norm.Form).Process;
        var cases = _cases[(process.Pack, process.Id)].ToList();
        for (var i = 0; i < Tries; i++)
        {
            if (Make(norm, process, random.Pick(cases), random) is { } question)
                return question;
        }

        return null;
    }

    private DrillQuestion.Choice? Make(BoundNorm norm, BoundProcess process, PackCase packCase, DrillRandom random)
    {
        ImmutableArray<InteractionEvent> events =
            [.. packCase.Events.Where(DrillMaterial.IsFacts), .. packCase.Events.Where(e => !DrillMaterial.IsFacts(e)).OrderBy(e => e.At)];
        var acts = material.Book.Bound.Vocabulary.Acts;
        var alphabet = process.Alphabet.Where(a => a >= 0).Select(a => acts[a].Name).ToHashSet(StringComparer.Ordinal);
        var facts = events.Count(DrillMaterial.IsFacts);
        var places = Enumerable.Range(facts, events.Length - facts)
            .Where(i => i > facts && i - facts <= MostBefore && alphabet.Contains(events[i].Act)).ToList();
        if (places.Count == 0)
            return null;
        var place = random.Pick(places);
        var (before, next) = (events[..place], events[place]);
        var state = StateAt(norm, process, packCase.Processes, before, next.At);
        if (state is null || !IsLegal(norm, packCase.Processes, before, next))
            return null;
        var right = new DrillChoice(next.Act, material.ActTitle(next.Act));
        var choices = new List<DrillChoice> { right };

        // An act that would do with other data, or by somebody else, is no wrong answer.
        var allowed = Transitions(process, state).SelectMany(t => t.On.Alternatives).Select(a => a.Act).ToHashSet();
        foreach (var act in random.Shuffled(process.Alphabet.Where(a => a >= 0 && !allowed.Contains(a)).Select(a => acts[a].Name)))
        {
            var choice = new DrillChoice(act, material.ActTitle(act));
            if (choices.Count <= MostOthers && !choices.Exists(choice.ReadsAs) && BreaksOrder(norm, packCase.Processes, before, next, act))
                choices.Add(choice);
        }

        if (choices.Count <= FewestOthers)
            return null;
        choices = random.Shuffled(choices);
        return new DrillQuestion.Choice(ChoiceKind.Acts, [.. choices], choices.IndexOf(right))
        {
            Kind = Kind,
            Norm = norm,
            Setting = material.Setting(norm, packCase.Processes),
            Events = before,
            Processes = packCase.Processes,
            Prompt = Texts.Drill.WhatNext.With(state.Title),
            Why = [Allowed(process, state)],
        };
    }

    private BoundState? StateAt(BoundNorm norm, BoundProcess process, ImmutableArray<string> processes, ImmutableArray<InteractionEvent> before, Instant at)
    {
        using var session = _judge.Open(norm.Pack.Id, processes, before);
        session.AdvanceTo(at);
        return session.States().TryGetValue(process.Id, out var id) ? process.States.FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal)) : null;
    }

    private bool IsLegal(BoundNorm norm, ImmutableArray<string> processes, ImmutableArray<InteractionEvent> before, InteractionEvent next) =>
        !_judge.Judge(norm.Pack.Id, processes, before.Add(next), next.At).Exists(v => v.IsViolated);

    /// <summary>Whether the act, with the data of the right event and with none, breaks the norm of the process; nothing before it does.</summary>
    private bool BreaksOrder(BoundNorm norm, ImmutableArray<string> processes, ImmutableArray<InteractionEvent> before, InteractionEvent next, string act)
    {
        bool Breaks(InteractionEvent other) => _judge.Judge(norm.Pack.Id, processes, before.Add(other), next.At)
            .Exists(v => v.IsViolated && string.Equals(v.Norm.Id, norm.Id, StringComparison.Ordinal));
        return Breaks(next with { Act = act }) && Breaks(new InteractionEvent(next.Case, next.At, act) { Role = next.Role });
    }

    private static IEnumerable<BoundTransition> Transitions(BoundProcess process, BoundState state) =>
        state.IsTerminal ? state.Transitions : state.Transitions.Concat(process.Anywhere);

    private LocalizedText Allowed(BoundProcess process, BoundState state)
    {
        var titles = Transitions(process, state).SelectMany(t => t.On.Alternatives).Select(a => a.Act).Distinct().Select(material.Describer.ActTitle).ToList();
        return Texts.Drill.AllowedNow.With(
            state.Title,
            new LocalizedText(string.Join(Texts.ListComma.Zh, titles.Select(t => t.Zh)), string.Join(Texts.ListComma.En, titles.Select(t => t.En))));
    }
}
