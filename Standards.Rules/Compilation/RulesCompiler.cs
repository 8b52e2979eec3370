using System.Collections.Immutable;
using Standards.Core;
using Standards.Core.Time;
using Standards.Rules.Binding;
using Standards.Rules.Evaluation;

namespace Standards.Rules.Compilation;

/// <summary>Compiles bound rules: plans for norms, tests for entries, epochs of packs.</summary>
internal static class RulesCompiler
{
    public static CompiledRules Compile(BoundRules rules)
    {
        ImmutableArray<DecisionPlan> decisions = [.. rules.Decisions.Select(d => new DecisionPlan(d))];
        var compiler = new NormCompiler(rules, decisions, (calendar, deadline) => DeadlineClock.For(deadline, calendar, rules.Vocabulary));
        var arranged = ImmutableArray.CreateBuilder<ArrangedNorm>(rules.Norms.Length);
        foreach (var norm in rules.Norms)
        {
            var (plan, interests) = compiler.Compile(norm, arranged.Count);
            arranged.Add(new ArrangedNorm(plan, interests, norm.Processes, InForceFrom(norm.Pack), InForceUntil(norm.Pack)));
        }

        var norms = arranged.ToImmutable();
        return new CompiledRules(
            rules,
            Schema(rules),
            [.. norms.Select(n => n.Plan)],
            decisions,
            new ProgramBuilder(norms, rules.Vocabulary.Acts.Length),
            Entries(rules),
            Epochs(rules),
            rules.Packs.IsEmpty ? TimeZoneInfo.Utc : rules.Packs[0].Calendar.Zone);
    }

    private static EventSchema Schema(BoundRules rules)
    {
        var read = rules.AttributesRead.ToHashSet();
        return new EventSchema(
            [.. rules.Vocabulary.Acts.Select(a => a.Name)],
            rules.ProcessIds,
            [.. rules.Vocabulary.Attributes.Select((a, i) => new SchemaAttribute(a.Name, a.Type.Kind, read.Contains(i)))],
            needsSay: true,
            needsActor: true);
    }

    private static EntryTest[][] Entries(BoundRules rules)
    {
        var entries = Enumerable.Range(0, rules.Vocabulary.Acts.Length).Select(_ => new List<EntryTest>()).ToArray();
        foreach (var process in rules.Processes.Where(p => p.Starts is not null))
        {
            foreach (var alternative in process.Starts!.Alternatives.Where(a => a.Act >= 0))
                entries[alternative.Act].Add(new EntryTest(process.Index, PatternCompiler.Test(alternative)));
        }

        return [.. entries.Select(e => e.ToArray())];
    }

    /// <summary>The instants at which some pack comes into force or goes out of force, ascending.</summary>
    private static ImmutableArray<long> Epochs(BoundRules rules) =>
    [
        .. rules.Packs.SelectMany(p => new[] { InForceFrom(p), p.Until is null ? long.MinValue : InForceUntil(p) + 1 })
            .Where(t => t != long.MinValue).Distinct().Order(),
    ];

    private static long InForceFrom(BoundPack pack) =>
        pack.From is { } date ? pack.Calendar.Clock.First(date.ToDateTime(TimeOnly.MinValue)).Ticks : long.MinValue;

    private static long InForceUntil(BoundPack pack) =>
        pack.Until is { } date ? pack.Calendar.Clock.EndOf(date).Ticks : Instant.MaxValue.Ticks;
}
