using System.Collections.Immutable;
using System.Globalization;
using Standards.Core;
using Standards.Core.Findings;
using Standards.Core.Time;
using Standards.Core.Values;
using Standards.Rules;
using Standards.Rules.Binding;
using Standards.Rules.Compilation;
using Standards.Rules.Compilation.Expressions;
using Standards.Rules.Evaluation;

namespace Standards.Audit.Running;

/// <summary>
/// Judges quotas: counts events, or kept obligations, by group and period. What a case contributes is kept until the end, since
/// a late fact may take it back: memory grows with the events counted. Not thread-safe.
/// </summary>
internal sealed class QuotaCounter
{
    /// <summary>What a group is called that the log does not name.</summary>
    private const string NoGroup = "—";

    private readonly CompiledRules _rules;
    private readonly ImmutableArray<QuotaPlan> _quotas;
    private readonly List<(QuotaPlan Quota, Condition? Test, bool IsOf)>[] _listeners;
    private readonly Dictionary<int, List<Contribution>> _contributions = [];
    private readonly Frame _frame;

    private readonly record struct Contribution(QuotaPlan Quota, string Group, int Period, bool IsOf);

    public QuotaCounter(RuleBook book)
    {
        _rules = book.Compiled;
        _quotas = [.. _rules.Plans.Where(p => p.Kind == PlanKind.Quota).Select(p => new QuotaPlan(p))];
        _listeners = [.. Enumerable.Range(0, _rules.Schema.Acts.Length + 1).Select(_ => new List<(QuotaPlan, Condition?, bool)>())];
        _frame = new Frame { Zone = _rules.Zone, Defaults = _rules.Defaults, DerivedSource = _rules.Derive };
        foreach (var quota in _quotas)
        {
            Listen(quota, (quota.Form.Measure as QuotaMeasure.Events)?.Pattern, isOf: false);
            Listen(quota, quota.Form.Of, isOf: true);
        }

        CountsEvents = _listeners.Any(l => l.Count > 0);
    }

    /// <summary>Whether some quota counts the kept obligations of a norm, so that the run must keep them one by one.</summary>
    public bool CountsKept => _quotas.Any(q => q.Form.Measure is QuotaMeasure.Kept);

    /// <summary>Whether some quota counts events.</summary>
    public bool CountsEvents { get; }

    private sealed class QuotaPlan(NormPlan plan)
    {
        public NormPlan Plan => plan;

        public NormForm.Quota Form { get; } = (NormForm.Quota)plan.Norm.Form;

        private readonly ImmutableArray<Condition> _when = [.. plan.Norm.When.Select(ExpressionPlanner.PlanCondition)];

        /// <summary>Whether the interaction belongs to a process of the norm, as far as is known.</summary>
        public bool IsFor(Program program) => plan.Norm.Processes.IsEmpty || plan.Norm.Processes.Any(program.Includes);

        /// <summary>Whether all that the norm asks of an event holds.</summary>
        public bool Applies(Frame frame) => _when.All(w => w.Test(frame) == Truth.True);

        public SortedDictionary<(string Group, int Period), (long Count, long Of)> Cells { get; } = [];

        public void Add(string group, int period, long count, long of)
        {
            var cell = Cells.GetValueOrDefault((group, period));
            Cells[(group, period)] = (cell.Count + count, cell.Of + of);
        }
    }

    private void Listen(QuotaPlan quota, BoundPattern? pattern, bool isOf)
    {
        foreach (var alternative in pattern?.Alternatives ?? [])
        {
            var test = PatternCompiler.Test(alternative);
            foreach (var row in alternative.Act == BoundAlternative.AnyAct ? Enumerable.Range(0, _listeners.Length) : [alternative.Act + 1])
                _listeners[row].Add((quota, test, isOf));
        }
    }

    /// <summary>Counts an event of a case, as the facts of the case stand.</summary>
    public void Count(CaseState state, EventBatch batch, in EventRecord record)
    {
        var listeners = _listeners[record.Act + 1];
        if (listeners.Count == 0)
            return;
        _frame.See(_rules.Schema, state, batch, in record);
        var counted = default((QuotaPlan?, bool));
        foreach (var (quota, test, isOf) in listeners)
        {
            // Alternatives of one pattern stand side by side: the event counts once.
            if (counted == (quota, isOf) || !quota.IsFor(state.Program) || (test is not null && test.Test(_frame) != Truth.True) || !quota.Applies(_frame))
                continue;
            counted = (quota, isOf);
            if (!_contributions.TryGetValue(state.Id, out var contributions))
                _contributions.Add(state.Id, contributions = []);
            contributions.Add(new Contribution(quota, Group(quota.Form), Period(quota, record.At), isOf));
        }
    }

    /// <summary>Takes back what a case contributed: it will be judged again.</summary>
    public void Forget(int number) => _contributions.Remove(number);

    private string Group(NormForm.Quota form) => form.Per.IsEmpty ? "" : string.Join(" / ", form.Per.Select(k => k.Attribute switch
    {
        QuotaKey.Actor => _frame.Actor ?? NoGroup,
        QuotaKey.Role => _frame.Role ?? NoGroup,
        _ => _frame.Attribute(k.Attribute) is { IsMissing: false } value ? value.ToString() : NoGroup,
    }));

    /// <summary>Takes the decided obligations of norms whose keeping is counted; their key is the group.</summary>
    public void CountKept(in StoredVerdict verdict)
    {
        if (verdict.Verdict is not (Verdict.Satisfied or Verdict.Violated))
            return;
        var norm = _rules.Plans[verdict.Norm].Norm.Id;
        foreach (var quota in _quotas)
        {
            if (quota.Form.Measure is QuotaMeasure.Kept kept && string.Equals(kept.Norm, norm, StringComparison.Ordinal))
            {
                var group = quota.Form.Per.IsEmpty ? "" : verdict.Extra is { Key.IsMissing: false } extra ? extra.Key.ToString() : NoGroup;
                quota.Add(group, Period(quota, verdict.At), verdict.Verdict == Verdict.Satisfied ? 1 : 0, 1);
            }
        }
    }

    /// <summary>The verdicts of all quotas, and their tallies.</summary>
    public (ImmutableArray<Finding> Findings, ImmutableArray<NormTally> Tallies) Judge(long asOf, bool all)
    {
        foreach (var item in _contributions.Values.SelectMany(c => c))
            item.Quota.Add(item.Group, item.Period, item.IsOf ? 0 : 1, item.IsOf ? 1 : 0);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var tallies = ImmutableArray.CreateBuilder<NormTally>();
        foreach (var quota in _quotas)
        {
            var verdicts = Judge(quota, asOf).ToList();
            var norm = quota.Plan.Norm;
            tallies.Add(new NormTally(norm.Id, norm.Title, norm.Severity, norm.Clauses, norm.Pack.Label)
            {
                Satisfied = verdicts.Count(v => v.Verdict == Verdict.Satisfied),
                Violated = verdicts.Count(v => v.Verdict == Verdict.Violated),
                Pending = verdicts.Count(v => v.Verdict == Verdict.Pending),
                CasesViolated = verdicts.Count(v => v.Verdict == Verdict.Violated),
            });
            findings.AddRange(verdicts.Where(v => all || v.Verdict == Verdict.Violated));
        }

        return (
            [.. findings.OrderBy(f => f.Case, StringComparer.Ordinal).ThenBy(f => f.At).ThenBy(f => f.Norm, StringComparer.Ordinal)],
            [.. tallies.Where(t => t.Satisfied + t.Violated + t.Pending > 0)]);
    }

    private static IEnumerable<Finding> Judge(QuotaPlan quota, long asOf)
    {
        foreach (var group in quota.Cells.GroupBy(c => c.Key.Group, StringComparer.Ordinal))
        {
            var cells = group.ToDictionary(c => c.Key.Period, c => c.Value);
            for (var period = cells.Keys.Min(); period <= cells.Keys.Max(); period++)
                yield return FindingOf(quota, group.Key, period, cells.GetValueOrDefault(period), asOf);
        }
    }

    private static Finding FindingOf(QuotaPlan quota, string group, int period, (long Count, long Of) cell, long asOf)
    {
        var norm = quota.Plan.Norm;
        var (from, until, label) = Bounds(quota, period);
        var verdict = Decide(quota.Form, cell, isOver: until.Ticks < asOf);
        var counted = quota.Form.Of is null && quota.Form.Measure is QuotaMeasure.Events
            ? $"{cell.Count}"
            : string.Create(CultureInfo.InvariantCulture, $"{cell.Count} / {cell.Of}");
        var who = group.Length == 0 ? label : $"{group}, {label}";
        return new Finding
        {
            Case = who,
            Norm = norm.Id,
            Clauses = norm.Clauses,
            Pack = norm.Pack.Label,
            Verdict = verdict,
            Severity = norm.Severity,
            At = verdict == Verdict.Pending ? from : until,
            Due = until,
            Key = group.Length == 0 ? null : group,
            Message = new LocalizedText(
                $"{norm.Title.In(Language.Zh)}：{who}：{counted}（要求{Requirement(quota.Form, Language.Zh)}）",
                $"{norm.Title.In(Language.En)}: {who}: {counted} (required: {Requirement(quota.Form, Language.En)})"),
            Evidence = [],
        };
    }

    private static Verdict Decide(NormForm.Quota form, (long Count, long Of) cell, bool isOver)
    {
        var hasRatio = form.AtLeast is { IsShare: true } || form.AtMost is { IsShare: true };
        if (hasRatio && cell.Of == 0)
            return isOver ? Verdict.NotApplicable : Verdict.Pending;
        decimal Measured(QuotaBound bound) => bound.IsShare ? (decimal)cell.Count / cell.Of : cell.Count;
        var tooFew = form.AtLeast is { } least && Measured(least) < least.Value;
        var tooMany = form.AtMost is { } most && Measured(most) > most.Value;
        if (!isOver)
        {
            // More events may come: only a number that can no longer fall is decided.
            return tooMany && !hasRatio ? Verdict.Violated : Verdict.Pending;
        }

        return tooFew || tooMany ? Verdict.Violated : Verdict.Satisfied;
    }

    private static string Requirement(NormForm.Quota form, Language language)
    {
        static string Text(QuotaBound bound) => bound.IsShare
            ? (bound.Value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %"
            : bound.Value.ToString("0.##", CultureInfo.InvariantCulture);
        var parts = new List<string>();
        if (form.AtLeast is { } least)
            parts.Add((language == Language.Zh ? "至少 " : "at least ") + Text(least));
        if (form.AtMost is { } most)
            parts.Add((language == Language.Zh ? "至多 " : "at most ") + Text(most));
        return string.Join(language == Language.Zh ? "，" : ", ", parts);
    }

    /// <summary>The number of the period that holds an instant, in the zone of the pack's calendar.</summary>
    private static int Period(QuotaPlan quota, long at)
    {
        var date = quota.Plan.Norm.Pack.Calendar.Clock.DateOf(new Instant(at));
        var month = (date.Year * 12) + date.Month - 1;
        return quota.Form.Every switch
        {
            QuotaPeriod.Day => date.DayNumber,

            // Day number 0 is a Monday.
            QuotaPeriod.Week => date.DayNumber / 7,
            QuotaPeriod.Month => month,
            QuotaPeriod.TwoMonths => month / 2,
            QuotaPeriod.Quarter => month / 3,
            QuotaPeriod.Year => date.Year,
            _ => 0,
        };
    }

    private static (Instant From, Instant Until, string Label) Bounds(QuotaPlan quota, int period)
    {
        var clock = quota.Plan.Norm.Pack.Calendar.Clock;
        if (quota.Form.Every == QuotaPeriod.All)
            return (Instant.MinValue, Instant.MaxValue, "*");
        var (first, last) = quota.Form.Every switch
        {
            QuotaPeriod.Day => (DateOnly.FromDayNumber(period), DateOnly.FromDayNumber(period)),
            QuotaPeriod.Week => (DateOnly.FromDayNumber(period * 7), DateOnly.FromDayNumber((period * 7) + 6)),
            QuotaPeriod.Month => Months(period, 1),
            QuotaPeriod.TwoMonths => Months(period * 2, 2),
            QuotaPeriod.Quarter => Months(period * 3, 3),
            _ => Months(period * 12, 12),
        };
        var label = quota.Form.Every switch
        {
            QuotaPeriod.Day => first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            QuotaPeriod.Month => first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            QuotaPeriod.Year => first.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}..{last:yyyy-MM-dd}"),
        };
        return (clock.StartOf(first), clock.EndOf(last), label);
    }

    private static (DateOnly First, DateOnly Last) Months(int month, int count)
    {
        var first = new DateOnly(month / 12, (month % 12) + 1, 1);
        return (first, first.AddMonths(count).AddDays(-1));
    }
}
