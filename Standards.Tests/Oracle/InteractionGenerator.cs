using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Standards.Core;
using Standards.Core.Interactions;
using Standards.Core.Values;

namespace Standards.Tests.Oracle;

/// <summary>An event in ticks from the start.</summary>
internal sealed record TrialEvent(long Offset, string Act, string? Process, string? Role, string? Say, ImmutableSortedDictionary<string, Value> Data)
{
    public InteractionEvent ToEvent(string caseId) => new(caseId, new Instant(Trial.Start + Offset), Act)
    {
        Process = Process,
        Role = Role,
        Say = Say,
        Data = Data.ToFrozenDictionary(StringComparer.Ordinal),
    };

    public override string ToString()
    {
        var seconds = ((decimal)Offset / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture);
        var data = string.Join(", ", Data.Select(d => $"{d.Key}: {d.Value}"));
        return $"{seconds} {Act}{(Process is null ? "" : $" in {Process}")}{(Role is null ? "" : $" by {Role}")}{(Say is null ? "" : $" '{Say}'")} {{{data}}}";
    }
}

/// <summary>An interaction, and until when it is judged.</summary>
/// <param name="AsOf">In ticks from the start; null for beyond every deadline.</param>
internal sealed record Trial(ImmutableArray<TrialEvent> Events, long? AsOf, bool Close)
{
    /// <summary>A Monday, a minute before the calendar of <see cref="OraclePack"/> closes.</summary>
    public static readonly long Start = new DateTime(2026, 3, 2, 1, 0, 50, DateTimeKind.Utc).Ticks;

    /// <summary>The instant up to which time runs; never before the last event.</summary>
    public long Limit => AsOf is null ? long.MaxValue : Start + Math.Max(AsOf.Value, Events.Select(e => e.Offset).DefaultIfEmpty(0).Max());

    public override string ToString() => $"{string.Join('\n', Events)}\nas of {AsOf?.ToString(CultureInfo.InvariantCulture) ?? "ever"}, {(Close ? "closed" : "open")}";
}

/// <summary>Writes random interactions over the vocabulary of <see cref="OraclePack"/>: few values and a short time, so that boundaries are hit often.</summary>
internal static class InteractionGenerator
{
    private static readonly Gen<long> Offset =
        from seconds in Gen.Choose(0, 12)
        from ticks in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Constant(-1)), (1, Gen.Constant(1)))
        select Math.Max(0, (seconds * TimeSpan.TicksPerSecond) + ticks);

    private static readonly Gen<ImmutableSortedDictionary<string, Value>> Data =
        from key in Maybe("key", 80, Gen.Elements("k1", "k1", "k2").Select(Value.Of))
        from who in Maybe("who", 75, Gen.Elements("x", "y", "z").Select(Value.Of))
        from n in Maybe("n", 75, Gen.Choose(0, 4).Select(i => Value.Of((long)i)))
        from dn in Maybe("dn", 40, Gen.Choose(1, 3).Select(i => Value.Of((long)i)))
        from flag in Maybe("flag", 80, Gen.Elements(true, false).Select(Value.Of))
        from appointment in Maybe("appointment", 50, Gen.Choose(0, 12).Select(s => Value.Of(new Instant(Trial.Start + (s * TimeSpan.TicksPerSecond)))))
        from amount in Maybe("amount", 60, Gen.Elements(2.0, 3.0, 3.004, 3.006).Select(Value.Of))
        from price in Maybe("price", 60, Gen.Elements(1.0, 1.5).Select(Value.Of))
        from grade in Maybe("grade", 60, Gen.Elements("lo", "hi").Select(Value.Of))
        from total in Maybe("total", 60, Gen.Elements(0L, 1, 2, 3, 4, 9).Select(Value.Of))
        from form in Maybe("form", 20, Gen.Elements("slip", "slip", "other").Select(Value.Of))
        from one in Maybe("field.one", 30, Gen.Elements("t", "").Select(Value.Of))
        from two in Maybe("field.two", 30, Gen.Constant(Value.Of("t")))
        from rings in Maybe("rings", 20, Gen.Choose(0, 3).Select(i => Value.Of((long)i)))
        select ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, ((KeyValuePair<string, Value>?[])[key, who, n, dn, flag, appointment, amount, price, grade, total, form, one, two, rings]).OfType<KeyValuePair<string, Value>>());

    public static Gen<Trial> Over(OraclePack pack) =>
        from count in Gen.Choose(1, 10)
        from events in Gen.ListOf(Event(pack), count)
        from facts in Gen.Frequency((2, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2)))
        from stated in Gen.ListOf(Facts, facts)
        from sorted in Gen.Elements(true, false, false)
        from asOf in Gen.Frequency((3, Gen.Constant<long?>(null)), (1, Offset.Select(o => (long?)o)))
        from close in Gen.Elements(true, true, false)
        let all = events.Concat(stated)
        select new Trial([.. sorted ? all.OrderBy(e => e.Offset) : all.OrderBy(e => e.Data.Count)], asOf, close);

    private static Gen<TrialEvent> Event(OraclePack pack) =>
        from offset in Offset
        from act in Gen.Frequency(
            (20, Gen.Elements("a", "b", "c", "d")), (2, Gen.Constant("ring")), (2, Gen.Constant("filled")), (2, Gen.Constant("checklist.ticked")), (1, Gen.Elements("late", "unheard.of")))
        from process in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("p", "q", "r")))
        from role in Gen.Elements("staff", "clerk", "guest", "guest", null)
        from say in Gen.Frequency((5, Gen.Constant<string?>(null)), (2, Gen.Elements<string?>("您好", "不知道", "嗯")))
        from data in Data
        from item in Gen.Choose(0, Math.Max(0, pack.Norms.Length - 1))
        from seen in Gen.Elements("yes", "no", "not-seen")
        select new TrialEvent(
            offset,
            act,
            process is "p" or "q" && pack.Processes.Length <= (process[0] - 'p') ? null : process,
            role,
            say,
            act[0] == 'c' && act.Length > 1 ? data.Add("item", Value.Of($"o.n{item}")).Add("seen", Value.Of(seen)) : data);

    private static readonly Gen<TrialEvent> Facts =
        from offset in Offset
        from data in Data
        from kept in Gen.Elements("key", "n", "who", "flag", "dn", "appointment")
        from both in Gen.Elements("key", "n", "who", "flag")
        from say in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("")))
        select new TrialEvent(offset, InteractionEvent.CaseFacts, null, null, say, data.RemoveRange(data.Keys.Where(k => k != kept && k != both)));

    private static Gen<KeyValuePair<string, Value>?> Maybe(string name, int percent, Gen<Value> value) => Gen.Frequency(
        (percent, value.Select(v => (KeyValuePair<string, Value>?)new KeyValuePair<string, Value>(name, v))),
        (100 - percent, Gen.Constant<KeyValuePair<string, Value>?>(null)));
}
