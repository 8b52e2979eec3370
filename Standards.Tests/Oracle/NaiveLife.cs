using Standards.Core.Findings;
using Standards.Core.Values;
using Standards.Rules.Binding;

namespace Standards.Tests.Oracle;

/// <summary>
/// The life of an obligation that is not decided at its activation. What the log does not tell of an event is tried both ways: where
/// every way leads to one verdict, that is it; else the verdict is unknown, at the instant at which the certain events decide it.
/// </summary>
internal sealed class NaiveLife(BoundNorm norm, NormWorld world, Timeline timeline, long asOf, bool close)
{
    private readonly record struct Fate(Verdict Verdict, long At);

    private readonly BoundDeadline.Units? _units = new OracleClock(world.Rules, norm, null!).Units;

    private BoundPattern? Until => norm.Form switch
    {
        NormForm.Require f => f.Until,
        NormForm.Say f => f.Until,
        NormForm.Forbid f => f.Until,
        NormForm.NeverSay f => f.Until,
        _ => null,
    };

    /// <summary>The events after the activation that can still decide the obligation.</summary>
    public IEnumerable<OracleEvent> InTime(OracleObligation obligation) =>
        timeline.Events.Where(e => e.Position > obligation.Position && e.At <= obligation.Due && e.Position <= LastPosition(obligation));

    /// <summary>Whether an earlier event has ended the window for certain.</summary>
    public bool IsReleasedBefore(OracleEvent e, OracleObligation obligation) =>
        timeline.Events.Any(u => u.Position < e.Position && world.Matches(Until, u, obligation) == true);

    public OracleVerdict Judge(OracleObligation obligation)
    {
        if (norm.Form is NormForm.Order)
        {
            var first = Order(obligation);
            return world.State(obligation, first.Verdict, first.At);
        }

        var doubtful = InTime(obligation).Where(e => IsDoubtful(e, obligation)).Select(e => e.Position).ToList();
        var fates = Enumerable.Range(0, 1 << doubtful.Count)
            .Select(way => Live(obligation, e => doubtful.IndexOf(e) is >= 0 and var bit && ((way >> bit) & 1) == 1))
            .ToList();
        var certain = fates[0];
        var verdict = certain.Verdict == Verdict.Pending || fates.TrueForAll(f => f.Verdict == certain.Verdict) ? certain.Verdict : Verdict.Unknown;
        return world.State(obligation, verdict, certain.At);
    }

    /// <summary>
    /// Without a clock, what comes after the end of the interaction changes nothing, but for obligations that came after it too, and for
    /// what an observer answers.
    /// </summary>
    private int LastPosition(OracleObligation obligation) =>
        obligation.Due == long.MaxValue && norm.Form is not NormForm.Observe && timeline.End is { } end && obligation.Position <= end.Position ? end.Position : int.MaxValue;

    private bool IsDoubtful(OracleEvent e, OracleObligation obligation) =>
        e.At >= obligation.From && (Concerns(e, obligation) is null || Opposes(e, obligation) is null || IsUncounted(e, obligation) || Distinct(e, obligation) is { IsMissing: true });

    private bool? Concerns(OracleEvent e, OracleObligation obligation) =>
        NaivePattern.AllOf(world.Concerns(e, obligation), world.SameKey(e, obligation.Key));

    private bool? Opposes(OracleEvent e, OracleObligation obligation) =>
        NaivePattern.AllOf(world.Opposes(e), world.SameKey(e, obligation.Key));

    /// <summary>Under <c>distinct</c>, the value of an event that counts; null where values do not matter.</summary>
    private Value? Distinct(OracleEvent e, OracleObligation obligation) =>
        norm.Form is NormForm.Count { Distinct: >= 0 and var attribute } && Concerns(e, obligation) != false ? world.Attribute(attribute, e) : null;

    /// <summary>An answer of which nobody knows after how many units it came.</summary>
    private bool IsUncounted(OracleEvent e, OracleObligation obligation) =>
        _units is not null && Concerns(e, obligation) != false && NormWorld.Own(_units.Unit.Attribute, e).IsMissing && UnitsUpTo(e, obligation) == 0;

    private int UnitsUpTo(OracleEvent e, OracleObligation obligation) =>
        timeline.Events.Count(u => u.Position > obligation.Position && u.Position <= e.Position && u.Act == _units!.Unit.Act && world.SameKey(u, obligation.Key) != false);

    private Fate Live(OracleObligation obligation, Func<int, bool> isSo)
    {
        var maybeExcepted = obligation.MaybeExcepted;
        var hits = new List<Value>();
        foreach (var e in InTime(obligation))
        {
            switch (world.Excepts(e, obligation.Key))
            {
                case true:
                    return new Fate(Verdict.NotApplicable, e.At);
                case null:
                    maybeExcepted = true;
                    break;
            }

            var blame = maybeExcepted ? Verdict.Unknown : Verdict.Violated;
            if (_units is not null && u(e) && UnitsUpTo(e, obligation) > _units.Limit)
                return new Fate(blame, e.At);
            if (e.At >= obligation.From && Decides(e, obligation, isSo(e.Position), hits, blame) is { } verdict)
                return new Fate(verdict, e.At);
            switch (world.Matches(Until, e, obligation))
            {
                case true:
                    return new Fate(norm.Form is NormForm.Forbid or NormForm.NeverSay ? Kept(e.At, e.Position) : Verdict.NotApplicable, e.At);
                case null:
                    maybeExcepted = true;
                    break;
            }
        }

        return RunOut(obligation, hits, maybeExcepted ? Verdict.Unknown : Verdict.Violated);

        bool u(OracleEvent e) => e.Act == _units.Unit.Act;
    }

    /// <summary>What the event decides, if what is doubtful of it is so or not; null where it leaves the obligation open.</summary>
    private Verdict? Decides(OracleEvent e, OracleObligation obligation, bool isSo, List<Value> hits, Verdict blame)
    {
        if (Opposes(e, obligation) ?? isSo)
            return blame;
        if (!(Concerns(e, obligation) ?? isSo))
            return null;
        switch (norm.Form)
        {
            case NormForm.Forbid or NormForm.NeverSay:
                return blame;
            case NormForm.Count count:
                Hit(e, obligation, isSo, hits);
                return hits.Count > count.AtMost ? blame : count.AtMost is null && hits.Count >= count.AtLeast ? Verdict.Satisfied : null;
            default:
                return _units is null ? Verdict.Satisfied : Answered(e, obligation, isSo, blame);
        }
    }

    private void Hit(OracleEvent e, OracleObligation obligation, bool isSo, List<Value> hits)
    {
        var value = Distinct(e, obligation);
        if (value is { IsMissing: true } ? isSo : value is null || !hits.Contains(value.Value))
            hits.Add(value ?? Value.Of(e.Position));
    }

    private Verdict? Answered(OracleEvent e, OracleObligation obligation, bool isSo, Verdict blame)
    {
        var number = NormWorld.Own(_units!.Unit.Attribute, e);
        if (!number.IsMissing)
            return number.AsInt <= _units.Limit ? Verdict.Satisfied : blame;
        return UnitsUpTo(e, obligation) > 0 || isSo ? Verdict.Satisfied : null;
    }

    private Fate RunOut(OracleObligation obligation, List<Value> hits, Verdict blame)
    {
        if (obligation.Due < asOf)
        {
            // A window that was over before the activation is decided by it.
            var position = obligation.Due < obligation.At ? Math.Max(0, obligation.Position) : int.MaxValue;
            return new Fate(InTheEnd(Math.Max(obligation.Due, obligation.At), position, hits, blame), Math.Max(obligation.Due, obligation.At));
        }

        if (obligation.Due != long.MaxValue)
            return new Fate(Verdict.Pending, obligation.At);
        if (norm.Form is not NormForm.Observe && timeline.End is { } end && obligation.Position <= end.Position)
            return new Fate(InTheEnd(end.At, end.Position, hits, blame), end.At);
        if (!close)
            return new Fate(Verdict.Pending, obligation.At);
        var ended = timeline.End?.At ?? Math.Max(asOf == long.MaxValue ? 0 : asOf, timeline.LastAt);
        return new Fate(InTheEnd(long.MaxValue, int.MaxValue, hits, blame), Math.Max(ended, obligation.At));
    }

    private Verdict InTheEnd(long at, int position, List<Value> hits, Verdict blame) => norm.Form switch
    {
        NormForm.Forbid or NormForm.NeverSay => Kept(at, position),
        NormForm.Observe => Verdict.Unknown,
        NormForm.Say when !SpeechUpTo(at, position) => Verdict.Unknown,
        NormForm.Count count => hits.Count >= (count.AtLeast ?? 0) ? Verdict.Satisfied : blame,
        _ => blame,
    };

    private Verdict Kept(long at, int position) =>
        norm.Form is NormForm.NeverSay && !SpeechUpTo(at, position) ? Verdict.Unknown : Verdict.Satisfied;

    private bool SpeechUpTo(long at, int position) => timeline.FactsCarryWords || timeline.Events.Any(e => e.At <= at && e.Position <= position && e.Say is not null);

    /// <summary>The first event that may or may not be a step leaves the order unknown.</summary>
    private Fate Order(OracleObligation obligation)
    {
        var form = (NormForm.Order)norm.Form;
        var maybeExcepted = obligation.MaybeExcepted;
        var taken = new List<int>();
        foreach (var e in InTime(obligation))
        {
            switch (world.Excepts(e, obligation.Key))
            {
                case true:
                    return new Fate(Verdict.NotApplicable, e.At);
                case null:
                    maybeExcepted = true;
                    break;
            }

            var steps = form.Steps.Select(s => world.Matches(s, e, obligation)).ToList();
            if (steps.Contains(null))
                return new Fate(Verdict.Unknown, e.At);
            var matched = Enumerable.Range(0, steps.Count).Where(i => steps[i] == true).ToList();
            if (matched.Count == 0)
                continue;
            var latest = taken.Count == 0 ? -1 : taken.Max();
            var forward = matched.Where(i => form.Skip ? i > latest : i == latest + 1).ToList();
            if (forward.Count > 0)
                taken.Add(forward.Min());
            else if (!matched.Exists(taken.Contains))
                return new Fate(maybeExcepted ? Verdict.Unknown : Verdict.Violated, e.At);
            if (!form.Skip && taken.Contains(form.Steps.Length - 1))
                return new Fate(Verdict.Satisfied, e.At);
        }

        var fate = RunOut(obligation, [], Verdict.Satisfied);
        return fate;
    }
}
