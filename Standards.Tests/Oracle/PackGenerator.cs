using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Standards.Tests.Oracle;

/// <summary>Writes random packs of every form of norm over the vocabulary of <see cref="OraclePack"/>.</summary>
internal static class PackGenerator
{
    /// <summary>What a pattern or condition may refer to.</summary>
    private sealed record Scope(bool HasProcess, bool SeesActivation = false, bool FactsOnly = false, bool InProcess = false);

    /// <summary>One in four stands beside another: neither may change what the other says.</summary>
    public static readonly Gen<OraclePack> Pack =
        from pack in Alone
        from beside in Gen.Frequency((3, Gen.Constant((OraclePack?)null)), (1, Alone.Select(p => (OraclePack?)p)))
        select new OraclePack(pack.Norms, pack.Processes) { Beside = beside };

    private static Gen<OraclePack> Alone =>
        from processes in Gen.Frequency((2, Gen.Constant(ImmutableArray<string>.Empty)), (2, Process("p").Select(p => ImmutableArray.Create(p))), (1, Both))
        from count in Gen.Frequency((15, Gen.Choose(1, 6)), (1, Gen.Choose(17, 40)))
        from norms in Gen.ListOf(Norm(processes.Length > 0, count), count)
        select new OraclePack([.. norms.Select((norm, i) => Settled(norm, i, norms))], processes);

    private static Gen<ImmutableArray<string>> Both => from p in Process("p") from q in Process("q") select ImmutableArray.Create(p, q);

    /// <summary>Only another norm with activations is an exception.</summary>
    private static string Settled(string norm, int index, List<string> norms)
    {
        for (var i = 0; i < norms.Count; i++)
        {
            if (i == index || !norms[i].StartsWith("on: ", StringComparison.Ordinal))
                norm = norm.Replace($"{{norm: o.n{i}}}", "{event: late}", StringComparison.Ordinal);
        }

        return norm;
    }

    private static Gen<string> Norm(bool hasProcess, int count)
    {
        var scope = new Scope(hasProcess);
        return Gen.Frequency(
            (5, Activated(scope, count)),
            (2, Standing(scope, count)));
    }

    private static Gen<string> Activated(Scope scope, int count) =>
        from activation in Pattern(scope)
        from common in Common(scope, count)
        from form in Gen.Frequency(
            (5, Require(scope with { SeesActivation = true })),
            (4, Forbid(scope with { SeesActivation = true })),
            (3, Count(scope with { SeesActivation = true })),
            (4, Before(scope)),
            (2, Speech(scope with { SeesActivation = true })),
            (2, Record),
            (4, Check(scope)),
            (1, Gen.Elements("observe: {zh: 看, en: look}", "observe: {zh: 看, en: look}, expect: no")))
        from per in Optional(3, Gen.Elements("key", "key", "key", "dn").Select(k => $"per: {k}"))
        select Join($"on: {Quoted(activation)}", per, form, common);

    private static Gen<string> Standing(Scope scope, int count) =>
        from keyed in Gen.Elements(true, false, false)
        from per in keyed ? Gen.Elements("per: key", "per: dn") : Gen.Constant("")
        from common in Common(scope with { FactsOnly = true }, count).Where(c => per != "per: key" || !c.Contains("unless", StringComparison.Ordinal))
        from form in keyed
            ? Gen.OneOf(Forbid(scope), Count(scope), Order(scope), Speech(scope).Where(s => s.Contains("never-say", StringComparison.Ordinal)))
            : Gen.OneOf(Require(scope), Forbid(scope), Count(scope), Order(scope), Speech(scope), Record, Gen.Constant("observe: {zh: 看, en: look}"))
        select Join(form, per, common);

    private static Gen<string> Common(Scope scope, int count) =>
        from when in Optional(4, Condition(scope with { HasProcess = false }, 1).Select(c => $"when: {Quoted(c)}"))
        from unless in Optional(3, Exceptions(scope, count).Select(u => $"unless: [{u}]"))
        from process in Optional(6, Gen.Elements("p", "q")).Where(p => p.Length == 0 || scope.HasProcess)
        select Join(when, unless, process.Length == 0 ? "" : "process: p");

    private static Gen<string> Exceptions(Scope scope, int count) =>
        from exceptions in Gen.Frequency(
            (3, Pattern(scope with { FactsOnly = false }).Select(Quoted)),
            (2, Gen.Choose(0, count - 1).Select(i => $"{{norm: o.n{i}}}")),
            (2, Condition(scope with { HasProcess = false }, 1).Select(c => $"{{that: {Quoted(c)}}}"))).NonEmptyListOf().Resize(2)
        select string.Join(", ", exceptions);

    private static Gen<string> Require(Scope scope) =>
        from pattern in Pattern(scope)
        from within in Optional(3, 2, Deadline(withUnits: true))
        from until in Optional(3, Pattern(scope).Select(u => $"until: {Quoted(u)}"))
        select Join($"require: {Quoted(pattern)}", within, until);

    private static Gen<string> Forbid(Scope scope) =>
        from pattern in Pattern(scope)
        from within in Optional(3, 2, Deadline(withUnits: false))
        from until in Optional(2, Pattern(scope).Select(u => $"until: {Quoted(u)}"))
        select Join($"forbid: {Quoted(pattern)}", within, until);

    private static Gen<string> Count(Scope scope) =>
        from pattern in Pattern(scope)
        from bound in Gen.Elements("exactly: 0", "exactly: 1", "exactly: 2", "at-least: 1", "at-least: 2", "at-most: 0", "at-most: 1", "at-most: 2", "at-least: 1, at-most: 2")
        from within in Optional(2, Deadline(withUnits: false))
        from distinct in Optional(3, Gen.Elements("distinct: who", "distinct: dn"))
        select Join($"count: {Quoted(pattern)}", bound, within, distinct);

    private static Gen<string> Before(Scope scope) =>
        from prerequisites in Gen.Frequency((4, Pattern(scope).Select(Quoted)), (1, Condition(scope, 1).Select(c => $"{{that: {Quoted(c)}}}"))).NonEmptyListOf().Resize(3)
        from within in Optional(2, Gen.Choose(1, 5).Select(s => $"within: {s} s"))
        from since in Optional(2, Pattern(scope).Select(u => $"since: {Quoted(u)}"))
        select Join($"before: [{string.Join(", ", prerequisites)}]", within, since);

    private static Gen<string> Order(Scope scope) =>
        from strict in Pattern(scope).ListOf(3)
        from conditions in Optional(3, Condition(scope, 0)).ListOf(3)
        from acts in Gen.Shuffle(new[] { "a", "b", "c", "d" })
        from length in Gen.Choose(1, 3)
        from skip in Gen.Elements(true, false)
        select skip
            ? $"order: [{string.Join(", ", acts.Take(length).Zip(conditions, (a, c) => Quoted(c.Length == 0 ? a : $"{a} where {c}")))}], skip: true"
            : $"order: [{string.Join(", ", strict.Take(length).Select(Quoted))}]";

    private static Gen<string> Speech(Scope scope) =>
        from say in Gen.Elements("say: o.hello", "say: [o.hello, o.bye]", "never-say: o.rude")
        from speaker in Optional(3, Gen.Elements("speaker: staff", "speaker: guest"))
        from within in Optional(2, Deadline(withUnits: !say.StartsWith('n')))
        from until in Optional(4, Pattern(scope).Select(u => $"until: {Quoted(u)}"))
        select Join(say, speaker, within, until);

    private static Gen<string> Record =>
        from fields in Gen.Elements("", "fields: [field.one]", "fields: [field.two, n]")
        from within in Optional(2, Deadline(withUnits: true))
        select Join("record: slip", fields, within);

    private static Gen<string> Check(Scope scope) => Gen.OneOf(
        Gen.Elements("by: staff", "by: guest", "by: [clerk, guest]"),
        Condition(scope, 2).Select(c => $"ensure: {Quoted(c)}"),
        Gen.Elements("during: opening hours", "during: Mon-Fri 00:00-24:00"),
        Gen.Elements("decide: o.first, equals: grade", "decide: o.priority, equals: grade", "decide: o.sum, equals: total", "decide: o.most, equals: total", "decide: o.unique, equals: total"),
        Gen.Elements("tariff: price * 2.0, amount: amount", "tariff: '3', amount: amount"));

    private static Gen<string> Deadline(bool withUnits)
    {
        var times = Gen.Frequency(
            (6, Gen.Choose(1, 5).Select(s => $"{s} s")),
            (1, Gen.Elements("1 s .. 3 s", "2 s .. 5 s")),
            (1, Gen.Elements("appointment -2 s .. +2 s", "appointment -1 s .. +0 s")));
        return (withUnits ? Gen.Frequency((4, times), (1, Gen.Elements("1 ring", "2 rings"))) : times).Select(d => $"within: {d}");
    }

    private static Gen<string> Pattern(Scope scope) =>
        from alternatives in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Constant(2)))
        from texts in Gen.ListOf(Alternative(scope), alternatives)
        select string.Join(" or ", texts);

    private static Gen<string> Alternative(Scope scope) =>
        from act in scope.InProcess ? Gen.Elements("a", "b", "c", "d") : Gen.Frequency((12, Gen.Elements("a", "b", "c", "d")), (1, Gen.Elements("any", "late", "ring")))
        from role in Optional(6, Gen.Elements("by staff", "by guest", "by clerk, guest"))
        from saying in Optional(12, Gen.Constant("saying o.hello"))
        from condition in Optional(3, Condition(scope with { FactsOnly = false }, 1).Select(c => $"where {c}"))
        select string.Join(' ', new[] { act, role, saying, condition }.Where(t => t.Length > 0));

    private static Gen<string> Condition(Scope scope, int depth)
    {
        var leaves = new List<(int, Gen<string>)>
        {
            (6, Gen.Elements("flag", "n > 1", "n == 2", "who == 'x'", "who != 'y'", "dn >= 2", "key == 'k1'")),
            (1, Gen.Elements("has(n)", "has(dn)", "n + dn > 2", "decision('o.first') == 'hi'", "decision('o.most') > 1")),
        };
        if (!scope.FactsOnly)
            leaves.Add((1, Gen.Elements("role == 'guest'", "role != 'staff'")));
        if (scope.HasProcess && !scope.FactsOnly && !scope.InProcess)
            leaves.Add((1, Gen.Elements("state('p') == 's0'", "state('p') == 's1'", "state('p') != 's2'")));
        if (scope.SeesActivation)
            leaves.Add((4, Gen.Elements("n > activation.n", "who == activation.who", "dn != activation.dn", "at - activation.at > duration('2s')")));
        var leaf = Gen.Frequency([.. leaves]);
        if (depth == 0)
            return leaf;
        return Gen.Frequency(
            (4, leaf),
            (1, leaf.Select(l => $"!({l})")),
            (1, from l in leaf from r in leaf select $"({l} && {r})"),
            (1, from l in leaf from r in leaf select $"({l} || {r})"));
    }

    /// <summary>Four states; timers lead only onwards, so that time alone never goes round.</summary>
    private static Gen<string> Process(string id) =>
        from s0 in State(0)
        from s1 in State(1)
        from s2 in State(2)
        from terminal in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from starts in Optional(3, Pattern(new Scope(false, InProcess: true)).Select(p => $"starts: {Quoted(p)}"))
        from anywhere in Optional(4, Transition(3).Select(t => $"anywhere: [{t}]"))
        select "{" + Join(
            $"id: {id}, title: {{zh: 程, en: process}}, clause: O.1, initial: s0",
            starts,
            anywhere,
            $"states: {{s0: {{{s0}}}, s1: {{{s1}}}, s2: {{{s2}}}, s3: {{{(terminal ? "terminal: true" : "on: [{act: d, to: s0}]")}}}}}") + "}";

    private static Gen<string> State(int index) =>
        from transitions in Gen.Choose(0, 3).SelectMany(Transition).NonEmptyListOf().Resize(3)
        from timer in Optional(3, from seconds in Gen.Choose(1, 4) from to in Gen.Choose(index + 1, 3) from emit in Gen.Elements("", "emit: late, ", "emit: a, ") select $"after: {{time: {seconds} s, {emit}to: s{to}}}")
        select Join($"on: [{string.Join(", ", transitions)}]", timer);

    private static Gen<string> Transition(int to) =>
        from pattern in Pattern(new Scope(false, InProcess: true))
        select $"{{act: {Quoted(pattern)}, to: s{to}}}";

    private static Gen<string> Optional(int oneIn, Gen<string> text) => Optional(oneIn, 1, text);

    private static Gen<string> Optional(int of, int times, Gen<string> text) => Gen.Frequency((of - times, Gen.Constant("")), (times, text));

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var kept = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
                kept.Add(part);
        }

        return string.Join(", ", kept);
    }
}
