using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Time;
using Standards.Rules.Binding;

namespace Standards.Rules.Cases;

/// <summary>
/// Every way to remove or weaken a norm by one step: no clock, a clock one unit longer, one condition or exception fewer, two steps swapped,
/// one entry of a list fewer. Quotas are left out, since no case shows one.
/// </summary>
internal static class NormMutator
{
    public static IEnumerable<Mutant> Mutants(BoundNorm norm)
    {
        if (norm.Form is NormForm.Quota || !norm.IsJudged)
            yield break;
        yield return new Mutant.Removed(norm);
        foreach (var (instead, change) in Activations(norm).Concat(Forms(norm.Form).Select(f => (norm with { Form = f.Form }, f.Change))))
            yield return new Mutant.Weakened(norm, instead, change);
    }

    public static IEnumerable<Mutant> Mutants(BoundDecision table)
    {
        for (var i = 0; i < table.Rules.Length; i++)
        {
            yield return new Mutant.Decided(
                table,
                table with { Rules = table.Rules.RemoveAt(i) },
                new LocalizedText($"去掉第 {i + 1} 行", $"without row {i + 1}"),
                table.Rules[i].Span);
        }
    }

    private static IEnumerable<(BoundNorm Norm, LocalizedText Change)> Activations(BoundNorm norm)
    {
        foreach (var (on, change) in PatternMutator.Loosened(norm.On))
            yield return (norm with { On = on }, change);
        for (var i = 0; i < norm.When.Length; i++)
        {
            foreach (var (rest, change) in PatternMutator.Loosened(norm.When[i]))
                yield return (norm with { When = rest is null ? norm.When.RemoveAt(i) : norm.When.SetItem(i, rest) }, change);
        }

        for (var i = 0; i < norm.Unless.Length; i++)
            yield return (norm with { Unless = norm.Unless.RemoveAt(i) }, new LocalizedText($"去掉第 {i + 1} 项例外", $"without exception {i + 1}"));
        if (norm.Per >= 0)
            yield return (norm with { Per = -1 }, new LocalizedText("不分对象", "not kept apart by its key"));
    }

    private static IEnumerable<(NormForm Form, LocalizedText Change)> Forms(NormForm form) => form switch
    {
        NormForm.Require f => Clocks(f.Within, w => f with { Within = w })
            .Concat(Patterns(f.Pattern, p => f with { Pattern = p })).Concat(Ends(f.Until, f with { Until = null })),
        NormForm.Say f => Clocks(f.Within, w => f with { Within = w })
            .Concat(Patterns(f.Pattern, p => f with { Pattern = p })).Concat(Ends(f.Until, f with { Until = null })),
        NormForm.Forbid f => Windows(f.Within, f with { Within = null }).Concat(Ends(f.Until, f with { Until = null })),
        NormForm.NeverSay f => Windows(f.Within, f with { Within = null }).Concat(Ends(f.Until, f with { Until = null })),
        NormForm.Before f => Prerequisites(f),
        NormForm.Order f => Steps(f),
        NormForm.Count f => Counts(f),
        NormForm.Record f => Clocks(f.Within, w => f with { Within = w })
            .Concat(f.Fields.Select((_, i) => ((NormForm)(f with { Fields = f.Fields.RemoveAt(i) }), new LocalizedText($"去掉第 {i + 1} 个栏目", $"without field {i + 1}")))),
        NormForm.Ensure f => PatternMutator.Loosened(f.Condition).Where(r => r.Remainder is not null).Select(r => ((NormForm)new NormForm.Ensure(r.Remainder!), r.Change)),
        NormForm.Observe f => [(f with { ExpectSeen = !f.ExpectSeen }, new LocalizedText("反过来看", "the other way round"))],
        _ => [],
    };

    private static IEnumerable<(NormForm Form, LocalizedText Change)> Patterns(BoundPattern pattern, Func<BoundPattern, NormForm> with) =>
        PatternMutator.Loosened(pattern).Select(p => (with(p.Pattern), p.Change));

    private static IEnumerable<(NormForm Form, LocalizedText Change)> Clocks(BoundDeadline? clock, Func<BoundDeadline?, NormForm> with)
    {
        if (clock is null)
            yield break;
        yield return (with(null), new LocalizedText("去掉时限", "without its clock"));
        if (Longer(clock) is { } longer)
            yield return (with(longer), new LocalizedText("时限放宽一个单位", "with a clock one unit longer"));
    }

    /// <summary>The window of a prohibition: the longer, the stricter; without one it holds to the end.</summary>
    private static IEnumerable<(NormForm Form, LocalizedText Change)> Windows(BoundDeadline? window, NormForm without)
    {
        if (window is not null)
            yield return (without, new LocalizedText("去掉时间段", "without its window"));
    }

    private static IEnumerable<(NormForm Form, LocalizedText Change)> Ends(BoundPattern? until, NormForm without)
    {
        if (until is not null)
            yield return (without, new LocalizedText("去掉 until", "without `until`"));
    }

    private static IEnumerable<(NormForm Form, LocalizedText Change)> Prerequisites(NormForm.Before form)
    {
        for (var i = 0; i < form.Prerequisites.Length; i++)
        {
            if (form.Prerequisites.Length > 1)
                yield return (form with { Prerequisites = form.Prerequisites.RemoveAt(i) }, new LocalizedText($"去掉第 {i + 1} 项前提", $"without prerequisite {i + 1}"));
            if (form.Prerequisites[i] is not BoundPrerequisite.Earlier earlier)
                continue;
            foreach (var (pattern, change) in PatternMutator.Loosened(earlier.Pattern))
                yield return (form with { Prerequisites = form.Prerequisites.SetItem(i, earlier with { Pattern = pattern }) }, change);
        }

        if (form.Within is { } within)
        {
            yield return (form with { Within = null }, new LocalizedText("去掉时限", "without its clock"));
            yield return (form with { Within = within + UnitOf(within) }, new LocalizedText("时限放宽一个单位", "with a clock one unit longer"));
        }

        if (form.Since is not null)
            yield return (form with { Since = null }, new LocalizedText("去掉 since", "without `since`"));
    }

    private static IEnumerable<(NormForm Form, LocalizedText Change)> Steps(NormForm.Order form)
    {
        for (var i = 0; i < form.Steps.Length; i++)
        {
            if (form.Steps.Length > 2)
                yield return (form with { Steps = form.Steps.RemoveAt(i) }, new LocalizedText($"去掉第 {i + 1} 步", $"without step {i + 1}"));
            if (i > 0)
            {
                var swapped = form.Steps.SetItem(i, form.Steps[i - 1]).SetItem(i - 1, form.Steps[i]);
                yield return (form with { Steps = swapped }, new LocalizedText($"第 {i} 步与第 {i + 1} 步对调", $"with steps {i} and {i + 1} swapped"));
            }
        }
    }

    private static IEnumerable<(NormForm Form, LocalizedText Change)> Counts(NormForm.Count form)
    {
        foreach (var loosened in Patterns(form.Pattern, p => form with { Pattern = p }))
            yield return loosened;
        if (form.AtLeast is { } least)
            yield return (form with { AtLeast = least - 1 }, new LocalizedText("至少之数减一", "with one fewer at least"));
        if (form.AtMost is { } most)
            yield return (form with { AtMost = most + 1 }, new LocalizedText("至多之数加一", "with one more at most"));
        if (form.Distinct >= 0)
            yield return (form with { Distinct = -1 }, new LocalizedText("不论是否不同", "counting the same value again"));
        foreach (var clock in Clocks(form.Within, w => form with { Within = w }))
            yield return clock;
    }

    private static BoundDeadline? Longer(BoundDeadline clock) => clock switch
    {
        BoundDeadline.Units f => f with { Limit = f.Limit + 1 },
        BoundDeadline.Time f when Longer(f.Deadline) is { } longer => new BoundDeadline.Time(longer),
        _ => null,
    };

    private static Deadline? Longer(Deadline deadline) => deadline switch
    {
        Deadline.Elapsed f => new Deadline.Elapsed(f.Time + UnitOf(f.Time)),
        Deadline.WorkingTime f => new Deadline.WorkingTime(f.Time + UnitOf(f.Time)),
        Deadline.WorkingDays f => new Deadline.WorkingDays(f.Count + (f.Count % 1 == 0 ? 1 : 0.5m)),
        Deadline.CalendarPeriod f => new Deadline.CalendarPeriod(f.Months + 1),
        Deadline.RelativeTo { Upper: { } upper } f => f with { Upper = upper + UnitOf(upper) },
        Deadline.Window f when Longer(f.Upper) is { } upper => f with { Upper = upper },
        _ => null,
    };

    /// <summary>The largest unit of time that goes into the span without rest.</summary>
    private static TimeSpan UnitOf(TimeSpan time) =>
        time.Ticks % TimeSpan.TicksPerDay == 0 && time != TimeSpan.Zero ? TimeSpan.FromDays(1)
        : time.Ticks % TimeSpan.TicksPerHour == 0 && time != TimeSpan.Zero ? TimeSpan.FromHours(1)
        : time.Ticks % TimeSpan.TicksPerMinute == 0 ? TimeSpan.FromMinutes(1)
        : time.Ticks % TimeSpan.TicksPerSecond == 0 ? TimeSpan.FromSeconds(1)
        : TimeSpan.FromMilliseconds(1);
}
