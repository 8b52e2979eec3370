using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;

namespace Standards.Rules.Explanation.Traces;

/// <summary>Proposes traces that should keep or break a norm, the plainest first. Not thread-safe.</summary>
internal sealed class TraceProposals(RuleBook book, BoundNorm norm, TraceRunner runner)
{
    private const int MostAnswers = 6;
    private const int MostWays = 3;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan[] Soon = [Minute, TimeSpan.FromSeconds(5), Second, TimeSpan.FromHours(1), TimeSpan.FromDays(1)];

    private readonly BoundRules _rules = book.Bound;
    private readonly TraceScenes _scenes = new(book, norm);

    public IEnumerable<TraceProposal> For(Verdict wanted)
    {
        var kept = wanted == Verdict.Satisfied;
        return norm.Form is NormForm.OutOfOrder process ? Machine(process.Process, kept) : _scenes.All().SelectMany(s => Sequels(s, kept));
    }

    private IEnumerable<TraceProposal> Sequels(TraceScene scene, bool kept) => norm.Form switch
    {
        NormForm.Require f => Answered(scene, Answers(scene, f.Pattern), f.Within, kept),
        NormForm.Say f => Answered(scene, Answers(scene, f.Pattern), f.Within, kept),
        NormForm.Record f => Answered(scene, kept ? [Filled(scene, f)] : HalfFilled(scene, f), f.Within, kept),
        NormForm.Forbid f => Avoided(scene, f.Pattern, kept),
        NormForm.NeverSay f => Avoided(scene, f.Pattern, kept),
        NormForm.Count f => Counted(scene, f, kept),
        NormForm.Order f => Ordered(scene, f, kept),
        NormForm.Before f => Preceded(scene, f, kept),
        NormForm.Observe f => Observed(scene, f, kept),
        NormForm.Decide f => Decided(scene, f, kept),
        NormForm.By f => Acted(scene, f, kept),
        NormForm.Ensure f => Solver(scene).Solve(f.Condition, kept, scene.Activation).Select(a => (scene with { Activation = a }).Then()),
        NormForm.During => Shifts().Select(by => scene.Later(by).Then()),
        NormForm.Tariff f => Charged(scene, f, kept),
        _ => [],
    };

    /// <summary>Solves what comes after the activation.</summary>
    private ConditionSolver Solver(TraceScene scene) => new(_rules, scene.Facts, scene.Activation, scene.At);

    private PatternSolver Patterns(TraceScene scene) => new(_rules, Solver(scene));

    /// <summary>What later events of the obligation carry: its key.</summary>
    private EventDraft Seed(TraceScene scene) => norm.Per >= 0 && scene.Activation.Data.TryGetValue(norm.Per, out var key)
        ? EventDraft.Empty with { Data = EventDraft.Empty.Data.Add(norm.Per, key) }
        : EventDraft.Empty;

    private IEnumerable<EventDraft> Answers(TraceScene scene, BoundPattern pattern) => Patterns(scene).Matching(pattern, Seed(scene)).Take(MostAnswers);

    private IEnumerable<TraceProposal> Answered(TraceScene scene, IEnumerable<EventDraft> answers, BoundDeadline? within, bool kept)
    {
        if (within is BoundDeadline.Units units)
            return answers.SelectMany(a => CountedIn(scene, a, units, kept));
        var due = within is null ? null : DueOf(scene);
        if (kept)
            return answers.SelectMany(a => Times(scene, due).SelectMany(at => Steps(scene, a, at)));
        var late = due is { } limit ? answers.SelectMany(a => Steps(scene, a, limit + Second)) : [];
        var wrong = norm.Form is NormForm.Record ? answers.SelectMany(a => Steps(scene, a, scene.At + Second)) : [];
        return [.. wrong, .. late, scene.Then(), scene.Then(Patterns(scene).Speech, TimeSpan.FromSeconds(5))];
    }

    /// <summary>The last instant of the obligation, which the evaluator knows best; null where it has none.</summary>
    private Instant? DueOf(TraceScene scene)
    {
        foreach (var record in runner.Run(scene.Then()))
        {
            if (record.Due != long.MaxValue)
                return new Instant(record.Due);
        }

        return null;
    }

    private static IEnumerable<Instant> Times(TraceScene scene, Instant? due)
    {
        var soon = Soon.Select(s => scene.At + s);
        return due is { } limit && limit > scene.At ? soon.Prepend(limit) : soon;
    }

    /// <summary>The event at its time, with what brings the processes where it needs them in between.</summary>
    private IEnumerable<TraceProposal> Steps(TraceScene scene, EventDraft answer, Instant at)
    {
        if (answer.States.Count == 0)
            return [scene.Then(new TraceStep(answer, at))];
        var (index, state) = answer.States.First();
        var paths = new ProcessPaths(Patterns(scene), Solver(scene));
        return _rules.Processes.Where(p => p.Index == index)
            .SelectMany(p => Enumerable.Range(0, p.States.Length).SelectMany(from => paths.Between(p, from, s => string.Equals(s.Id, state, StringComparison.Ordinal)).Take(MostWays)))
            .OrderBy(way => way.Length)
            .Select(way => scene.Then(way.Select((d, i) => new TraceStep(d, scene.At + TimeSpan.FromSeconds(i + 1))).Append(new TraceStep(answer, at)))
                with
            { Processes = [.. scene.Processes.Append(index).Distinct()] });
    }

    private IEnumerable<TraceProposal> CountedIn(TraceScene scene, EventDraft answer, BoundDeadline.Units units, bool kept)
    {
        var number = units.Limit + (kept ? 0 : 1);
        if (units.Unit.Attribute >= 0 && answer.With(units.Unit.Attribute, Value.Of((long)number)) is { } numbered)
            yield return scene.Then(numbered, Minute);
        var seed = Seed(scene) with { Act = units.Unit.Act };
        var occurrences = Enumerable.Range(1, number).Select(i => new TraceStep(seed, scene.At + (Second * 4 * i)));
        yield return scene.Then(occurrences.Append(new TraceStep(answer, scene.At + (Second * 4 * (number + 1)))));
    }

    private EventDraft Filled(TraceScene scene, NormForm.Record form)
    {
        var data = Seed(scene).Data.SetItem(form.FormAttribute, Value.Of(form.Form.Id));
        foreach (var field in form.Fields)
            data = data.ContainsKey(field) ? data : data.Add(field, SampleValues.Ordinary(_rules.Vocabulary.Attributes[field], scene.At));
        return EventDraft.Empty with { Act = form.Form.Act, Data = data };
    }

    private IEnumerable<EventDraft> HalfFilled(TraceScene scene, NormForm.Record form)
    {
        var filled = Filled(scene, form);
        return form.Fields.Take(1).Select(f => filled with { Data = filled.Data.Remove(f) }).Append(filled);
    }

    private IEnumerable<TraceProposal> Avoided(TraceScene scene, BoundPattern pattern, bool kept)
    {
        var patterns = Patterns(scene);
        if (!kept)
            return patterns.Matching(pattern, Seed(scene)).Take(MostAnswers * 2).SelectMany(a => Soon.SelectMany(after => Steps(scene, a, scene.At + after)));
        var near = patterns.Missing(pattern, Seed(scene)).Where(m => m.States.Count == 0).Take(MostAnswers).Select(m => scene.Then(m, Minute));
        return [.. near, scene.Then(patterns.Speech, Minute), scene.Then()];
    }

    private IEnumerable<TraceProposal> Counted(TraceScene scene, NormForm.Count form, bool kept)
    {
        var numbers = (kept, form.AtLeast, form.AtMost) switch
        {
            (true, { } least, _) => [least],
            (true, null, var most) => [Math.Min(most ?? 1, 1), 0],
            (false, var least, { } most) => least > 0 ? [most + 1, least.Value - 1] : [most + 1],
            (false, { } least, null) => new[] { least - 1 },
            _ => [],
        };
        foreach (var answer in Patterns(scene).Matching(form.Pattern, Seed(scene)).Take(MostAnswers))
        {
            foreach (var number in numbers)
            {
                var steps = Distinct(form, answer, number).Select((d, i) => new TraceStep(d, scene.At + (Second * (i + 1)))).ToList();
                yield return scene.Then(steps);
                if (norm.On is null && steps.Count > 0)
                    yield return scene.Instead(steps.Select(s => s.Draft));
            }
        }
    }

    private IEnumerable<EventDraft> Distinct(NormForm.Count form, EventDraft answer, int number)
    {
        if (form.Distinct < 0)
            return Enumerable.Repeat(answer, number);
        var attribute = _rules.Vocabulary.Attributes[form.Distinct];
        var values = attribute.Type.AllowedValues.IsEmpty
            ? Enumerable.Range(1, number).Select(i => attribute.Type.Kind == ValueKind.Int ? Value.Of((long)i) : Value.Of(SampleValues.Other + i.ToString(CultureInfo.InvariantCulture)))
            : attribute.Type.AllowedValues.Select(Value.Of);
        return values.Take(number).Select(v => answer with { Data = answer.Data.SetItem(form.Distinct, v) });
    }

    private IEnumerable<TraceProposal> Ordered(TraceScene scene, NormForm.Order form, bool kept)
    {
        var patterns = Patterns(scene);
        var steps = form.Steps.Select(s => patterns.Matching(s, Seed(scene)).Take(MostWays).ToList()).ToList();
        if (steps.Exists(s => s.Count == 0))
            yield break;
        for (var way = 0; way < MostWays; way++)
        {
            var chosen = steps.Select(s => s[Math.Min(way, s.Count - 1)]).ToList();
            if (kept)
            {
                yield return scene.Instead(chosen);
                continue;
            }

            for (var late = 1; late < chosen.Count; late++)
            {
                yield return scene.Instead([chosen[late], chosen[late - 1]]);
                yield return scene.Instead([chosen[late]]);
            }
        }
    }

    private IEnumerable<TraceProposal> Preceded(TraceScene scene, NormForm.Before form, bool kept)
    {
        var patterns = Patterns(scene);
        var earlier = form.Prerequisites.OfType<BoundPrerequisite.Earlier>().ToList();
        var events = earlier.Select(e => patterns.Matching(e.Pattern, Seed(scene)).Take(MostWays).ToList()).ToList();
        if (events.Exists(e => e.Count == 0))
            yield break;
        var gap = form.Within is { } within ? within / (earlier.Count + 1) : Minute;
        var conditions = form.Prerequisites.OfType<BoundPrerequisite.That>().Select(t => t.Condition).ToList();
        foreach (var missing in kept ? [-1] : Enumerable.Range(0, earlier.Count).Append(-1))
        {
            var activations = conditions.Aggregate(
                (IEnumerable<EventDraft>)[scene.Activation],
                (drafts, condition) => drafts.SelectMany(d => Solver(scene).Solve(condition, kept || missing >= 0, d)));
            foreach (var activation in activations.Take(MostAnswers))
            {
                for (var way = 0; way < MostWays; way++)
                {
                    var before = events.Select((e, i) => (Draft: e[Math.Min(way, e.Count - 1)], Index: i)).Where(e => e.Index != missing)
                        .Select(e => new TraceStep(e.Draft, scene.At + (gap * e.Index)));
                    yield return (scene with { Activation = activation, At = scene.At + (gap * earlier.Count), Before = [.. scene.Before, .. before] }).Then();
                }
            }
        }
    }

    private IEnumerable<TraceProposal> Observed(TraceScene scene, NormForm.Observe form, bool kept)
    {
        var answer = form.ExpectSeen == kept ? "yes" : "no";
        var data = Seed(scene).Data.SetItem(BoundVocabulary.Item, Value.Of(norm.Id)).SetItem(BoundVocabulary.Seen, Value.Of(answer));
        return [scene.Then(EventDraft.Empty with { Act = BoundVocabulary.ChecklistTicked, Data = data }, Minute)];
    }

    private IEnumerable<TraceProposal> Decided(TraceScene scene, NormForm.Decide form, bool kept)
    {
        var solver = Solver(scene);
        var outputs = form.Decision.Rules.Select(r => r.Output).Distinct().ToList();
        foreach (var output in outputs)
        {
            foreach (var activation in solver.DecisionCells(form.Decision, output, scene.Activation).Take(MostAnswers))
            {
                var wrong = outputs.Where(o => o != output).Concat(SampleValues.Of(_rules.Vocabulary.Attributes[form.Recorded].Type, scene.At)).Where(o => o != output);
                foreach (var recorded in kept ? [output] : wrong.Take(MostWays))
                {
                    if (activation.With(form.Recorded, recorded) is { } decided)
                        yield return (scene with { Activation = decided }).Then();
                }
            }
        }
    }

    private IEnumerable<TraceProposal> Acted(TraceScene scene, NormForm.By form, bool kept) => _rules.Vocabulary.Roles
        .Where(r => form.Roles.Contains(r.Name, StringComparer.Ordinal) == kept)
        .Select(r => (scene with { Activation = scene.Activation with { Role = r.Name } }).Then());

    /// <summary>Every half hour of a week, then every day of a year.</summary>
    private static IEnumerable<TimeSpan> Shifts() =>
        Enumerable.Range(0, 7 * 48).Select(i => TimeSpan.FromMinutes(30 * i)).Concat(Enumerable.Range(7, 360).Select(i => TimeSpan.FromDays(i)));

    private IEnumerable<TraceProposal> Charged(TraceScene scene, NormForm.Tariff form, bool kept)
    {
        var kind = _rules.Vocabulary.Attributes[form.Charged].Type.Kind;
        Value Amount(double amount) => kind == ValueKind.Int ? Value.Of((long)Math.Round(amount)) : Value.Of(amount);
        foreach (var activation in Solver(scene).Guess(form.Derived, scene.Activation).Take(MostAnswers * 4))
        {
            if (activation.With(form.Charged, Amount(-1)) is not { } undercharged)
                continue;

            // What is due, the evaluator says when it finds fault with another amount.
            var tariff = runner.Run((scene with { Activation = undercharged }).Then()).Select(r => r.Detail).OfType<TariffDifference>().FirstOrDefault();
            if (tariff is null)
                continue;
            var due = tariff.Derived.Kind == ValueKind.Int ? tariff.Derived.AsInt : tariff.Derived.AsDouble;
            yield return (scene with { Activation = activation.With(form.Charged, Amount(kept ? due : due + 1))! }).Then();
        }
    }

    private IEnumerable<TraceProposal> Machine(BoundProcess process, bool kept)
    {
        var empty = EventDraft.Empty.Data;
        var conditions = new ConditionSolver(_rules, empty, activation: null, _scenes.Start);
        var patterns = new PatternSolver(_rules, conditions);
        var paths = new ProcessPaths(patterns, conditions);
        TraceProposal Of(IEnumerable<EventDraft> drafts) => new(empty, [process.Index], [.. drafts.Select((d, i) => new TraceStep(d, _scenes.Start + (Minute * i)))]);
        if (kept)
        {
            var whole = process.HasTerminalState
                ? paths.Between(process, process.Initial, s => s.IsTerminal)
                : paths.Between(process, process.Initial, _ => true);
            foreach (var path in whole.Where(p => p.Length > 0).Take(MostAnswers * 2))
                yield return Of(path);
            yield break;
        }

        foreach (var (path, act) in paths.Between(process, process.Initial, _ => true).Take(40)
            .SelectMany(p => process.Alphabet.Select(act => (p, act))))
        {
            yield return Of(path.Append(EventDraft.Empty with { Act = act }));
        }
    }
}
