using System.Collections.Immutable;
using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Tests.Oracle;

/// <summary>
/// The meaning of norms (docs/language.md, sections 2 to 5), by plain quantifiers over the sorted events of one interaction: slow,
/// and independent of the engine but for the bound model, phrases, calendars and deadlines.
/// </summary>
internal sealed class ReferenceEvaluator
{
    private readonly BoundRules _rules;
    private readonly NaiveExpression _expressions;
    private readonly NaivePattern _patterns;
    private readonly ImmutableHashSet<int> _processes;
    private readonly Timeline _timeline;
    private readonly long _asOf;
    private readonly bool _close;

    private ReferenceEvaluator(BoundRules rules, IEnumerable<OracleEvent> events, long asOf, bool close)
    {
        var sorted = events.OrderBy(e => e.At).ToList();
        var facts = sorted.Where(e => e.Act == BoundVocabulary.CaseFacts).SelectMany(e => e.Data).DistinctBy(f => f.Key).ToImmutableDictionary();
        var happenings = sorted.Where(e => e.Act != BoundVocabulary.CaseFacts).ToList();
        _rules = rules;
        _asOf = asOf;
        _close = close;
        _expressions = new NaiveExpression(rules, facts);
        _patterns = new NaivePattern(_expressions);
        _processes =
        [
            .. sorted.Select(e => e.Process).Where(p => p >= 0),
            .. rules.Processes.Where(p => p.Starts is not null && happenings.Exists(e => _patterns.Matches(p.Starts, new View(e, [], null)) == true)).Select(p => p.Index),
        ];
        _timeline = Timeline.Of(rules, _expressions, _processes, happenings, asOf);
        _timeline.FactsCarryWords = sorted.Exists(e => e.Act == BoundVocabulary.CaseFacts && e.Say is not null);
    }

    /// <summary>The verdict of every obligation.</summary>
    /// <param name="rules">The norms.</param>
    /// <param name="events">In input order.</param>
    /// <param name="asOf">How far the clock has run; at least to the last event. <see cref="long.MaxValue"/> for beyond every deadline.</param>
    /// <param name="close">Whether the owner closes the interaction then.</param>
    public static ImmutableArray<OracleVerdict> Judge(BoundRules rules, IEnumerable<OracleEvent> events, long asOf, bool close)
    {
        var input = events.ToList();
        return [.. rules.Packs.SelectMany(p => JudgeAlone(rules with { Norms = [.. rules.Norms.Where(n => ReferenceEquals(n.Pack, p))] }, input, asOf, close))];
    }

    /// <summary>A pack judges as if it were alone, but for the processes that others bring in.</summary>
    private static IEnumerable<OracleVerdict> JudgeAlone(BoundRules rules, List<OracleEvent> events, long asOf, bool close)
    {
        var evaluator = new ReferenceEvaluator(rules, events, asOf, close);
        if (evaluator._timeline.Events.Count == 0)
            return [];
        return [.. evaluator._timeline.Verdicts, .. rules.Norms.Where(evaluator.Concerns).SelectMany(evaluator.Judge)];
    }

    private bool Concerns(BoundNorm norm) =>
        norm.Form is not (NormForm.OutOfOrder or NormForm.Quota) && (norm.Processes.IsEmpty || norm.Processes.Any(_processes.Contains));

    private IEnumerable<OracleVerdict> Judge(BoundNorm norm)
    {
        var world = new NormWorld(_rules, norm, _expressions, _patterns, _timeline, id => Concerns(Named(id)) ? Activations(Named(id)) : _ => false);
        return norm.On is null ? JudgeStanding(norm, world) : JudgeActivations(norm, world);
    }

    private BoundNorm Named(string id) => _rules.Norms.First(n => string.Equals(n.Id, id, StringComparison.Ordinal));

    /// <summary>Whether an event activates the norm, its exceptions aside.</summary>
    private Func<OracleEvent, bool?> Activations(BoundNorm norm)
    {
        if (norm.On is not null)
            return e => NaivePattern.AllOf([_patterns.Matches(norm.On, new View(e, [], null)), .. norm.When.Select(w => _expressions.Holds(w, new View(e, [], null)))]);
        return e => e.Position == 0 ? StandingWhen(norm) : false;
    }

    private bool? StandingWhen(BoundNorm norm) => NaivePattern.AllOf(norm.When.Select(w => _expressions.Holds(w, new View(null, [], null))));

    private static bool? That(BoundNorm norm, Func<Rules.Binding.Expressions.BoundExpression, bool?> holds) =>
        NaivePattern.AnyOf(norm.Unless.OfType<BoundException.That>().Select(t => holds(t.Condition)));

    private IEnumerable<OracleVerdict> JudgeActivations(BoundNorm norm, NormWorld world)
    {
        var activates = Activations(norm);
        foreach (var activation in _timeline.Events)
        {
            var active = activates(activation);
            if (active == false)
                continue;
            var key = world.KeyOf(activation);
            var that = That(norm, t => _expressions.Holds(t, new View(activation, [], null)));
            var excepted = NaivePattern.AnyOf([that, .. _timeline.Events.Where(e => e.Position <= activation.Position).Select(e => world.Excepts(e, key))]);
            var obligation = new OracleObligation(activation.Position, activation.At, activation.Line, key)
            {
                Captured = [.. norm.Captures.Select(c => _expressions.Stated(c, activation))],
                MaybeExcepted = excepted is null,
            };
            if (excepted == true)
                yield return world.State(obligation, Verdict.NotApplicable, activation.At);
            else if (active is null || (norm.Per >= 0 && key.IsMissing))
                yield return world.State(obligation, Verdict.Unknown, activation.At);
            else
                yield return Decide(norm, world, obligation, activation);
        }
    }

    private OracleVerdict Decide(BoundNorm norm, NormWorld world, OracleObligation obligation, OracleEvent activation)
    {
        if (new NaiveCheck(_rules, norm, _expressions, world, _timeline.Events) is var check && check.Kept(activation, obligation.Key) is { } outcome)
        {
            var verdict = outcome.Kept switch
            {
                true => Verdict.Satisfied,
                false when !obligation.MaybeExcepted => Verdict.Violated,
                _ => Verdict.Unknown,
            };
            return world.State(obligation, verdict, activation.At);
        }

        return new OracleClock(_rules, norm, _expressions).Set(obligation, activation) is { } clocked
            ? new NaiveLife(norm, world, _timeline, _asOf, _close).Judge(clocked)
            : world.State(obligation, Verdict.Unknown, obligation.At);
    }

    private IEnumerable<OracleVerdict> JudgeStanding(BoundNorm norm, NormWorld world)
    {
        var first = _timeline.Events[0];
        var applies = StandingWhen(norm);
        if (applies == false)
            yield break;
        var that = That(norm, t => _expressions.Holds(t, new View(null, [], null)));
        var life = new NaiveLife(norm, world, _timeline, _asOf, _close);
        foreach (var obligation in Standing(norm, world, life, first))
        {
            if (that == true)
                yield return world.State(obligation, Verdict.NotApplicable, first.At);
            else if (applies is null)
                yield return world.State(obligation, Verdict.Unknown, first.At);
            else if (new OracleClock(_rules, norm, _expressions).Set(obligation, null) is { } clocked)
                yield return life.Judge(clocked with { MaybeExcepted = that is null });
            else
                yield return world.State(obligation, Verdict.Unknown, first.At);
        }
    }

    /// <summary>
    /// One obligation from the first event on; with a key, one for each value of the key among the events that may concern it in time.
    /// Steps in an order oblige once one of them is taken.
    /// </summary>
    private IEnumerable<OracleObligation> Standing(BoundNorm norm, NormWorld world, NaiveLife life, OracleEvent first)
    {
        var whole = new OracleObligation(-1, first.At, first.Line, Value.Missing);
        var window = new OracleClock(_rules, norm, _expressions).Set(whole, null) ?? whole;
        if (norm.Per < 0)
            return norm.Form is NormForm.Order && !life.InTime(window).Any(e => world.Concerns(e, window) != false) ? [] : [whole];
        return life.InTime(window).Where(e => world.Concerns(e, window) != false && !world.KeyOf(e).IsMissing && !life.IsReleasedBefore(e, window with { Key = world.KeyOf(e) }))
            .Select(world.KeyOf).Distinct().Select(k => whole with { Key = k });
    }
}

/// <summary>An obligation that stands.</summary>
/// <param name="Position">Of the activating event; -1 where the obligation stands from before the first.</param>
internal sealed record OracleObligation(int Position, long At, long Line, Value Key)
{
    public ImmutableArray<Value> Captured { get; init; } = [];

    public bool MaybeExcepted { get; init; }

    /// <summary>First instant that counts.</summary>
    public long From { get; init; } = long.MinValue;

    /// <summary>Last instant that counts; <see cref="long.MaxValue"/> for no clock.</summary>
    public long Due { get; init; } = long.MaxValue;
}
